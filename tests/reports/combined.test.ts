import { expect, test } from 'vitest';
import { combineSections } from '../../src/lib/reports/combined.ts';
import { rankSections } from '../../src/lib/reports/rank-lines.ts';
import { makeView } from './fixture.ts';

test('no shares, no combined total', () => {
	const view = makeView();
	expect(combineSections(view, rankSections(view))).toBeNull();
});

test('a combined total is the shares of the sections, and ties share a place', () => {
	const view = makeView({ office: { shares: { team: 50, individual: 30, competency: 20 } } });
	const rankings = rankSections(view);
	const combined = combineSections(view, rankings);
	const first = combined?.lines[0];
	// 50 % of 100 + 30 % of 78 + 20 % of 74
	expect(first).toMatchObject({ name: 'เมืองขอนแก่น', percent: 88.2, place: 1 });
	expect(combined?.lines.length).toBe(26);
	for (const line of combined?.lines ?? []) {
		expect(line.place).toBe(
			1 + (combined?.lines.filter((other) => (other.percent ?? 0) > (line.percent ?? 0)).length ?? 0)
		);
		expect(line.place_best ?? 0).toBeLessThanOrEqual(line.place ?? 0);
		expect(line.place_worst ?? 0).toBeGreaterThanOrEqual(line.place ?? 0);
	}
});
