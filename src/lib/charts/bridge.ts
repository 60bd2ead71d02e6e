// What made a mean change from one round to the next: a step for each part, gains filled, losses hollow. Where the axis does
// not begin at 0 the two totals stand on a torn base, and the picture says where it begins.
import { bridgeParts, type BridgeParts } from '../ranking/bridge.ts';
import { add, isNought, numberOf, type Fraction } from '../scoring/fraction.ts';
import type { ChartOption } from './kinds.ts';
import type { ChartLook } from './look.ts';
import { measureEm } from './measure-text.ts';
import { drawBox, drawLine, drawPolygon, drawText, type Shape } from './shapes.ts';

export interface BridgeRow {
	readonly kind: 'total' | 'gain' | 'loss';
	readonly label: string;
	/** percent; a total goes from 0 */
	readonly from: number;
	readonly to: number;
	/** as printed at its end */
	readonly text: string;
	/** what made most of it, said under its label where there is room: ข้อ 1 +4.20 */
	readonly notes?: readonly string[];
}

export interface BridgeWords {
	readonly before: string;
	readonly after: string;
	readonly parts: Readonly<Record<keyof BridgeParts, string>>;
	readonly total: (value: Fraction) => string;
	readonly change: (value: Fraction) => string;
}

/** The two totals and between them the parts that are not nothing, in the order of the steps. */
export function listBridge(
	bridge: { readonly before: Fraction; readonly after: Fraction; readonly parts: BridgeParts },
	words: BridgeWords
): readonly BridgeRow[] {
	const { before, after, parts } = bridge;
	const total = (label: string, value: Fraction): BridgeRow => ({
		kind: 'total',
		label,
		from: 0,
		to: numberOf(value),
		text: words.total(value)
	});
	const rows: BridgeRow[] = [total(words.before, before)];
	let at = before;
	for (const part of bridgeParts) {
		const change = parts[part];
		if (isNought(change)) continue;
		const next = add(at, change);
		rows.push({
			kind: change.over > 0n ? 'gain' : 'loss',
			label: words.parts[part],
			from: numberOf(at),
			to: numberOf(next),
			text: words.change(change)
		});
		at = next;
	}
	return [...rows, total(words.after, after)];
}

/** Where the axis begins: at 0, or at a round figure below all that is drawn where half of it would be empty. */
export function startOf(rows: readonly BridgeRow[]): number {
	const lowest = Math.min(...rows.flatMap(({ kind, from, to }) => (kind === 'total' ? [to] : [from, to])));
	return lowest > 30 ? Math.floor((lowest - 8) / 10) * 10 : 0;
}

const lineHeight = 1.55;
export const bridgeHeight = (rows: readonly BridgeRow[], { size }: ChartLook): number =>
	size * lineHeight * rows.length + 2;

/** The shapes of a bridge so wide, from its upper left corner; `labels`: width of the column of labels. */
export function shapeBridge(
	rows: readonly BridgeRow[],
	look: ChartLook,
	labels: number,
	width: number,
	height: number
): readonly Shape[] {
	const right = width - roomRight(rows, look);
	const start = startOf(rows);
	const end = endOf(rows);
	const x = (value: number) => labels + ((right - labels) * (value - start)) / (end - start);
	const y = (row: number) => ((row + 0.5) * height) / rows.length;
	return rows.flatMap((row, nth) => drawRow(row, nth, rows, { x, y, start, look, total: look.soft }));
}

const roomRight = (rows: readonly BridgeRow[], { size }: ChartLook): number =>
	Math.max(...rows.map(({ text }) => measureEm(text, 'bold'))) * size + size * 0.9;
const endOf = (rows: readonly BridgeRow[]): number =>
	Math.max(startOf(rows) + 1, ...rows.flatMap(({ from, to }) => [from, to]));

/** `labels`: width of the column of labels. */
export function makeBridge(rows: readonly BridgeRow[], look: ChartLook, labels: number): ChartOption {
	const start = startOf(rows);
	return {
		grid: { left: labels, right: roomRight(rows, look), top: 0, bottom: 0, outerBoundsMode: 'none' },
		xAxis: { type: 'value', show: false, min: start, max: endOf(rows) },
		yAxis: { type: 'value', show: false, inverse: true, min: -0.5, max: rows.length - 0.5 },
		series: [
			{
				type: 'custom',
				clip: false,
				data: [[start, 0]],
				renderItem: (_, api) => {
					const x = (value: number) => api.coord([value, 0])[0] ?? 0;
					const y = (row: number) => api.coord([start, row])[1] ?? 0;
					return {
						type: 'group',
						children: rows.flatMap((row, nth) => drawRow(row, nth, rows, { x, y, start, look, total: look.tones[4] }))
					};
				}
			}
		]
	};
}

interface Ground {
	readonly x: (value: number) => number;
	readonly y: (row: number) => number;
	readonly start: number;
	readonly look: ChartLook;
	/** what totals are filled with */
	readonly total: string;
}

function drawRow(
	row: BridgeRow,
	nth: number,
	rows: readonly BridgeRow[],
	{ x, y, start, look, total: ink }: Ground
): Shape[] {
	const { size } = look;
	const half = size * 0.52;
	const middle = y(nth);
	const total = row.kind === 'total';
	const from = total ? x(start) : x(Math.min(row.from, row.to));
	const to = total ? x(row.to) : x(Math.max(row.from, row.to));
	const box = { x: from, y: middle - half, width: Math.max(to - from, 0.6), height: half * 2 };
	const fill = total ? ink : row.kind === 'gain' ? look.up : look.ground;
	const stroke = total ? ink : row.kind === 'gain' ? look.up : look.down;
	const shapes: Shape[] = [
		...drawLabel(row, middle, look),
		drawBox(box, fill, { stroke, width: row.kind === 'loss' ? 1.1 : 0.6 }),
		drawText(to + size * 0.45, middle, row.text, { size, fill: look.text, bold: total })
	];
	if (total && start > 0) shapes.push(drawTear(from + size * 0.8, middle, half, look));
	// The next step begins where this one ends.
	if (nth < rows.length - 1) {
		const end = x(row.to);
		shapes.unshift(drawLine(end, middle + half, end, y(nth + 1) - half, { stroke: look.edge, width: 0.5 }));
	}
	return shapes;
}

/** Notes are smaller than the label they stand under. */
export const noteSize = 0.88;
export const joinNotes = ({ notes = [] }: BridgeRow): string => notes.join(' · ');

function drawLabel(row: BridgeRow, middle: number, { size, text, soft }: ChartLook): readonly Shape[] {
	const note = joinNotes(row);
	const lettering = { size, fill: text, bold: row.kind === 'total' };
	if (note === '') return [drawText(0, middle, row.label, lettering)];
	return [
		drawText(0, middle - size * 0.6, row.label, lettering),
		drawText(0, middle + size * 0.68, note, { size: size * noteSize, fill: soft })
	];
}

/** A strip of the ground across the bar: part of it is left out. */
function drawTear(x: number, y: number, half: number, look: ChartLook): Shape {
	const [slant, width, tall] = [half * 0.5, 1.8, half * 1.25];
	const corners = [
		[x + slant, y - tall],
		[x + slant + width, y - tall],
		[x - slant + width, y + tall],
		[x - slant, y + tall]
	] as const;
	return drawPolygon(corners, look.ground, { stroke: look.ground, width: 0 });
}
