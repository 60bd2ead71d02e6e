// Two rounds side by side, district by district: places and percents, what made the change, and like for like.
import type { Agreement, Section } from '../agreement/schema.ts';
import type { IndicatorScore, SectionScore } from '../scoring/results.ts';
import { addBridges, buildBridge, mapParts, type Bridge, type BridgeParts } from './bridge.ts';
import { add, divide, figure, fraction, multiply, nought, subtract, type Fraction } from '../scoring/fraction.ts';
import { findLike, type LikeForLike } from './like-for-like.ts';
import { pairIndicators, type IndicatorPair } from './pair-indicators.ts';
import type { District, RoundView } from './round.ts';

/** Where a district stood in one round. */
export interface Standing extends Pick<
	SectionScore,
	'percent' | 'percent_best' | 'percent_worst' | 'place' | 'place_best' | 'place_worst'
> {
	/** results that apply, and those that are scored */
	readonly due: number;
	readonly scored: number;
}

export interface DistrictChange {
	readonly district: District;
	/** null where nothing of the section applies to the district in that round */
	readonly before: Standing | null;
	readonly after: Standing | null;
	readonly bridge: Bridge | null;
	readonly like: LikeForLike | null;
}

/** Mean over the districts that have a percent in both rounds; whoever has sent nothing counts as 0 beside those who have. */
export interface MeanChange {
	readonly districts: number;
	readonly before: Fraction;
	readonly after: Fraction;
	readonly parts: BridgeParts;
}

export interface SectionChange {
	/** null for the combined total */
	readonly section: string | null;
	readonly title: string;
	/** in the order of the later round's places, then of the codes */
	readonly districts: readonly DistrictChange[];
	/** null where no district has a percent in both rounds, or none has a result in one of them */
	readonly mean: MeanChange | null;
}

export interface RoundChange {
	readonly before: RoundView;
	readonly after: RoundView;
	readonly pairs: readonly IndicatorPair[];
	/** sections that both letters have, and last the combined total where it can be made in both */
	readonly sections: readonly SectionChange[];
	/** titles of sections that only one of the letters has */
	readonly alone: { readonly before: readonly Section[]; readonly after: readonly Section[] };
}

/** Lines of the combined total in each round, made by the office's shares; null where it has set none. */
export interface CombinedLines {
	readonly before: readonly SectionScore[] | null;
	readonly after: readonly SectionScore[] | null;
}

/** The later round must carry how its results score under the earlier rules (`under`); without it rule and performance are not told apart. */
export function compareRounds(before: RoundView, after: RoundView, combined: CombinedLines): RoundChange {
	const pairs = pairIndicators(before.agreement, after.agreement);
	const has = ({ sections }: Agreement, name: string) => sections.some(({ section }) => section === name);
	const shared = after.agreement.sections.filter(({ section }) => has(before.agreement, section));
	const index = { before: indexScores(before), after: indexScores(after), crossed: indexCrossed(before, after) };
	const sections = shared.map(({ section, title }): SectionChange => {
		const own = pairs.filter((pair) => pair.section === section);
		const lines = { before: linesOf(before, section), after: linesOf(after, section) };
		return gatherSection(section, title, after.province.districts, (district) => {
			const key = `${district.code}/${section}`;
			const scores = {
				before: index.before.get(key) ?? [],
				after: index.after.get(key) ?? [],
				crossed: index.crossed.get(key) ?? []
			};
			const [was, is] = [lines.before.get(district.code), lines.after.get(district.code)];
			return {
				district,
				before: standingOf(was, scores.before),
				after: standingOf(is, scores.after),
				bridge: was && is ? buildBridge(own, { before: was, after: is }, scores) : null,
				like: findLike(own, scores.before, scores.after)
			};
		});
	});
	const total = combineSections(before, after, sections, combined, index);
	return {
		before,
		after,
		pairs,
		sections: total === null ? sections : [...sections, total],
		alone: {
			before: before.agreement.sections.filter(({ section }) => !has(after.agreement, section)),
			after: after.agreement.sections.filter(({ section }) => !has(before.agreement, section))
		}
	};
}

type Index = ReadonlyMap<string, readonly IndicatorScore[]>;

