// Fractions for the naive evaluator: slow, exact, and sharing nothing with the engine.

/** `n` over `d`, with `d` above zero. */
export interface Fraction {
	readonly n: bigint;
	readonly d: bigint;
}

const millionths = 1_000_000n;

export const fraction = (n: bigint, d = 1n): Fraction => (d < 0n ? { n: -n, d: -d } : { n, d });
export const zero = fraction(0n);
/** A value as an entry holds it: an integer of millionths. */
export const fromScaled = (scaled: bigint): Fraction => fraction(scaled, millionths);
/** A figure of the letter, read from its decimal text so that nothing binary comes in. */
export function fromFigure(figure: number): Fraction {
	const [whole = '', decimals = ''] = String(Math.abs(figure)).split('.');
	const size = fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
	return figure < 0 ? fraction(-size.n, size.d) : size;
}
/** How many decimals a figure of the letter is written with. */
export const decimalsOf = (figure: number): number => (String(figure).split('.')[1] ?? '').length;

export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
/** Throws where `b` is zero: the caller has to ask first. */
export function divide(a: Fraction, b: Fraction): Fraction {
	if (b.n === 0n) throw new Error('division by zero');
	return fraction(a.n * b.d, a.d * b.n);
}
/** Below, at or above zero as `a` is less than, equal to or more than `b`. */
export function compare(a: Fraction, b: Fraction): number {
	const difference = a.n * b.d - b.n * a.d;
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export const total = (fractions: readonly Fraction[]): Fraction => fractions.reduce(add, zero);
export const least = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const greatest = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/** Rounded to so many decimals, a half away from zero. */
export function roundAwayFromZero(a: Fraction, decimals: number): Fraction {
	const unit = 10n ** BigInt(decimals);
	const size = a.n < 0n ? -a.n : a.n;
	const rounded = (2n * size * unit + a.d) / (2n * a.d);
	return fraction(a.n < 0n ? -rounded : rounded, unit);
}

/** The nearest double: 30 decimals are written out and read back. */
export function toNumber(a: Fraction): number {
	const unit = 10n ** 30n;
	const size = ((a.n < 0n ? -a.n : a.n) * unit) / a.d;
	const value = Number(`${size / unit}.${String(size % unit).padStart(30, '0')}`);
	return a.n < 0n ? -value : value;
}
