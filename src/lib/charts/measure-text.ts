// How wide a text of a chart is, from Sarabun's own widths: ECharts would count every Thai mark as a letter.
import { latin, signs, thai } from './sarabun-widths.ts';

type Weight = 'regular' | 'bold';

/** Height of a line of Thai, in em: ECharts takes the width of 国 for it. */
const lineOfThai = 1.4;
const heightProbe = '国';
/** Letters that the table does not hold are taken for as wide as a digit. */
const unknown = 550;

function widthOf(letter: string, weight: Weight): number {
	const code = letter.codePointAt(0) ?? 0;
	if (letter === heightProbe) return lineOfThai * 1000;
	if (code >= 0xe01 && code <= 0xe5b) return thai[weight][code - 0xe01] ?? unknown;
	if (code >= 0x20 && code <= 0x7e) return latin[weight][code - 0x20] ?? unknown;
	return signs[letter]?.[weight === 'regular' ? 0 : 1] ?? unknown;
}

/** Width in em of 1 of a text, weights above 500 as bold. */
export function measureEm(text: string, weight: Weight = 'regular'): number {
	let width = 0;
	for (const letter of text) width += widthOf(letter, weight);
	return width / 1000;
}

/** As a canvas would answer: `font` is a CSS font (`bold 8px Sarabun`), the width in its pixels. */
export function measureText(text: string, font: string): { width: number } {
	const size = Number(/(\d*\.?\d+)px/.exec(font)?.[1] ?? 12);
	return { width: size * measureEm(text, /\b(bold|[6-9]00)\b/.test(font) ? 'bold' : 'regular') };
}
