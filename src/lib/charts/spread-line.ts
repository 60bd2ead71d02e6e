// Districts on the line of the figure that a ladder judges: bands, a dot for each district over them, and the names of those
// just under a bound.
import { sayOutcome } from '../agreement/say.ts';
import type { IndicatorSpread, SpreadDot } from './indicator-spread.ts';
import type { ChartLook } from './look.ts';
import { measureEm } from './measure-text.ts';
import { toThaiDigits } from '../thai/digits.ts';
import { formatNumber } from '../thai/numbers.ts';
import { showValue } from './show-value.ts';
import { sayShort } from './say-outcome.ts';
import { drawBox, drawDot, drawLine, drawText, type Shape } from './shapes.ts';

/** A part of a picture that answers to the pointer: where it is found, what stands out then, and what is said. */
export interface PictureMark {
	readonly hit: readonly Shape[];
	readonly lit: readonly Shape[];
	readonly words: readonly string[];
}
export interface Drawing {
	readonly shapes: readonly Shape[];
	readonly marks: readonly PictureMark[];
	readonly width: number;
	readonly height: number;
}

/** More names than this are left to the table. */
const mostNames = 6;

type LineSpread = Extract<IndicatorSpread, { readonly kind: 'line' }>;

interface Placed extends SpreadDot {
	readonly left: number;
	/** how many dots lie under it */
	readonly row: number;
}

/** Dots that would cover each other stand one upon the other. */
function stackDots(dots: readonly SpreadDot[], toX: (x: number) => number, apart: number): readonly Placed[] {
	const placed: Placed[] = [];
	for (const dot of dots) {
		const left = toX(dot.x);
		const rows = new Set(placed.filter((one) => Math.abs(one.left - left) < apart).map(({ row }) => row));
		let row = 0;
		while (rows.has(row)) row += 1;
		placed.push({ ...dot, left, row });
	}
	return placed;
}

interface Name {
	readonly dot: Placed;
	readonly text: string;
	/** where it ends */
	readonly to: number;
	readonly lane: number;
}

/** Names in lanes over the dots, none over another: the nearest to its bound first where not all have room. */
function placeNames(dots: readonly Placed[], width: number, { size }: ChartLook): readonly Name[] {
	const chosen = dots
		.filter(({ near }) => near)
		.toSorted((a, b) => (a.gap?.missing ?? 0) - (b.gap?.missing ?? 0))
		.slice(0, mostNames)
		.toSorted((a, b) => a.left - b.left);
	const names: Name[] = [];
	const ends: number[] = [];
	for (const dot of chosen) {
		const text = `${dot.name} ขาด ${showValue(Number((dot.gap?.missing ?? 0).toFixed(6)))}`;
		// Thai digits, which paper may choose, are the wider
		const long = measureEm(toThaiDigits(text)) * size;
		const from = Math.max(0, Math.min(dot.left - size * 0.3, width) - long);
		let lane = ends.findIndex((end) => end + size < from);
		if (lane < 0) lane = ends.length;
		ends[lane] = from + long;
		names.push({ dot, text, to: from + long, lane });
	}
	return names;
}

export function drawSpreadLine({ line, dots }: LineSpread, look: ChartLook, width: number): Drawing {
	const { size } = look;
	const radius = size * 0.42;
	const edge = size;
	const toX = (x: number) => edge + ((width - 2 * edge) * x) / 100;
	const placed = stackDots(dots, toX, radius * 2.15);
	const names = placeNames(placed, width, look);
	const lanes = Math.max(0, ...names.map(({ lane }) => lane + 1));
	const rows = Math.max(1, ...placed.map(({ row }) => row + 1));
	const laneHeight = size * 1.5;
	const floor = lanes * laneHeight + rows * radius * 2.2 + size * 0.6;
	const bandHeight = size * 1.7;
	const shapes: Shape[] = [];
	const yOf = (row: number) => floor - size * 0.3 - radius - row * radius * 2.2;
	for (const { dot, to, text, lane } of names) {
		const y = (lanes - lane - 0.5) * laneHeight;
		shapes.push(
			drawLine(dot.left, y + size * 0.6, dot.left, yOf(dot.row) - radius, { stroke: look.faint, width: 0.5 }),
			drawText(to, y, text, { size, fill: look.text, align: 'right' })
		);
	}
	for (const { outcome, tone, x, width: share } of line.bands) {
		const box = { x: toX(x), y: floor, width: toX(x + share) - toX(x), height: bandHeight };
		shapes.push(drawBox(box, look.tones[tone], { stroke: look.edges[tone], width: 0.6 }));
		const words = sayShort(outcome);
		const lettering = { size, fill: look.onTones[tone], align: 'center', bold: true } as const;
		if (measureEm(words, 'bold') * size + 2 < box.width)
			shapes.push(drawText(box.x + box.width / 2, floor + bandHeight / 2, words, lettering));
	}
	for (const { x, value } of line.bounds) {
		shapes.push(
			drawLine(toX(x), floor - size * 0.3, toX(x), floor + bandHeight + size * 0.3, { stroke: look.text, width: 0.6 }),
			drawText(toX(x), floor + bandHeight + size * 1.05, formatNumber(value), {
				size,
				fill: look.soft,
				align: 'center'
			})
		);
	}
	for (const { left, row, tone, open, near } of placed) {
		const pen =
			open === null
				? { stroke: look.text, width: near ? 1.3 : 0.6 }
				: { stroke: open === 'undecided' ? look.undecided : look.soft, width: 1.1 };
		shapes.push(drawDot(left, yOf(row), radius, open === null ? look.tones[tone] : look.ground, pen));
	}
	const marks = placed.map((dot): PictureMark => {
		const [x, y] = [dot.left, yOf(dot.row)];
		const fill = dot.open === null ? look.tones[dot.tone] : look.ground;
		return {
			hit: [drawDot(x, y, radius * 1.5, look.ground, { stroke: look.ground, width: 0 })],
			lit: [drawDot(x, y, radius * 1.25, fill, { stroke: look.text, width: 2 })],
			words: sayDot(dot)
		};
	});
	return { shapes, marks, width, height: floor + bandHeight + size * 1.9 };
}

const sayDot = ({ name, value, gap, open }: SpreadDot): readonly string[] => [
	name,
	`ค่าที่วัด ${showValue(value)}`,
	...(open === 'undecided' ? ['รอคำวินิจฉัย'] : []),
	...(gap === null ? [] : [`ขาด ${showValue(Number(gap.missing.toFixed(6)))} ถึง${sayOutcome(gap.outcome)}`])
];
