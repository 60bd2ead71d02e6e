// Places over rounds: every district a grey line, at most five lit. Who rose is drawn whole, who fell in dashes, who has no
// results in dots, so that nothing is told by colour alone.
import type { Bump, BumpLine } from './bump-lines.ts';
import type { ChartOption } from './kinds.ts';
import type { ChartLook } from './look.ts';
import { measureEm } from './measure-text.ts';
import { drawDot, drawLine, drawText, type Pen, type Shape } from './shapes.ts';

const lineHeight = 1.27;
/** Names of three rounds and more stand on two lines by turns. */
const headLines = ({ rounds }: Bump): number => (rounds.length > 2 ? 2.2 : 1.3);
export const bumpHeight = (bump: Bump, { size }: ChartLook): number =>
	size * lineHeight * (bump.lines.length + headLines(bump));

function roomBeside({ lines }: Bump, { size }: ChartLook) {
	const named = Math.max(0, ...lines.map(({ name }) => measureEm(name, 'bold'))) * size;
	return { left: size * 2.1, right: named + size * 3 };
}

/** So narrow that the names of its rounds do not meet and its lines can still be followed. */
export function leastWidth(bump: Bump, look: ChartLook): number {
	const { left, right } = roomBeside(bump, look);
	const heads = Math.max(...bump.rounds.map((round) => measureEm(round))) * look.size;
	const apart = bump.rounds.length > 2 ? 1 : bump.rounds.length - 1;
	return left + right + Math.max(heads * apart - left + look.size, look.size * 5);
}

/** Names stand right of the last round with the place before them; left of the first stand its places. */
export function makeBump(bump: Bump, look: ChartLook): ChartOption {
	const { size } = look;
	const { left, right } = roomBeside(bump, look);
	const ordered = [...bump.lines.filter(({ lit }) => !lit), ...bump.lines.filter(({ lit }) => lit)];
	return {
		grid: { left, right, top: size * lineHeight * headLines(bump), bottom: 0, outerBoundsMode: 'none' },
		xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, bump.rounds.length - 1) },
		yAxis: { type: 'value', show: false, inverse: true, min: 0.5, max: bump.lines.length + 0.5 },
		series: [
			{
				type: 'custom',
				clip: false,
				data: [[0, 1]],
				renderItem: (_, api) => {
					const at = (round: number, row: number): readonly [number, number] => {
						const [x = 0, y = 0] = api.coord([round, row]);
						return [x, y];
					};
					return {
						type: 'group',
						children: [
							...drawHeads(bump, at, look),
							...drawFirstPlaces(bump, at, look),
							...ordered.flatMap((line) => drawPath(line, at, look))
						]
					};
				}
			}
		]
	};
}

type At = (round: number, row: number) => readonly [number, number];

function drawHeads(bump: Bump, at: At, look: ChartLook): Shape[] {
	const { rounds, lines } = bump;
	return rounds.flatMap((round, nth) => {
		const [x, top] = at(nth, 0.5);
		const [, bottom] = at(nth, lines.length + 0.5);
		return [
			drawLine(x, top, x, bottom, { stroke: look.line, width: 0.5 }),
			// the first begins at the edge of the picture, where half of it would be cut off
			drawText(nth === 0 ? 0 : x, top - look.size * (nth % 2 === 1 && rounds.length > 2 ? 1.9 : 0.75), round, {
				size: look.size,
				fill: look.soft,
				align: nth === 0 ? 'left' : 'center'
			})
		];
	});
}

const pens: Readonly<Record<BumpLine['fate'], (look: ChartLook) => Pen>> = {
	up: ({ up }) => ({ stroke: up, width: 1.8 }),
	down: ({ down }) => ({ stroke: down, width: 1.6, dash: [5, 2.5] }),
	same: ({ text }) => ({ stroke: text, width: 1.4 }),
	silent: ({ soft }) => ({ stroke: soft, width: 1.4, dash: [1.2, 2.4] })
};

function drawPath(line: BumpLine, at: At, look: ChartLook): Shape[] {
	const pen: Pen = line.lit
		? pens[line.fate](look)
		: { stroke: look.edge, width: 0.6, ...(line.fate === 'silent' ? { dash: [1.2, 2.4] } : {}) };
	const points = line.rows.map((row, round) => at(round, row));
	const shapes = points.slice(1).map(([x, y], nth) => {
		const [fromX, fromY] = points[nth] ?? [x, y];
		return drawLine(fromX, fromY, x, y, pen);
	});
	const dots = points.map(([x, y], nth) => {
		const silent = line.places[nth] === null;
		const fill = silent ? look.ground : line.lit ? pen.stroke : look.edge;
		return drawDot(x, y, line.lit ? 2 : 1.2, fill, { stroke: pen.stroke, width: 0.7 });
	});
	return [...shapes, ...dots, ...drawNames(line, points, at, look)];
}

/** Beside the first round each place once, however many share it. */
function drawFirstPlaces({ lines }: Bump, at: At, look: ChartLook): Shape[] {
	const places = new Map<number, boolean>();
	for (const {
		places: [place = null],
		lit
	} of lines)
		if (place !== null) places.set(place, lit || (places.get(place) ?? false));
	return [...places].map(([place, lit]) => {
		const [x, y] = at(0, place);
		const lettering = { size: look.size, fill: lit ? look.text : look.soft, bold: lit, align: 'right' as const };
		return drawText(x - look.size * 0.45, y, String(place), lettering);
	});
}

function drawNames(line: BumpLine, points: readonly (readonly [number, number])[], at: At, look: ChartLook): Shape[] {
	const last = points.at(-1);
	if (last === undefined) return [];
	const { size } = look;
	const [, row] = at(0, line.label);
	const lettering = { size, fill: line.lit ? look.text : look.soft, bold: line.lit };
	const place = line.places.at(-1) ?? null;
	return [
		drawText(last[0] + size * 2.1, row, place === null ? '—' : String(place), { ...lettering, align: 'right' }),
		drawText(last[0] + size * 2.5, row, line.name, lettering)
	];
}
