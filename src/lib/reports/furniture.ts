// What stands on the pages of a document besides its words: running head and foot, the secrecy of the paper, marks behind the text.
import type { Content, Watermark } from 'pdfmake/interfaces.js';
import type { PaperSettings, RoundView } from '../ranking/round.ts';
import type { Digits } from '../thai/digits.ts';
import { demoMark } from './memo/words.ts';
import type { Paper, PaperPart, RunningPart } from './paper.ts';
import type { Sheet } from './sheet.ts';
import { writeDigitsOf } from './written-digits.ts';

const draftMark = 'ร่าง';
/** The secrecy of a paper is written larger than its text and in red, at the head and foot of every page. */
const secrecyInk = '#c00000';
/** points from the edge of the paper to the letters */
const secrecyEdge = 14;
/** centimetres; a page number and the secrecy over it need this much */
const secrecyRoom = 2.2;
const numberAbove = 28;

/** A secret paper has room at its head and foot for saying so. */
export function makeRoom(settings: PaperSettings): PaperSettings {
	if (settings.secrecy === null) return settings;
	const { top, bottom, ...sides } = settings.margins;
	return {
		...settings,
		margins: { ...sides, top: Math.max(top, secrecyRoom), bottom: Math.max(bottom, secrecyRoom) }
	};
}

/** So light that the text over it reads as on white paper. */
export function makeWatermark(view: RoundView): Watermark | null {
	const text = [view.office.paper.draft ? draftMark : null, view.demo ? demoMark : null]
		.filter((one) => one !== null)
		.join(' ');
	return text === '' ? null : { text, font: 'Sarabun', bold: true, opacity: 0.04, angle: -50 };
}

type Header = (page: number, pages: number) => Content;

export interface Furniture {
	/** over the pages of one part; `null` where a document has no parts */
	readonly headOf: (part: RunningPart | null) => Header;
	readonly footer: Header;
}

/** `standing`: what every page says of being published. */
export function makeFurniture(
	{ head, foot }: Paper,
	standing: (page: number) => Content,
	sheet: Sheet,
	digits: Digits
): Furniture {
	const { settings, sizes, margins } = sheet;
	const number: NonNullable<Paper['head']> = (nth) => ({
		text: `- ${nth} -`,
		alignment: 'center',
		// the head of a page holds one line, however large
		lineHeight: 1,
		margin: [margins.left, margins.top - numberAbove, margins.right, 0]
	});
	const secrecy = (y: number): Content[] =>
		settings.secrecy === null
			? []
			: [
					{
						text: settings.secrecy,
						bold: true,
						fontSize: sizes.label,
						lineHeight: 1,
						color: secrecyInk,
						alignment: 'center',
						absolutePosition: { x: 0, y }
					}
				];
	// a place in the foot is told from where the foot begins
	const lowest = margins.bottom - secrecyEdge - sizes.label * 1.3;
	return {
		headOf: (part) => (nth, pages) => [
			...secrecy(secrecyEdge),
			...(nth === 1 ? [] : [writeDigitsOf((head ?? number)(nth, pages, part), digits)])
		],
		footer: (nth, pages) => [
			...secrecy(lowest),
			writeDigitsOf(standing(nth), digits),
			...(foot === undefined ? [] : [writeDigitsOf(foot(nth, pages), digits)])
		]
	};
}

/** Every part of a document gets the head that speaks of it. */
export const putHeads = (content: Content, headOf: Furniture['headOf']): Content =>
	Array.isArray(content)
		? content.map((node) => (isPart(node) ? { ...node, header: headOf(node.running) } : node))
		: content;

const isPart = (node: Content): node is PaperPart => typeof node === 'object' && 'running' in node;
