import { describe, expect, it, test } from 'vitest';
import { drawChart } from '../../src/lib/charts/draw-chart.ts';
import type { ChartOption } from '../../src/lib/charts/kinds.ts';
import { measureEm, measureText } from '../../src/lib/charts/measure-text.ts';
import { latin, signs, thai } from '../../src/lib/charts/sarabun-widths.ts';
import { readWidths } from './read-widths.ts';

const size = { width: 240, height: 120 };
const option = (label = 'ที่นี่'): ChartOption => ({
	xAxis: { type: 'value', min: 0, max: 100 },
	yAxis: { type: 'category', data: ['ร้อยละ', 'น้ำพอง'], axisLabel: { interval: 0 } },
	series: [
		{ type: 'line', data: [[20, 0]], label: { show: true, position: 'right', formatter: label } },
		{
			type: 'line',
			data: [
				[0, 0],
				[40, 1]
			]
		}
	]
});

test('the same option gives the same bytes, whatever was drawn before it', () => {
	const first = drawChart(option(), size);
	drawChart(option('ที่อื่น'), size);
	expect(drawChart(option(), size)).toBe(first);
});

test('nothing in it is named or cut off', () => {
	expect(drawChart(option(), size)).not.toMatch(/ id=|clip|<defs/);
});

test('a gradient is refused: it would carry the number of charts drawn before', () => {
	const fill = {
		type: 'linear' as const,
		x: 0,
		y: 0,
		x2: 1,
		y2: 0,
		colorStops: [
			{ offset: 0, color: '#fff' },
			{ offset: 1, color: '#000' }
		]
	};
	const shaded: ChartOption = { ...option(), series: [{ type: 'line', data: [[20, 0]], itemStyle: { color: fill } }] };
	expect(() => drawChart(shaded, size)).toThrow('gradients');
});

test('holds the texts whole, and nothing that only a living chart needs', () => {
	const svg = drawChart(option(), size);
	for (const text of ['ร้อยละ', 'น้ำพอง', 'ที่นี่']) expect(svg).toContain(`>${text}<`);
	expect(svg).toMatch(/^<svg width="240" height="120"/);
	expect(svg).not.toMatch(/<style|class=|ecmeta/);
});

describe('widths of Sarabun', () => {
	const widths = readWidths();
	it.each(['regular', 'bold'] as const)('%s is as the font has it', (weight) => {
		const column = weight === 'regular' ? 0 : 1;
		const table = [
			...latin[weight].map((width, nth) => [0x20 + nth, width] as const),
			...thai[weight].map((width, nth) => [0xe01 + nth, width] as const),
			...Object.entries(signs).map(([sign, both]) => [sign.codePointAt(0) ?? 0, both[column]] as const)
		];
		const differing = table.filter(([code, width]) => width !== widths[weight](code));
		expect(differing.map(([code]) => String.fromCodePoint(code))).toEqual([]);
	});
	it('marks take no room', () => expect(measureEm('ที่ปิ้ฎุฐู')).toBe(measureEm('ทปฎฐ')));
	it('bold is wider', () =>
		expect(measureText('อำเภอ', 'bold 10px Sarabun').width).toBeGreaterThan(
			measureText('อำเภอ', '10px Sarabun').width
		));
	it('answers how high a line of Thai is', () => expect(measureText('国', '10px Sarabun').width).toBe(14));
});
