// Headings of the sheets of districts and indicators.
import type { Content, ContentSvg, ContentText } from 'pdfmake/interfaces.js';
import type { Agreement, Indicator } from '../../agreement/schema.ts';
import { ink } from '../bar-picture.ts';
import type { Sheet } from '../sheet.ts';

/** Under a heading at the root of a page: the head of a table and a row of several lines, in points. */
const room = 84;

/** A heading, and beside it in small what it needs to be read. */
export const makeSubhead = (
	text: string,
	about: string | null,
	{ sizes }: Sheet
): ContentText & { readonly room: number } => ({
	text: [
		{ text, bold: true, fontSize: (sizes.body + sizes.list) / 2 },
		...(about === null ? [] : [{ text: `   ${about}`, fontSize: sizes.key, color: ink.soft }])
	],
	headlineLevel: 2,
	lineHeight: 1.25,
	margin: [0, 3, 0, 1],
	room
});

/** ข้อ 4 หนี้กองทุนสตรี; a name that begins with its number says it once. */
export const nameIndicator = ({ indicator, short }: Pick<Indicator, 'indicator' | 'short'>): string =>
	short.startsWith('ข้อ ') ? short : `ข้อ ${indicator} ${short}`;

/** With more indicators than this the rows are set smaller, so that a district still has two pages. */
const mostInFull = 16;

/** Points of the text in a table of a letter's indicators: the same for all districts of the round. */
export function rowSize({ sections }: Pick<Agreement, 'sections'>, { sizes }: Sheet): number {
	const count = sections.reduce((sum, { indicators }) => sum + indicators.length, 0);
	return count > mostInFull ? sizes.key * 0.93 : sizes.key;
}

/** So far down small letters stand on the line of the page's number, in points; an em of it rises so high above its line. */
const besideNumber = ({ body, key }: Sheet['sizes']): number => 1.068 * (body - key);

/** Over every page but the first: whose it is, so that a loose sheet finds its way back. */
export const makeRunningHead =
	(left: string, right: string, { sizes, margins }: Sheet) =>
	(page: number): Content => ({
		columns: [
			{ width: '*', text: left, margin: [0, besideNumber(sizes), 0, 0] },
			{ width: 'auto', text: `- ${page} -`, fontSize: sizes.body },
			{ width: '*', text: right, alignment: 'right', margin: [0, besideNumber(sizes), 0, 0] }
		],
		fontSize: sizes.key,
		color: ink.soft,
		margin: [margins.left, margins.top - 28, margins.right, 0]
	});

/** A picture that says something, in words for those who hear it. */
export const makePicture = (svg: string, width: number, alt: string): ContentSvg & { readonly alt: string } => ({
	svg,
	width,
	alt
});
