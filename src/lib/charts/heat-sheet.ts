// The heat map as a picture and as a table of its figures.
import type { RoundView } from '../ranking/round.ts';
import type { Status } from '../scoring/results.ts';
import type { ChartSheet, DataTable } from './chart-sheet.ts';
import { drawShapes } from './draw-shapes.ts';
import { findLowest, layHeat, type HeatCell, type HeatMap } from './heat.ts';
import type { ChartLook } from './look.ts';
import { measureEm } from './measure-text.ts';
import { sayShort } from './say-outcome.ts';
import { drawBox, drawDot, drawLine, drawPolygon, drawText, type Pen, type Shape } from './shapes.ts';

const statusNames: Readonly<Record<Exclude<Status, 'scored'>, string>> = {
	not_reported: 'ยังไม่ส่ง',
	invalid: 'ค่าใช้ไม่ได้',
	undecided: 'ยังชี้ขาดไม่ได้',
	not_applicable: 'ไม่ใช้กับอำเภอนี้'
};

/** Who is low where: what the map shows first. */
export function titleHeat(map: HeatMap): string {
	const lowest = findLowest(map);
	if (lowest !== null) {
		const { group, column } = lowest;
		const where = map.groups.length > 1 ? `${nameGroup(group.title)} ` : '';
		const { under3 = 0, counted = 0 } = column.levels ?? {};
		return `ต่ำกว่าระดับ 3 มากที่สุดที่${where}ข้อ ${column.indicator} ${column.short}: ${under3} จาก ${counted} อำเภอที่มีผล`;
	}
	const levels = map.groups.flatMap(({ columns }) => columns.flatMap(({ levels: own }) => own ?? []));
	return levels.length === 0 ? 'ผลรายอำเภอรายตัวชี้วัด' : 'ไม่มีข้อใดที่มีอำเภอต่ำกว่าระดับ 3';
}

const nameGroup = (title: string): string => title.replace(/^ตัวชี้วัด\s*(?=\S)/u, '');

/** `rest`: a section's name, or nothing for all sections. */
export function findHeatSheet(view: RoundView, rest: string): ChartSheet | null {
	const wanted = rest === '' ? null : rest;
	const map = layHeat(view, wanted);
	if (map.groups.length === 0) return null;
	return {
		title: titleHeat(map),
		alt: `ตาราง ${map.rows.length} อำเภอ ${map.groups.reduce((sum, { columns }) => sum + columns.length, 0)} ตัวชี้วัด ${titleHeat(map)}`,
		draw(look, width) {
			const drawing = drawHeat(map, look, width);
			const size = { width, height: drawing.height };
			return { svg: drawShapes(drawing.shapes, size), size };
		},
		table: tableOf(view, map, wanted)
	};
}

const sayCell = ({ status, outcome, between }: HeatCell): string | number => {
	if (outcome !== null) return typeof outcome === 'number' ? outcome : sayShort(outcome);
	if (status === 'scored') return '';
	return between === null ? statusNames[status] : `${statusNames[status]} ${between.map(sayShort).join('–')}`;
};

const tableOf = (view: RoundView, { groups, rows }: HeatMap, wanted: string | null): DataTable => ({
	name: wanted === null ? 'heat' : `heat-${wanted}`,
	title: `ผลรายตัวชี้วัด จังหวัด${view.province.name} ${view.agreement.round}`,
	columns: [
		'รหัส',
		'อำเภอ',
		...groups.flatMap(({ title, columns }) => [
			`${nameGroup(title)} ร้อยละ`,
			...columns.map(({ indicator, short }) => `${nameGroup(title)} ข้อ ${indicator} ${short}`)
		])
	],
	rows: rows.map(({ district, name, parts }) => [
		district,
		name,
		...parts.flatMap(({ total, cells }) => [total.percent, ...cells.map(sayCell)])
	])
});

