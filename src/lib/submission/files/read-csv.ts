// Rows of a CSV file, as they come: commas, semicolons or tabs, whichever makes its heading readable.
import Papa from 'papaparse';
import type { Collector } from '../collect.ts';
import { findLongQuote } from '../tables/find-long-quote.ts';
import { guardRows } from '../tables/guard-rows.ts';
import { hasHeading, HEADING_ROWS } from '../tables/heading-search.ts';
import type { HeadingFinder } from '../tables/headings.ts';
import { cellText } from '../cells/raw-value.ts';
import { createTableReader } from '../tables/read-table.ts';
import { sayOpenQuote } from '../sentences/sentences.ts';
import type { TableRow } from '../tables/table-row.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Enough text to hold the rows that may be a heading. */
const HEADING_TEXT = 200_000;

const countLines = (cells: readonly string[]): number =>
	cells.reduce((lines, cell) => lines + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 1);

const eachRow = (text: string, delimiter: string, most: number, take: (row: TableRow) => void): void => {
	let line = 1;
	let row = 1;
	Papa.parse<string[]>(text, {
		delimiter,
		newline: '\n',
		preview: most,
		step: ({ data, errors }) => {
			take({ cells: data, line, row, torn: errors.some(({ type }) => type === 'Quotes') });
			line += countLines(data);
			row += 1;
		}
	});
};

const chooseDelimiter = (text: string, finder: HeadingFinder): string => {
	const start = text.slice(0, HEADING_TEXT);
	const tried = DELIMITERS.map((delimiter) => {
		const rows: (readonly string[])[] = [];
		eachRow(start, delimiter, HEADING_ROWS, ({ cells }) => rows.push(cells.map(cellText)));
		return { delimiter, rows, cells: rows.reduce((sum, { length }) => sum + length, 0) };
	});
	const most = tried.reduce((best, one) => (one.cells > best.cells ? one : best));
	return (tried.find(({ rows }) => hasHeading(rows, finder)) ?? most).delimiter;
};

/** Reads the table of a text file; answers whether it found one. */
export const readCsv = (source: string, file: string, collector: Collector, finder: HeadingFinder): boolean => {
	const text = source.replace(/\r\n?/g, '\n');
	const torn = findLongQuote(text);
	if (torn !== undefined) {
		collector.report('error', 'open_quote', { file, line: torn }, sayOpenQuote);
		return false;
	}
	const table = createTableReader({ file, mayShift: true, mayBeOther: false }, collector, finder);
	const reader = guardRows(table, { file }, collector);
	eachRow(text, chooseDelimiter(text, finder), 0, reader.take);
	return reader.end();
};
