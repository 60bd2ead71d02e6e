// Whether words fit a page, before they are laid: a letter that runs over by a line or two is set a little tighter instead.
import { measureEm } from '../charts/measure-text.ts';
import { toThaiDigits } from '../thai/digits.ts';
import type { Sheet } from './sheet.ts';
import { lineHeight } from './typesetting/sizes.ts';

/** Ascent and descent of the font together, in em. */
const em = 1.3;
/** Lines end at words, so they are not quite full; bold words and an office's own font are a little wider. */
const filled = 0.97;
const spare = 1.01;

/** Lines of a paragraph, its first line indented. */
export const countLines = (text: string, font: number, width: number, indent = 0): number =>
	text === '' ? 0 : Math.ceil((measureEm(toThaiDigits(text)) * font * spare + indent) / (width * filled));

/** Line heights a letter may be set in, the best first: below the last, marks of two lines come near each other. */
const pitches = [lineHeight, 1.4, 1.33, 1.3] as const;
/** Lines left for the hand that signs. */
const hands = [2.6, 2.6, 2.1, 1.4] as const;
type Tightness = 0 | 1 | 2 | 3;

/** points; what is counted here and what is laid differ a little */
const slack = 8;

/** How much is said of each thing: all, less, the least. */
export type Fullness = 'full' | 'brief' | 'least';

export interface Setting {
	readonly lineHeight: number;
	/** points left for the hand that signs */
	readonly hand: number;
	readonly fullness: Fullness;
}

/** What is said in full is worth a tighter line, not the tightest. */
const order: readonly (readonly [Fullness, Tightness])[] = [
	['full', 0],
	['full', 1],
	['brief', 0],
	['brief', 1],
	['full', 2],
	['brief', 2],
	['least', 0],
	['least', 1],
	['least', 2],
	['least', 3]
];

/**
 * The best setting in which a letter stays on its page, else the tightest. `count` gives how many lines of body it has, and
 * the points of all that does not grow with the height of a line.
 */
export function fitLetter(
	{ sizes, textHeight }: Sheet,
	count: (fullness: Fullness) => { readonly lines: number; readonly fixed: number }
): Setting {
	const pitch = (nth: Tightness) => sizes.body * em * pitches[nth];
	const known = new Map<Fullness, ReturnType<typeof count>>();
	const fits = ([fullness, nth]: (typeof order)[number]) => {
		const counted = known.get(fullness) ?? count(fullness);
		known.set(fullness, counted);
		return counted.lines * pitch(nth) + counted.fixed + hands[nth] * pitch(nth) <= textHeight - slack;
	};
	const [fullness, nth] = order.find(fits) ?? (['least', 3] as const);
	return { lineHeight: pitches[nth], hand: hands[nth] * pitch(nth), fullness };
}
