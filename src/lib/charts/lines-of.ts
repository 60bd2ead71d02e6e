// The lines of one section, or of the combined total, as charts need them.
import { combineSections, totalName } from '../ranking/combine-sections.ts';
import type { RankLine, RoundView } from '../ranking/round.ts';

/** Of the section of that name, or `total`; none where there is no such section, or the office has set no shares. */
export function linesOf(view: RoundView, name: string): readonly RankLine[] {
	const names = new Map(view.province.districts.map((district) => [district.code, district.name]));
	const keyOf = ({ district, section }: { readonly district: string; readonly section: string }) =>
		`${district}/${section}`;
	const scores = Map.groupBy(view.answer.scores, keyOf);
	const lines = view.answer.sections
		.filter(({ section }) => name === totalName || section === name)
		.map((total) => ({
			...total,
			name: names.get(total.district) ?? total.district,
			late: false,
			scores: scores.get(keyOf(total)) ?? []
		}));
	return name === totalName ? (combineSections(lines, view.office) ?? []) : lines;
}

/** Whether charts can be drawn of it. */
export const hasLines = (view: RoundView, name: string): boolean =>
	view.agreement.sections.some(({ section }) =>
		name === totalName ? (view.office.shares?.[section] ?? 0) > 0 : section === name
	);

/** Nothing of it was received. */
export const isUnheard = ({ scores }: Pick<RankLine, 'scores'>): boolean =>
	scores.every(({ status }) => status === 'not_reported' || status === 'not_applicable');

/** A section's title, or that of the total. */
export const titleOf = (view: RoundView, name: string): string =>
	view.agreement.sections.find(({ section }) => section === name)?.title ?? 'รวมทุกส่วน';
