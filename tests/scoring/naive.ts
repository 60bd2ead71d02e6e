// A deliberately naive evaluator of letters: straight from the schema, one district at a time, in fractions. The engine is held
// against it, so it shares no code with it: slow and obviously right is all it is for.
import type { Agreement, Indicator } from '../../src/lib/agreement/schema.ts';
import type { Entry } from '../../src/lib/submission/entry.ts';
import type { IndicatorScore, Recommended, SectionScore } from '../../src/lib/scoring/results.ts';
import { readAdjustments, type Adjustments } from './naive-adjustments.ts';
import {
	compare,
	divide,
	fraction,
	fromFigure,
	greatest,
	least,
	times,
	toNumber,
	zero,
	type Fraction
} from './naive-fractions.ts';
import {
	gravest,
	isSettled,
	outcomeOf,
	maxPoints,
	pointsOfWalk,
	rangeOfPart,
	troublesOf,
	walkLadder,
	type Walk
} from './naive-ladders.ts';
import { rankSection, type Share } from './naive-sections.ts';
import { applyChecks, measureOf, readFact, type Measure, type Scene, type Trouble } from './naive-values.ts';

/** Lowest and highest points still possible, beside the score. */
export type NaiveScore = IndicatorScore & { readonly lowest: number | null; readonly highest: number | null };
export interface NaiveAnswer {
	readonly scores: readonly NaiveScore[];
	readonly sections: readonly SectionScore[];
}

interface Judged {
	readonly score: NaiveScore;
	/** null where it stands outside the sum */
	readonly share: Share | null;
}

/** Scores of every district on every indicator, by district in the order given, then in the letter's order. */
export function scoreNaively(
	agreement: Agreement,
	districts: readonly string[],
	entries: readonly Entry[]
): NaiveAnswer {
	const scores: NaiveScore[] = [];
	const shares = new Map<string, Share[]>();
	const scenes = agreement.sections.map((section) =>
		section.indicators.map((indicator) => setScene(agreement, section.section, indicator, districts, entries))
	);
	for (const district of districts) {
		agreement.sections.forEach((section, s) => {
			section.indicators.forEach((indicator, i) => {
				const scene = scenes[s]?.[i];
				if (scene === undefined) throw new Error('every indicator has its scene');
				const judged = judge(scene, section.section, indicator, district);
				scores.push(judged.score);
				const key = `${district}/${section.section}`;
				if (judged.share !== null) shares.set(key, [...(shares.get(key) ?? []), judged.share]);
			});
		});
	}
	const sections = agreement.sections.flatMap((section) =>
		rankSection(
			section,
			districts.map((district) => ({ district, shares: shares.get(`${district}/${section.section}`) ?? [] }))
		)
	);
	return { scores, sections };
}

function setScene(
	agreement: Agreement,
	section: string,
	indicator: Indicator,
	districts: readonly string[],
	entries: readonly Entry[]
): Scene {
	const applies = (district: string) =>
		(indicator.applies_to === 'all' || indicator.applies_to.includes(district)) &&
		!(indicator.except ?? []).some(({ districts: excepted }) => excepted.includes(district));
	const find = (district: string, input: string) =>
		entries.findLast(
			(entry) =>
				entry.district === district &&
				entry.section === section &&
				entry.indicator === indicator.indicator &&
				entry.input === input
		);
	const factsOf = (district: string) =>
		applyChecks(
			indicator,
			new Map(
				Object.entries(indicator.inputs).map(([name, input]) => {
					const entry = find(district, name) ?? find(agreement.province, name);
					return [name, readFact(entry?.value, input)] as const;
				})
			)
		);
	const scene: Scene = {
		indicator,
		facts: new Map(districts.filter(applies).map((district) => [district, factsOf(district)])),
		rangeOfParts: (district) =>
			(indicator.parts ?? []).map((part) => rangeOfPart(part.ladder, (name) => measureOf(scene, district, name)))
	};
	return scene;
}

const nothing = {
	outcome: null,
	points: null,
	weighted: null,
	reading: null,
	recommended: null,
	lowest: null,
	highest: null
};

