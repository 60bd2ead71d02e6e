// The change of a district's percent from one round to the next, taken apart into what made it.
import type { IndicatorScore, SectionScore } from '../scoring/results.ts';
import {
	add,
	divide,
	figure,
	fraction,
	isNought,
	multiply,
	nought,
	subtract,
	type Fraction
} from '../scoring/fraction.ts';
import type { IndicatorPair } from './pair-indicators.ts';

export const bridgeParts = ['performance', 'rule', 'weight', 'coverage', 'unlike'] as const;
/**
 * Percent of the section, in this order of steps, each keeping what the steps before it have changed:
 * 1. `performance`: the later results under the earlier rule (with the later round's dates) and the earlier weight,
 *    less the earlier results under the same;
 * 2. `rule`: the later rule in place of the earlier, at the earlier weight;
 * 3. `weight`: the indicator's later share of the section's weight in place of the earlier.
 * Outside these steps stand whole contributions: `coverage`, where a result is scored in one round and open in the other
 * (gained or lost as it counts there), and `unlike`, where the indicator cannot be compared, applies to the district in one
 * round only, or performance and rule cannot be told apart; weight is told apart there too while both are scored.
 * The five always sum to the change exactly.
 */
export type BridgeParts = Readonly<Record<(typeof bridgeParts)[number], Fraction>>;

export const noParts: BridgeParts = {
	performance: nought,
	rule: nought,
	weight: nought,
	coverage: nought,
	unlike: nought
};

/** What one indicator adds to the change. */
export interface BridgeItem {
	readonly pair: IndicatorPair;
	/** percent of the section it gave in each round; nought while open */
	readonly before: Fraction;
	readonly after: Fraction;
	readonly parts: BridgeParts;
}

export interface Bridge {
	/** percent of the section, exact */
	readonly before: Fraction;
	readonly after: Fraction;
	readonly parts: BridgeParts;
	/** in the order of the pairs, without those that changed nothing */
	readonly items: readonly BridgeItem[];
}

/** A district's results in one section, in each round and crossed: its later entries under the earlier rules. */
export interface BridgeScores {
	readonly before: readonly IndicatorScore[];
	readonly after: readonly IndicatorScore[];
	/** by the later round's numbers */
	readonly crossed: readonly IndicatorScore[];
}

const hundred = fraction(100n, 1n);

export const addParts = (a: BridgeParts, b: BridgeParts): BridgeParts => mapParts((part) => add(a[part], b[part]));
export const mapParts = (make: (part: keyof BridgeParts) => Fraction): BridgeParts => ({
	performance: make('performance'),
	rule: make('rule'),
	weight: make('weight'),
	coverage: make('coverage'),
	unlike: make('unlike')
});

/** Null where nothing applies to the district in one of the rounds, so that it has no percent. */
export function buildBridge(
	pairs: readonly IndicatorPair[],
	wholes: { readonly before: Pick<SectionScore, 'weight'>; readonly after: Pick<SectionScore, 'weight'> },
	scores: BridgeScores
): Bridge | null {
	const [wholeBefore, wholeAfter] = [figure(wholes.before.weight), figure(wholes.after.weight)];
	if (isNought(wholeBefore) || isNought(wholeAfter)) return null;
	const standing = {
		before: standingsOf(scores.before, wholeBefore),
		after: standingsOf(scores.after, wholeAfter),
		crossed: standingsOf(scores.crossed, wholeAfter)
	};
	const items = pairs.map((pair): BridgeItem => {
		const before = pair.before === null ? absent : (standing.before.get(pair.before.indicator) ?? absent);
		const after = pair.after === null ? absent : (standing.after.get(pair.after.indicator) ?? absent);
		const crossed = pair.after === null ? absent : (standing.crossed.get(pair.after.indicator) ?? absent);
		return {
			pair,
			before: multiply(before.share, before.earned),
			after: multiply(after.share, after.earned),
			parts: takeApart(pair, before, after, crossed)
		};
	});
	return {
		before: items.reduce((total, item) => add(total, item.before), nought),
		after: items.reduce((total, item) => add(total, item.after), nought),
		parts: items.reduce((total, item) => addParts(total, item.parts), noParts),
		items: items.filter(({ parts, before, after }) => !isStill(parts) || !isNought(subtract(before, after)))
	};
}

const isStill = (parts: BridgeParts) => bridgeParts.every((part) => isNought(parts[part]));

interface Standing {
	readonly state: 'scored' | 'open' | 'absent';
	/** percent of the section that all its points would be */
	readonly share: Fraction;
	/** part of its points that it earned; nought unless scored */
	readonly earned: Fraction;
}
const absent: Standing = { state: 'absent', share: nought, earned: nought };

function standingsOf(scores: readonly IndicatorScore[], whole: Fraction): ReadonlyMap<string, Standing> {
	return new Map(
		scores.flatMap(({ indicator, status, points, max_points: most, weight }): (readonly [string, Standing])[] => {
			// outside the sum: a lost weight, a colour, another variant of the indicator
			if (status === 'not_applicable' || weight === null || most === null || most === 0) return [];
			const share = divide(multiply(hundred, figure(weight)), whole);
			if (status !== 'scored' || points === null) return [[indicator, { state: 'open', share, earned: nought }]];
			return [[indicator, { state: 'scored', share, earned: divide(figure(points), figure(most)) }]];
		})
	);
}

function takeApart(pair: IndicatorPair, before: Standing, after: Standing, crossed: Standing): BridgeParts {
	const [was, is] = [multiply(before.share, before.earned), multiply(after.share, after.earned)];
	const whole = subtract(is, was);
	if (pair.kind === 'incomparable' || before.state === 'absent' || after.state === 'absent')
		return { ...noParts, unlike: whole };
	if (before.state === 'open' || after.state === 'open') return { ...noParts, coverage: whole };
	const weight = multiply(subtract(after.share, before.share), after.earned);
	const byRule = pair.sameRule ? after : crossed;
	const moved = multiply(before.share, subtract(after.earned, before.earned));
	if (byRule.state !== 'scored') return { ...noParts, weight, unlike: moved };
	const performance = multiply(before.share, subtract(byRule.earned, before.earned));
	return { ...noParts, performance, rule: subtract(moved, performance), weight };
}

/** A sum of bridges, each by its share: that of a total made of sections. Throws where there are none. */
export function addBridges(parts: readonly { readonly share: Fraction; readonly bridge: Bridge }[]): Bridge {
	const scaled = parts.map(({ share, bridge }) => scaleBridge(share, bridge));
	return scaled.reduce((a, b) => ({
		before: add(a.before, b.before),
		after: add(a.after, b.after),
		parts: addParts(a.parts, b.parts),
		items: [...a.items, ...b.items]
	}));
}

function scaleBridge(share: Fraction, bridge: Bridge): Bridge {
	const scale = (parts: BridgeParts) => mapParts((part) => multiply(share, parts[part]));
	return {
		before: multiply(share, bridge.before),
		after: multiply(share, bridge.after),
		parts: scale(bridge.parts),
		items: bridge.items.map((item) => ({
			...item,
			before: multiply(share, item.before),
			after: multiply(share, item.after),
			parts: scale(item.parts)
		}))
	};
}
