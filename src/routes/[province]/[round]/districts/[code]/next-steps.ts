// What would bring a district more points: the next outcome of what is scored, and what is open, the most worth first.
import { listConditions } from '$lib/agreement/names.ts';
import type { Condition, Indicator, Moment } from '$lib/agreement/schema.ts';
import { scoreKey, type RoundView } from '$lib/ranking/round.ts';
import { placeWith, weigh } from '$lib/scoring/explain-next.ts';
import type { Explanation } from '$lib/scoring/explain.ts';
import { figure, numberOf } from '$lib/scoring/fraction.ts';
import type { IndicatorScore, Status } from '$lib/scoring/results.ts';

export interface NextStep {
	/** team-1 */
	readonly key: string;
	readonly indicator: string;
	readonly short: string;
	readonly status: Status;
	/** ระดับ 4: what would be reached; null where the result is open */
	readonly outcome: string | null;
	/** what is missing for it, or who has to do what about what is open */
	readonly needs: readonly string[];
	/** weighted points; null where the letter gives none */
	readonly worth: number | null;
	/** the worth is the most that it can still be */
	readonly most: boolean;
	/** the place with it if nobody else moves */
	readonly place: number | null;
	/** the day after which it could not be reached any more, where the newest data is later */
	readonly closed: string | null;
}

interface Judged {
	readonly key: string;
	readonly indicator: Indicator;
	readonly score: IndicatorScore;
	readonly explanation: Explanation;
}

/** Closed ones last; within both the most worth first, then the better place. What is at its best has no step. */
export function listNextSteps(view: RoundView, items: readonly Judged[]): readonly NextStep[] {
	return items
		.flatMap((item) => (item.score.status === 'scored' ? stepUp(view, item) : stepOpen(view, item)))
		.toSorted(
			(a, b) =>
				Number(a.closed !== null) - Number(b.closed !== null) ||
				(b.worth ?? -1) - (a.worth ?? -1) ||
				(a.place ?? Infinity) - (b.place ?? Infinity)
		);
}

const head = ({ key, indicator, score }: Judged) => ({
	key,
	indicator: indicator.indicator,
	short: indicator.short,
	status: score.status
});

function stepUp(view: RoundView, item: Judged): readonly NextStep[] {
	const next = item.explanation.next;
	if (next === null) return [];
	const { outcome, needs, worth, place } = next;
	return [{ ...head(item), outcome, needs, worth, most: false, place, closed: findClosed(view, item) }];
}

function stepOpen(view: RoundView, item: Judged): readonly NextStep[] {
	const { score, explanation } = item;
	if (explanation.todo === null) return [];
	const highest = view.details.get(scoreKey(score))?.points_highest ?? null;
	const { weight, max_points: full } = score;
	const open = { ...head(item), outcome: null, needs: [explanation.todo], closed: null };
	if (highest === null || weight === null || !full) return [{ ...open, worth: null, most: false, place: null }];
	const worth = weigh(figure(highest), weight, full);
	return [{ ...open, worth: numberOf(worth), most: true, place: placeWith(worth, score, view.answer) }];
}

/** Of the rung that is wanted next: the latest day it asked for that had passed when the newest data came. */
function findClosed(view: RoundView, { indicator, score, explanation }: Judged): string | null {
	const { newest } = view;
	const rungs = indicator.ladder?.rungs ?? [];
	const at = rungs.findIndex((rung) => 'outcome' in rung && rung.outcome === score.outcome);
	const wanted = rungs.findIndex(
		(rung, nth) => nth > at && 'outcome' in rung && explanation.rungs[nth]?.state !== 'met'
	);
	const rung = rungs[wanted];
	if (rung === undefined || newest === null) return null;
	const conditions = listConditions(rung).flatMap((condition) => ('all' in condition ? condition.all : [condition]));
	const days = conditions.flatMap((condition, nth) =>
		explanation.rungs[wanted]?.conditions[nth]?.state === 'unmet' ? lastDays(view, score, indicator, condition) : []
	);
	// A bare date lasts to the end of its day.
	return days.toSorted().findLast((day) => newest.slice(0, day.length) > day) ?? null;
}

function lastDays(
	view: RoundView,
	score: IndicatorScore,
	indicator: Indicator,
	condition: Condition
): readonly string[] {
	const asked = 'then' in condition ? condition.then : condition;
	if (!('date' in asked)) return [];
	return [asked.by, asked.before].flatMap((day) => (day === undefined ? [] : dayOf(view, score, indicator, day)));
}

function dayOf(view: RoundView, score: IndicatorScore, { inputs }: Indicator, moment: Moment): readonly string[] {
	if (typeof moment === 'string') return [moment];
	const sent = view.entries.find((one) => scoreKey(one) === scoreKey(score) && one.input === moment.value)?.value;
	const given = inputs[moment.value]?.given;
	if (sent?.kind === 'moment') return sent.iso === null ? [] : [sent.iso];
	return typeof given === 'string' ? [given] : [];
}
