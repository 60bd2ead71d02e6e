// The contents: every chapter with its page, and under it the districts and the indicators, in two columns down the page.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { ink } from '../bar-picture.ts';
import { keepTogether } from './pieces.ts';
import { listChapters, nameChapter, type Entry, type Plan } from './plan.ts';
import type { Sheet } from '../sheet.ts';

export const contentsTitle = 'สารบัญ';
const gutter = 18;
const numberWidth = 34;

export const makeContents = (plan: Plan, sheet: Sheet): Content => [
	{
		text: contentsTitle,
		id: 'contents',
		outline: true,
		outlineText: contentsTitle,
		headlineLevel: 1,
		bold: true,
		fontSize: sheet.sizes.title * 0.84,
		lineHeight: 1.3,
		alignment: 'center',
		margin: [0, 0, 0, 4]
	},
	...listChapters(plan).map((chapter) =>
		keepTogether(
			listEntries([{ id: chapter.id, title: nameChapter(chapter) }], sheet.sizes.body, true, [0, 5, 0, 0]),
			...(chapter.entries.length === 0 ? [] : [listInColumns(chapter.entries, sheet)])
		)
	)
];

function listInColumns(entries: readonly Entry[], sheet: Sheet): Content {
	const half = Math.ceil(entries.length / 2);
	const column = (some: readonly Entry[]): Content =>
		some.length === 0 ? { text: '' } : listEntries(some, sheet.sizes.list, false, [0, 0, 0, 0]);
	return {
		columns: [column(entries.slice(0, half)), column(entries.slice(half))],
		columnGap: gutter,
		margin: [18, 1, 0, 2]
	};
}

/** A dotted rule leads from a title to its page. */
const listEntries = (
	entries: readonly Entry[],
	fontSize: number,
	bold: boolean,
	margin: [number, number, number, number]
): Content => ({
	table: {
		dontBreakRows: true,
		widths: ['*', numberWidth],
		body: entries.map(({ id, title }): TableCell[] => [
			{ text: title, linkToDestination: id, bold },
			{ pageReference: id, alignment: 'right', bold, noWrap: true }
		])
	},
	layout: {
		hLineWidth: (line) => (line === 0 ? 0 : 0.5),
		vLineWidth: () => 0,
		hLineColor: () => ink.faint,
		hLineStyle: () => ({ dash: { length: 0.5, space: 2 } }),
		paddingLeft: () => 0,
		paddingRight: () => 0,
		paddingTop: () => 2,
		paddingBottom: () => -1
	},
	fontSize,
	lineHeight: 1.25,
	margin
});
