// A district's total as a small vector picture for a table's row: the same spans as on screen, in tones that keep their
// order in greyscale. No text inside, so no mark can be lost.
import type { TotalBar } from '../charts/total-bar.ts';
import { marks, type MarkName } from '../charts/marks.ts';
import type { Tone } from '../charts/tones.ts';

const fills: Readonly<Record<Tone, string>> = ['#ffffff', '#f0dfa0', '#aecb98', '#5fa3a0', '#2c7096', '#143a61'];
const edges: Readonly<Record<Tone, string>> = ['#626a75', '#a1842f', '#65894e', '#5fa3a0', '#2c7096', '#143a61'];
const solid: Tone = 5;
export const ink = {
	text: '#14181f',
	soft: '#434a54',
	faint: '#626a75',
	line: '#c4c6c1',
	undecided: '#6a3d9a'
} as const;

const svg = (width: number, height: number, inside: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`;
const point = (value: number) => value.toFixed(2);

/** `width` and `height` in points; without `pieces` what is scored is one solid length. */
export function drawBar(bar: TotalBar, width: number, height: number, pieces: boolean): string {
	// half a point on the right is kept for the end tick
	const scale = (width - 1) / 100;
	const top = 0.75;
	const tall = height - 2 * top;
	const parts = [
		`<path d="M0.25 0V${height}M${point(width - 0.75)} 0V${height}" stroke="${ink.line}" stroke-width="0.4" fill="none"/>`
	];
	const last = bar.pieces.at(-1);
	const whole = last === undefined ? [] : [{ x: 0, width: last.x + last.width, tone: solid }];
	for (const { x, width: long, tone } of pieces ? bar.pieces : whole) {
		// a hair of paper between pieces
		const wide = Math.max(long * scale - 0.35, 0.2);
		parts.push(
			`<rect x="${point(x * scale)}" y="${top}" width="${point(wide)}" height="${tall}" fill="${fills[tone]}" stroke="${edges[tone]}" stroke-width="0.25"/>`
		);
	}
	if (bar.assured !== null) {
		parts.push(drawHatch(bar.assured.x * scale, top, bar.assured.width * scale, tall));
	}
	if (bar.possible !== null) {
		const from = bar.possible.x * scale;
		const to = from + bar.possible.width * scale;
		const middle = height / 2;
		parts.push(
			`<path d="M${point(from + 0.6)} ${middle}H${point(to)}" stroke="${ink.soft}" stroke-width="0.6" stroke-dasharray="1.3 1.1" fill="none"/>`,
			`<path d="M${point(to)} ${top}V${top + tall}" stroke="${ink.text}" stroke-width="0.8" fill="none"/>`
		);
	}
	return svg(width, height, parts.join(''));
}

/** Diagonal lines, cut by hand to the box: nothing is left to a viewer's clipping. */
function drawHatch(x: number, y: number, width: number, height: number): string {
	const lines: string[] = [];
	for (let start = x - height; start < x + width; start += 1.7) {
		const [x1, x2] = [Math.max(start, x), Math.min(start + height, x + width)];
		if (x2 > x1)
			lines.push(`M${point(x1)} ${point(y + height - (x1 - start))}L${point(x2)} ${point(y + height - (x2 - start))}`);
	}
	return (
		`<path d="${lines.join('')}" stroke="${ink.undecided}" stroke-width="0.55" fill="none"/>` +
		`<rect x="${point(x)}" y="${y}" width="${point(width)}" height="${height}" fill="none" stroke="${ink.undecided}" stroke-width="0.4"/>`
	);
}

/** The five tones as a key shows them, from low to high. */
export const drawTones = (): string =>
	svg(
		45,
		6,
		([1, 2, 3, 4, 5] as const)
			.map(
				(tone, nth) =>
					`<rect x="${nth * 9 + 0.25}" y="0.4" width="8.5" height="5.2" fill="${fills[tone]}" stroke="${edges[tone]}" stroke-width="0.4"/>`
			)
			.join('')
	);

export const drawSolidKey = (): string =>
	svg(14, 6, `<rect x="0" y="0.4" width="14" height="5.2" fill="${fills[solid]}"/>`);
export const drawHatchKey = (): string => svg(14, 6, drawHatch(0.3, 0.4, 13.4, 5.2));
export const drawRangeKey = (): string =>
	svg(
		18,
		6,
		`<path d="M0 3H17" stroke="${ink.soft}" stroke-width="0.6" stroke-dasharray="1.3 1.1" fill="none"/><path d="M17 0.5V5.5" stroke="${ink.text}" stroke-width="0.8"/>`
	);

const markInk: Readonly<Record<MarkName, string>> = {
	not_reported: ink.soft,
	invalid: '#b3261e',
	undecided: ink.undecided,
	not_applicable: ink.faint,
	late: '#8a5300',
	warning: '#8a5300'
};

/** The shape of a status, `size` points square. */
export function drawMark(name: MarkName, size: number): string {
	const { outline, dashed, sign } = marks[name];
	const dash = dashed ? ' stroke-dasharray="2.4 1.6"' : '';
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 16 16">` +
		`<path d="${outline}" stroke="${markInk[name]}" stroke-width="1.6" fill="none"${dash}/>` +
		(sign === '' ? '' : `<path d="${sign}" fill="${markInk[name]}"/>`) +
		'</svg>'
	);
}
