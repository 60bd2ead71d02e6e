// Whether a file is a plain tidy table: one line a row, one heading above, five columns, no quotation marks. Such a table DuckDB
// reads by itself; anything else is for the reader that goes row by row.
import { isUtf8 } from 'node:buffer';
import { nameKey } from '../../thai/spelling.ts';

export interface Dialect {
	/** the first line as it stands */
	readonly heading: string;
	readonly delimiter: string;
	readonly newline: '\n' | '\r\n';
	/** columns by what they hold, in the order they stand in */
	readonly columns: readonly BulkColumn[];
}
export type BulkColumn = 'district' | 'section' | 'indicator' | 'input' | 'value';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LINE_FEED = 10;
const RETURN = 13;
const MOST_HEADING = 1000;

const HEADINGS: ReadonlyMap<string, BulkColumn> = new Map([
	['district', 'district'],
	['อำเภอ', 'district'],
	['section', 'section'],
	['ส่วน', 'section'],
	['indicator', 'indicator'],
	['ตัวชี้วัด', 'indicator'],
	['input', 'input'],
	['รายการ', 'input'],
	['value', 'value'],
	['ค่า', 'value']
]);

function columnsOf(heading: string, delimiter: string): readonly BulkColumn[] | null {
	const columns = heading.split(delimiter).flatMap((text) => HEADINGS.get(nameKey(text)) ?? []);
	return heading.split(delimiter).length === 5 && new Set(columns).size === 5 ? columns : null;
}

/** Every line ends in the same way. */
function newlineOf(bytes: Uint8Array): Dialect['newline'] | null {
	if (!bytes.includes(RETURN)) return '\n';
	for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1))
		if (bytes[at - 1] !== RETURN) return null;
	for (let at = bytes.indexOf(RETURN); at >= 0; at = bytes.indexOf(RETURN, at + 1))
		if (bytes[at + 1] !== LINE_FEED) return null;
	return '\r\n';
}

/** Null where the file is not plain. */
export function readDialect(bytes: Uint8Array): Dialect | null {
	const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = all.indexOf(LINE_FEED);
	if (end < 0 || end > MOST_HEADING || all.includes('"') || all.includes(0) || !isUtf8(all)) return null;
	const newline = newlineOf(all);
	if (newline === null || all.includes(newline + newline)) return null;
	const heading = all.toString('utf8', 0, end).replace(/^\ufeff|\r$/g, '');
	for (const delimiter of DELIMITERS) {
		const columns = columnsOf(heading, delimiter);
		if (columns !== null) return { heading, delimiter, newline, columns };
	}
	return null;
}

const LETTERS = 'ABCDE';

/** The letter of the column that holds the values. */
export const valueLetter = ({ columns }: Dialect): string => LETTERS.charAt(columns.indexOf('value'));