function groupScores(scores: readonly IndicatorScore[]): Index {
	const groups = new Map<string, IndicatorScore[]>();
	for (const score of scores) {
		const key = `${score.district}/${score.section}`;
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [score]);
		else group.push(score);
	}
	return groups;
}
const indexScores = ({ answer }: RoundView): Index => groupScores(answer.scores);
const indexCrossed = (before: RoundView, after: RoundView): Index => groupScores(after.under?.get(before.id) ?? []);

const linesOf = ({ answer }: RoundView, section: string) =>
	new Map(answer.sections.filter((line) => line.section === section).map((line) => [line.district, line]));

function standingOf(line: SectionScore | undefined, scores: readonly IndicatorScore[]): Standing | null {
	if (line === undefined || line.percent === null) return null;
	const due = scores.filter(({ status }) => status !== 'not_applicable');
	const { percent, percent_best, percent_worst, place, place_best, place_worst } = line;
	return {
		percent,
		percent_best,
		percent_worst,
		place,
		place_best,
		place_worst,
		due: due.length,
		scored: due.filter(({ status }) => status === 'scored').length
	};
}

function gatherSection(
	section: string | null,
	title: string,
	districts: readonly District[],
	change: (district: District) => DistrictChange
): SectionChange {
	const changes = districts
		.map(change)
		.toSorted(
			(a, b) =>
				(a.after?.place ?? Infinity) - (b.after?.place ?? Infinity) ||
				Number(isSilent(a.after)) - Number(isSilent(b.after)) ||
				(a.district.code < b.district.code ? -1 : 1)
		);
	return { section, title, districts: changes, mean: findMean(changes) };
}

/** Nothing of it is scored: its 0 is no result and its place is none. */
export const isSilent = (standing: Standing | null): boolean => standing === null || standing.scored === 0;

function findMean(changes: readonly DistrictChange[]): MeanChange | null {
	const bridges = changes.flatMap(({ bridge }) => (bridge === null ? [] : [bridge]));
	const isHeard = (side: 'before' | 'after') => changes.some((change) => !isSilent(change[side]));
	if (bridges.length === 0 || !isHeard('before') || !isHeard('after')) return null;
	const share = fraction(1n, BigInt(bridges.length));
	const mean = (of: (bridge: Bridge) => Fraction) =>
		multiply(
			share,
			bridges.reduce((sum, bridge) => add(sum, of(bridge)), nought)
		);
	return {
		districts: bridges.length,
		before: mean(({ before }) => before),
		after: mean(({ after }) => after),
		parts: mapParts((part) => mean(({ parts }) => parts[part]))
	};
}

/** The combined total is a sum of sections by the office's shares, so its bridge is the same sum of their bridges. */
function combineSections(
	before: RoundView,
	after: RoundView,
	sections: readonly SectionChange[],
	combined: CombinedLines,
	index: { readonly before: Index; readonly after: Index }
): SectionChange | null {
	const { shares } = after.office;
	if (shares === null || combined.before === null || combined.after === null) return null;
	const used = Object.entries(shares).filter(([, share]) => share > 0);
	const parts = used.map(([name, share]) => ({
		name,
		share: divide(figure(share), fraction(100n, 1n)),
		changes: new Map(
			sections.find(({ section }) => section === name)?.districts.map((one) => [one.district.code, one]) ?? []
		)
	}));
	const lines = [combined.before, combined.after].map((all) => new Map(all.map((line) => [line.district, line])));
	return gatherSection(null, 'รวมทุกส่วน', after.province.districts, (district) => {
		const scoresOf = (round: Index) => parts.flatMap(({ name }) => round.get(`${district.code}/${name}`) ?? []);
		const found = parts.flatMap(({ name, share, changes }) => {
			const bridge = changes.get(district.code)?.bridge;
			return bridge ? [{ name, share, bridge }] : [];
		});
		return {
			district,
			before: standingOf(lines[0]?.get(district.code), scoresOf(index.before)),
			after: standingOf(lines[1]?.get(district.code), scoresOf(index.after)),
			bridge: found.length === parts.length && found.length > 0 ? addBridges(found) : null,
			like: null
		};
	});
}

/** Places gained since the earlier round, above 0 is up; null where one of them is no place yet. */
export function placesGained({ before, after }: Pick<DistrictChange, 'before' | 'after'>): number | null {
	if (isSilent(before) || isSilent(after) || before?.place == null || after?.place == null) return null;
	return before.place - after.place;
}

export const changeOf = (bridge: Pick<Bridge, 'before' | 'after'>): Fraction => subtract(bridge.after, bridge.before);
