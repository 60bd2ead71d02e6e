// Pictures that can come alive: what a pointer finds stands where the picture shows it, in any size.
import { describe, expect, test } from 'vitest';
import { drawBridge } from '../../src/lib/charts/bridge-picture.ts';
import type { BridgeRow } from '../../src/lib/charts/bridge.ts';
import { drawBumpTable, type BumpTable } from '../../src/lib/charts/bump-table.ts';
import { drawShapes } from '../../src/lib/charts/draw-shapes.ts';
import { drawSpread } from '../../src/lib/charts/draw-spread.ts';
import type { IndicatorSpread, SpreadDot } from '../../src/lib/charts/indicator-spread.ts';
import { paperLook } from '../../src/lib/charts/look.ts';
import { drawPlaceRanges, type RangeRow } from '../../src/lib/charts/place-ranges.ts';
import { findChart } from '../../src/lib/charts/round-charts.ts';
import { makeView } from '../reports/fixture.ts';

const end = (place: string) => ({ place, percent: '90.00' });
const table: BumpTable = {
	heads: ['1/2565', '2/2565'],
	rows: [
		['หนองเรือ', 1, 2, 'down'],
		['น้ำพอง', 2, 1, 'up'],
		['ภูผาม่าน', 3, 3, 'silent']
	].map(([name, from, to, fate]) => ({
		name: String(name),
		rows: [Number(from), Number(to)],
		placed: [true, fate !== 'silent'],
		fate: fate as 'up',
		lit: fate !== 'silent',
		first: end(String(from)),
		last: end(fate === 'silent' ? '—' : String(to)),
		change: fate === 'silent' ? '—' : '▲1',
		settled: true,
		words: [String(name)]
	}))
};
const bridge: readonly BridgeRow[] = [
	{ kind: 'total', label: '1/2565', from: 0, to: 73, text: '73.00' },
	{ kind: 'loss', label: 'ความครบ', from: 73, to: 70, text: '−3.00' },
	{ kind: 'total', label: '2/2565', from: 0, to: 70, text: '70.00' }
];
const ranges: readonly RangeRow[] = [
	{ name: 'หนองเรือ', place: 1, firm: { best: 1, worst: 2 }, whole: { best: 1, worst: 3 }, joined: true, words: ['ก'] },
	{ name: 'น้ำพอง', place: 2, firm: { best: 1, worst: 2 }, whole: { best: 1, worst: 3 }, joined: false, words: ['ข'] },
	{ name: 'ชุมแพ', place: 3, firm: { best: 3, worst: 3 }, whole: { best: 3, worst: 3 }, joined: false, words: ['ค'] }
];
const view = makeView();
const dot = (name: string, x: number, near: boolean): SpreadDot => ({
	district: name,
	name,
	x,
	value: x,
	tone: 3,
	open: null,
	gap: { missing: 1, outcome: 4 },
	near,
	held: false
});
const spread: IndicatorSpread = {
	kind: 'line',
	line: {
		bands: [
			{ outcome: 3, tone: 3, x: 0, width: 50 },
			{ outcome: 4, tone: 4, x: 50, width: 50 }
		],
		bounds: [{ x: 50, value: 90 }],
		others: [],
		own: { x: 0, value: 0 },
		gap: null
	},
	dots: [dot('หนองเรือ', 20, false), dot('น้ำพอง', 48, true), dot('ชุมแพ', 49, true)]
};

describe.each([
	['bump', (width: number, size: number) => drawBumpTable(table, { ...paperLook, size }, width), 3],
	[
		'bridge',
		(width: number, size: number) => drawBridge(bridge, [['ก'], ['ข'], ['ค']], { ...paperLook, size }, width),
		3
	],
	['ranges', (width: number, size: number) => drawPlaceRanges(ranges, { ...paperLook, size }, width), 3],
	['spread', (width: number, size: number) => drawSpread(spread, { ...paperLook, size }, width), 3]
] as const)('%s', (_, draw, marks) => {
	test('has a mark with words for whatever can be pointed at', () => {
		const drawing = draw(640, 13);
		expect(drawing.marks).toHaveLength(marks);
		for (const { hit, lit, words } of drawing.marks) {
			expect([hit.length > 0, lit.length > 0, words.length > 0]).toEqual([true, true, true]);
		}
	});

	test('grows as a whole, so that it covers the picture of the server', () => {
		const [small, large] = [draw(640, 13), draw(960, 19.5)];
		expect(large.height / small.height).toBeCloseTo(1.5, 1);
		expect(large.shapes).toHaveLength(small.shapes.length);
	});

	test.each([326, 640])('is a picture %i wide without anything that is no number', (width) => {
		const { shapes, height } = draw(width, 13);
		const svg = drawShapes(shapes, { width, height });
		expect(svg).not.toContain('NaN');
		expect(svg).toContain(`width="${width}"`);
	});
});

test('a narrow bump keeps places, names and changes, and leaves out percents', () => {
	const drawAt = (width: number) => {
		const { shapes, height } = drawBumpTable(table, { ...paperLook, size: 13 }, width);
		return drawShapes(shapes, { width, height });
	};
	expect(drawAt(640)).toContain('90.00');
	expect(drawAt(300)).not.toContain('90.00');
	expect(drawAt(300)).toContain('หนองเรือ');
});

test.each([
	['spread-team-1', true],
	['spread-team-99', false],
	['sensitivity-team-10', true],
	['sensitivity-team-11', false],
	['sensitivity-nowhere-10', false]
])('the file %s is there: %s', (name, there) => {
	const sheet = findChart(view, name, []);
	expect(sheet !== null).toBe(there);
	if (sheet !== null) expect(sheet.table.rows.every((row) => row.length === sheet.table.columns.length)).toBe(true);
});

test.each([
	[640, ['ข้อ 1 +2.00 · ข้อ 2 +1.00']],
	[300, ['ข้อ 1 +2.00']],
	[120, []]
])('at %i px a bridge says under a step as much of what made it as there is room for', (width, notes) => {
	const [from, step, to] = bridge;
	if (!from || !step || !to) throw new Error('three rows');
	const noted = [from, { ...step, notes: ['ข้อ 1 +2.00', 'ข้อ 2 +1.00'] }, to];
	const drawing = drawBridge(noted, [['ก'], ['ข'], ['ค']], { ...paperLook, size: 13 }, width);
	const words = drawing.shapes.flatMap((shape) => (shape.type === 'text' ? [shape.style.text] : []));
	expect(words.filter((text) => text.startsWith('ข้อ'))).toEqual(notes);
});
