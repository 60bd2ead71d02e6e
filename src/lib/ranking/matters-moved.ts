// Who rose most and who fell most since an earlier round, and what made their percent change.
import type { Outcome, Status } from '../scoring/results.ts';
import { bridgeParts, type Bridge, type BridgeItem, type BridgeParts } from './bridge.ts';
import { changeOf, placesGained, type DistrictChange, type RoundChange } from './compare.ts';
import { add, compare, fraction, multiply, negate, nought, sum, type Fraction } from '../scoring/fraction.ts';
import type { IndicatorPair } from './pair-indicators.ts';
import type { Named, Situation } from './matters.ts';

/** The indicator that moved a percent most. */
export interface Cause {
	readonly pair: IndicatorPair;
	/** what alone made it; null where several parts did */
	readonly part: keyof BridgeParts | null;
	/** percent, on the side of the change */
	readonly size: Fraction;
	/** more than half of what all indicators moved the percent that way; otherwise at least a quarter of it */
	readonly most: boolean;
	/** where performance alone made it and the outcomes differ */
	readonly outcomes: { readonly before: Outcome; readonly after: Outcome } | null;
	/** of the later round, where its result is open */
	readonly open: Status | null;
}

export interface MovedMost {
	readonly kind: 'rose' | 'fell';
	readonly who: readonly Named[];
	/** places, above 0 either way */
	readonly places: number;
	/** where only one moved so far */
	readonly single: {
		readonly from: number;
		readonly to: number;
		/** of the percent; null where the section's weight is none */
		readonly change: Fraction | null;
		readonly cause: Cause | null;
		/** its own results are open: the best place still possible */
		readonly best: number | null;
	} | null;
	/** one of them has results open in either round */
	readonly unsettled: boolean;
}

export function findMoves({ section, change }: Pick<Situation, 'section' | 'change'>): readonly MovedMost[] {
	const own = change?.sections.find((one) => one.section === (section?.section ?? null));
	if (change === null || own === undefined) return [];
	const moved = own.districts.flatMap((one) => {
		const gained = placesGained(one);
		return gained === null || gained === 0 ? [] : [{ one, gained }];
	});
	return (['rose', 'fell'] as const).flatMap((kind) => {
		const sign = kind === 'rose' ? 1 : -1;
		const places = Math.max(0, ...moved.map(({ gained }) => gained * sign));
		const who = moved.filter(({ gained }) => places > 0 && gained * sign === places).map(({ one }) => one);
		return who.length === 0 ? [] : [describe(kind, who, places, change)];
	});
}

function describe(
	kind: MovedMost['kind'],
	who: readonly DistrictChange[],
	places: number,
	rounds: RoundChange
): MovedMost {
	const [only] = who;
	return {
		kind,
		places,
		who: who.map(({ district }) => ({ district: district.code, name: district.name })),
		single: only === undefined || who.length > 1 ? null : describeOne(only, rounds),
		unsettled: who.some(({ before, after }) => isOpen(before) || isOpen(after))
	};
}

const isOpen = (standing: DistrictChange['after']): boolean => standing !== null && standing.scored < standing.due;

function describeOne(one: DistrictChange, rounds: RoundChange): MovedMost['single'] {
	const { before, after, bridge } = one;
	if (before?.place == null || after?.place == null) return null;
	const open = isOpen(after) && after.place_best !== null && after.place_best < after.place;
	return {
		from: before.place,
		to: after.place,
		change: bridge === null ? null : changeOf(bridge),
		cause: bridge === null ? null : findCause(bridge, before.place > after.place, one.district.code, rounds),
		best: open ? after.place_best : null
	};
}

/** Null where the percent did not move the way the place did, and where no single part stands out. */
function findCause(bridge: Bridge, rose: boolean, district: string, rounds: RoundChange): Cause | null {
	const change = changeOf(bridge);
	if (change.over === 0n || change.over > 0n !== rose) return null;
	const along = bridge.items
		.map((item) => ({ item, size: rose ? netOf(item) : negate(netOf(item)) }))
		.filter(({ size }) => size.over > 0n)
		.toSorted((a, b) => compare(b.size, a.size));
	const [first] = along;
	if (first === undefined) return null;
	const whole = along.reduce((total, { size }) => add(total, size), nought);
	const reaches = (times: bigint) => compare(multiply(first.size, fraction(times, 1n)), whole);
	if (reaches(4n) < 0) return null;
	const scores = findScores(first.item, district, rounds);
	const { pair } = first.item;
	const parts = bridgeParts.filter((part) => first.item.parts[part].over !== 0n);
	const part = parts.length === 1 ? (parts[0] ?? null) : null;
	const [was, is] = [scores.before?.outcome ?? null, scores.after?.outcome ?? null];
	return {
		pair,
		part,
		size: first.size,
		most: reaches(2n) > 0,
		outcomes: part === 'performance' && was !== null && is !== null && was !== is ? { before: was, after: is } : null,
		open: scores.after === undefined || scores.after.status === 'scored' ? null : scores.after.status
	};
}

const netOf = ({ parts }: BridgeItem): Fraction => sum(bridgeParts.map((part) => parts[part]));

function findScores({ pair }: BridgeItem, district: string, { before, after }: RoundChange) {
	const find = (view: RoundChange['before'], indicator: string | undefined) =>
		view.answer.scores.find(
			(one) => one.district === district && one.section === pair.section && one.indicator === indicator
		);
	return { before: find(before, pair.before?.indicator), after: find(after, pair.after?.indicator) };
}
