// How long the reader is held up by files made to harm, beside a good one of 50,000 rows: each answered within a second.
import { writeXlsx } from 'hucre/xlsx';
import { hostileFiles } from '../submission/hostile-files.ts';
import { read } from '../submission/letter.ts';
import { smallest, emptyTimes, noteTime, timeOf } from './times.ts';

/** milliseconds on the clock */
const MOST = 1000;
/** The least of three is the file's own time. */
const RUNS = 3;

async function measureFile(bytes: Uint8Array, name: string): Promise<number> {
	const times = emptyTimes();
	for (let run = 0; run < RUNS; run += 1) noteTime(times, await timeOf(() => read(bytes, name)));
	return smallest(times, 'wall');
}

const goodRows = [
	['district', 'section', 'indicator', 'input', 'value'],
	...Array.from({ length: 50_000 }, () => ['4005', 'team', '1', 'spent_baht', 5])
];

/** Says the slowest; whether each was answered in time. */
export async function measureHostile(): Promise<boolean> {
	const good = await measureFile(await writeXlsx({ sheets: [{ name: 'ผล', rows: goodRows }] }), 'ผล.xlsx');
	const times: { readonly what: string; readonly spent: number }[] = [];
	for (const { what, name, make } of hostileFiles) times.push({ what, spent: await measureFile(make(), name) });
	const slowest = times.toSorted((a, b) => b.spent - a.spent);
	const held = slowest.every(({ spent }) => spent <= MOST);
	console.log(`\n${hostileFiles.length} hostile files; a good workbook of 50,000 rows takes ${good.toFixed(0)} ms`);
	for (const { what, spent } of slowest.slice(0, 5))
		console.log(`  ${spent.toFixed(0).padStart(5)} ms, ${(spent / good).toFixed(2)} of the good one: ${what}`);
	console.log(`  each ≤ ${MOST} ms: ${held ? 'holds' : 'MISSED'}`);
	return held;
}
