// What the parts of a district's sheet have in common, worked out once from the round.
import type { Indicator, Section } from '../../agreement/schema.ts';
import { middleValue } from '../../charts/middle.ts';
import { scoreKey, type District, type RankLine, type Received, type RoundView } from '../../ranking/round.ts';
import { explainScore, type Explanation } from '../../scoring/explain.ts';
import type { IndicatorScore } from '../../scoring/results.ts';
import { combineSections } from '../combined.ts';
import { isSilent, rankSections, type Ranking } from '../rank-lines.ts';

/** One indicator of the district. */
export interface DistrictItem {
	readonly section: string;
	readonly sectionTitle: string;
	readonly indicator: Indicator;
	readonly score: IndicatorScore;
	readonly explanation: Explanation;
	/** lowest and highest weighted points still possible; null where it gives none */
	readonly possible: { readonly lowest: number; readonly highest: number } | null;
	/** points of the middle of the province, of those that have a result; null where none has or none are given */
	readonly middle: number | null;
}
export interface DistrictSection {
	/** null of the combined total, which has no indicators of its own */
	readonly section: Section | null;
	readonly title: string;
	readonly line: RankLine;
	/** how many districts are ranked */
	readonly ranked: number;
	readonly items: readonly DistrictItem[];
	/** indicators of the letter that are not the district's */
	readonly elsewhere: readonly DistrictItem[];
}
export interface DistrictFacts {
	readonly district: District;
	readonly sections: readonly DistrictSection[];
	/** where the office has set shares */
	readonly combined: DistrictSection | null;
	/** every indicator that is the district's, in the letter's order */
	readonly items: readonly DistrictItem[];
	/** nothing has a result yet */
	readonly silent: boolean;
	/** a value in force came after the closing time */
	readonly late: boolean;
	readonly received: readonly Received[];
	/** percents that mean something of themselves */
	readonly bounds: readonly number[];
}

/** What all districts of a round have in common: a book gathers it once for all its sheets. */
interface Known {
	readonly rankings: readonly Ranking[];
	readonly combined: Ranking | null;
	/** points of the districts that have a result, by section/indicator */
	readonly points: ReadonlyMap<string, readonly number[]>;
}
const known = new WeakMap<RoundView, Known>();

function knowRound(view: RoundView): Known {
	const before = known.get(view);
	if (before !== undefined) return before;
	const rankings = rankSections(view);
	const points = new Map<string, number[]>();
	for (const { section, indicator, status, points: own } of view.answer.scores) {
		if (status !== 'scored' || own === null) continue;
		const key = `${section}/${indicator}`;
		points.set(key, [...(points.get(key) ?? []), own]);
	}
	const found = { rankings, combined: combineSections(view, rankings), points };
	known.set(view, found);
	return found;
}

/** @throws where the province has no such district */
export function gatherDistrict(view: RoundView, code: string): DistrictFacts {
	const district = view.province.districts.find((one) => one.code === code);
	if (district === undefined) throw new Error(`no district ${code} in ${view.province.slug}`);
	const { rankings, combined } = knowRound(view);
	const sections = view.agreement.sections.flatMap((section): DistrictSection[] => {
		const ranking = rankings.find((one) => one.section === section.section);
		const line = ranking?.lines.find((one) => one.district === code);
		if (ranking === undefined || line === undefined) return [];
		const items = section.indicators.flatMap((indicator) => {
			const score = line.scores.find((one) => one.indicator === indicator.indicator);
			return score === undefined ? [] : [judge(view, section, ranking.title, indicator, score)];
		});
		return [
			{
				section,
				title: ranking.title,
				line,
				ranked: ranking.lines.length,
				items: items.filter(({ score }) => score.status !== 'not_applicable'),
				elsewhere: items.filter(({ score }) => score.status === 'not_applicable')
			}
		];
	});
	const combinedLine = combined?.lines.find((one) => one.district === code);
	return {
		district,
		sections,
		combined:
			combined === null || combinedLine === undefined
				? null
				: {
						section: null,
						title: combined.title,
						line: combinedLine,
						ranked: combined.lines.length,
						items: [],
						elsewhere: []
					},
		items: sections.flatMap(({ items }) => items),
		silent: sections.every(({ line }) => isSilent(line)),
		late: sections.some(({ line }) => line.late),
		received: listReceived(view, code),
		bounds: [100, ...(view.office.bands ?? []).map(({ from }) => from)]
	};
}

function judge(
	view: RoundView,
	{ section }: Section,
	sectionTitle: string,
	indicator: Indicator,
	score: IndicatorScore
): DistrictItem {
	const detail = view.details.get(scoreKey(score));
	const earn = (points: number | null | undefined) =>
		points === null || points === undefined || score.weight === null || !score.max_points
			? null
			: (score.weight * points) / score.max_points;
	const [lowest, highest] = [earn(detail?.points_lowest), earn(detail?.points_highest)];
	return {
		section,
		sectionTitle,
		indicator,
		score,
		explanation: explainScore(view, score.district, section, indicator.indicator),
		possible: lowest === null || highest === null ? null : { lowest, highest },
		middle: middleValue(knowRound(view).points.get(`${section}/${indicator.indicator}`) ?? [])
	};
}

/** The files that the district's values in force came in, and those that speak of it. */
function listReceived(view: RoundView, code: string): readonly Received[] {
	const numbers = new Set(
		view.entries
			.filter((entry) => entry.district === code || entry.district === view.province.code)
			.map((entry) => entry.submission)
	);
	return view.received
		.filter((file) => numbers.has(file.number) || file.districts.includes(code))
		.toSorted((a, b) => a.number - b.number);
}
