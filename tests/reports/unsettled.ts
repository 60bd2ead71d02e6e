// The crowded round with every second result open, in turn in each of the ways there are.
import type { RoundView } from '../../src/lib/ranking/round.ts';
import type { IndicatorScore } from '../../src/lib/scoring/results.ts';
import { makeCrowdedView } from './crowded.ts';
import type { FixtureOptions } from './fixture.ts';

const ways = [
	{ status: 'not_reported', reason: 'missing_input' },
	{ status: 'invalid', reason: 'invalid_input' },
	{ status: 'undecided', reason: 'gap' }
] as const;

export function makeUnsettledView(options: FixtureOptions = {}): RoundView {
	const view = makeCrowdedView(options);
	const scores = view.answer.scores.map((score, nth): IndicatorScore => {
		const way = ways[(nth >> 1) % ways.length];
		if (nth % 2 === 0 || way === undefined || score.status === 'not_applicable') return score;
		return { ...score, ...way, outcome: null, points: null, weighted: null, reading: null, recommended: null };
	});
	return { ...view, answer: { ...view.answer, scores } };
}
