// Each indicator over two rounds, in the middle of the province: what part of its points districts earned.
import type { IndicatorScore } from '../scoring/results.ts';
import type { RoundChange } from './compare.ts';
import { add, divide, figure, fraction, multiply, nought, type Fraction } from '../scoring/fraction.ts';
import type { IndicatorPair } from './pair-indicators.ts';

export interface IndicatorChange {
	readonly pair: IndicatorPair;
	/** that have a result in both rounds; the means are over them */
	readonly districts: number;
	/** mean percent of its points in each round; null where no district has a result in both, or it cannot be compared */
	readonly before: Fraction | null;
	readonly after: Fraction | null;
	/** the later results under the earlier rule; null also where some of them have no outcome there */
	readonly crossed: Fraction | null;
}

const hundred = fraction(100n, 1n);

function earnedOf(score: IndicatorScore | undefined): Fraction | null {
	if (score?.status !== 'scored' || score.points === null || !score.max_points) return null;
	return multiply(hundred, divide(figure(score.points), figure(score.max_points)));
}

export function listIndicatorChanges({ before, after, pairs }: RoundChange): readonly IndicatorChange[] {
	const keyed = (scores: readonly IndicatorScore[]) =>
		new Map(scores.map((score) => [`${score.district}/${score.section}/${score.indicator}`, score]));
	const [was, is, cross] = [before.answer.scores, after.answer.scores, after.under?.get(before.id) ?? []].map(keyed);
	return pairs.map((pair): IndicatorChange => {
		if (pair.kind === 'incomparable') return { pair, districts: 0, before: null, after: null, crossed: null };
		const both = after.province.districts.flatMap(({ code }) => {
			const at = (number: string) => `${code}/${pair.section}/${number}`;
			const earned = {
				before: earnedOf(was?.get(at(pair.before.indicator))),
				after: earnedOf(is?.get(at(pair.after.indicator)))
			};
			if (earned.before === null || earned.after === null) return [];
			const crossed = pair.sameRule ? earned.after : earnedOf(cross?.get(at(pair.after.indicator)));
			return [{ before: earned.before, after: earned.after, crossed }];
		});
		return {
			pair,
			districts: both.length,
			before: meanOf(both.map((one) => one.before)),
			after: meanOf(both.map((one) => one.after)),
			crossed: meanOf(both.map((one) => one.crossed))
		};
	});
}

/** Null where there is nothing to take the mean of, or one of them is missing. */
function meanOf(values: readonly (Fraction | null)[]): Fraction | null {
	let total = nought;
	for (const value of values) {
		if (value === null) return null;
		total = add(total, value);
	}
	return values.length === 0 ? null : divide(total, fraction(BigInt(values.length), 1n));
}
