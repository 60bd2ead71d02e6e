// A value before it is known what it should be: what a cell, a JSON value or a form field holds.

/** A number in the very digits it was written in, so that no decimal is lost on the way. */
export interface Numeral {
	readonly numeral: string;
	/** the cell shows it with a percent sign; the numeral is of percents already */
	readonly percent?: true;
	/** its workbook counts days from 1904, not from 1900 */
	readonly from1904?: true;
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

const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** Most texts: letters and signs of ASCII, spaces only between them. */
const ALL_SEEN = /^[!-~](?:[ -~]*[!-~])?$/;

/** A text without what nobody sees: spaces around it, characters of no width. */
export const seenText = (text: string): string => (ALL_SEEN.test(text) ? text : text.replace(UNSEEN, '').trim());

/** The text of a cell as its reader sees it; an empty cell is an empty text. */
export const cellText = (cell: Cell | undefined): string => {
	if (cell === null || cell === undefined) return '';
	if (typeof cell === 'string') return seenText(cell);
	if (typeof cell === 'boolean') return String(cell);
	if (isNumeral(cell)) return cell.percent === true ? `${cell.numeral}%` : cell.numeral;
	return cell.text;
};
