// The indicator that costs the whole province most, and what one step on its ladder would give.
import type { Indicator } from '../agreement/schema.ts';
import type { IndicatorScore, Outcome } from '../scoring/results.ts';
import {
	add,
	compare,
	divide,
	figure,
	fraction,
	multiply,
	nought,
	numberOf,
	subtract,
	type Fraction
} from '../scoring/fraction.ts';
import type { Situation } from './matters.ts';

export interface Weakest {
	readonly kind: 'weak';
	readonly section: string;
	readonly indicator: string;
	readonly short: string;
	/** weighted points that were not earned, mean over the districts that have a result */
	readonly lost: number;
	/** districts with a result, and those of them that did not earn all */
	readonly scored: number;
	readonly short_of_all: number;
	/** the highest level that at most half have not passed, or else the lowest there is; null where outcomes are not levels */
	readonly low: { readonly level: number; readonly at_most: number } | null;
	/** weighted points that one more level gives any of them; null where steps differ */
	readonly step: number | null;
}

/** Null where nothing was lost, and where two cost alike. Of a combined total null: its sections weigh differently. */
export function findWeakest({ section, lines }: Situation): Weakest | null {
	if (section === null) return null;
	const costs = section.indicators
		.map((indicator) => {
			const scores = lines
				.flatMap((line) => line.scores.filter((score) => score.indicator === indicator.indicator))
				.filter(
					({ status, points, weight, max_points: top }) => status === 'scored' && points !== null && !!weight && !!top
				);
			return { indicator, scores, lost: scores.map(lostBy).reduce(add, nought) };
		})
		.toSorted((a, b) => compare(b.lost, a.lost));
	const [first, second] = costs;
	if (first === undefined || first.scores.length < 2 || first.lost.over === 0n) return null;
	if (second !== undefined && compare(first.lost, second.lost) === 0) return null;
	const { indicator, scores, lost } = first;
	return {
		kind: 'weak',
		section: section.section,
		indicator: indicator.indicator,
		short: indicator.short,
		lost: numberOf(divide(lost, fraction(BigInt(scores.length), 1n))),
		scored: scores.length,
		short_of_all: scores.filter((score) => lostBy(score).over > 0n).length,
		low: findLow(indicator, scores),
		step: findStep(indicator, scores)
	};
}

/** weight × (1 − points ÷ max_points) */
function lostBy({ weight, points, max_points: top }: IndicatorScore): Fraction {
	if (weight === null || points === null || !top) return nought;
	return multiply(figure(weight), subtract(fraction(1n, 1n), divide(figure(points), figure(top))));
}

const levelsOf = ({ ladder }: Indicator): readonly { readonly outcome: Outcome; readonly points: number }[] =>
	(ladder?.rungs ?? []).flatMap((rung) =>
		'outcome' in rung
			? [{ outcome: rung.outcome, points: rung.points ?? (typeof rung.outcome === 'number' ? rung.outcome : 0) }]
			: []
	);

function findLow(indicator: Indicator, scores: readonly IndicatorScore[]): Weakest['low'] {
	const levels = scores.map(({ outcome }) => outcome).filter((one) => typeof one === 'number');
	if (levels.length < scores.length) return null;
	const highest = Math.max(...levelsOf(indicator).map(({ outcome }) => (typeof outcome === 'number' ? outcome : 0)));
	const atMost = (level: number) => levels.filter((one) => one <= level).length;
	const there = [...new Set(levels)].sort((a, b) => b - a);
	const level = there.find((one) => 2 * atMost(one) <= levels.length) ?? there.at(-1);
	// Where even the lowest is the top there is no level to speak of.
	return level === undefined || level >= highest ? null : { level, at_most: atMost(level) };
}

/** One level is worth the same from every level to the next, and nothing is deducted beside the ladder. */
function findStep(indicator: Indicator, scores: readonly IndicatorScore[]): number | null {
	const levels = levelsOf(indicator)
		.filter(({ outcome }) => typeof outcome === 'number')
		.toSorted((a, b) => a.points - b.points);
	const steps = new Set(levels.slice(1).map(({ points }, nth) => points - (levels[nth]?.points ?? 0)));
	const worths = new Set(scores.map(({ weight, max_points: top }) => `${weight ?? ''}/${top ?? ''}`));
	const plain = scores.every(({ outcome, points }) =>
		outcome === 0 ? points === 0 : levels.some((level) => level.outcome === outcome && level.points === points)
	);
	const [step] = steps;
	const [{ weight, max_points: top } = { weight: null, max_points: null }] = scores;
	if (steps.size !== 1 || worths.size !== 1 || !plain || step === undefined || !weight || !top) return null;
	return numberOf(divide(multiply(figure(weight), figure(step)), figure(top)));
}
