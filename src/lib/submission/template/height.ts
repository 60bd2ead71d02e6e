// How high a row must be for its longest wrapped text. Spreadsheets do not all work that out when they open a file, so it is written
// into it, a little generously: the font at hand may be a wider one.
import type { CellStyle } from 'hucre/xlsx';
import { FONT } from './cells.ts';

const words = new Intl.Segmenter('th', { granularity: 'word' });
/** Vowels and tones that stand above or below their consonant take no room of their own. */
const MARKS = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g;
/** A digit of the workbook's font is the unit of a column's width. */
const UNIT_SIZE = FONT.size;
const LINE = 1.45;
/** Beside the text of a cell, in units. */
const PADDING = 1;
/** A letter beside a digit, on the wide side of the fonts in use. */
const LETTER = 1.06;
/** Higher no spreadsheet shows a row, in points. */
const HIGHEST = 409;

const lengthOf = (text: string): number => text.replace(MARKS, '').length * LETTER;

/** Lines that a text fills in a column of so many of its own letters. */
export const countLines = (text: string, room: number): number =>
	text.split('\n').reduce((lines, paragraph) => {
		let used = 0;
		let filled = 1;
		for (const { segment } of words.segment(paragraph)) {
			const length = lengthOf(segment);
			if (used + length > room && used > 0 && segment.trim() !== '') {
				filled += 1;
				used = 0;
			}
			// A word longer than the line is broken anywhere.
			filled += Math.floor(Math.max(0, used + length - 0.01) / room);
			used = (used + length) % room;
		}
		return lines + filled;
	}, 0);

export interface WrappedText {
	readonly text: string;
	readonly style: CellStyle;
	/** of its column, in digits of the workbook's font */
	readonly width: number;
}

/** In points. Texts that do not wrap are one line. */
export const heightOf = (texts: readonly WrappedText[]): number => {
	const heights = texts.map(({ text, style, width }) => {
		const size = style.font?.size ?? UNIT_SIZE;
		const room = ((width - PADDING) * UNIT_SIZE) / size;
		const lines = style.alignment?.wrapText === true ? countLines(text, room) : 1;
		return lines * size * LINE;
	});
	return Math.min(HIGHEST, Math.ceil(Math.max(UNIT_SIZE * LINE, ...heights)) + 3);
};
