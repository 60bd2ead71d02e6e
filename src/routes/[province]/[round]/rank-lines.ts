// The lines of a ranking as a page shows them: every district, reporting or not, the best place first.
import type { Section } from '$lib/agreement/schema.ts';
import type { Office, RankLine, RoundView } from '$lib/ranking/round.ts';
import type { IndicatorScore, SectionScore } from '$lib/scoring/results.ts';
import { compareThai } from '$lib/thai/words.ts';

/** Codes of the districts with a value in force that came after the round's closing time. */
export function findLate(view: RoundView): ReadonlySet<string> {
	const late = new Set(view.received.filter((file) => file.late).map((file) => file.number));
	return new Set(view.entries.filter((entry) => late.has(entry.submission)).map((entry) => entry.district));
}

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

/** A grade with its rank among the bands, 0 the highest. */
export interface Grade {
	readonly grade: string;
	readonly name: string;
	readonly rank: number;
}

/** The grade that a total has for sure, or the lowest and the highest it can still have; null while no bands are set. */
export function spreadGrade(
	office: Office,
	line: Pick<SectionScore, 'percent_best' | 'percent_worst'>
): { readonly lowest: Grade | null; readonly highest: Grade | null } | null {
	if (!office.bands || line.percent_best === null || line.percent_worst === null) return null;
	return { lowest: gradeOf(office, line.percent_worst), highest: gradeOf(office, line.percent_best) };
}

/** Bands are listed from the highest; under the lowest there is no grade. */
function gradeOf(office: Office, percent: number): Grade | null {
	const rank = office.bands?.findIndex((band) => percent >= band.from) ?? -1;
	const band = office.bands?.[rank];
	return band ? { grade: band.grade, name: band.name, rank } : null;
}
