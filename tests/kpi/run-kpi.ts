import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export interface Ran {
	readonly exit: number | null;
	readonly out: string;
	readonly err: string;
}

/** Runs the command line as a stranger does, on a store of its own, standing in `cwd`. */
export async function runKpi(
	argv: readonly string[],
	store: string,
	cwd = store,
	environment: Readonly<Record<string, string>> = {},
	input = ''
): Promise<Ran> {
	const child = spawn(
		process.execPath,
		['--import', path('../../src/load-text.js'), path('../../src/kpi.ts'), ...argv],
		{
			cwd,
			env: { PATH: process.env.PATH, HOME: process.env.HOME, KPI_STORE: store, ...environment }
		}
	);
	child.stdin.end(input);
	let out = '';
	let err = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
	const [exit] = (await once(child, 'close')) as [number | null];
	return { exit, out, err };
}
