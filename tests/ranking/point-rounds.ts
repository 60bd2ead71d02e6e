// Rounds given by the points of their districts.
import type { RoundView } from '../../src/lib/ranking/round.ts';
import type { IndicatorScore } from '../../src/lib/scoring/results.ts';
import { makeView, province } from '../reports/fixture.ts';
import { after, share } from './letters.ts';

const bounds = [60, 70, 80, 90, 100];
type Points = number | 'undecided' | 'not_reported';

/** A round of districts with points of 5 in each indicator, all of one section. */
export function roundOf(
	weights: Readonly<Record<string, number>>,
	districts: Readonly<Record<string, readonly Points[]>>,
	appliesTo: Readonly<Record<string, readonly string[]>> = {}
): RoundView {
	const numbers = Object.keys(weights);
	const agreement = after(
		numbers.map((number) => {
			const codes = appliesTo[number];
			return share(number, weights[number] ?? 0, bounds, codes === undefined ? {} : { applies_to: codes });
		})
	);
	const scores = Object.entries(districts).flatMap(([district, points]) =>
		numbers.map((indicator, nth): IndicatorScore => {
			const own = points[nth] ?? 'not_reported';
			const applies = appliesTo[indicator]?.includes(district) ?? true;
			const status = !applies ? 'not_applicable' : typeof own === 'number' ? 'scored' : own;
			return {
				district,
				section: 'team',
				indicator,
				status,
				outcome: typeof own === 'number' && applies ? own : null,
				points: typeof own === 'number' && applies ? own : null,
				max_points: 5,
				weight: weights[indicator] ?? 0,
				weighted: null,
				value: null,
				reason: null,
				reading: own === 'undecided' ? 'X1' : null,
				recommended: null
			};
		})
	);
	const view = makeView();
	const sections = Object.keys(districts).map((district) => {
		const own = scores.filter((score) => score.district === district && score.status !== 'not_applicable');
		const weight = own.reduce((sum, score) => sum + (score.weight ?? 0), 0);
		const percent = own.reduce((sum, score) => sum + (20 * (score.points ?? 0) * (score.weight ?? 0)) / weight, 0);
		const line = { district, section: 'team', percent, percent_best: percent, percent_worst: percent };
		return { ...line, decided_weight: weight, weight, place: 1, place_best: 1, place_worst: 1 };
	});
	const details = new Map(
		scores.map((score) => [
			`${score.district}/team/${score.indicator}`,
			{ points_lowest: 2, points_highest: 4, rests_on: [], waits_for: [], met: 0n, seen: 0n }
		])
	);
	return { ...view, province, agreement, answer: { agreement: agreement.agreement, scores, sections }, details };
}
