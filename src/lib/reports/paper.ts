// What every document is: content composed in Arabic digits, its running head, and the data that is printed in it.
// laid out here once for all, by the office's settings, so that the documents of an office look of one hand.
import type { Content, Style, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { RoundView } from '../ranking/round.ts';
import type { Digits } from '../thai/digits.ts';
import { demoMark, officeName } from './memo-words.ts';
import { makeSheet, type Sheet } from './sheet.ts';
import { lineHeight } from './typesetting/sizes.ts';
import { writeDigitsOf } from './written-digits.ts';

/** Exactly what a document prints, for its attachments: a cell is what stands on the paper before digits are chosen. */
export interface PrintedTable {
	/** file name without ending, Latin: ranking-team */
	readonly name: string;
	/** in Thai */
	readonly title: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * Signs of structure that documents put into their content and the structure tree reads: `headlineLevel` 1–4 on a
 * heading, `headerRows` on a table, `alt` on every `svg` or `image` that says something (one without is decoration).
 */
export interface Paper {
	/** title of the window and of the archive */
	readonly title: string;
	readonly content: Content;
	/** over every page from the second on; the page number “- 2 -” where it is left out */
	readonly head?: (page: number, pages: number) => Content;
	readonly foot?: (page: number, pages: number) => Content;
	readonly breakBefore?: NonNullable<TDocumentDefinitions['pageBreakBefore']>;
	readonly data: readonly PrintedTable[];
}

/** Writes one document; the sheet is the office's. Pure: the same view and options give the same paper. */
export type WritePaper = (view: RoundView, sheet: Sheet) => Paper;

/** `digits` other than the office's when the reader asks for them. */
export function layPaper(view: RoundView, write: WritePaper, digits: Digits): TDocumentDefinitions {
	const sheet = makeSheet(view.office.paper);
	const paper = write(view, sheet);
	const { margins, sizes } = sheet;
	const style: Style & { keepTogether: readonly string[] } = {
		font: 'Sarabun',
		fontSize: sizes.body,
		lineHeight,
		keepTogether: [view.province.name, ...view.province.districts.map(({ name }) => name)]
	};
	const written = new Date(view.newest ?? `${view.agreement.dated ?? view.agreement.from}T00:00:00+07:00`);
	const number = (page: number): Content => ({
		text: `- ${page} -`,
		alignment: 'center',
		margin: [margins.left, margins.top - 28, margins.right, 0]
	});
	const { head = number, foot } = paper;
	return {
		pageSize: 'A4',
		pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
		language: 'th-TH',
		info: {
			title: paper.title,
			author: officeName(view),
			creator: 'watphon',
			producer: 'watphon',
			creationDate: written,
			modDate: written
		},
		defaultStyle: style,
		header: (page, pages) => (page === 1 ? '' : writeDigitsOf(head(page, pages), digits)),
		...(foot === undefined
			? {}
			: { footer: (page: number, pages: number) => writeDigitsOf(foot(page, pages), digits) }),
		...(view.demo ? { watermark: { text: demoMark, font: 'Sarabun', bold: true, opacity: 0.04, angle: -50 } } : {}),
		...(paper.breakBefore === undefined ? {} : { pageBreakBefore: paper.breakBefore }),
		content: writeDigitsOf(paper.content, digits)
	};
}
