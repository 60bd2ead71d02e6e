// Entries into the database and out of it again, without a digit changed.
import {
	BIGINT,
	BOOLEAN,
	DuckDBDataChunk,
	DuckDBListValue,
	ENUM,
	INTEGER,
	LIST,
	listValue,
	SMALLINT,
	TINYINT,
	VARCHAR,
	type DuckDBConnection,
	type DuckDBValue
} from '@duckdb/node-api';
import type { Entry, EntryValue } from '../../submission/entry.ts';
import type { EntryInForce, Received } from '../../ranking/round.ts';
import { numberInputs } from './entry-inputs.ts';
import entriesOfRound from './entries_of_round.sql?raw';
import entriesUntil from './entries_until.sql?raw';

const rowTypes = [
	INTEGER,
	INTEGER,
	SMALLINT,
	INTEGER,
	ENUM(['number', 'bool', 'moment', 'list', 'bad', 'withdrawn']),
	BIGINT,
	TINYINT,
	BOOLEAN,
	VARCHAR,
	LIST(BIGINT),
	VARCHAR,
	VARCHAR,
	INTEGER,
	SMALLINT,
	VARCHAR
];
/** Rows of a chunk of DuckDB. */
const chunkRows = 2048;

const orNull = <T>(value: T | undefined): T | null => value ?? null;

/** `E8` of line 8 is column 5. */
function columnOf({ cell, line }: Entry['at']): number | null {
	if (cell === undefined || line === undefined) return null;
	const row = String(line);
	const letters = cell.endsWith(row) ? cell.slice(0, -row.length) : '';
	if (!/^[A-Z]{1,3}$/.test(letters)) return null;
	return [...letters].reduce((number, letter) => 26 * number + letter.charCodeAt(0) - 64, 0);
}

/** A code as it is stored. Codes of DOPA begin with no zero. */
function districtNumber(code: string): number {
	const number = Number(code);
	if (String(number) !== code || number > 9999) throw new Error(`not a code of a district or province: ${code}`);
	return number;
}

/** Adds the entries of one submission, in the order of its file. The submission itself must be there. */
export async function storeEntries(
	connection: DuckDBConnection,
	submission: number,
	entries: readonly Entry[]
): Promise<void> {
	const numberOf = await numberInputs(connection, entries);
	const rows = await connection.createAppender('entry_rows');
	for (let from = 0; from < entries.length; from += chunkRows) {
		const some = entries.slice(from, from + chunkRows);
		const columns = some.map(({ at }) => columnOf(at));
		const chunk = DuckDBDataChunk.create(rowTypes, some.length);
		const values = some.map(({ value }) => value);
		chunk.setColumns([
			some.map(() => submission),
			some.map((_, n) => from + n),
			some.map(({ district }) => districtNumber(district)),
			some.map(numberOf),
			values.map(({ kind }) => kind),
			values.map((value) => (value.kind === 'number' ? value.scaled : null)),
			values.map((value) => (value.kind === 'number' ? value.decimals : null)),
			values.map((value) => (value.kind === 'bool' ? value.yes : null)),
			values.map((value) => (value.kind === 'moment' ? value.iso : null)),
			values.map((value) => (value.kind === 'list' ? listValue(value.scaled) : null)),
			some.map(({ text }) => text),
			some.map(({ at }) => orNull(at.sheet)),
			some.map(({ at }) => orNull(at.line)),
			columns,
			some.map(({ at }, n) => (columns[n] === null ? orNull(at.cell) : null))
		]);
		rows.appendDataChunk(chunk);
	}
	rows.closeSync();
}

export type Row = Record<string, DuckDBValue>;
const textOf = (row: Row, column: string) => String(row[column]);
const optionalText = (row: Row, column: string) => (row[column] === null ? undefined : String(row[column]));

/** The value of a row that has the columns of an entry. */
export function valueOf(row: Row): EntryValue {
	switch (row.kind) {
		case 'number':
			return { kind: 'number', scaled: row.scaled as bigint, decimals: Number(row.decimals) };
		case 'bool':
			return { kind: 'bool', yes: row.yes === true };
		case 'moment':
			return { kind: 'moment', iso: optionalText(row, 'moment') ?? null };
		case 'list':
			return { kind: 'list', scaled: row.list instanceof DuckDBListValue ? (row.list.items as bigint[]) : [] };
		case 'withdrawn':
			return { kind: 'withdrawn' };
		default:
			return { kind: 'bad' };
	}
}

/** A row that has the columns of an entry and the file it came in. */
export const entryOf = (row: Row): EntryInForce => ({
	district: textOf(row, 'district'),
	section: textOf(row, 'section'),
	indicator: textOf(row, 'indicator'),
	input: textOf(row, 'input'),
	value: valueOf(row),
	text: textOf(row, 'text'),
	at: {
		file: textOf(row, 'file'),
		sheet: optionalText(row, 'sheet'),
		line: row.line === null ? undefined : Number(row.line),
		cell: optionalText(row, 'cell')
	},
	submission: Number(row.submission)
});

/** The entries in force of a round, in the order of their keys; as of a moment, those received until then. */
export async function entriesInForce(
	connection: DuckDBConnection,
	round: string,
	until: string | null = null
): Promise<readonly EntryInForce[]> {
	const read =
		until === null
			? await connection.runAndReadAll(entriesOfRound, { round })
			: await connection.runAndReadAll(entriesUntil, { round, until });
	return read.getRowObjects().map(entryOf);
}

/** Submissions without the mark of lateness, which is the letter's to say. */
export type Stored = Omit<Received, 'late'> & { readonly round: string; readonly demo: boolean };

/** All submissions of the store in the order received, or those of one round. */
export async function storedSubmissions(
	connection: DuckDBConnection,
	round: string | null
): Promise<readonly Stored[]> {
	const read = await connection.runAndReadAll(
		'SELECT * FROM submissions WHERE $round IS NULL OR round = $round ORDER BY number',
		{ round }
	);
	return read.getRowObjects().map((row) => ({
		number: Number(row.number),
		round: textOf(row, 'round'),
		file: textOf(row, 'file'),
		sha256: textOf(row, 'sha256'),
		bytes: Number(row.bytes),
		sender: optionalText(row, 'sender') ?? null,
		received_at: textOf(row, 'received_at'),
		entries: Number(row.entries),
		districts: row.districts instanceof DuckDBListValue ? row.districts.items.map(String) : [],
		demo: row.demo === true
	}));
}
