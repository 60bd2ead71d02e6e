import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/lib/charts/draw-chart.ts';
import { drawShapes } from '../../src/lib/charts/draw-shapes.ts';
import { spreadIndicator } from '../../src/lib/charts/indicator-spread.ts';
import { paperLook } from '../../src/lib/charts/look.ts';
import { makePlacePath } from '../../src/lib/charts/place-path.ts';
import { showValue } from '../../src/lib/charts/show-value.ts';
import { drawSpreadCounts } from '../../src/lib/charts/spread-counts.ts';
import { drawSpreadLine } from '../../src/lib/charts/spread-line.ts';
import type { IndicatorScore } from '../../src/lib/scoring/results.ts';
import { makeView } from '../reports/fixture.ts';
import { indicatorAt, section } from './builders.ts';

const base = makeView();
/** The first district of the fixture has the first value, and so on; the outcome is what the ladder of the builders gives. */
function viewOf(values: readonly (readonly [value: number | null, outcome: number | null])[]) {
	const scores = values.map(([value, outcome], nth): IndicatorScore => ({
		district: base.province.districts[nth]?.code ?? '',
		section: 'team',
		indicator: '1',
		status: outcome !== null ? 'scored' : value === null ? 'not_reported' : 'undecided',
		outcome,
		points: outcome,
		max_points: 5,
		weight: 30,
		weighted: outcome === null ? null : outcome * 6,
		value,
		reason: null,
		reading: null,
		recommended: null
	}));
	return { ...base, agreement: { ...base.agreement, sections: [section] }, answer: { ...base.answer, scores } };
}
const spread = (values: Parameters<typeof viewOf>[0]) => {
	const found = spreadIndicator(viewOf(values), 'team', indicatorAt(0));
	if (found.kind !== 'line') throw new Error('no line');
	return found;
};

describe('districts on the line of a ladder', () => {
	it('stand by their figure, what was not reported nowhere', () =>
		expect(
			spread([
				[91, 3],
				[80, 1],
				[null, null]
			]).dots.map(({ name }) => name)
		).toEqual(['บ้านฝาง', 'เมืองขอนแก่น']));

	it.each([
		[84.5, 1, true],
		[83.5, 1, false],
		[84.99, 1, true],
		[85, 2, false],
		[99.5, 4, true]
	])('%d is little short of the next bound: %s', (value, outcome, near) =>
		expect(spread([[value, outcome]]).dots[0]?.near).toBe(near)
	);

	it('one held back by another condition is marked', () =>
		expect(spread([[96, 0]]).dots[0]).toMatchObject({ held: true, tone: 0 }));
	it('one that waits for a ruling has no gap', () =>
		expect(spread([[84.9, null]]).dots[0]).toMatchObject({ open: 'undecided', gap: null, near: false }));
	it('without any figure is counted', () =>
		expect(spreadIndicator(viewOf([[null, null]]), 'team', indicatorAt(0)).kind).toBe('counts'));
	it('a ladder of steps is counted', () =>
		expect(spreadIndicator(viewOf([]), 'team', indicatorAt(2)).kind).toBe('counts'));

	it('is drawn with a dot for each, bounds, and the names of those little short', () => {
		const found = spread([
			[84.9, 1],
			[84.95, 1],
			[90, 3],
			[70, 0]
		]);
		const { shapes, width, height } = drawSpreadLine(found, paperLook, 400);
		const svg = drawShapes(shapes, { width, height });
		for (const text of ['เมืองขอนแก่น ขาด 0.1', 'บ้านฝาง ขาด 0.05', '80', '100']) expect(svg).toContain(`>${text}<`);
		expect(svg).not.toContain('พระยืน');
	});
});

describe('districts counted by outcome', () => {
	const found = spreadIndicator(base, 'competency', base.agreement.sections[2]?.indicators[2] ?? indicatorAt(0));

	it('every district is in one row, and every row is named', () => {
		if (found.kind !== 'counts') throw new Error('not counted');
		expect(found.spread.pieces.reduce((sum, { count }) => sum + count, 0)).toBe(26);
		const { shapes, width, height } = drawSpreadCounts(found.spread, paperLook, 400);
		const svg = drawShapes(shapes, { width, height });
		for (const text of ['ระดับ 5', 'ยังไม่ส่ง', 'รอคำวินิจฉัย']) expect(svg).toContain(`>${text}<`);
	});
});

describe('a figure that was cut', () => {
	it.each([
		[28.712871287128714, '28.71…'],
		[94.996, '94.99…'],
		[95, '95'],
		[0.004, '0.004'],
		[1234.5, '1,234.5'],
		[-3.14159, '−3.14…']
	])('%d is shown %s', (value, shown) => expect(showValue(value)).toBe(shown));
});

describe('places from round to round', () => {
	const path = [
		{ label: 'รอบ 2/2564', place: 12, best: 12, worst: 12 },
		{ label: 'รอบ 1/2565', place: null, best: null, worst: null },
		{ label: 'รอบ 2/2565', place: 4, best: 2, worst: 15 }
	];
	it('names every round and writes each place it had', () => {
		const svg = drawChart(makePlacePath(path, [[1, 2, 3]], 26, paperLook), { width: 300, height: 160 });
		for (const text of ['รอบ 2/2564', 'รอบ 1/2565', '12', '4', '26']) expect(svg).toContain(`>${text}<`);
	});
	it('draws a faint line for each other district, with a gap where it had no place', () => {
		const faint = (others: readonly (readonly (number | null)[])[]) =>
			drawChart(makePlacePath(path, others, 26, paperLook), { width: 300, height: 160 }).match(/opacity="0.45"/g)
				?.length ?? 0;
		expect(
			[
				[],
				[[1, 2, 3]],
				[
					[1, 2, 3],
					[4, 5, null]
				],
				[[1, null, 3]]
			].map(faint)
		).toEqual([0, 1, 2, 0]);
	});
	it('puts the first place on top', () => {
		const svg = drawChart(makePlacePath(path, [], 26, paperLook), { width: 300, height: 160 });
		const height = (text: string) =>
			Number(new RegExp(`translate\\([\\d.]+ ([\\d.]+)\\)"[^>]*>${text}<`).exec(svg)?.[1]);
		expect(height('1')).toBeLessThan(height('26'));
	});
});
