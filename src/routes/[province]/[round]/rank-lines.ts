// The lines of a ranking as a page shows them: every district, reporting or not, the best place first.
import type { Section } from '$lib/agreement/schema.ts';
import { listLate } from '$lib/ranking/late.ts';
import type { RankLine, RoundView } from '$lib/ranking/round.ts';
import type { IndicatorScore, SectionScore } from '$lib/scoring/results.ts';
import { compareThai } from '$lib/thai/words.ts';

/** Codes of the districts with a value in force that came late. */
export const findLate = (view: RoundView): ReadonlySet<string> =>
	new Set(listLate(view).map((entry) => entry.district));

export function listRankLines(view: RoundView, section: Section): readonly RankLine[] {
	const late = findLate(view);
	const scores = Map.groupBy(
		view.answer.scores.filter((score) => score.section === section.section),
		(score) => score.district
	);
	const totals = new Map(
		view.answer.sections.filter((s) => s.section === section.section).map((s) => [s.district, s] as const)
	);
	return view.province.districts
		.flatMap((district) => {
			const total = totals.get(district.code);
			if (!total) return [];
			return [
				{ ...total, name: district.name, late: late.has(district.code), scores: scores.get(district.code) ?? [] }
			];
		})
		.sort(byPlace);
}

/** By place; within a place those who reported first, then by name. */
function byPlace(a: RankLine, b: RankLine): number {
	return (
		(a.place ?? Infinity) - (b.place ?? Infinity) ||
		Number(hasNothing(a.scores)) - Number(hasNothing(b.scores)) ||
		compareThai(a.name, b.name)
	);
}

/** Nothing of it was reported: its percent is not a zero but absent. */
export const hasNothing = (scores: readonly IndicatorScore[]): boolean =>
	scores.every((score) => score.status === 'not_reported' || score.status === 'not_applicable');

/** Its own results are still open, so its place can still move by its own doing. */
export const isOpen = (line: Pick<SectionScore, 'percent_best' | 'percent_worst'>): boolean =>
	line.percent_best !== line.percent_worst;
