// What every document is: content composed in Arabic digits, its running head, and the data that is printed in it.
// It is laid out here once for all, by the office's settings, so that the documents of an office look of one hand.
import type { Content, ContentSection, Style, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { DataTable } from '../charts/chart-sheet.ts';
import type { RoundView } from '../ranking/round.ts';
import type { Digits } from '../thai/digits.ts';
import { attachData } from './attached-data.ts';
import { makeSeal, makeSealRoom, makeStandingLine, putSeal } from './edition/seal.ts';
import { makeFurniture, makeRoom, makeWatermark, putHeads } from './furniture.ts';
import { officeName } from './memo/words.ts';
import { makeSheet, type Sheet } from './sheet.ts';
import { lineHeight } from './typesetting/sizes.ts';
import { writeDigitsOf, writeText } from './written-digits.ts';

/** Exactly what a document prints, for its attachments: a cell is what stands on the paper before digits are chosen. */
export type PrintedTable = DataTable;

/** What pages of one part say over themselves. */
export interface RunningPart {
	readonly chapter: string;
	/** the district or indicator the pages speak of, '' where they speak of none */
	readonly about: string;
}
/** A part of a document, on pages of its own: a section at the root of the content. */
export interface PaperPart extends ContentSection {
	readonly running: RunningPart;
}

/**
 * Signs of structure that documents put into their content and the structure tree reads: `headlineLevel` 1–4 on a
 * heading, `headerRows` on a table, `alt` on every `svg` or `image` that says something (one without is decoration).
 * `room` on a heading: it begins a new page unless so many points are left below it.
 */
export interface Paper {
	/** title of the window and of the archive */
	readonly title: string;
	readonly content: Content;
	/**
	 * Over every page from the second on; the page number “- 2 -” where it is left out. `part` is the `running` of the
	 * section the page belongs to.
	 */
	readonly head?: (page: number, pages: number, part: RunningPart | null) => Content;
	readonly foot?: (page: number, pages: number) => Content;
	readonly breakBefore?: NonNullable<TDocumentDefinitions['pageBreakBefore']>;
	readonly data: readonly PrintedTable[];
}

/** Writes one document; the sheet is the office's. Pure: the same view and options give the same paper. */
export type WritePaper = (view: RoundView, sheet: Sheet) => Paper;

/** `digits` other than the office's when the reader asks for them. `name`: as the document is asked for by it. */
export function layPaper(view: RoundView, write: WritePaper, digits: Digits, name = ''): TDocumentDefinitions {
	const settings = makeRoom(makeSealRoom(view, view.office.paper));
	const sheet = makeSheet(settings);
	const paper = write(view, sheet);
	const { margins, sizes } = sheet;
	const style: Style & { keepTogether: readonly string[]; digits: Digits } = {
		font: 'Sarabun',
		fontSize: sizes.body,
		lineHeight,
		keepTogether: [view.province.name, ...view.province.districts.map(({ name }) => name)],
		digits
	};
	const { edition, agreement } = view;
	const written = new Date(
		edition?.published_at ?? view.newest ?? `${agreement.dated ?? agreement.from}T00:00:00+07:00`
	);
	const furniture = makeFurniture(paper, makeStandingLine(view, sheet), sheet, digits);
	const mark = makeWatermark(view);
	return {
		version: '1.7',
		subset: 'PDF/A-3b',
		tagged: true,
		displayTitle: true,
		pageSize: 'A4',
		pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
		language: 'th-TH',
		info: {
			title: writeText(paper.title, digits),
			author: officeName(view),
			creator: 'watphon',
			producer: 'watphon',
			// by which a file is known again as a document of its edition
			...(edition === undefined ? {} : { keywords: `${edition.code} ${view.id} ${name} ${digits}` }),
			creationDate: written,
			modDate: written
		},
		defaultStyle: style,
		header: furniture.headOf(null),
		footer: furniture.footer,
		...(mark === null ? {} : { watermark: mark }),
		...(paper.breakBefore === undefined ? {} : { pageBreakBefore: paper.breakBefore }),
		// pdfmake's types do not know when a file was written
		files: { ...attachData(paper.title, paper.data, written) },
		content: putHeads(putSeal(writeDigitsOf(paper.content, digits), makeSeal(view, sheet, digits)), furniture.headOf)
	};
}
