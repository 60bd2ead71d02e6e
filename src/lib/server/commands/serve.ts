// Opens the pages: the demo into a store that is none yet, then the built server in this process.
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { openApp, type App } from '../app.ts';
import { findServer, localUrl } from '../beside.ts';
import { gatherFiles } from '../imports/gather-files.ts';
import { demoFolder } from '../rounds/letters.ts';
import { refuse, wrongUse } from '../refusal.ts';
import { projectRoot, storeDirectory } from '../root.ts';
import { say } from '../sentences.ts';
import type { Desk, Exit } from './command.ts';

function readPort(): number {
	const given = process.env.PORT ?? '3000';
	const port = Number(given);
	if (!/^\d+$/.test(given) || port < 1 || port > 65_535) throw wrongUse(say.portWrong(given));
	return port;
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

/** Opens the store once, so that whatever is wrong with it is said here; one in which nothing was ever done gets the demo. */
async function prepareStore(store: string, desk: Desk): Promise<void> {
	const app = await openApp(store);
	try {
		desk.tell(app.notices);
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
		desk.remark(say.noDemo);
		return;
	}
	desk.remark(say.loadingDemo);
	const result = await app.importArriving(files, { who: desk.who, demo: true });
	desk.tell([...problems, ...result.problems]);
	if (!result.accepted) desk.remark(say.noDemo);
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
async function sayWhenOpen(url: string, shown: string, desk: Desk): Promise<void> {
	for (let tries = 0; tries < 600; tries++) {
		if (await answers(url)) {
			desk.remark(say.opened(shown));
			return;
		}
		await wait(50);
	}
	desk.remark(say.slowStart);
}

/** Resolves when the server has closed. */
export async function serve(argv: readonly string[], desk: Desk): Promise<Exit> {
	if (argv.length > 0) throw wrongUse(say.usage('serve'));
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
	await import(/* @vite-ignore */ pathToFileURL(built).href);
	await sayWhenOpen(localUrl(host, port), process.env.ORIGIN, desk);
	await closed;
	desk.remark(say.closed);
	return 0;
}