function drawHeat({ groups, rows }: HeatMap, look: ChartLook, width: number): { shapes: Shape[]; height: number } {
	const { size } = look;
	const [line, top] = [size * 1.9, size * 4.2];
	const names = Math.max(0, ...rows.map(({ name }) => measureEm(name))) * size + size;
	const space = size * 0.7;
	const columns = groups.reduce((sum, group) => sum + group.columns.length, 0);
	const cell = Math.min(size * 4, (width - names - groups.length * space) / columns);
	const starts = groups.map(
		(_, at) => names + (at + 1) * space + groups.slice(0, at).reduce((sum, one) => sum + one.columns.length, 0) * cell
	);
	const heads = groups.flatMap((group, at): Shape[] => {
		const x = starts[at] ?? 0;
		return [
			drawText(x, size * 0.9, nameGroup(group.title), { size: size * 0.95, fill: look.text, bold: true }),
			drawLine(x, size * 1.9, x + group.columns.length * cell, size * 1.9, { stroke: look.text, width: 1 }),
			...group.columns.map(({ indicator }, nth) =>
				drawText(x + (nth + 0.5) * cell, size * 3, indicator, { size, fill: look.text, bold: true, align: 'center' })
			)
		];
	});
	const body = rows.flatMap((row, nth): Shape[] => {
		const y = top + nth * line;
		const cells = row.parts.flatMap((part, at) =>
			part.cells.flatMap((one, of) =>
				drawCell(one, { x: (starts[at] ?? 0) + of * cell + 1, y: y + 1, width: cell - 2, height: line - 2 }, look)
			)
		);
		return [drawText(0, y + line / 2, row.name, { size, fill: look.text }), ...cells];
	});
	const key = drawKey(top + rows.length * line + size * 1.4, look, width);
	return { shapes: [...heads, ...body, ...key.shapes], height: key.bottom };
}

type CellBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function drawCell({ status, outcome, tone, between }: HeatCell, box: CellBox, look: ChartLook): readonly Shape[] {
	const { size } = look;
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	if (outcome !== null) {
		const fill = look.onTones[tone];
		return [
			drawBox(box, look.tones[tone], { stroke: look.edges[tone], width: 0.8 }),
			drawText(x, y, sayShort(outcome), { size: size * 0.95, fill, align: 'center' })
		];
	}
	if (status === 'scored') return [];
	if (status === 'undecided' && between !== null) {
		const words = between.map(sayShort).join('–');
		return [
			drawBox(box, look.ground, { stroke: look.undecided, width: 1, dash: [2, 1.5] }),
			drawText(x, y, words, { size: size * 0.9, fill: look.undecided, align: 'center' })
		];
	}
	return drawStatus(status, x, y, look);
}

/** The shape of a status without words: ring, triangle, rhombus, stroke. */
function drawStatus(status: Exclude<Status, 'scored'>, x: number, y: number, look: ChartLook): readonly Shape[] {
	const r = look.size * 0.42;
	const pen = (stroke: string, dash?: readonly number[]): Pen => ({
		stroke,
		width: 1.1,
		...(dash === undefined ? {} : { dash })
	});
	if (status === 'not_reported') return [drawDot(x, y, r, look.ground, pen(look.soft, [2, 1.6]))];
	if (status === 'not_applicable') return [drawLine(x - r, y + r, x + r, y - r, pen(look.faint))];
	const corners: readonly (readonly [number, number])[] =
		status === 'invalid'
			? [
					[x, y - r],
					[x + r * 1.1, y + r * 0.9],
					[x - r * 1.1, y + r * 0.9]
				]
			: [
					[x, y - r * 1.15],
					[x + r * 1.15, y],
					[x, y + r * 1.15],
					[x - r * 1.15, y]
				];
	return [drawPolygon(corners, look.ground, pen(status === 'invalid' ? look.down : look.undecided))];
}

/** What the shapes mean; it wraps where the picture is narrow. */
function drawKey(y: number, look: ChartLook, width: number): { shapes: Shape[]; bottom: number } {
	const { size } = look;
	const shapes: Shape[] = [];
	let [x, at] = [0, y];
	for (const status of ['not_reported', 'invalid', 'undecided', 'not_applicable'] as const) {
		const words = status === 'undecided' ? `${statusNames[status]} (กรอบประคือผลที่เป็นได้)` : statusNames[status];
		const wide = size * (measureEm(words) + 2.6);
		if (x > 0 && x + wide > width) [x, at] = [0, at + size * 1.7];
		shapes.push(...drawStatus(status, x + size * 0.5, at, look));
		shapes.push(drawText(x + size * 1.3, at, words, { size: size * 0.95, fill: look.soft }));
		x += wide;
	}
	return { shapes, bottom: at + size * 1.2 };
}
