// A value before it is known what it should be: what a cell, a JSON value or a form field holds.

/** A number in the very digits it was written in, so that no decimal is lost on the way. */
export interface Numeral {
	readonly numeral: string;
}

/** A cell that gives no value of its own: a formula's error (#DIV/0!), a formula whose result was never saved, or a part of a merged cell. */
export interface BrokenCell {
	readonly broken: 'error' | 'no_result' | 'merged';
	readonly text: string;
}

/** A cell of a table, whichever kind of file it came in. */
export type Cell = string | boolean | Numeral | BrokenCell | null;

export const isNumeral = (raw: unknown): raw is Numeral =>
	typeof raw === 'object' && raw !== null && 'numeral' in raw && typeof raw.numeral === 'string';

export const isBrokenCell = (raw: unknown): raw is BrokenCell =>
	typeof raw === 'object' && raw !== null && 'broken' in raw && 'text' in raw;

/** The text of a cell as its reader sees it; an empty cell is an empty text. */
export const cellText = (cell: Cell | undefined): string => {
	if (cell === null || cell === undefined) return '';
	if (typeof cell === 'string') return cell.trim();
	if (typeof cell === 'boolean') return String(cell);
	return isNumeral(cell) ? cell.numeral : cell.text;
};
