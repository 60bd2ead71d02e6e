// Fractions of whole numbers, in lowest terms: sums come out exactly, and become numbers only at the very end, to be shown.
import { scaleNumber } from '../thai/numbers.ts';

export interface Fraction {
	readonly over: bigint;
	/** above 0 */
	readonly under: bigint;
}

export const nought: Fraction = { over: 0n, under: 1n };

const size = (a: bigint) => (a < 0n ? -a : a);
const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? size(a) : divisor(b, a % b));

/** Throws where the denominator is 0. */
export function fraction(over: bigint, under: bigint): Fraction {
	if (under === 0n) throw new RangeError('a fraction needs a denominator');
	const common = divisor(over, under) * (under < 0n ? -1n : 1n);
	return { over: over / common, under: under / common };
}

/** A figure of the letter or of a result, which has at most six decimals. */
export const figure = (value: number): Fraction => fraction(scaleNumber(value), 1_000_000n);

export const add = (a: Fraction, b: Fraction): Fraction =>
	a.over === 0n ? b : b.over === 0n ? a : fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const negate = ({ over, under }: Fraction): Fraction => ({ over: -over, under });
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, negate(b));
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under);
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under, a.under * b.over);
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(add, nought);

/** Below 0 where a is less than b, 0 where they are equal, above where it is more. */
export function compare(a: Fraction, b: Fraction): number {
	const [left, right] = [a.over * b.under, b.over * a.under];
	return left < right ? -1 : left > right ? 1 : 0;
}
export const isNought = ({ over }: Fraction): boolean => over === 0n;

/** To 15 decimals, to be shown. */
export const numberOf = ({ over, under }: Fraction): number => toNumber(over, under);

/** The number nearest to numerator ÷ denominator, to 15 decimals. The denominator is not 0. */
export function toNumber(numerator: bigint, denominator: bigint): number {
	const negative = numerator < 0n !== denominator < 0n;
	const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
	const digits = ((n * 10n ** 15n) / d).toString().padStart(16, '0');
	const size = Number(`${digits.slice(0, -15)}.${digits.slice(-15)}`);
	return negative && size !== 0 ? -size : size;
}
