// A plain tidy table read by DuckDB itself: texts of names become codes, plain figures exact numbers, and every different thing
// the table says is counted once.
import type { DuckDBConnection } from '@duckdb/node-api';
import type { BulkColumn, Dialect } from './dialect.ts';

/** The texts a column of names holds; a code is a place in this list. */
export type Texts = readonly string[];
export interface BulkNames {
	readonly district: Texts;
	readonly section: Texts;
	readonly indicator: Texts;
	readonly input: Texts;
}
type NameColumn = keyof BulkNames;
export const nameColumns = ['district', 'section', 'indicator', 'input'] as const satisfies readonly NameColumn[];

/** More than a letter of the whole country has. */
const MOST_TEXTS = 10_000;
/** No name is as long. */
const LONGEST_TEXT = 1000;

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

const tableAt = (path: string, { delimiter, newline, columns }: Dialect) => {
	const types = columns.map((column) => `${quoted(column)}: 'VARCHAR'`).join(', ');
	const line = newline === '\n' ? '\\n' : '\\r\\n';
	return `read_csv(${quoted(path)}, auto_detect = false, header = true, delim = ${quoted(delimiter)}, quote = '', escape = '',
		new_line = '${line}', columns = {${types}})`;
};

/**
 * A figure in millionths where it is written plainly: digits, at most twelve, and at most six decimals. Whole numbers, which most
 * are, are known by being written as DuckDB writes them.
 */
const SCALED = `CASE
	WHEN length(value) <= 12 AND TRY_CAST(value AS BIGINT)::VARCHAR = value THEN TRY_CAST(value AS BIGINT) * 1000000
	WHEN regexp_full_match(value, '-?[0-9]{1,12}(\\.[0-9]{1,6})?') THEN
		TRY_CAST(replace(value, '.', '') AS BIGINT)
			* (10 ** (6 - CASE instr(value, '.') WHEN 0 THEN 0 ELSE length(value) - instr(value, '.') END))::BIGINT
END`;

const codeOf = (column: BulkColumn, texts: Texts) =>
	`enum_code(TRY_CAST(${column} AS ENUM(${texts.map(quoted).join(', ')})))::INTEGER`;

/**
 * Reads the table into `bulk_rows`, in its order. Answers whether every name is among those given.
 * Throws where the file is not the plain table it was taken for.
 */
async function readRows(
	connection: DuckDBConnection,
	path: string,
	dialect: Dialect,
	names: BulkNames
): Promise<boolean> {
	const { indicator, input } = names;
	await connection.run(`CREATE OR REPLACE TEMP TABLE bulk_rows AS
		SELECT ${codeOf('district', names.district)} AS whom,
			(${codeOf('section', names.section)} * ${indicator.length} + ${codeOf('indicator', indicator)}) * ${input.length}
				+ ${codeOf('input', input)} AS what,
			value, ${SCALED} AS scaled
		FROM ${tableAt(path, dialect)}`);
	const strange = await connection.runAndReadAll(
		'SELECT count(*)::INTEGER FROM bulk_rows WHERE whom IS NULL OR what IS NULL'
	);
	return strange.getRows()[0]?.[0] === 0;
}

const isName = (text: unknown): text is string => typeof text === 'string' && text.length <= LONGEST_TEXT;

/** The texts that stand in the columns of names; null where there are more than any letter has. */
async function listNames(connection: DuckDBConnection, path: string, dialect: Dialect): Promise<BulkNames | null> {
	const found = new Map<NameColumn, Texts>();
	for (const column of nameColumns) {
		const read = await connection.runAndReadAll(
			`SELECT DISTINCT ${column} FROM ${tableAt(path, dialect)} LIMIT ${MOST_TEXTS + 1}`
		);
		const texts = read.getRows().map(([text]) => text);
		if (texts.length > MOST_TEXTS || !texts.every(isName)) return null;
		found.set(column, texts.toSorted());
	}
	const textsOf = (column: NameColumn) => found.get(column) ?? [];
	return {
		district: textsOf('district'),
		section: textsOf('section'),
		indicator: textsOf('indicator'),
		input: textsOf('input')
	};
}

