// Entries into the database and out of it again, without a digit changed.
import { DuckDBListValue, LIST, BIGINT, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import type { Entry, EntryValue } from '../submission/entry.ts';
import type { EntryInForce, Received } from '../ranking/round.ts';
import entriesOfRound from './entries_of_round.sql?raw';
import entriesUntil from './entries_until.sql?raw';

const bigintList = LIST(BIGINT);

/** Adds the entries of one submission, in the order of its file. */
export async function storeEntries(
	connection: DuckDBConnection,
	submission: number,
	round: string,
	entries: readonly Entry[]
): Promise<void> {
	const rows = await connection.createAppender('entries');
	const text = (value: string | undefined | null) => (value == null ? rows.appendNull() : rows.appendVarchar(value));
	for (const [ordinal, entry] of entries.entries()) {
		const { value } = entry;
		rows.appendInteger(submission);
		rows.appendInteger(ordinal);
		for (const word of [round, entry.district, entry.section, entry.indicator, entry.input, value.kind]) {
			rows.appendVarchar(word);
		}
		if (value.kind === 'number') {
			rows.appendBigInt(value.scaled);
			rows.appendInteger(value.decimals);
		} else {
			rows.appendNull();
			rows.appendNull();
		}
		if (value.kind === 'bool') rows.appendBoolean(value.yes);
		else rows.appendNull();
		text(value.kind === 'moment' ? value.iso : null);
		if (value.kind === 'list') rows.appendList(value.scaled, bigintList);
		else rows.appendNull();
		rows.appendVarchar(entry.text);
		text(entry.at.sheet);
		if (entry.at.line === undefined) rows.appendNull();
		else rows.appendInteger(entry.at.line);
		text(entry.at.cell);
		rows.endRow();
	}
	rows.closeSync();
}

type Row = Record<string, DuckDBValue>;
const textOf = (row: Row, column: string) => String(row[column]);
const optionalText = (row: Row, column: string) => (row[column] === null ? undefined : String(row[column]));

function valueOf(row: Row): EntryValue {
	switch (row.kind) {
		case 'number':
			return { kind: 'number', scaled: row.scaled as bigint, decimals: Number(row.decimals) };
		case 'bool':
			return { kind: 'bool', yes: row.yes === true };
		case 'moment':
			return { kind: 'moment', iso: optionalText(row, 'moment') ?? null };
		case 'list':
			return { kind: 'list', scaled: row.list instanceof DuckDBListValue ? (row.list.items as bigint[]) : [] };
		default:
			return { kind: 'bad' };
	}
}

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
	return read.getRowObjects().map((row) => ({
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
	}));
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
