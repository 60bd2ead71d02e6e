// How far each district's place moves when a choice is made otherwise: a soft bar over weights and rulings, a dashed line over
// leaving one indicator out, a bracket around neighbours whose order does not hold.
import type { ChartLook } from './look.ts';
import { measureEm } from './measure-text.ts';
import { drawBox, drawDot, drawLine, drawText, type Pen, type Shape } from './shapes.ts';
import type { Drawing } from './spread-line.ts';

export interface Span {
	readonly best: number;
	readonly worst: number;
}
export interface RangeRow {
	readonly name: string;
	readonly place: number;
	/** over weights shifted and rulings given */
	readonly firm: Span;
	/** over everything, leaving one indicator out too */
	readonly whole: Span;
	/** cannot be told apart from the district under it */
	readonly joined: boolean;
	/** what is said where it is pointed at */
	readonly words: readonly string[];
}

const rowEm = 1.95;

export function drawPlaceRanges(rows: readonly RangeRow[], look: ChartLook, width: number): Drawing {
	const { size } = look;
	const places = measureEm('888', 'bold') * size;
	const names = Math.max(0, ...rows.map(({ name }) => measureEm(name, 'bold'))) * size;
	const nameAt = size + places + size * 0.6;
	const from = nameAt + names + size * 1.4;
	const to = width - size;
	const last = Math.max(2, rows.length, ...rows.map(({ whole }) => whole.worst));
	const top = size * 1.9;
	const rowHeight = size * rowEm;
	const x = (place: number) => from + ((to - from) * (place - 1)) / (last - 1);
	const y = (nth: number) => top + (nth + 0.5) * rowHeight;
	const height = top + rows.length * rowHeight + 2;
	const shapes: Shape[] = [
		...listTicks(last, (to - from) / size).flatMap((tick) => [
			drawLine(x(tick), top, x(tick), height, { stroke: look.line, width: 0.6 }),
			drawText(x(tick), size * 0.8, String(tick), { size, fill: look.soft, align: 'center' })
		]),
		drawText(nameAt, size * 0.8, 'อันดับ', { size, fill: look.soft }),
		...drawBrackets(rows, y, look),
		...rows.flatMap((row, nth) => drawRow(row, x, y(nth), nameAt, look))
	];
	const marks = rows.map((row, nth) => {
		const box = { x: 0, y: y(nth) - rowHeight / 2, width, height: rowHeight };
		return {
			words: row.words,
			hit: [drawBox(box, look.ground, { stroke: look.ground, width: 0 })],
			lit: [drawDot(x(row.place), y(nth), size * 0.42, look.text, { stroke: look.text, width: 1 })]
		};
	});
	return { shapes, marks, width, height };
}

/** 1, then every fifth while they have room, and the last. `room`: in em. */
function listTicks(last: number, room: number): readonly number[] {
	const step = [5, 10, 25, 50, 100, 250].find((one) => (room * one) / last >= 2.2) ?? 500;
	const between = Array.from({ length: Math.floor(last / step) }, (_, nth) => (nth + 1) * step);
	return [1, ...between.filter((tick) => last - tick >= step * 0.6), last];
}

function drawRow(
	{ name, place, firm, whole }: RangeRow,
	x: (place: number) => number,
	y: number,
	nameAt: number,
	look: ChartLook
): Shape[] {
	const { size } = look;
	const tall = size * 0.38;
	const dashed: Pen = { stroke: look.soft, width: 1, dash: [3, 2.5] };
	const tick: Pen = { stroke: look.soft, width: 1 };
	const lettering = { size, fill: look.text };
	return [
		drawText(nameAt - size * 0.6, y, String(place), { ...lettering, align: 'right', bold: true }),
		drawText(nameAt, y, name, lettering),
		...(whole.best < whole.worst
			? [
					drawLine(x(whole.best), y, x(whole.worst), y, dashed),
					drawLine(x(whole.best), y - tall, x(whole.best), y + tall, tick),
					drawLine(x(whole.worst), y - tall, x(whole.worst), y + tall, tick)
				]
			: []),
		...(firm.best < firm.worst
			? [
					drawBox({ x: x(firm.best), y: y - tall, width: x(firm.worst) - x(firm.best), height: tall * 2 }, look.line, {
						stroke: look.edge,
						width: 0.8
					})
				]
			: []),
		drawDot(x(place), y, size * 0.3, look.text, { stroke: look.text, width: 1 })
	];
}

function drawBrackets(rows: readonly RangeRow[], y: (nth: number) => number, look: ChartLook): Shape[] {
	const { size } = look;
	const pen: Pen = { stroke: look.text, width: 1.4 };
	const half = size * 0.55;
	return rows.flatMap((row, nth): Shape[] => {
		const above = rows[nth - 1]?.joined ?? false;
		if (!row.joined && !above) return [];
		const at = size * 0.35;
		const [from, to] = [above ? y(nth - 1) + half : y(nth) - half, y(nth) + half];
		return [
			drawLine(at, from, at, to, pen),
			...(above ? [] : [drawLine(at, from, at + size * 0.4, from, pen)]),
			...(row.joined ? [] : [drawLine(at, to, at + size * 0.4, to, pen)])
		];
	});
}