/** Reads the table by the names expected, or by those it has. Null where it has names beyond all measure. */
export async function readBulkTable(
	connection: DuckDBConnection,
	path: string,
	dialect: Dialect,
	expected: BulkNames
): Promise<BulkNames | null> {
	if (await readRows(connection, path, dialect, expected)) return expected;
	const names = await listNames(connection, path, dialect);
	return names !== null && (await readRows(connection, path, dialect, names)) ? names : null;
}

/** What a row says, as it stands in the file. */
export interface BulkRow {
	readonly whom: number;
	readonly what: number;
	readonly value: string;
	/** millionths, of a plain figure */
	readonly scaled: bigint | null;
}

/** The plain figures of one input. */
export interface Figures {
	readonly what: number;
	readonly lowest: bigint;
	readonly highest: bigint;
	/** one of them is not whole */
	readonly broken: boolean;
}

export interface Surveyed {
	/** rows with a value */
	readonly filled: number;
	readonly empty: number;
	/** no two rows with a value are about the same input of the same district */
	readonly single: boolean;
	readonly figures: readonly Figures[];
	/** rows of the table that between them say everything it says: the first, every name, every word, the lowest and highest figures */
	readonly rows: readonly BulkRow[];
}

const MOST_ROWS = 60_000;
const FIRST_ROWS = 40;
/** Bits that one set may have. */
const MOST_BITS = 200_000_000;

/** Null where the table says too many different things to be looked at one by one. */
export async function surveyTable(connection: DuckDBConnection, names: BulkNames): Promise<Surveyed | null> {
	const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJS();
	const whats = names.section.length * names.indicator.length * names.input.length;
	if (whats * names.district.length > MOST_BITS) return null;
	const [counts] = await rowsOf(`SELECT count(value)::INTEGER, count(*)::INTEGER,
		bit_count(bitstring_agg(whom * ${whats} + what, 0, ${Math.max(whats * names.district.length - 1, 1)}) FILTER (value IS NOT NULL))
		FROM bulk_rows`);
	const [filled = 0, all = 0, different = 0] = (counts ?? []).map(Number);
	const figures = await rowsOf(`SELECT what, min(scaled), max(scaled), bool_or(scaled % 1000000 <> 0),
		arg_min(rowid, scaled), arg_max(rowid, scaled) FROM bulk_rows WHERE scaled IS NOT NULL GROUP BY what ORDER BY what`);
	const words = await rowsOf(`SELECT min(rowid) FROM bulk_rows WHERE value IS NOT NULL AND scaled IS NULL
		GROUP BY what, value LIMIT ${MOST_ROWS + 1}`);
	if (words.length > MOST_ROWS || filled === 0) return null;
	const districts = await rowsOf('SELECT min(rowid) FROM bulk_rows WHERE value IS NOT NULL GROUP BY whom');
	const places = [
		...figures.flatMap((row) => row.slice(4)),
		...words.flat(),
		...districts.flat(),
		...Array.from({ length: FIRST_ROWS }, (_, n) => n)
	];
	const chosen = await rowsOf(`SELECT whom, what, value, scaled FROM bulk_rows
		WHERE value IS NOT NULL AND rowid IN (SELECT unnest([${[...new Set(places.map(String))].join(', ')}]::BIGINT[])) ORDER BY rowid`);
	return {
		filled,
		empty: all - filled,
		single: different === filled,
		figures: figures.map(([what, lowest, highest, broken]) => ({
			what: Number(what),
			lowest: lowest as bigint,
			highest: highest as bigint,
			broken: broken === true
		})),
		rows: chosen.map(([whom, what, value, scaled]) => ({
			whom: Number(whom),
			what: Number(what),
			value: typeof value === 'string' ? value : '',
			scaled: scaled as bigint | null
		}))
	};
}
