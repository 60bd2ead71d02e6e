// What comparisons look at: variables that may take certain positions, and measures of them. A position is what scoring compares
// (see position.ts).
import { MICRO } from './position.ts';
import { floorDivide } from './prove-linear.ts';

/** Positions first, first + step, … up to last (see position.ts). */
export interface Piece {
	readonly first: bigint;
	readonly last: bigint;
	readonly step: bigint;
}

/** Something free to take any of its positions. */
export interface Variable {
	readonly pieces: readonly Piece[];
	/** a position to take when it fits */
	readonly prefer: bigint | null;
}

/** What comparisons look at: times × Σ num ÷ Σ den of variables; a plain sum where there is no den. */
export interface Axis {
	readonly num: ReadonlyMap<number, bigint>;
	readonly den: ReadonlyMap<number, bigint> | null;
	readonly times: bigint;
}

/** Σ coefficient × variable ≥ least, or > least where strict, of variables in millionths. */
export interface Limit {
	readonly of: ReadonlyMap<number, bigint>;
	readonly least: bigint;
	readonly strict: boolean;
	/** it binds only where all it speaks of is reported */
	readonly whenReported?: boolean;
}

export interface Space {
	readonly variables: readonly Variable[];
	readonly axes: readonly Axis[];
	readonly limits: readonly Limit[];
}

/** Positions from low up to, not including, high. */
export interface Range {
	readonly low: bigint;
	readonly high: bigint;
}
export const FARTHEST: Range = { low: -(10n ** 19n), high: 10n ** 19n };

/** The variable that an axis is, where it is nothing else. */
export function ownVariable({ axes, variables }: Space, axis: number): Variable | null {
	const { num, den, times } = axes[axis] ?? { num: new Map<number, bigint>(), den: null, times: 1n };
	const [only] = num;
	if (den !== null || times !== 1n || num.size !== 1 || only?.[1] !== 1n) return null;
	return variables[only[0]] ?? null;
}

export const holdsAny = (pieces: readonly Piece[], { low, high }: Range) =>
	pieces.some(({ first, last, step }) => {
		const at = low <= first ? first : first - floorDivide(first - low, step) * step;
		return at <= last && at < high;
	});

/** Positions farther than this stand for no bound at all. */
const FAR = 10n ** 16n;

/** A position in the range that reads well: near the preferred one, else the shortest figure near the middle or the only bound. */
export function pick(pieces: readonly Piece[], range: Range, prefer: bigint | null): bigint | null {
	const spans = pieces.flatMap(({ first, last, step }): readonly Piece[] => {
		const low = first >= range.low ? first : first - floorDivide(first - range.low, step) * step;
		const end = last < range.high ? last : range.high - 1n;
		return low <= end ? [{ first: low, last: low + ((end - low) / step) * step, step }] : [];
	});
	const [span] = spans;
	if (!span) return null;
	if (prefer !== null)
		return spans
			.map((one) => nearest(one, prefer))
			.reduce((best, at) => (distance(at, prefer) < distance(best, prefer) ? at : best));
	const { first, last, step } = span;
	const [noLow, noHigh] = [first < -FAR, last > FAR];
	const wanted = noLow ? (noHigh ? 0n : last) : noHigh ? first : (first + last) / 2n;
	for (let unit = 2n * MICRO; unit > step && first % step === 0n && unit % step === 0n; unit /= 10n) {
		const low = -floorDivide(-first, unit) * unit;
		const high = floorDivide(last, unit) * unit;
		if (low <= high) return nearest({ first: low, last: high, step: unit }, wanted);
	}
	return nearest(span, wanted);
}

const distance = (a: bigint, b: bigint) => (a < b ? b - a : a - b);

function nearest({ first, last, step }: Piece, wanted: bigint): bigint {
	if (wanted <= first) return first;
	if (wanted >= last) return last;
	const down = first + ((wanted - first) / step) * step;
	return wanted - down <= down + step - wanted ? down : down + step;
}

/** Where the axis stands when its variables have these positions; null where it would be divided by nothing. */
export function positionOf({ num, den, times }: Axis, values: readonly bigint[]): bigint | null {
	const [only] = num;
	// a position that is no plain figure (an average of points) is its own
	if (den === null && num.size === 1 && only?.[1] === 1n && times === 1n) return values[only[0]] ?? 0n;
	const sum = (of: ReadonlyMap<number, bigint>) =>
		[...of].reduce((total, [v, factor]) => total + factor * floorDivide(values[v] ?? 0n, 2n), 0n);
	if (den === null) return 2n * times * sum(num);
	const [n, d] = [times * MICRO * sum(num), sum(den)];
	if (d <= 0n) return null;
	const whole = floorDivide(n, d);
	return 2n * whole + (whole * d === n ? 0n : 1n);
}
