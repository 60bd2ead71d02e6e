// Places over rounds as a table whose rows are joined by lines: on the left who stood where, on the right who stands where and
// by how much it moved. Every district is a grey line, at most five are lit; who rose is drawn whole, who fell in dashes, who
// has no results in dots.
import type { BumpLine } from './bump-lines.ts';
import type { ChartLook } from './look.ts';
import { measureEm } from './measure-text.ts';
import { drawBox, drawCurve, drawDot, drawLine, drawText, type Lettering, type Pen, type Shape } from './shapes.ts';
import type { Drawing } from './spread-line.ts';

/** All texts are in the reader's digits. */
export interface BumpRow {
	readonly name: string;
	/** row of its name beside the first and the last round, from 1; between them the height of its line */
	readonly rows: readonly number[];
	/** whether it has a place in the round */
	readonly placed: readonly boolean[];
	readonly fate: BumpLine['fate'];
	readonly lit: boolean;
	/** place and percent in the first and the last round */
	readonly first: BumpEnd;
	readonly last: BumpEnd;
	readonly change: string;
	/** no result of its own is open */
	readonly settled: boolean;
	/** what is said where the line is pointed at */
	readonly words: readonly string[];
}
export interface BumpEnd {
	readonly place: string;
	readonly percent: string;
}
export interface BumpTable {
	/** names of the rounds, the earliest first */
	readonly heads: readonly string[];
	readonly rows: readonly BumpRow[];
}

/** Where everything stands, in pixels. */
interface Plan {
	readonly roomy: boolean;
	/** of the lines */
	readonly from: number;
	readonly to: number;
	/** right edges of the columns of the last round, and the left edge of its names */
	readonly place: number;
	readonly name: number;
	readonly percent: number;
	readonly change: number;
	/** right edges of the columns of the first round */
	readonly names: number;
	readonly percents: number;
	readonly places: number;
	readonly top: number;
	readonly rowHeight: number;
}

/** Percents and the names on the left stand only where the lines keep this room between two rounds, in em. */
const leastBetween = 7;

function planTable({ heads, rows }: BumpTable, width: number, { size }: ChartLook): Plan {
	const em = (text: string) => measureEm(text, 'bold') * size;
	const names = Math.max(0, ...rows.map(({ name }) => em(name)));
	const places = Math.max(...rows.flatMap(({ first, last }) => [em(first.place), em(last.place)]), size);
	const percents = Math.max(...rows.flatMap(({ first, last }) => [em(first.percent), em(last.percent)]), size);
	const changes = Math.max(...rows.map(({ change }) => em(change)), size);
	const gap = size * 0.75;
	const right = gap + places + gap * 0.8 + names + gap + changes;
	const wide = { left: places + gap + percents + gap + names + gap, right: right + gap + percents };
	const roomy = width - wide.left - wide.right >= leastBetween * size * Math.max(1, heads.length - 1);
	const left = roomy ? wide.left : places + gap;
	const to = width - (roomy ? wide.right : right);
	const place = to + gap + places;
	const name = place + gap * 0.8;
	return {
		roomy,
		from: left,
		to,
		place,
		name,
		percent: name + names + gap + percents,
		change: width,
		names: left - gap,
		percents: places + gap + percents,
		places,
		top: size * (heads.length > 2 ? 3.2 : 1.9),
		rowHeight: size * 2.1
	};
}

export function drawBumpTable(table: BumpTable, look: ChartLook, width: number): Drawing {
	const plan = planTable(table, width, look);
	const ordered = [...table.rows.filter(({ lit }) => !lit), ...table.rows.filter(({ lit }) => lit)];
	const shapes = [...drawHeads(table, plan, look), ...ordered.flatMap((row) => drawRow(row, plan, look))];
	const marks = ordered.map((row) => ({ words: row.words, ...litRow(row, plan, look, width) }));
	return { shapes, marks, width, height: plan.top + plan.rowHeight * lastRow(table) + 2 };
}

const lastRow = ({ rows }: BumpTable): number => Math.max(1, ...rows.flatMap((row) => row.rows));
const xOf = (nth: number, rounds: number, { from, to }: Plan) => from + ((to - from) * nth) / Math.max(1, rounds - 1);
const yOf = (row: number, { top, rowHeight }: Plan) => top + (row - 0.5) * rowHeight;

