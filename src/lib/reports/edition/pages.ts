// Where documents say what their edition changed: pages of their own behind a memo, a few lines under a sheet.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import type { PrintedTable } from '../paper.ts';
import { smallSheet, type Sheet } from '../sheet.ts';
import { listChangeData, makeChanges, narrowChange, sayChanges } from './changes.ts';
import { changesTitle, sumUp } from './words.ts';

/** Of the first edition, and of what is not published, nothing. */
export function makeChangePages(
	view: RoundView,
	office: Sheet
): { readonly content: readonly Content[]; readonly data: readonly PrintedTable[] } {
	const change = view.edition?.change ?? null;
	if (view.edition === undefined || change === null) return { content: [], data: [] };
	const sheet = smallSheet(office);
	return {
		content: [
			{
				text: changesTitle(change),
				headlineLevel: 2,
				pageBreak: 'before',
				bold: true,
				fontSize: sheet.sizes.label,
				lineHeight: 1.3,
				margin: [0, 0, 0, 3]
			},
			...makeChanges(view, change, sheet, view.edition)
		],
		data: listChangeData(view, change)
	};
}

/** The paragraph of a memo; null where there is none. */
export function sumUpChange({ edition }: RoundView): { readonly title: string; readonly text: string } | null {
	const change = edition?.change ?? null;
	return edition === undefined || change === null
		? null
		: { title: changesTitle(change), text: sumUp(edition, change) };
}

/** Of a sheet: what concerns the district or indicator that it is about, a line each. */
export function makeChangeLines(
	view: RoundView,
	{ sizes }: Sheet,
	only: { district?: string; indicator?: string }
): readonly Content[] {
	const change = view.edition?.change ?? null;
	if (view.edition === undefined || change === null) return [];
	const said = sayChanges(view, narrowChange(change, only), only);
	const reason = view.edition.reason ?? '';
	return [
		{
			text: [
				{ text: `${changesTitle(change)}  `, bold: true },
				said.length === 0 ? `${reason} ไม่มีค่า ผล หรืออันดับในแผ่นนี้เปลี่ยน` : reason
			],
			fontSize: sizes.list,
			lineHeight: 1.34,
			margin: [0, 6, 0, 1]
		},
		...said.map((text): Content => ({ text, fontSize: sizes.key, lineHeight: 1.3 }))
	];
}
