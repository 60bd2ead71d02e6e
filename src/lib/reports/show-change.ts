// Exact percents and changes of them as they are printed: two decimals, halves away from zero, a true minus.
import type { Fraction } from '../scoring/fraction.ts';
import { formatScaled } from '../thai/numbers.ts';

/** Millionths, halves away from zero. */
function toMillionths({ over, under }: Fraction): bigint {
	const size = over < 0n ? -over : over;
	const rounded = (size * 2_000_000n + under) / (2n * under);
	return over < 0n ? -rounded : rounded;
}

const hundredth = 10_000n;
const inHundredths = (millionths: bigint) => formatScaled(millionths, { decimals: 2 });

/** A percent that means something only at 100: what has not reached it is never printed as 100.00. */
export function showExact(value: Fraction): string {
	const shown = toMillionths(value);
	const full = 100n * 1_000_000n;
	const short = value.over < 100n * value.under && shown + hundredth / 2n >= full;
	return inHundredths(short ? full - hundredth : shown);
}

/** `+1.50`, `−0.25`, `0.00`; what is not nothing is never printed as 0.00: `+<0.01`. */
export function showChange(value: Fraction): string {
	if (value.over === 0n) return '0.00';
	const millionths = toMillionths(value);
	const size = millionths < 0n ? -millionths : millionths;
	if (size < hundredth / 2n) return value.over > 0n ? '+<0.01' : '−<0.01';
	return millionths > 0n ? `+${inHundredths(millionths)}` : inHundredths(millionths);
}
