// A row of a table on its way through the readers, and where its cells stand.
import type { Place } from '../entry.ts';
import { cellText, type Cell } from '../cells/raw-value.ts';

export interface TableRow {
	readonly cells: readonly Cell[];
	/** line of the text file, or row of the sheet; from 1 */
	readonly line: number;
	/** row as a spreadsheet counts it; from 1 */
	readonly row: number;
	/** quotation marks do not pair, so cells may have run together */
	readonly torn?: boolean;
	/** a filter or a hand hides it from who looks at the sheet */
	readonly hidden?: boolean;
}

/** The table that rows are of. */
export interface Where {
	readonly file: string;
	readonly sheet?: string | undefined;
	/** cells are told apart by commas, so one too many may have shifted the row */
	readonly mayShift: boolean;
	/** several sheets: one without a table may be for people only */
	readonly mayBeOther: boolean;
	/** columns that nobody sees, counted from 0 */
	readonly hiddenColumns?: ReadonlySet<number>;
}

/** 0 is A, 26 is AA. */
export const columnLetter = (index: number): string =>
	(index < 26 ? '' : columnLetter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

export const rowPlace = ({ file, sheet }: Pick<Where, 'file' | 'sheet'>, { line }: TableRow): Place => ({
	file,
	sheet,
	line
});

export const cellPlace = ({ file, sheet }: Pick<Where, 'file' | 'sheet'>, row: TableRow, index: number): Place => ({
	file,
	sheet,
	line: row.line,
	cell: `${columnLetter(index)}${row.row}`
});

/** The text of a cell; empty where there is no such column. */
export const textAt = ({ cells }: TableRow, index: number | undefined): string =>
	index === undefined ? '' : cellText(cells[index]);
