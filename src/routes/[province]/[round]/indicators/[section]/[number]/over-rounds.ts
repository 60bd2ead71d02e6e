// One indicator through the rounds: its figures where it is the same indicator, else why it cannot be compared.
import { drawLevelSpread, type LevelSpread } from '$lib/charts/level-spread.ts';
import { middleValue } from '$lib/charts/middle.ts';
import type { Indicator } from '$lib/agreement/schema.ts';
import { divide, figure, fraction, multiply, sum } from '$lib/scoring/fraction.ts';
import { pairIndicators } from '$lib/ranking/pair-indicators.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import { showExact } from '$lib/reports/show-change.ts';
import type { IndicatorScore } from '$lib/scoring/results.ts';

export interface RoundFigures {
	readonly id: string;
	readonly round: string;
	/** its number in that round */
	readonly number: string;
	/** null of the round that is looked at; `changes` in Thai */
	readonly pair: { readonly sameRule: boolean; readonly changes: readonly string[] } | null;
	readonly scored: number;
	readonly applying: number;
	/** median of the figures judged; null where it judges none, or nobody has one */
	readonly middle: number | null;
	/** mean percent of its points; null where nobody has any */
	readonly earned: string | null;
	readonly spread: LevelSpread;
}
export type OverRound =
	| { readonly kind: 'figures'; readonly figures: RoundFigures }
	| { readonly kind: 'apart'; readonly id: string; readonly round: string; readonly reason: string };

const hundred = fraction(100n, 1n);

function readFigures(view: RoundView, section: string, indicator: Indicator, pair: RoundFigures['pair']): RoundFigures {
	const scores = findScores(view, section, indicator.indicator);
	const scored = scores.filter(({ status }) => status === 'scored');
	const earned = scored.flatMap(({ points, max_points: most }) =>
		points === null || !most ? [] : [multiply(hundred, divide(figure(points), figure(most)))]
	);
	return {
		id: view.id,
		round: view.agreement.round,
		number: indicator.indicator,
		pair,
		scored: scored.length,
		applying: scores.length,
		middle: indicator.judged === undefined ? null : middleValue(scored.flatMap(({ value }) => value ?? [])),
		earned: earned.length === 0 ? null : showExact(divide(sum(earned), fraction(BigInt(earned.length), 1n))),
		spread: drawLevelSpread(scores, indicator)
	};
}

const findScores = (view: RoundView, section: string, number: string): readonly IndicatorScore[] =>
	view.answer.scores.filter(
		(one) => one.section === section && one.indicator === number && one.status !== 'not_applicable'
	);

/** What became of it in each round, the latest first: this one, then `earlier`. */
export function followIndicator(
	view: RoundView,
	earlier: readonly RoundView[],
	section: string,
	indicator: Indicator
): readonly OverRound[] {
	return [
		{ kind: 'figures', figures: readFigures(view, section, indicator, null) },
		...earlier.map((before): OverRound => {
			const pair = pairBefore(before, view, section, indicator);
			const apart = (reason: string): OverRound => ({
				kind: 'apart',
				id: before.id,
				round: before.agreement.round,
				reason
			});
			if (!before.agreement.sections.some((one) => one.section === section)) return apart('ข้อตกลงของรอบนั้นไม่มีตัวชี้วัดส่วนนี้');
			if (pair?.kind !== 'comparable') return apart(pair?.reason ?? '');
			const { sameRule, changes } = pair;
			return { kind: 'figures', figures: readFigures(before, section, pair.before, { sameRule, changes }) };
		})
	];
}

const pairBefore = (before: RoundView, view: RoundView, section: string, { indicator }: Indicator) =>
	pairIndicators(before.agreement, view.agreement).find(
		(one) => one.section === section && one.after?.indicator === indicator
	);

/** The results of the round before by district, where it is the same indicator; null where it is not. */
export function findBefore(view: RoundView, before: RoundView | undefined, section: string, indicator: Indicator) {
	if (before === undefined) return null;
	const pair = pairBefore(before, view, section, indicator);
	if (pair?.kind !== 'comparable') return null;
	const scores = findScores(before, section, pair.before.indicator);
	return { round: before.agreement.round, scores: new Map(scores.map((score) => [score.district, score])) };
}
