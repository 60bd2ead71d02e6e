// Points added and taken away, as far as they are known.
import type { Adjust } from '../../src/lib/agreement/schema.ts';
import { truthOf } from './naive-conditions.ts';
import { add, compare, fromFigure, greatest, least, times, zero, type Fraction } from './naive-fractions.ts';
import type { Measure, Trouble } from './naive-values.ts';

/** What the adjustments of an indicator can do. */
export interface Adjustments {
	readonly troubles: readonly Trouble[];
	/** lowest and highest points that remain of so many */
	readonly apply: (points: Fraction) => readonly [Fraction, Fraction];
	/** points as the readings take them, null when they do not say */
	readonly recommend: (points: Fraction) => Fraction | null;
}

/** `null` stands for a sum without end. */
type Reach = { readonly low: Fraction | null; readonly high: Fraction | null };

export function readAdjustments(
	adjusts: readonly Adjust[],
	floor: number | undefined,
	top: Fraction,
	look: (name: string) => Measure
): Adjustments {
	const bottom = fromFigure(floor ?? 0);
	const clamp = (points: Fraction) => greatest(bottom, least(top, points));
	const read = adjusts.map((adjust) => readAdjustment(adjust, look));
	const within = (points: Fraction, reaches: readonly Reach[]): readonly [Fraction, Fraction] => {
		const sum = (ends: readonly (Fraction | null)[]) =>
			ends.reduce<Fraction | null>((a, b) => (a === null || b === null ? null : add(a, b)), points);
		const low = sum(reaches.map((reach) => reach.low));
		const high = sum(reaches.map((reach) => reach.high));
		return [low === null ? bottom : clamp(low), high === null ? top : clamp(high)];
	};
	return {
		troubles: read.flatMap((one) => one.troubles),
		apply: (points) =>
			read.length === 0
				? [points, points]
				: within(
						points,
						read.map((one) => one.reach)
					),
		recommend: (points) => {
			if (read.length === 0) return points;
			const [low, high] = within(
				points,
				read.map((one) => one.recommended)
			);
			return compare(low, high) === 0 ? low : null;
		}
	};
}

function readAdjustment(
	adjust: Adjust,
	look: (name: string) => Measure
): { reach: Reach; recommended: Reach; troubles: readonly Trouble[] } {
	const points = fromFigure(adjust.points);
	const taken = compare(points, zero) < 0;
	if ('when' in adjust) {
		const truth = truthOf(adjust.when, look);
		const reachOf = (surely: boolean, possibly: boolean): Reach => {
			const perhaps = possibly ? points : zero;
			const certain = surely ? points : zero;
			return taken ? { low: perhaps, high: certain } : { low: certain, high: perhaps };
		};
		return {
			reach: reachOf(truth.sure, truth.possible),
			recommended: reachOf(truth.recommended === true, truth.recommended !== false),
			troubles: truth.troubles
		};
	}
	const count = look(adjust.per);
	if (count.kind === 'number') {
		const reachOf = (low: Fraction, high: Fraction): Reach => {
			const [a, b] = [times(points, low), times(points, high)];
			return { low: least(a, b), high: greatest(a, b) };
		};
		const { recommended } = count;
		const reach = reachOf(count.low, count.high);
		return {
			reach,
			recommended: recommended === null ? reach : reachOf(recommended, recommended),
			troubles: count.troubles
		};
	}
	if (count.kind === 'open') {
		const reach: Reach = taken ? { low: null, high: zero } : { low: zero, high: null };
		return { reach, recommended: reach, troubles: count.troubles };
	}
	throw new Error(`${adjust.per} cannot be counted`);
}