function drawHeads(table: BumpTable, plan: Plan, look: ChartLook): Shape[] {
	const { size } = look;
	const { heads } = table;
	const bottom = plan.top + plan.rowHeight * lastRow(table);
	return heads.flatMap((head, nth): Shape[] => {
		const raised = heads.length > 2 && nth % 2 === 1;
		const last = nth === heads.length - 1;
		const align = nth === 0 ? (plan.roomy ? 'right' : 'left') : last ? 'left' : 'center';
		const x = nth === 0 ? (plan.roomy ? plan.names : 0) : last ? plan.name : xOf(nth, heads.length, plan);
		const between = nth > 0 && !last ? [drawLine(x, plan.top, x, bottom, { stroke: look.line, width: 0.8 })] : [];
		return [
			...between,
			drawText(x, plan.top - size * (raised ? 2.3 : 0.9), head, { size, fill: look.text, bold: true, align })
		];
	});
}

const pens: Readonly<Record<BumpLine['fate'], (look: ChartLook) => Pen>> = {
	up: ({ up }) => ({ stroke: up, width: 2.2 }),
	down: ({ down }) => ({ stroke: down, width: 2, dash: [6, 3] }),
	same: ({ text }) => ({ stroke: text, width: 1.8 }),
	silent: ({ soft }) => ({ stroke: soft, width: 1.6, dash: [1.5, 3] })
};

function drawRow(row: BumpRow, plan: Plan, look: ChartLook): Shape[] {
	const lit = pens[row.fate](look);
	const faint: Pen = { stroke: look.edge, width: 0.8, ...(row.fate === 'silent' ? { dash: [1.5, 3] } : {}) };
	return [...drawPath(row, row.lit ? lit : faint, plan, look), ...drawWords(row, row.lit, plan, look)];
}

function drawPath(row: BumpRow, pen: Pen, plan: Plan, look: ChartLook): Shape[] {
	const points = row.rows.map((at, nth): [number, number] => [xOf(nth, row.rows.length, plan), yOf(at, plan)]);
	const curves = points.slice(1).map(([x, y], nth) => {
		const [fromX, fromY] = points[nth] ?? [x, y];
		return drawCurve(fromX, fromY, x, y, pen);
	});
	const dots = points.map(([x, y], nth) =>
		drawDot(x, y, look.size * 0.24, row.placed[nth] ? pen.stroke : look.ground, { stroke: pen.stroke, width: 1 })
	);
	return [...curves, ...dots];
}

function drawWords(row: BumpRow, lit: boolean, plan: Plan, look: ChartLook): Shape[] {
	const { size } = look;
	const [before, after] = [yOf(row.rows[0] ?? 1, plan), yOf(row.rows.at(-1) ?? 1, plan)];
	const fill = lit ? look.text : look.soft;
	const right: Lettering = { size, fill, bold: lit, align: 'right' };
	const figures: Lettering = { size, fill: look.soft, align: 'right' };
	const turned = !row.settled ? look.soft : row.fate === 'up' ? look.up : row.fate === 'down' ? look.down : look.soft;
	return [
		drawText(plan.places, before, row.first.place, right),
		...(plan.roomy
			? [
					drawText(plan.names, before, row.name, right),
					drawText(plan.percents, before, row.first.percent, figures),
					drawText(plan.percent, after, row.last.percent, figures)
				]
			: []),
		drawText(plan.place, after, row.last.place, right),
		drawText(plan.name, after, row.name, { size, fill, bold: lit }),
		drawText(plan.change, after, row.change, { size, fill: turned, bold: lit, align: 'right' })
	];
}

/** The line as it stands out when it is pointed at, and the ground on which a pointer finds it. */
function litRow(
	row: BumpRow,
	plan: Plan,
	look: ChartLook,
	width: number
): { readonly hit: Shape[]; readonly lit: Shape[] } {
	const wide: Pen = { stroke: look.text, width: 12 };
	const points = row.rows.map((at, nth): [number, number] => [xOf(nth, row.rows.length, plan), yOf(at, plan)]);
	const half = plan.rowHeight / 2;
	const end = { x: plan.to, y: yOf(row.rows.at(-1) ?? 1, plan) - half, width: width - plan.to, height: half * 2 };
	const start = { x: 0, y: yOf(row.rows[0] ?? 1, plan) - half, width: plan.from, height: half * 2 };
	const none: Pen = { stroke: look.ground, width: 0 };
	return {
		hit: [
			...points.slice(1).map(([x, y], nth) => {
				const [fromX, fromY] = points[nth] ?? [x, y];
				return drawCurve(fromX, fromY, x, y, wide);
			}),
			drawBox(end, look.ground, none),
			drawBox(start, look.ground, none)
		],
		lit: [...drawPath(row, { ...pens[row.fate](look), width: 3 }, plan, look), ...drawWords(row, true, plan, look)]
	};
}
