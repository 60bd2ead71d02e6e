// Charts of the combined total: only where the office has set shares, and of the same figures as documents print.
import { describe, expect, test } from 'vitest';
import { findChart } from '../../src/lib/charts/round-charts.ts';
import { paperLook } from '../../src/lib/charts/look.ts';
import { combineSections } from '../../src/lib/reports/combined.ts';
import { rankSections } from '../../src/lib/reports/rank-lines.ts';
import { makeView } from '../reports/fixture.ts';

const shared = makeView({ office: { shares: { team: 50, individual: 30, competency: 20 } } });
const kinds = ['ranking-total', 'tiles-total', 'grades-total'];

test.each(kinds)('%s is none while no shares are set', (name) => {
	expect(findChart(makeView(), name, [])).toBeNull();
});

test.each(kinds)('%s is drawn and written down', (name) => {
	const sheet = findChart(shared, name, []);
	expect(sheet?.draw(paperLook, 600).svg).toContain('<svg');
	expect(sheet?.table.name).toBe(name);
});

test('the ranking says places and percents of the total, and the percents of its sections', () => {
	const table = findChart(shared, 'ranking-total', [])?.table;
	const combined = combineSections(shared, rankSections(shared))?.lines ?? [];
	const first = combined.find(({ place }) => place === 1);
	expect(table?.columns.slice(-3)).toEqual([
		expect.stringContaining('สัดส่วน 50'),
		expect.stringContaining('สัดส่วน 30'),
		expect.stringContaining('สัดส่วน 20')
	]);
	expect(table?.rows).toHaveLength(26);
	expect(table?.rows[0]?.slice(0, 4)).toEqual([first?.district, first?.name, 1, first?.percent]);
	expect(table?.rows[0]?.slice(-3)).toEqual([100, 78, 74]);
});

describe('the path of a district in the combined total', () => {
	test('follows its places from round to round', () => {
		const sheet = findChart(shared, 'path-total-4001', [shared]);
		expect(sheet?.table.rows.map(([, place, percent]) => [place, percent])).toEqual([
			[1, 88.2],
			[1, 88.2]
		]);
	});

	test('is none where only one of the rounds has a total', () => {
		expect(findChart(shared, 'path-total-4001', [makeView()])).toBeNull();
	});
});
