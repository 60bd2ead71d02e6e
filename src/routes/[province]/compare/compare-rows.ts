// The tables of a comparison: what can be compared, and what became of each district.
import type { BridgeParts } from '$lib/ranking/bridge.ts';
import { bridgeParts } from '$lib/ranking/bridge.ts';
import { changeOf, isSilent, placesGained, type RoundChange, type SectionChange } from '$lib/ranking/compare.ts';
import { divide, fraction, isNought, sum, type Fraction } from '$lib/scoring/fraction.ts';
import { listIndicatorChanges } from '$lib/ranking/indicator-change.ts';
import { showChange, showExact } from '$lib/reports/show-change.ts';
import type { Crossing } from './bridge-sheet.ts';
import { isSettled, showGained, showPlace, showStanding } from './bump-sheet.ts';

export interface PairRow {
	readonly section: string;
	/** numbers in each round where they differ: 4 → 5 */
	readonly number: string;
	readonly short: string;
	readonly kind: 'same' | 'changed' | 'incomparable';
	/** what changed, why it cannot be compared */
	readonly notes: readonly string[];
	/** mean percent of its points in each round, over `districts` */
	readonly before: string | null;
	readonly after: string | null;
	readonly districts: number;
}

/** `section`: null for all of them. */
export function listPairRows(change: RoundChange, section: string | null): readonly PairRow[] {
	return listIndicatorChanges(change)
		.filter(({ pair }) => section === null || pair.section === section)
		.map(({ pair, before, after, crossed, districts }): PairRow => {
			const [was, is] = [pair.before?.indicator, pair.after?.indicator];
			const number = was !== undefined && is !== undefined && was !== is ? `${was} → ${is}` : (is ?? was ?? '');
			const common = { section: pair.section, number, short: (pair.after ?? pair.before)?.short ?? '', districts };
			if (pair.kind === 'incomparable')
				return { ...common, kind: 'incomparable', notes: [pair.reason], before: null, after: null };
			const same = pair.sameRule && pair.sameWeight;
			const byOld = !pair.sameRule && crossed !== null ? [`คิดผลรอบหลังด้วยเกณฑ์รอบก่อนได้ ${showExact(crossed)}`] : [];
			const hindered = pair.hindrance === null ? [] : [pair.hindrance];
			return {
				...common,
				kind: same ? 'same' : 'changed',
				notes: [...pair.changes, ...byOld, ...hindered],
				before: before && showExact(before),
				after: after && showExact(after)
			};
		});
}

export interface DistrictRow {
	readonly code: string;
	readonly name: string;
	readonly places: readonly [string, string];
	readonly gained: string;
	readonly way: 'up' | 'down' | 'none';
	readonly percents: readonly [string, string];
	/** null where it has no result in one of the rounds */
	readonly change: string | null;
	/** in the order of the parts shown; null where it has no percent in one of the rounds */
	readonly parts: readonly string[] | null;
	readonly like: readonly [string, string] | null;
}

export const listDistrictRows = (
	{ districts }: SectionChange,
	parts: readonly (keyof BridgeParts)[]
): readonly DistrictRow[] =>
	districts.map((one): DistrictRow => {
		const { district, before, after, bridge, like } = one;
		const gained = placesGained(one) ?? 0;
		return {
			code: district.code,
			name: district.name,
			places: [showPlace(before), showPlace(after)],
			gained: showGained(one),
			way: !isSettled(one) ? 'none' : gained > 0 ? 'up' : gained < 0 ? 'down' : 'none',
			percents: [showStanding(before), showStanding(after)],
			change: bridge === null || isSilent(before) || isSilent(after) ? null : showChange(changeOf(bridge)),
			parts: bridge && parts.map((part) => (isNought(bridge.parts[part]) ? '—' : showChange(bridge.parts[part]))),
			like: like && [showExact(like.before), showExact(like.after)]
		};
	});

/** Mean of what districts earned on indicators of one rule scored in both rounds; null where no district has any. */
export function meanLike({ districts }: SectionChange) {
	const own = districts.flatMap(({ like }) => (like === null ? [] : [like]));
	if (own.length === 0) return null;
	const mean = (of: (like: (typeof own)[number]) => Fraction) =>
		divide(sum(own.map(of)), fraction(BigInt(own.length), 1n));
	const [before, after] = [mean((like) => like.before), mean((like) => like.after)];
	return {
		districts: own.length,
		before: showExact(before),
		after: showExact(after),
		change: showChange(changeOf({ before, after }))
	};
}

/** Each indicator's share of the change, part by part. */
export function tellItems({ items, parts }: Crossing) {
	const shown = bridgeParts.filter(
		(part) => !isNought(parts[part]) || items.some((item) => !isNought(item.parts[part]))
	);
	return {
		parts: shown,
		rows: items.map((item) => ({
			section: item.section,
			number: item.number,
			short: item.short,
			figures: shown.map((part) => (isNought(item.parts[part]) ? null : showChange(item.parts[part]))),
			whole: showChange(sum(bridgeParts.map((part) => item.parts[part])))
		}))
	};
}
