// Exact fractions become numbers only at the very end, to be shown.
import { MICRO, scaleFigure } from './position.ts';

/** numerator over denominator, both exact; the denominator is above 0 */
export type Fraction = readonly [bigint, bigint];

/** A figure with at most 6 decimals, as weights, points and percents of a letter are. */
export const fractionOf = (figure: number): Fraction => [scaleFigure(figure), MICRO];

export const add = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
export const subtract = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d - c * b, b * d];
export const multiply = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
/** The second is above 0. */
export const divide = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d, b * c];
/** Below, at or above 0 as the first is less than, equal to or more than the second. */
export function compare([a, b]: Fraction, [c, d]: Fraction): number {
	const difference = a * d - c * b;
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The number nearest to numerator ÷ denominator, to 15 decimals. The denominator is not 0. */
export function toNumber(numerator: bigint, denominator: bigint): number {
	const negative = numerator < 0n !== denominator < 0n;
	const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
	const digits = ((n * 10n ** 15n) / d).toString().padStart(16, '0');
	const size = Number(`${digits.slice(0, -15)}.${digits.slice(-15)}`);
	return negative && size !== 0 ? -size : size;
}
