// Scores the results of later rounds under the rules of earlier ones, so that a change can be taken apart.
import { crossLetter } from '../../ranking/cross-letter.ts';
import { pairIndicators } from '../../ranking/pair-indicators.ts';
import type { RoundView } from '../../ranking/round.ts';
import type { IndicatorScore } from '../../scoring/results.ts';
import { scoreOnce } from '../scoring/score-once.ts';
import type { Store } from '../store/store.ts';

/** The same views, the earliest first, each with its results under the round before it and under the first (`under`). */
export async function crossRounds(store: Store, rounds: readonly RoundView[]): Promise<readonly RoundView[]> {
	const crossed: RoundView[] = [];
	for (const [nth, after] of rounds.entries()) {
		const under = new Map<string, readonly IndicatorScore[]>();
		for (const before of new Set(nth === 0 ? [] : [rounds[0], rounds[nth - 1]])) {
			if (before !== undefined) under.set(before.id, await scoreUnder(store, before, after));
		}
		crossed.push({ ...after, under });
	}
	return crossed;
}

async function scoreUnder(store: Store, before: RoundView, after: RoundView): Promise<readonly IndicatorScore[]> {
	const letter = crossLetter(before.agreement, after.agreement, pairIndicators(before.agreement, after.agreement));
	if (letter === null) return [];
	const { answer } = await scoreOnce(store.instance(), letter, after.entries);
	return answer.scores;
}
