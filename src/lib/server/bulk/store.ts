// A staged table into the stored entries: numbers for names, exact figures, and words as the reader understood them.
import {
	BIGINT,
	BOOLEAN,
	DuckDBDataChunk,
	INTEGER,
	LIST,
	listValue,
	SMALLINT,
	TINYINT,
	VARCHAR,
	type DuckDBConnection,
	type DuckDBType,
	type DuckDBValue
} from '@duckdb/node-api';
import type { Dialect } from './dialect.ts';
import type { Meanings } from './probe.ts';
import { numberInputs } from '../store/entry-inputs.ts';

/** Rows of a chunk of DuckDB. */
const CHUNK_ROWS = 2048;

async function fill(
	connection: DuckDBConnection,
	table: string,
	types: readonly DuckDBType[],
	rows: readonly (readonly DuckDBValue[])[]
): Promise<void> {
	const appender = await connection.createAppender(table, null, 'temp');
	for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
		const some = rows.slice(from, from + CHUNK_ROWS);
		const chunk = DuckDBDataChunk.create(types, some.length);
		chunk.setRows(some);
		appender.appendDataChunk(chunk);
	}
	appender.closeSync();
}

async function writeMeanings(connection: DuckDBConnection, { districts, inputs, words }: Meanings): Promise<void> {
	const numberOf = await numberInputs(connection, [...inputs.values()]);
	await connection.run('CREATE OR REPLACE TEMP TABLE bulk_districts (whom INTEGER, code SMALLINT)');
	await fill(
		connection,
		'bulk_districts',
		[INTEGER, SMALLINT],
		[...districts].map(([whom, code]) => [whom, Number(code)])
	);
	await connection.run('CREATE OR REPLACE TEMP TABLE bulk_inputs (what INTEGER, number INTEGER, counted BOOLEAN)');
	await fill(
		connection,
		'bulk_inputs',
		[INTEGER, INTEGER, BOOLEAN],
		[...inputs].map(([what, one]) => [what, numberOf(one), one.definition.type === 'count'])
	);
	await connection.run(`CREATE OR REPLACE TEMP TABLE bulk_words (what INTEGER, value VARCHAR, text VARCHAR, kind VARCHAR,
		scaled BIGINT, decimals TINYINT, yes BOOLEAN, moment VARCHAR, list BIGINT[])`);
	await fill(
		connection,
		'bulk_words',
		[INTEGER, VARCHAR, VARCHAR, VARCHAR, BIGINT, TINYINT, BOOLEAN, VARCHAR, LIST(BIGINT)],
		words.map(({ what, value, text, means }) => [
			what,
			value,
			text,
			means.kind,
			means.kind === 'number' ? means.scaled : null,
			means.kind === 'number' ? means.decimals : null,
			means.kind === 'bool' ? means.yes : null,
			means.kind === 'moment' ? means.iso : null,
			means.kind === 'list' ? listValue(means.scaled) : null
		])
	);
}

/**
 * Rows without a value are no entries: where there are any, the others are put together, so that their places number them.
 * Not inside a transaction, where rows have no places yet.
 */
export async function closeGaps(connection: DuckDBConnection): Promise<void> {
	await connection.run(
		'CREATE OR REPLACE TEMP TABLE bulk_filled AS SELECT rowid + 2 AS line, * FROM bulk_rows WHERE value IS NOT NULL'
	);
}

/** `gaps`: some rows have no value, and the gaps were closed. */
export async function storeStaged(
	connection: DuckDBConnection,
	submission: number,
	meanings: Meanings,
	{ columns }: Dialect,
	gaps: boolean
): Promise<void> {
	await writeMeanings(connection, meanings);
	const rows = gaps ? 'bulk_filled' : '(SELECT rowid, rowid + 2 AS line, * FROM bulk_rows)';
	const column = columns.indexOf('value') + 1;
	await connection.run(
		`INSERT INTO entry_rows
		SELECT $submission, b.rowid, d.code, i.number, 'number', b.scaled,
			CASE WHEN i.counted OR b.scaled % 1000000 = 0 AND NOT contains(b.value, '.') THEN 0
				ELSE length(b.value) - instr(b.value, '.') END,
			NULL, NULL, NULL, b.value, NULL, b.line, ${column}, NULL
		FROM ${rows} b JOIN bulk_districts d USING (whom) JOIN bulk_inputs i USING (what)
		WHERE b.scaled IS NOT NULL`,
		{ submission }
	);
	await connection.run(
		`INSERT INTO entry_rows
		SELECT $submission, b.rowid, d.code, i.number, w.kind, w.scaled, w.decimals, w.yes, w.moment, w.list, w.text, NULL,
			b.line, ${column}, NULL
		FROM ${rows} b JOIN bulk_districts d USING (whom) JOIN bulk_inputs i USING (what) JOIN bulk_words w USING (what, value)
		WHERE b.scaled IS NULL`,
		{ submission }
	);
}