function judge(scene: Scene, section: string, indicator: Indicator, district: string): Judged {
	const { ladder } = indicator;
	const top = ladder === undefined ? null : maxPoints(ladder);
	const outside = (ladder !== undefined && top === null) || indicator.weight === null;
	const weight = outside || indicator.weight === null ? null : fromFigure(indicator.weight);
	const common = {
		...nothing,
		district,
		section,
		indicator: indicator.indicator,
		max_points: top === null ? null : toNumber(top),
		weight: weight === null ? null : toNumber(weight),
		value: null
	};
	if (!scene.facts.has(district)) {
		return { score: { ...common, status: 'not_applicable', reason: 'not_applicable' }, share: null };
	}
	if (ladder === undefined) {
		const share = weight === null ? null : { weight, scored: null, lowest: zero, highest: fraction(1n) };
		return { score: { ...common, status: 'undecided', reason: 'rule_missing' }, share };
	}
	const look = (name: string): Measure => measureOf(scene, district, name);
	const walk = walkLadder(ladder, look);
	const adjustments = readAdjustments(top === null ? [] : (indicator.adjust ?? []), indicator.floor, top ?? zero, look);
	const range = adjustedRange(walk, adjustments);
	const names = Object.keys(indicator.values ?? {});
	const judged = indicator.judged ?? (names.length === 1 ? names[0] : undefined);
	const value = judged === undefined ? null : shownValue(scene, district, judged);
	const known = {
		...common,
		value: value === null ? null : toNumber(value),
		lowest: range === null ? null : toNumber(range[0]),
		highest: range === null ? null : toNumber(range[1])
	};
	const share = (scored: Fraction | null): Share | null =>
		weight === null || top === null || range === null
			? null
			: { weight, scored, lowest: divide(range[0], top), highest: divide(range[1], top) };
	const outcome = outcomeOf(walk);
	if (outcome !== null && (range === null || compare(...range) === 0)) {
		const points = range === null ? null : range[0];
		const part = points === null || top === null ? null : divide(points, top);
		return {
			score: {
				...known,
				status: 'scored',
				reason: null,
				outcome,
				points: points === null ? null : toNumber(points),
				weighted: part === null || weight === null ? null : toNumber(times(weight, part))
			},
			share: share(part)
		};
	}
	const adjustmentMatters = walk.candidates.some(({ points }) =>
		(points ?? []).some((end) => compare(...adjustments.apply(end)) !== 0)
	);
	const trouble = gravest([
		...(isSettled(walk) ? [] : troublesOf(walk)),
		...(adjustmentMatters ? adjustments.troubles : [])
	]);
	return {
		score: { ...known, ...wordTrouble(trouble, () => propose(walk, adjustments)) },
		share: share(null)
	};
}

function adjustedRange(walk: Walk, adjustments: Adjustments): readonly [Fraction, Fraction] | null {
	const range = pointsOfWalk(walk);
	if (range === null) return null;
	const ends = range.map(adjustments.apply);
	const [low, high] = ends;
	if (low === undefined || high === undefined) throw new Error('a range has two ends');
	return [least(low[0], high[0]), greatest(low[1], high[1])];
}

function propose(walk: Walk, adjustments: Adjustments): Recommended | null {
	if (walk.recommended === null) return null;
	const { outcome, points, reading } = walk.recommended;
	if (points === null) return { outcome, points, reading };
	const adjusted = adjustments.recommend(points);
	return adjusted === null ? null : { outcome, points: toNumber(adjusted), reading };
}

function wordTrouble(
	trouble: Trouble,
	proposal: () => Recommended | null
): Pick<IndicatorScore, 'status' | 'reason' | 'reading' | 'recommended'> {
	if (trouble.kind === 'bad') return { status: 'invalid', reason: 'invalid_input', reading: null, recommended: null };
	if (trouble.kind === 'absent')
		return { status: 'not_reported', reason: 'missing_input', reading: null, recommended: null };
	const reason = trouble.kind === 'zero' ? 'zero_denominator' : trouble.reason;
	const proposed = proposal();
	const recommended = proposed === null ? null : { ...proposed, reading: proposed.reading ?? trouble.reading };
	return { status: 'undecided', reason, reading: trouble.reading, recommended };
}

/** What the ladder judged, where it is one number. A tied place shows the better place that equals share. */
function shownValue(scene: Scene, district: string, name: string): Fraction | null {
	const measure = measureOf(scene, district, name);
	if (measure.kind !== 'number') return null;
	const value = scene.indicator.values?.[name];
	const single = compare(measure.low, measure.high) === 0 || (value !== undefined && 'place' in value);
	return single ? measure.low : null;
}
