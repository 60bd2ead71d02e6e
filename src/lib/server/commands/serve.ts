// Opens the pages: the demo into a store that is none yet, then the built server in this process.
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { patience, tryApp, type App } from '../app.ts';
import { programVersion } from '../backup/program-version.ts';
import { findServer, localUrl } from '../beside.ts';
import { guardServer } from '../http/front-door.ts';
import { gatherFiles } from '../imports/gather-files.ts';
import { demoFolder } from '../rounds/letters.ts';
import { refuse, wrongUse } from '../refusal.ts';
import { projectRoot, storeDirectory } from '../root.ts';
import { log, logManners } from '../running/log.ts';
import { runningWords } from '../running/sentences.ts';
import { say } from '../sentences.ts';
import type { Problem } from '../../submission/entry.ts';
import type { Desk, Exit } from './command.ts';
import { printProblems } from './print-problems.ts';

function readPort(): number {
	const given = process.env.PORT ?? '3000';
	const port = Number(given);
	if (!/^\d+$/.test(given) || port < 1 || port > 65_535) throw wrongUse(say.portWrong(given));
	return port;
}

function mustBeManner(given: string | undefined): void {
	if (given === undefined || given === '' || logManners.some((manner) => manner === given)) return;
	throw wrongUse(runningWords.logWrong(given));
}

/** From here on all that is said is the log's, each line by itself. */
function tellProblems(problems: readonly Problem[]): void {
	for (const problem of problems) {
		const message = printProblems([problem]).trimEnd();
		log({ level: problem.severity === 'error' ? 'error' : 'warn', event: problem.code, message });
	}
}

/** Refuses at once what the server would only fail on after everything else is done. */
async function mustBeFree(port: number, host: string): Promise<void> {
	const code = await new Promise<string | undefined>((resolve) => {
		const probe = createServer();
		probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
		probe.listen(port, host, () => probe.close(() => resolve(undefined)));
	});
	if (code === undefined) return;
	if (code === 'EADDRINUSE') throw refuse('port_taken', say.portTaken(port));
	if (code === 'EACCES') throw refuse('port_forbidden', say.portForbidden(port));
	throw refuse('host_wrong', say.hostWrong(host));
}

/** A command that works in the store is waited for, a server that has it is not. */
async function openUnserved(store: string): Promise<App> {
	const until = Date.now() + patience;
	for (;;) {
		const app = await tryApp(store);
		if (app !== null) return app;
		const other = await findServer(store);
		if (other !== null) throw refuse('already_serving', say.alreadyServing(other.url));
		if (Date.now() > until) throw refuse('store_busy', say.storeBusy);
		await wait(100);
	}
}

/** Opens the store once, so that whatever is wrong with it is said here; one in which nothing was ever done gets the demo. */
async function prepareStore(store: string, desk: Desk): Promise<void> {
	const app = await openUnserved(store);
	try {
		tellProblems(app.notices);
		if (await app.withStore((open) => Promise.resolve(open.head().n === 0))) await loadDemo(app, desk);
	} finally {
		await app.close();
	}
}

async function loadDemo(app: App, desk: Desk): Promise<void> {
	const { files, problems } = existsSync(demoFolder)
		? await gatherFiles([demoFolder], desk.cwd, { round: null, sender: null })
		: { files: [], problems: [] };
	if (files.length === 0) {
		log({ level: 'warn', event: 'no_demo', message: say.noDemo });
		return;
	}
	log({ level: 'info', event: 'loading_demo', message: say.loadingDemo });
	const result = await app.importArriving(files, { who: desk.who, demo: true });
	tellProblems([...problems, ...result.problems]);
	if (!result.accepted) log({ level: 'warn', event: 'no_demo', message: say.noDemo });
}

/** Whether a server of ours is there. */
async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(new URL('/healthz', url))).ok;
	} catch (error) {
		if (error instanceof TypeError) return false;
		throw error;
	}
}

/** Says so once the server answers. */
async function sayWhenOpen(url: string, shown: string): Promise<void> {
	for (let tries = 0; tries < 600; tries++) {
		if (await answers(url)) {
			const more = { url: shown, pid: process.pid, version: programVersion(), node: process.versions.node };
			log({ level: 'info', event: 'opened', message: say.opened(shown), more });
			return;
		}
		await wait(50);
	}
	log({ level: 'warn', event: 'slow_start', message: say.slowStart });
}

/** What the build's own start gives: the listener, and the server it listens with. */
interface BuiltServer {
	readonly server: { readonly server: Server };
}

/** Resolves when the server has closed. */
export async function serve(argv: readonly string[], desk: Desk): Promise<Exit> {
	if (argv.length > 0) throw wrongUse(say.usage('serve'));
	mustBeManner(process.env.LOG);
	const port = readPort();
	const host = process.env.HOST ?? '127.0.0.1';
	await mustBeFree(port, host);
	const store = storeDirectory();
	const other = await findServer(store);
	if (other !== null && (await answers(other.url))) throw refuse('already_serving', say.alreadyServing(other.url));
	const built = join(projectRoot, 'build', 'index.js');
	if (!existsSync(built)) throw refuse('not_built', say.notBuilt);
	await prepareStore(store, desk);
	process.env.PORT = String(port);
	process.env.HOST = host;
	process.env.ORIGIN ??= `http://localhost:${port}`;
	process.env.KPI_STORE = store;
	// A little more than hooks allow, so that it is they who refuse, in Thai.
	process.env.BODY_SIZE_LIMIT ??= '65M';
	process.env.SHUTDOWN_TIMEOUT ??= '5';
	const closed = new Promise<void>((resolve) => process.once('sveltekit:shutdown', () => resolve()));
	const { server } = (await import(/* @vite-ignore */ pathToFileURL(built).href)) as BuiltServer;
	guardServer(server.server, process.env.ORIGIN);
	for (const signal of ['SIGTERM', 'SIGINT'] as const)
		process.once(signal, () => log({ level: 'info', event: 'stopping', message: runningWords.stopping }));
	await sayWhenOpen(localUrl(host, port), process.env.ORIGIN);
	await closed;
	// nobody is listened to any more; what is being done in the store ends first, and only then is it closed
	process.once('exit', () => log({ level: 'info', event: 'closed', message: say.closed }));
	return 0;
}
