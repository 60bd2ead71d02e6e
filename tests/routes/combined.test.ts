import { expect, test } from 'vitest';
import type { RoundView } from '../../src/lib/ranking/round.ts';
import type { IndicatorScore } from '../../src/lib/scoring/results.ts';
import { combineSections } from '../../src/routes/[province]/[round]/combined.ts';

const score = (district: string, section: string, weight: number, points: number | null): IndicatorScore => ({
	district,
	section,
	indicator: '1',
	status: points === null ? 'not_reported' : 'scored',
	outcome: points,
	points,
	max_points: 3,
	weight,
	weighted: points === null ? null : (weight * points) / 3,
	value: null,
	reason: null,
	reading: null,
	recommended: null
});

/** Districts 4001… with points out of 3 in two sections that weigh 100 and 20. */
function viewOf(points: readonly (readonly [number | null, number | null])[], shares: Record<string, number> | null) {
	const codes = points.map((_, i) => String(4001 + i));
	const scores = points.flatMap(([team, competency], i) => [
		score(codes[i] ?? '', 'team', 100, team),
		score(codes[i] ?? '', 'competency', 20, competency)
	]);
	return {
		agreement: { sections: [{ section: 'team' }, { section: 'competency' }] },
		province: { districts: codes.map((code) => ({ code, name: code })) },
		answer: {
			scores,
			sections: scores.map((s) => ({
				district: s.district,
				section: s.section,
				weight: s.weight,
				percent: ((s.points ?? 0) * 100) / 3
			}))
		},
		office: { shares }
	} as unknown as RoundView;
}

test('there is no combined total until the office has set shares', () => {
	expect(combineSections(viewOf([[3, 3]], null))).toBeNull();
});

test('sections count by their shares, whatever they weigh in the letter', () => {
	const lines =
		combineSections(
			viewOf(
				[
					[3, 0],
					[0, 3]
				],
				{ team: 80, competency: 20 }
			)
		) ?? [];
	expect(lines.map((line) => [line.district, line.percent, line.place])).toEqual([
		['4001', 80, 1],
		['4002', 20, 2]
	]);
});

test('totals that are equal as fractions share the place, and the next place is skipped', () => {
	// 2/3 × 50 + 1/3 × 50 = 1/3 × 50 + 2/3 × 50, though not in binary floating point
	const lines =
		combineSections(
			viewOf(
				[
					[2, 1],
					[1, 2],
					[0, 0]
				],
				{ team: 50, competency: 50 }
			)
		) ?? [];
	expect(lines.map((line) => line.place)).toEqual([1, 1, 3]);
});

test('a section of which nothing was reported has no percent, not a zero', () => {
	const [line] = combineSections(viewOf([[3, null]], { team: 50, competency: 50 })) ?? [];
	expect(line).toMatchObject({ nothing: false, open: 1 });
	expect(line?.sections.map((section) => section.percent)).toEqual([100, null]);
});
