// A section's ranking in the order a reader expects: by place, then by how sure it is, then by the districts' codes.
import type { Section } from '../agreement/schema.ts';
import { listLate } from '../ranking/late.ts';
import type { District, Office, RankLine, RoundView } from '../ranking/round.ts';
import type { SectionScore } from '../scoring/results.ts';

export interface Ranking {
	/** name of the section, null for the combined total */
	readonly section: string | null;
	readonly title: string;
	readonly lines: readonly RankLine[];
}

export function rankSections(view: RoundView): readonly Ranking[] {
	const districts = new Map(view.province.districts.map((district) => [district.code, district]));
	const scores = Map.groupBy(view.answer.scores, keyOf);
	// with a value in force that came late
	const late = new Set(listLate(view).map(keyOf));
	const makeLine = (score: SectionScore, { name }: District): RankLine => {
		const key = keyOf(score);
		return { ...score, name, late: late.has(key), scores: scores.get(key) ?? [] };
	};
	return view.agreement.sections.map(({ section, title }) => ({
		section,
		title: nameSection({ title }),
		lines: sortLines(
			view.answer.sections
				.filter((score) => score.section === section)
				.flatMap((score) => {
					const district = districts.get(score.district);
					return district === undefined ? [] : [makeLine(score, district)];
				})
		)
	}));
}

const keyOf = ({ district, section }: Pick<SectionScore, 'district' | 'section'>): string => `${district}/${section}`;

/** A section's title without the word every title begins with: ตัวชี้วัดรายทีม is said รายทีม. */
export const nameSection = ({ title }: Pick<Section, 'title'>): string => title.replace(/^ตัวชี้วัด\s*(?=\S)/u, '');

function sortLines(lines: readonly RankLine[]): readonly RankLine[] {
	const last = Number.POSITIVE_INFINITY;
	return lines.toSorted(
		(a, b) =>
			(a.place ?? last) - (b.place ?? last) ||
			Number(isSilent(a)) - Number(isSilent(b)) ||
			(a.district < b.district ? -1 : 1)
	);
}

/** Nothing has a result yet: what would print as 0.00 is not a score. */
export const isSilent = (line: RankLine): boolean =>
	line.scores.some((score) => score.status !== 'not_applicable') &&
	line.scores.every((score) => score.status !== 'scored');

/** Has every result that applies, so its percent will not move. */
export const isComplete = (line: RankLine): boolean =>
	line.scores.every((score) => score.status === 'scored' || score.status === 'not_applicable');

/** The grade of a percent, null where the office set no bands or the percent reaches none. */
export function gradeOf(percent: number, bands: Office['bands']): string | null {
	return bands?.find(({ from }) => percent >= from)?.grade ?? null;
}

/** The grades still possible, from the worst to the best: ข, or ค–ข while results are open. */
export function showGrade(line: RankLine, bands: Office['bands']): string {
	if (bands === null || isSilent(line) || line.percent_worst === null || line.percent_best === null) return '';
	const worst = gradeOf(line.percent_worst, bands) ?? '—';
	const best = gradeOf(line.percent_best, bands) ?? '—';
	return worst === best ? best : `${worst}–${best}`;
}
