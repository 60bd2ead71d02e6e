// A table as CSV text that a spreadsheet opens in Thai, and in which nobody's words become a formula.
import type { DataTable } from './chart-sheet.ts';

type Cell = DataTable['rows'][number][number];

/** Without it spreadsheets take Thai for another encoding. */
const byteOrderMark = '\ufeff';

/** What spreadsheets take for the beginning of a formula; the wide signs are narrowed by some on opening. */
const beginsFormula = /^[=+\-@\t\r\n＝＋－＠]/;
/** A figure or a dash is one sign of these and harmless. */
const isHarmless = /^(?:[+-]?\d[\d,]*(?:\.\d+)?%?|-+)$/;

/** The text with an apostrophe before it where a spreadsheet would run it; the apostrophe makes it text, and is shown. */
const defuse = (text: string): string => (beginsFormula.test(text) && !isHarmless.test(text) ? `'${text}` : text);

function writeCell(cell: Cell): string {
	const text = cell === null ? '' : typeof cell === 'string' ? defuse(cell) : String(cell);
	// where a semicolon or tab tells columns apart, one in a text would begin a new cell
	return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Numbers stay numbers, also below zero. */
export const writeCsvText = ({ columns, rows }: Pick<DataTable, 'columns' | 'rows'>): string =>
	byteOrderMark + [columns, ...rows].map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
