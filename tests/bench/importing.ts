// Taking files, beside the barest that the libraries do with the same bytes: a table of a million rows beside DuckDB's COPY into a
// typed table, a workbook of 50,000 rows beside its library's bare read. Taken means checked, kept on disk for good, journalled
// and stored. What only the whole round shows is scored afterwards and not counted here.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { DuckDBInstance } from '@duckdb/node-api';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Agreement } from '../../src/lib/agreement/schema.ts';
import type { ImportedFile } from '../../src/lib/server/store/acts.ts';
import { holdFile, keepFile } from '../../src/lib/server/store/archive.ts';
import { stageTable } from '../../src/lib/server/bulk/bulk.ts';
import { bangkokTime } from '../../src/lib/server/clock.ts';
import { sha256 } from '../../src/lib/server/store/durable.ts';
import { takeLock } from '../../src/lib/server/store/lock.ts';
import type { EntriesOf } from '../../src/lib/server/store/replay.ts';
import { openStore, type Store } from '../../src/lib/server/store/store.ts';
import { readSubmission } from '../../src/lib/submission/read.ts';
import { districtValues, seeded } from './data.ts';
import { benchLetter } from './letter.ts';
import { emptyTimes, noteTime, sayTimes, smallest, timeOf } from './times.ts';

/** taking ÷ the barest at most */
const BOUNDS = { csv: 3, xlsx: 1.5 };
const ROUNDS = 7;
const MONTHS = 14;
const DISTRICTS = 928;
const SHEET_ROWS = 50_000;
const FULL = 100_000_000n;

const months = benchLetter.sections.flatMap((section) =>
	Array.from({ length: MONTHS }, (_, n) => ({ ...section, section: `m${n + 1}`, title: `เดือนที่ ${n + 1}` }))
);
/** The bench's letter with a section for each of fourteen months, so that no two rows of a million are about the same. */
const letter: Agreement = { ...benchLetter, sections: months };
const province = {
	code: '99',
	districts: Array.from({ length: DISTRICTS }, (_, n) => ({ code: String(1001 + n), name: `อำเภอที่ ${n + 1}` }))
};

const definitions = new Map(
	benchLetter.sections
		.flatMap(({ indicators }) => indicators)
		.flatMap(({ indicator, inputs }) =>
			Object.entries(inputs).map(([input, { type }]) => [input, { indicator, type }] as const)
		)
);

/** A value as an office writes it: millionths of a figure, a day as microseconds. */
function writeValue(type: string, value: bigint): string {
	if (type === 'bool') return value > 0n ? 'true' : 'false';
	if (type === 'date') return new Date(Number(value / 1000n)).toISOString().slice(0, 10);
	const kept = type === 'pct' && value > FULL ? FULL : value;
	const fraction = String(kept % 1_000_000n)
		.padStart(6, '0')
		.replace(/0+$/, '');
	return `${kept / 1_000_000n}${fraction === '' ? '' : `.${fraction}`}`;
}

type Row = readonly [district: string, section: string, indicator: string, input: string, value: string];

function* tidyRows(): Generator<Row> {
	const random = seeded(2565);
	for (const { code } of province.districts)
		for (const { section } of letter.sections)
			for (const [input, value] of districtValues(random)) {
				const { indicator = '', type = '' } = definitions.get(input) ?? {};
				yield [code, section, indicator, input, writeValue(type, value)];
			}
}
const HEADING: Row = ['district', 'section', 'indicator', 'input', 'value'];

const writeTable = (rows: readonly Row[]) =>
	new TextEncoder().encode(`${[HEADING, ...rows].map((row) => row.join(',')).join('\n')}\n`);

/** Figures are numbers in a sheet, the rest is text. */
const writeSheet = (rows: readonly Row[]) =>
	writeXlsx({
		sheets: [
			{
				name: 'ผล',
				rows: [
					[...HEADING],
					...rows.map(([district, section, indicator, input, value]) => [
						district,
						section,
						indicator,
						input,
						/^[\d.]+$/.test(value) ? Number(value) : value
					])
				]
			}
		]
	});

interface Taken {
	readonly hash: string;
	readonly name: string;
	readonly bytes: number;
	readonly entries: number;
	readonly districts: readonly string[];
}

/** Journals and stores what was read and kept. */
async function commit(
	store: Store,
	{ hash, name, bytes, entries, districts }: Taken,
	entriesOf: EntriesOf
): Promise<void> {
	const now = bangkokTime(new Date());
	const file: ImportedFile = {
		number: 1 + store.lines().length,
		round: letter.agreement,
		file: name,
		sha256: hash,
		bytes,
		sender: null,
		received_at: now,
		entries,
		districts: [...districts],
		outcome: 'accepted'
	};
	await store.commit(
		{ at: now, who: 'bench', act: 'import', round: letter.agreement, what: { files: [file] } },
		entriesOf
	);
}

async function takeTable(store: Store, path: string): Promise<number> {
	const bytes = await readFile(path);
	const held = await holdFile(store.directory, bytes);
	const staging = stageTable(store.connection(), { path: held.path, bytes, name: 'ผล.csv' }, letter, province);
	// Worked out while the table is being read.
	const hash = sha256(bytes);
	const staged = await staging;
	if (staged === null) throw new Error('the table is not taken the quick way');
	await held.keep(hash);
	const { entries, districts } = staged;
	await commit(store, { hash, name: 'ผล.csv', bytes: bytes.byteLength, entries, districts }, () =>
		Promise.resolve(staged)
	);
	await staged.drop();
	return entries;
}

