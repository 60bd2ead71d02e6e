// Runs a command for whoever asks: at a terminal, where a server beside may have to do it, or inside that server.
import { setTimeout as wait } from 'node:timers/promises';
import { patience, tryApp, type App } from '../app.ts';
import { askServer, findServer, type Command as Asked, type Outcome } from '../beside.ts';
import { errorAbout, Refusal, refuse, wrongUse } from '../refusal.ts';
import { storeDirectory } from '../root.ts';
import { help, say } from '../sentences.ts';
import type { Problem } from '../../submission/entry.ts';
import type { Command, Desk, Exit, Words } from './command.ts';
import { printProblems } from './print-problems.ts';
import { findCommand } from './registry.ts';
import { readWords } from './words.ts';

/** Where the words of the whole program go, here or over there. */
export interface Outlet {
	readonly cwd: string;
	readonly who: string;
	/** aborted when whoever asked has gone */
	readonly signal: AbortSignal;
	out(text: string): void;
	err(text: string): void;
	/** all of stdin; asked once, and only by a command that reads it */
	input(): Promise<string>;
	write(path: string, bytes: Uint8Array): Promise<void>;
}

function deskOf(outlet: Outlet, input: string | null): Desk {
	return {
		cwd: outlet.cwd,
		who: outlet.who,
		signal: outlet.signal,
		input,
		print: (text) => outlet.out(text),
		tell: (problems) => outlet.err(printProblems(problems)),
		remark: (text) => outlet.err(`${text}\n`),
		write: (path, bytes) => outlet.write(path, bytes)
	};
}

/** What the disk does not allow is the user's to know, not a fault of the program. */
function asProblems(error: unknown): { readonly problems: readonly Problem[]; readonly exit: Exit } | null {
	if (error instanceof Refusal) return { problems: error.problems, exit: error.exit };
	const { code, path } = error as NodeJS.ErrnoException;
	if (code === undefined || path === undefined || !/^E[A-Z]+$/.test(code)) return null;
	return { problems: [errorAbout('', 'disk', say.disk(path, code))], exit: 1 };
}

async function guarded(argv: readonly string[], outlet: Outlet, work: () => Promise<Exit>): Promise<Exit> {
	try {
		return await work();
	} catch (error) {
		const expected = asProblems(error);
		if (expected === null) throw error;
		outlet.err(printProblems(expected.problems));
		if (argv.includes('--json')) outlet.out(JSON.stringify({ problems: expected.problems }, null, '\t') + '\n');
		return expected.exit;
	}
}

function commandNamed(argv: readonly string[]): Command {
	const [name = ''] = argv;
	const command = findCommand(name);
	if (command === null) throw wrongUse(say.unknownCommand(name));
	return command;
}

/** Does a command that a terminal asked this server for. Only what needs the store is done here. */
export async function runForTerminal(
	{ argv, cwd, who, input }: Asked,
	app: App,
	signal: AbortSignal
): Promise<Outcome> {
	let out = '';
	let err = '';
	const files: { path: string; base64: string }[] = [];
	const outlet: Outlet = {
		cwd,
		who,
		signal,
		out: (text) => (out += text),
		err: (text) => (err += text),
		input: () => Promise.resolve(input ?? ''),
		write(path, bytes) {
			files.push({ path, base64: Buffer.from(bytes).toString('base64') });
			return Promise.resolve();
		}
	};
	const exit = await guarded(argv, outlet, async () => {
		const command = commandNamed(argv);
		if (command.needs !== 'store') throw wrongUse(say.unknownCommand(command.name));
		return await command.run(readWords(command, argv.slice(1)), deskOf(outlet, input ?? null), app);
	});
	return { out, err, files, exit };
}

async function repeat(outcome: Outcome, outlet: Outlet): Promise<Exit> {
	for (const { path, base64 } of outcome.files) await outlet.write(path, Buffer.from(base64, 'base64'));
	outlet.err(outcome.err);
	outlet.out(outcome.out);
	return outcome.exit === 0 || outcome.exit === 2 ? outcome.exit : 1;
}

/** A store that does not open is handed on where the command has something to say of it. */
async function tryOrRefused(store: string, command: Command & { needs: 'store' }): Promise<App | Refusal | null> {
	try {
		return await tryApp(store);
	} catch (error) {
		if (error instanceof Refusal && command.unopened !== undefined) return error;
		throw error;
	}
}

const inputFor = async (command: Command, words: Words, outlet: Outlet): Promise<string | null> =>
	command.readsInput?.(words) === true ? await outlet.input() : null;

/** Has a command done by the server that holds the store, or takes the store and does it here. */
async function atStore(argv: readonly string[], command: Command & { needs: 'store' }, outlet: Outlet): Promise<Exit> {
	const words = readWords(command, argv.slice(1));
	const store = storeDirectory();
	const input = await inputFor(command, words, outlet);
	const until = Date.now() + patience;
	for (;;) {
		const server = await findServer(store);
		const asked = { argv: [...argv], cwd: outlet.cwd, who: outlet.who, ...(input === null ? {} : { input }) };
		const outcome = server === null ? null : await askServer(server, asked);
		if (outcome !== null) return await repeat(outcome, outlet);
		const app = await tryOrRefused(store, command);
		if (app instanceof Refusal)
			return await (command.unopened?.(words, deskOf(outlet, input), store, app.problems) ?? 1);
		if (app !== null) {
			try {
				outlet.err(printProblems(app.notices));
				return await command.run(words, deskOf(outlet, input), app);
			} finally {
				await app.close();
			}
		}
		if (Date.now() > until) throw refuse('store_busy', say.storeBusy);
		await wait(60 + Math.random() * 60);
	}
}

/** The command line: words as given after the program's name. */
export async function runCommandLine(argv: readonly string[], outlet: Outlet): Promise<Exit> {
	const [name] = argv;
	if (name === undefined || argv.includes('--help') || argv.includes('-h') || name === 'help') {
		outlet.out(help);
		return 0;
	}
	return await guarded(argv, outlet, async () => {
		if (name === 'serve') {
			const { serve } = await import('./serve.ts');
			return await serve(argv.slice(1), deskOf(outlet, null));
		}
		const command = commandNamed(argv);
		if (command.needs === 'store') return await atStore(argv, command, outlet);
		const words = readWords(command, argv.slice(1));
		return await command.run(words, deskOf(outlet, await inputFor(command, words, outlet)));
	});
}
