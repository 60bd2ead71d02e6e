// Thousands of damaged files, other ones whenever the reader or the fuzzer changes: the same code meets the same files, so that
// what passed once passes again. Other files for as long as wished: FUZZ_SEED and FUZZ_SECONDS (`npm run soak -- fuzz`).
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { importOutcomes } from '../../src/lib/submission/outcome.ts';

const root = join(import.meta.dirname, '../..');

/** A number that hangs on every byte of the reader and of the fuzzer, and on nothing else. */
function seedOfCode(): number {
	const hash = createHash('sha256');
	for (const file of globSync(['src/lib/submission/**/*.ts', 'tests/submission/fuzz*.ts'], { cwd: root }).sort())
		hash.update(readFileSync(join(root, file)));
	return hash.digest().readUInt32BE();
}

const seed = Number(process.env.FUZZ_SEED ?? seedOfCode());
const seconds = Number(process.env.FUZZ_SECONDS ?? 60);
const least = 2000;
/** No mutant is larger than a few kilobytes. */
const HANGS = 20_000;

interface Tried {
	readonly nth: number;
	readonly outcomes: readonly string[];
	readonly stored: number;
	readonly codes: readonly string[];
	readonly asked: number;
	readonly faults: readonly string[];
}

interface Ran {
	readonly tried: readonly Tried[];
	/** the last mutant begun */
	readonly last: number;
	/** how it ended: null where it was stopped because a mutant did not come back */
	readonly exit: number | null;
	readonly told: string;
}

async function runMutants(): Promise<Ran> {
	const child = spawn(
		process.execPath,
		['--max-old-space-size=512', '--import', './src/load-text.js', join(import.meta.dirname, 'fuzz-run.ts')],
		{
			cwd: root,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, FUZZ_SEED: String(seed), FUZZ_SECONDS: String(seconds), FUZZ_LEAST: String(least) }
		}
	);
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	const tried: Tried[] = [];
	let last = -1;
	let told = '';
	let watchdog: NodeJS.Timeout | undefined;
	const watch = () => {
		clearTimeout(watchdog);
		watchdog = setTimeout(() => child.kill('SIGKILL'), HANGS);
	};
	child.stderr.on('data', (text: Buffer) => (told += text.toString()));
	watch();
	for await (const line of createInterface({ input: child.stdout })) {
		watch();
		const said = JSON.parse(line) as Tried | { readonly started: number };
		if ('started' in said) last = said.started;
		else tried.push(said);
	}
	const exit = await ended;
	clearTimeout(watchdog);
	return { tried, last, exit, told: told.slice(-2000) };
}

test(
	'no damaged file crashes or hangs the reader, and nothing is stored that is not in it',
	{ timeout: 400_000 },
	async () => {
		const { tried, last, exit, told } = await runMutants();
		const counts = new Map(
			importOutcomes.map((outcome) => [outcome, tried.filter(({ outcomes }) => outcomes.includes(outcome)).length])
		);
		console.log(
			`fuzz: FUZZ_SEED=${seed}, ${tried.length} mutants, ${[...counts].map(([outcome, times]) => `${outcome} ${times}`).join(', ')}, ` +
				`${tried.reduce((sum, { stored }) => sum + stored, 0)} entries looked up in their files, ${tried.filter(({ asked }) => asked > 0).length} asked, ` +
				`${new Set(tried.flatMap(({ codes }) => codes)).size} kinds of problem`
		);
		expect({ exit, told, last }).toEqual({ exit: 0, told: '', last: tried.at(-1)?.nth });
		expect(
			tried
				.filter(({ faults }) => faults.length > 0)
				.map(({ nth, faults }) => `FUZZ_SEED=${seed} FUZZ_ONLY=${nth}: ${faults.join('; ')}`)
		).toEqual([]);
		expect(tried.length).toBeGreaterThanOrEqual(least);
		for (const [outcome, times] of counts) expect([outcome, times > 0]).toEqual([outcome, true]);
	}
);