async function takeSheet(store: Store, path: string): Promise<number> {
	const bytes = await readFile(path);
	const hash = sha256(bytes);
	const { readable, entries, problems, questions } = await readSubmission(bytes, 'ผล.xlsx', letter, province);
	if (!readable || problems.length + questions.length > 0) throw new Error(`not taken: ${problems[0]?.message ?? ''}`);
	await keepFile(store.directory, hash, bytes);
	const districts = [...new Set(entries.map(({ district }) => district))].sort();
	const taken = { hash, name: 'ผล.xlsx', bytes: bytes.byteLength, entries: entries.length, districts };
	await commit(store, taken, () => Promise.resolve(entries));
	return entries.length;
}

interface Rival {
	readonly name: string;
	readonly run: () => Promise<unknown>;
	/** done between runs, not counted */
	readonly clear: () => Promise<unknown>;
}

/** Interleaved runs; the first warms up. */
async function race(rivals: readonly Rival[]): Promise<readonly { readonly wall: number; readonly cpu: number }[]> {
	const times = rivals.map(emptyTimes);
	for (let round = 0; round <= ROUNDS; round += 1)
		for (const [n, { run, clear }] of rivals.entries()) {
			const one = await timeOf(run);
			await clear();
			const noted = times[n];
			if (round > 0 && noted !== undefined) noteTime(noted, one);
		}
	for (const [n, { name }] of rivals.entries())
		console.log(`  ${name.padEnd(22)} ${sayTimes(times[n] ?? emptyTimes())}`);
	return times.map((one) => ({ wall: smallest(one, 'wall'), cpu: smallest(one, 'cpu') }));
}

function judge(what: string, bound: number, taken: number, barest: number, cpu: number): boolean {
	const ratio = taken / barest;
	const holds = ratio <= bound;
	console.log(
		`  ${what}: ${ratio.toFixed(2)} (processor ${cpu.toFixed(2)}); ≤ ${bound}: ${holds ? 'holds' : 'MISSED'}`
	);
	return holds;
}

const TYPED = 'district VARCHAR, section VARCHAR, indicator VARCHAR, input VARCHAR, value VARCHAR';

async function measureTable(store: Store, folder: string, rows: readonly Row[]): Promise<boolean> {
	const path = join(folder, 'table.csv');
	await writeFile(path, writeTable(rows));
	const connectTo = async (database: string) => {
		const connection = await (await DuckDBInstance.create(database, { threads: '2' })).connect();
		await connection.run(`CREATE TABLE copied (${TYPED})`);
		return {
			run: () => connection.run(`COPY copied FROM '${path}' (HEADER, DELIMITER ',')`),
			clear: () => connection.run(`CREATE OR REPLACE TABLE copied (${TYPED}); CHECKPOINT`)
		};
	};
	console.log(
		`\na table of ${rows.length} rows, ${letter.sections.length * definitions.size} inputs, ${DISTRICTS} districts`
	);
	const [file, memory, taken] = await race([
		{ name: 'COPY into a file', ...(await connectTo(join(folder, 'copied.duckdb'))) },
		{ name: 'COPY into memory', ...(await connectTo(':memory:')) },
		{ name: 'checked and stored', run: () => takeTable(store, path), clear: () => forget(store) }
	]);
	if (file === undefined || memory === undefined || taken === undefined) return false;
	console.log(`  checked and stored ÷ COPY into memory, which keeps nothing: ${(taken.wall / memory.wall).toFixed(2)}`);
	return judge('checked and stored ÷ COPY into a file', BOUNDS.csv, taken.wall, file.wall, taken.cpu / file.cpu);
}

async function measureSheet(store: Store, folder: string, rows: readonly Row[]): Promise<boolean> {
	const path = join(folder, 'sheet.xlsx');
	await writeFile(path, await writeSheet(rows));
	console.log(`\na workbook of ${rows.length} rows`);
	const [bare, taken] = await race([
		{ name: 'bare read', run: async () => readXlsx(await readFile(path)), clear: () => Promise.resolve() },
		{ name: 'checked and stored', run: () => takeSheet(store, path), clear: () => forget(store) }
	]);
	if (bare === undefined || taken === undefined) return false;
	return judge(
		"checked and stored ÷ the library's bare read",
		BOUNDS.xlsx,
		taken.wall,
		bare.wall,
		taken.cpu / bare.cpu
	);
}

/** The same file comes again and again; what the time before stored makes way. */
async function forget(store: Store): Promise<void> {
	await store.connection().run('DELETE FROM entry_rows; DELETE FROM submissions; CHECKPOINT');
}

/** In megabytes: the most this process held at any time so far. */
const mostHeld = () => Math.round(process.resourceUsage().maxRSS / 1024);

export async function measureImporting(): Promise<boolean> {
	const folder = await mkdtemp(join(tmpdir(), 'watphon-bench-'));
	const lock = takeLock(folder);
	if (lock === null) throw new Error('a new folder is locked by nobody');
	const store = await openStore(folder, lock);
	try {
		const rows = [...tidyRows()];
		const sheet = await measureSheet(store, folder, rows.slice(0, SHEET_ROWS));
		const table = await measureTable(store, folder, rows);
		console.log(`  most memory held: ${mostHeld()} MB`);
		return sheet && table;
	} finally {
		store.close();
		await rm(folder, { recursive: true, force: true });
	}
}
