// Exact fractions become numbers only at the very end, to be shown.

/** The number nearest to numerator ÷ denominator, to 15 decimals. The denominator is not 0. */
export function toNumber(numerator: bigint, denominator: bigint): number {
	const negative = numerator < 0n !== denominator < 0n;
	const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
	const digits = ((n * 10n ** 15n) / d).toString().padStart(16, '0');
	const size = Number(`${digits.slice(0, -15)}.${digits.slice(-15)}`);
	return negative && size !== 0 ? -size : size;
}
