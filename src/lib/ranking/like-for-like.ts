// Like for like: what a district earned on the indicators that both rounds judge by one rule.
import type { IndicatorScore } from '../scoring/results.ts';
import { divide, figure, fraction, isNought, multiply, sum, type Fraction } from '../scoring/fraction.ts';
import type { Comparable, IndicatorPair } from './pair-indicators.ts';

/** Percent over the indicators whose rule is the same in both rounds and that are scored in both, by the later round's weights. */
export interface LikeForLike {
	readonly before: Fraction;
	readonly after: Fraction;
	/** the later round's weight of these indicators */
	readonly weight: Fraction;
	/** by the later round's numbers; of a combined total `section/number` */
	readonly indicators: readonly string[];
}

const isAlike = (pair: IndicatorPair): pair is Comparable => pair.kind === 'comparable' && pair.sameRule;

/** Null where the district has no such indicator with a result in both rounds. */
export function findLike(
	pairs: readonly IndicatorPair[],
	before: readonly IndicatorScore[],
	after: readonly IndicatorScore[]
): LikeForLike | null {
	const scored = (scores: readonly IndicatorScore[], number: string) => {
		const score = scores.find(({ indicator }) => indicator === number);
		const { points = null, max_points: most = null, weight = null } = score?.status === 'scored' ? score : {};
		return points === null || weight === null || !most
			? null
			: { earned: divide(figure(points), figure(most)), weight: figure(weight) };
	};
	const parts = pairs.filter(isAlike).flatMap((pair) => {
		const [was, is] = [scored(before, pair.before.indicator), scored(after, pair.after.indicator)];
		return was && is ? [{ indicator: pair.after.indicator, was: was.earned, is: is.earned, weight: is.weight }] : [];
	});
	const weight = sum(parts.map((part) => part.weight));
	if (isNought(weight)) return null;
	const percent = (of: (part: (typeof parts)[number]) => Fraction) =>
		divide(multiply(fraction(100n, 1n), sum(parts.map((part) => multiply(of(part), part.weight)))), weight);
	return {
		before: percent(({ was }) => was),
		after: percent(({ is }) => is),
		weight,
		indicators: parts.map(({ indicator }) => indicator)
	};
}
