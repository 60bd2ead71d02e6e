// npm run bench: scoring beside what an engineer would write by hand, in one process, minimums of interleaved runs.
// It fails (exit 1) where a bound is missed or the answers differ.
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { compileAgreement } from '../../src/lib/scoring/compile.ts';
import { loadEntries, loadRules, loadSubjects, type EntryRow } from '../../src/lib/server/load-rules.ts';
import sheetSql from '../../src/lib/scoring/sheet.sql?raw';
import { runRules } from '../../src/lib/server/run-rules.ts';
import { districtValues, seeded } from './data.ts';
import { benchLetter } from './letter.ts';
import { inputNames, pivotStatement, wideStatement } from './rivals.ts';
import { checkExactness } from './exactness.ts';

interface Size {
	readonly name: string;
	readonly districts: number;
	readonly periods: number;
	readonly rounds: number;
	/** runs timed together, where one is too short to time */
	readonly batch: number;
}
const sizes: readonly Size[] = [
	{ name: "a province's round", districts: 26, periods: 1, rounds: 15, batch: 5 },
	{ name: "the nation's year", districts: 928, periods: 12, rounds: 9, batch: 1 }
];
/** engine ÷ wide at most, tidy ÷ engine at least; asked at the nation's year */
const BOUNDS = { wide: 1.5, tidy: 3 };

const digestSql = (from: string) =>
	`SELECT count(*)::INTEGER AS rows, sum(got)::VARCHAR AS got, sum(worst)::VARCHAR AS worst, sum(best)::VARCHAR AS best,
		bit_xor(hash(subject, got::BIGINT, worst::BIGINT, best::BIGINT))::VARCHAR AS digest FROM ${from}`;

async function measure(size: Size): Promise<boolean> {
	const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
	const codes = Array.from({ length: size.districts }, (_, i) => String(1001 + i));
	const compiled = compileAgreement({ ...benchLetter, province: '10' }, codes);
	const numbers = new Map(compiled.rules.inputs.map((row) => [row.name, row.input]));
	await loadRules(connection, compiled.rules);
	const random = seeded(2565);
	for (let period = 1; period <= size.periods; period += 1) {
		const subjects = codes.map((code, i) => ({
			subject: (period - 1) * codes.length + i,
			period,
			district: Number(code)
		}));
		await loadSubjects(connection, subjects);
		const rows: EntryRow[] = [];
		for (const { subject } of subjects)
			for (const [name, scaled] of districtValues(random))
				rows.push({ subject, input: numbers.get(name) ?? 0, position: 2n * scaled, decimals: 2 });
		await loadEntries(connection, rows);
	}
	await connection.run('CREATE OR REPLACE TEMP TABLE entry AS FROM entry ORDER BY subject, input');
	// What either keeps beside the tidy entries is written when they are stored, and not counted.
	const pivoted = await timed(() => connection.run(`CREATE TEMP TABLE wide AS ${pivotStatement(numbers)}`));
	await connection.run('TRUNCATE sheet');
	const laidOut = await timed(() => connection.run(sheetSql));
	const factors = compiled.rules.units.map((unit) => unit.factor);

	const runs = {
		engine: () => runRules(connection),
		wide: () => connection.run(`CREATE OR REPLACE TEMP TABLE by_wide AS ${wideStatement('wide', factors)}`),
		tidy: () =>
			connection.run(
				`CREATE OR REPLACE TEMP TABLE by_tidy AS ${wideStatement(`(${pivotStatement(numbers)})`, factors)}`
			)
	};
	const best = { engine: Infinity, wide: Infinity, tidy: Infinity };
	const all = { engine: [] as number[], wide: [] as number[], tidy: [] as number[] };
	for (let round = 0; round <= size.rounds; round += 1)
		for (const name of ['engine', 'wide', 'tidy'] as const) {
			let spent = 0;
			for (let i = 0; i < size.batch; i += 1) {
				if (name === 'engine') await empty(connection);
				const start = performance.now();
				await runs[name]();
				spent += performance.now() - start;
			}
			// The first round warms up.
			if (round === 0) continue;
			all[name].push(spent / size.batch);
			best[name] = Math.min(best[name], spent / size.batch);
		}
	const digests = await Promise.all(
		['total', 'by_wide', 'by_tidy'].map(async (table) =>
			JSON.stringify((await connection.runAndReadAll(digestSql(table))).getRowsJS())
		)
	);
	const equal = new Set(digests).size === 1;
	const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
	const [toWide, toTidy] = [best.engine / best.wide, best.tidy / best.engine];
	console.log(`\n${size.name}: ${size.districts} districts × ${inputNames.length} inputs × ${size.periods} dates`);
	for (const name of ['engine', 'wide', 'tidy'] as const)
		console.log(`  ${name.padEnd(7)} min ${best[name].toFixed(1)} ms, median ${median(all[name]).toFixed(1)} ms`);
	console.log(`  stored beforehand: sheets ${laidOut.toFixed(1)} ms, wide table ${pivoted.toFixed(1)} ms`);
	console.log(`  engine ÷ hand-written on a stored wide table: ${toWide.toFixed(2)}`);
	console.log(`  hand-written on tidy entries ÷ engine: ${toTidy.toFixed(2)}`);
	console.log(`  same answers: ${equal ? 'yes' : `NO ${digests.join(' ')}`}`);
	const judged = size.periods > 1;
	const holds = equal && (!judged || (toWide <= BOUNDS.wide && toTidy >= BOUNDS.tidy));
	if (judged) console.log(`  bounds (≤ ${BOUNDS.wide}, ≥ ${BOUNDS.tidy}): ${holds ? 'hold' : 'MISSED'}`);
	return holds;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await run();
	return performance.now() - start;
}

// Made anew, as when a letter is loaded: a table that was only emptied keeps its dead rows, and scans pass over them.
async function empty(connection: DuckDBConnection): Promise<void> {
	for (const table of ['derived', 'cell', 'verdict', 'total'])
		await connection.run(`CREATE OR REPLACE TEMP TABLE ${table} AS FROM ${table} LIMIT 0`);
}

let held = await checkExactness();
for (const size of sizes) held = (await measure(size)) && held;
process.exitCode = held ? 0 : 1;
