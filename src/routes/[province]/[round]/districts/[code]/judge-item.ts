// One indicator of a district beside its province: its own result, the middle and the best, and why.
import type { Indicator, Section } from '$lib/agreement/schema.ts';
import { drawLadderBoxes } from '$lib/charts/ladder-boxes.ts';
import { middleOutcome, middleValue } from '$lib/charts/middle.ts';
import { drawNumberLine } from '$lib/charts/number-line.ts';
import { listOutcomes } from '$lib/charts/tones.ts';
import { listLate } from '$lib/ranking/late.ts';
import { scoreKey, type EntryInForce, type RoundView } from '$lib/ranking/round.ts';
import { explainScore } from '$lib/scoring/explain.ts';
import type { IndicatorScore, Outcome } from '$lib/scoring/results.ts';

/** A figure where the ladder judges one, else the outcome; null where no district has a result. */
export type Mark =
	{ readonly kind: 'value'; readonly value: number } | { readonly kind: 'outcome'; readonly outcome: Outcome };

export function judgeItem(
	view: RoundView,
	section: Section,
	indicator: Indicator,
	score: IndicatorScore,
	name: string
) {
	// what would tell of others is not drawn for who may not see them yet
	const peers =
		view.only !== undefined
			? []
			: view.answer.scores.filter(
					(s) => s.section === section.section && s.indicator === indicator.indicator && s.status === 'scored'
				);
	const ladder = listOutcomes(indicator);
	const outcomes = peers.flatMap((peer) => (peer.outcome === null ? [] : [peer.outcome]));
	const values = peers.flatMap((peer) => (peer.value === null ? [] : [peer.value]));
	const others = peers.flatMap((p) => (p.value === null || p.district === score.district ? [] : [p.value]));
	const line = drawNumberLine(indicator, values[0] ?? 0, []);
	const bounds = line?.bounds ?? [];
	const falls = (bounds[0]?.value ?? 0) > (bounds.at(-1)?.value ?? 0);
	const middle = middleOutcome(outcomes, ladder);
	const detail = view.details.get(scoreKey(score));
	const earn = (points: number | null | undefined) =>
		points === null || points === undefined || score.weight === null || !score.max_points
			? null
			: (score.weight * points) / score.max_points;
	const explanation = explainScore(view, score.district, section.section, indicator.indicator);
	return {
		key: `${section.section}-${indicator.indicator}`,
		indicator: indicator.indicator,
		short: indicator.short,
		title: indicator.title,
		unit: indicator.unit,
		score,
		/** how far it has come; null where nothing was sent */
		state: view.way.get(scoreKey(score)) ?? null,
		group: indicator.work_group,
		name,
		lowest: earn(detail?.points_lowest),
		highest: earn(detail?.points_highest),
		middle: markOf(middleValue(values), middle),
		best: markOf(
			line && values.length > 0 ? (falls ? Math.min(...values) : Math.max(...values)) : null,
			bestOutcome(outcomes, ladder)
		),
		boxes: drawLadderBoxes(score, indicator, middle),
		line: score.value === null ? null : drawNumberLine(indicator, score.value, others),
		explanation,
		sources: listSources(
			view,
			explanation.arithmetic.flatMap((step) => step.entry ?? [])
		)
	};
}

const markOf = (value: number | null, outcome: Outcome | null): Mark | null =>
	value !== null ? { kind: 'value', value } : outcome === null ? null : { kind: 'outcome', outcome };

/** `ladder` from the lowest; an outcome it does not name is told by its own number. */
function bestOutcome(given: readonly Outcome[], ladder: readonly Outcome[]): Outcome | null {
	const rank = (one: Outcome) => (typeof one === 'number' ? one : ladder.indexOf(one));
	return given.toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
}

/** The received files that the entries came in, each once, and whether it came late for one of them. */
function listSources(view: RoundView, entries: readonly EntryInForce[]) {
	const numbers = new Set(entries.map((entry) => entry.submission));
	const inForce = new Set(entries.map(({ at }) => at));
	const late = new Set(listLate(view).flatMap((entry) => (inForce.has(entry.at) ? [entry.submission] : [])));
	return view.received
		.filter((file) => numbers.has(file.number))
		.map((file) => ({ ...file, late: late.has(file.number) }));
}
