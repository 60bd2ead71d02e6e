// Rows of a CSV file, as they come: commas, semicolons or tabs, whichever makes its heading readable.
import Papa from 'papaparse';
import type { Collector } from './collect.ts';
import { readHeading, type FindColumn } from './headings.ts';
import { cellText } from './raw-value.ts';
import { createTableReader, HEADING_ROWS, type TableRow } from './read-table.ts';

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

const chooseDelimiter = (text: string, findColumn: FindColumn): string => {
	const start = text.slice(0, HEADING_TEXT);
	const readable = DELIMITERS.find((delimiter) => {
		const rows: TableRow[] = [];
		eachRow(start, delimiter, HEADING_ROWS, (row) => rows.push(row));
		return rows.some(({ cells }) => readHeading(cells.map(cellText), findColumn) !== undefined);
	});
	return readable ?? ',';
};

/** Reads the table of a text file; answers whether it found one. */
export const readCsv = (source: string, file: string, collector: Collector, findColumn: FindColumn): boolean => {
	const text = source.replace(/\r\n?/g, '\n');
	const reader = createTableReader({ file, mayShift: true, mayBeOther: false }, collector, findColumn);
	eachRow(text, chooseDelimiter(text, findColumn), 0, reader.take);
	return reader.end();
};
