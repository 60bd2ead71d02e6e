// Rounds compared, as pages, the command line and the document read them: each with the one before it, and the first with the last.
import { compareRounds, type RoundChange } from '../../ranking/compare.ts';
import type { RoundView } from '../../ranking/round.ts';
import { combineSections } from '../combined.ts';
import { rankSections } from '../rank-lines.ts';

export interface RoundsCompared {
	/** the earliest first */
	readonly rounds: readonly RoundView[];
	/** one fewer than rounds: each is from a round to the next */
	readonly steps: readonly RoundChange[];
	/** from the first to the last; the only step where there are two rounds */
	readonly whole: RoundChange;
}

/** Views of one province, the earliest first, at least two. */
export function compareViews(rounds: readonly RoundView[]): RoundsCompared {
	const combined = new Map(rounds.map((view) => [view, combineSections(view, rankSections(view))?.lines ?? null]));
	const change = (before: RoundView, after: RoundView) =>
		compareRounds(before, after, { before: combined.get(before) ?? null, after: combined.get(after) ?? null });
	const steps = rounds.slice(1).flatMap((after, nth) => {
		const before = rounds[nth];
		return before === undefined ? [] : [change(before, after)];
	});
	const [first, last] = [rounds.at(0), rounds.at(-1)];
	const [only] = steps;
	if (first === undefined || last === undefined || only === undefined) throw new Error('a comparison needs two rounds');
	return { rounds, steps, whole: steps.length === 1 ? only : change(first, last) };
}

/** Rounds in the order of time, whichever order they were named in; one at several moments by the moments, as it is now last. */
export const inOrder = (views: readonly RoundView[]): readonly RoundView[] =>
	views.toSorted((a, b) => {
		const [one, other] = [keyOf(a), keyOf(b)];
		return one < other ? -1 : one > other ? 1 : 0;
	});

function keyOf({ id, agreement, as_of, edition }: RoundView): string {
	const [round = ''] = id.split('@');
	const moment = as_of ?? edition?.published_at ?? '~';
	return `${agreement.from} ${round} ${moment}`;
}
