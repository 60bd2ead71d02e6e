// What the chapters of a book are put together from: parts on pages of their own, headings that are found again, paragraphs,
// and the one look of its tables.
import type { Content, ContentText, TableCell, TableLayout } from 'pdfmake/interfaces.js';
import { measureEm } from '../../charts/measure-text.ts';
import { toThaiDigits } from '../../thai/digits.ts';
import { ink } from '../bar-picture.ts';
import { nameChapter, type Chapter } from './plan.ts';
import type { PaperPart } from '../paper.ts';
import type { Sheet } from '../sheet.ts';
import { layTable, type TableParts } from '../typesetting/lay-table.ts';

/** An office's own font may be a little wider than the one measured. */
const spare = 1.04;
export const widthOf = (text: string, size: number, weight: 'regular' | 'bold' = 'regular'): number =>
	measureEm(toThaiDigits(text), weight) * size * spare;

/** Pages of a chapter; `about` is what stands at the head of them besides the chapter. */
export const makePart = (chapter: Chapter, about: string, section: Content): PaperPart => ({
	section,
	running: { chapter: nameChapter(chapter), about }
});

/** The first line of a chapter, bookmarked. */
export const makeOpening = (chapter: Chapter, sheet: Sheet): Content => ({
	text: nameChapter(chapter),
	id: chapter.id,
	outline: true,
	outlineText: nameChapter(chapter),
	outlineExpanded: false,
	headlineLevel: 1,
	bold: true,
	fontSize: sheet.sizes.title * 0.84,
	lineHeight: 1.3,
	margin: [0, 0, 0, 6]
});

/** `room`: for the heading, the head of a table and a row of it. */
export const makeHeading = (text: string, sheet: Sheet): ContentText & { readonly room: number } => ({
	text,
	headlineLevel: 2,
	room: 96,
	bold: true,
	fontSize: sheet.sizes.label,
	lineHeight: 1.3,
	margin: [0, 10, 0, 3]
});

export const makeParagraph = (text: ContentText['text'], sheet: Sheet): Content => ({
	text,
	leadingIndent: sheet.indent,
	alignment: 'justify',
	margin: [0, 0, 0, 4]
});

/** A note under or above a table. */
export const makeNote = (text: ContentText['text'], sheet: Sheet): Content => ({
	text,
	fontSize: sheet.sizes.list,
	color: ink.soft,
	lineHeight: 1.35,
	margin: [0, 0, 0, 4]
});

/** A list numbered in the digits of the document, which pdfmake's own lists are not. Its first item is a content of its own. */
export const makeNumbered = (
	texts: readonly ContentText['text'][],
	fontSize: number,
	lineHeight = 1.4
): readonly Content[] =>
	texts.map((text, nth) => ({
		columns: [
			{ width: fontSize * 1.5, text: `${nth + 1}.` },
			{ width: '*', text }
		],
		columnGap: 0,
		fontSize,
		lineHeight,
		margin: [0, 0, 0, 1]
	}));

/** A heading never stands alone at the foot of a page: it moves with the first thing it heads, which must be small. */
export const keepTogether = (...content: readonly Content[]): Content => ({ stack: [...content], unbreakable: true });

export const head = (
	text: ContentText['text'],
	sheet: Sheet,
	alignment: 'left' | 'right' | 'center' = 'left'
): TableCell => ({
	text,
	alignment,
	fontSize: sheet.sizes.key,
	color: ink.soft,
	lineHeight: 1.2
});

/** Hairlines between rows, a stronger one under the head. `heads`: rows of the head. */
export const ruled = (heads: number): TableLayout => ({
	hLineWidth: (line) => (line < heads ? 0 : line === heads ? 0.7 : 0.25),
	vLineWidth: () => 0,
	hLineColor: (line) => (line === heads ? ink.text : ink.line),
	paddingLeft: (column) => (column === 0 ? 0 : 3),
	paddingRight: (column, node) => (column === (node.table.widths?.length ?? 0) - 1 ? 0 : 3),
	paddingTop: () => 2.6,
	paddingBottom: () => 0.8
});

/** A table whose head stands on every page it reaches, whose rows never split, and whose head never stands without a row. */
export const makeTable = (parts: TableParts, sheet: Sheet): Content => ({
	table: layTable(parts),
	layout: ruled(parts.heads.length),
	fontSize: sheet.sizes.table,
	lineHeight: 1.25,
	margin: [0, 0, 0, 6]
});
