// Rounds compared in the form others rely on: `compare --json` and the API. Figures are percents of the section to 15 decimals;
// the parts of a bridge sum to its change exactly before they are written so.
import {
	changeOf,
	isSilent,
	placesGained,
	type DistrictChange,
	type RoundChange,
	type SectionChange
} from '../../ranking/compare.ts';
import { bridgeParts, type BridgeParts } from '../../ranking/bridge.ts';
import { numberOf } from '../../scoring/fraction.ts';
import type { IndicatorPair } from '../../ranking/pair-indicators.ts';
import type { RoundsCompared } from '../../reports/comparison/facts.ts';

/** Percent gained or lost by each part; together they are the change. */
export type BridgeAnswer = Readonly<Record<keyof BridgeParts | 'change', number>>;

export interface StandingAnswer {
	readonly percent: number | null;
	readonly place: number | null;
	readonly place_best: number | null;
	readonly place_worst: number | null;
	/** results that apply and those that are scored */
	readonly due: number;
	readonly scored: number;
}

export interface DistrictComparison {
	readonly district: string;
	readonly name: string;
	readonly before: StandingAnswer | null;
	readonly after: StandingAnswer | null;
	/** above 0 is up; null where it has no results in one of the rounds */
	readonly places_gained: number | null;
	/** null where nothing applies to it in one of the rounds */
	readonly bridge: BridgeAnswer | null;
	/** percent over indicators of one rule that are scored in both rounds, by the later weights; null where there is none */
	readonly like_for_like: {
		readonly before: number;
		readonly after: number;
		readonly weight: number;
		readonly indicators: readonly string[];
	} | null;
}

export interface IndicatorComparison {
	readonly section: string;
	/** numbers in each letter; null where it has none */
	readonly before: string | null;
	readonly after: string | null;
	readonly title: string;
	/** `same`: rule and weight; `changed`: the same measure, with the changes said; `incomparable`: with the reason */
	readonly kind: 'same' | 'changed' | 'incomparable';
	readonly changes: readonly string[];
	readonly reason: string | null;
}

export interface StepAnswer {
	readonly before: string;
	readonly after: string;
	readonly indicators: readonly IndicatorComparison[];
	readonly sections: readonly {
		/** null for the combined total */
		readonly section: string | null;
		readonly title: string;
		/** over the districts with a percent in both rounds; null where there is none, or no results in one of them */
		readonly mean:
			({ readonly districts: number; readonly before: number; readonly after: number } & BridgeAnswer) | null;
		/** in the order of the later round's places */
		readonly districts: readonly DistrictComparison[];
	}[];
}

export interface CompareAnswer {
	readonly province: { readonly code: string; readonly name: string };
	/** the earliest first */
	readonly rounds: readonly {
		/** with `@` and a day where it is the round as it was then */
		readonly round: string;
		readonly title: string;
		readonly newest: string | null;
	}[];
	/** each round from the one before it */
	readonly steps: readonly StepAnswer[];
	/** the last from the first; the only step again where there are two rounds */
	readonly whole: StepAnswer;
}

export function compareAnswer({ rounds, steps, whole }: RoundsCompared): CompareAnswer {
	const answers = new Map([...steps, whole].map((step) => [step, stepAnswer(step)]));
	const [{ province } = whole.after] = rounds;
	return {
		province: { code: province.code, name: province.name },
		rounds: rounds.map(({ id, agreement, newest }) => ({ round: id, title: agreement.round, newest })),
		steps: steps.map((step) => answers.get(step) ?? stepAnswer(step)),
		whole: answers.get(whole) ?? stepAnswer(whole)
	};
}

const stepAnswer = ({ before, after, pairs, sections }: RoundChange): StepAnswer => ({
	before: before.id,
	after: after.id,
	indicators: pairs.map(indicatorAnswer),
	sections: sections.map(sectionAnswer)
});

function indicatorAnswer(pair: IndicatorPair): IndicatorComparison {
	const common = {
		section: pair.section,
		before: pair.before?.indicator ?? null,
		after: pair.after?.indicator ?? null,
		title: (pair.after ?? pair.before)?.title ?? ''
	};
	if (pair.kind === 'incomparable') return { ...common, kind: 'incomparable', changes: [], reason: pair.reason };
	const same = pair.sameRule && pair.sameWeight;
	return { ...common, kind: same ? 'same' : 'changed', changes: pair.changes, reason: pair.hindrance };
}

function sectionAnswer({ section, title, mean, districts }: SectionChange): StepAnswer['sections'][number] {
	return {
		section,
		title,
		mean:
			mean === null
				? null
				: {
						districts: mean.districts,
						before: numberOf(mean.before),
						after: numberOf(mean.after),
						...bridgeAnswer(mean)
					},
		districts: districts.map(districtAnswer)
	};
}

function bridgeAnswer(bridge: Parameters<typeof changeOf>[0] & { readonly parts: BridgeParts }): BridgeAnswer {
	const parts = Object.fromEntries(bridgeParts.map((part) => [part, numberOf(bridge.parts[part])]));
	return { ...(parts as Record<keyof BridgeParts, number>), change: numberOf(changeOf(bridge)) };
}

function districtAnswer(change: DistrictChange): DistrictComparison {
	const { district, before, after, bridge, like } = change;
	return {
		district: district.code,
		name: district.name,
		before: standingAnswer(before),
		after: standingAnswer(after),
		places_gained: placesGained(change),
		bridge: bridge === null ? null : bridgeAnswer(bridge),
		like_for_like:
			like === null
				? null
				: {
						before: numberOf(like.before),
						after: numberOf(like.after),
						weight: numberOf(like.weight),
						indicators: like.indicators
					}
	};
}

function standingAnswer(standing: DistrictChange['before']): StandingAnswer | null {
	if (standing === null) return null;
	const { percent, place, place_best, place_worst, due, scored } = standing;
	return { percent, place: isSilent(standing) ? null : place, place_best, place_worst, due, scored };
}
