// Digits of a figure, for who compares figures by them. Figures are in millionths.

const size = (scaled: bigint) => (scaled < 0n ? -scaled : scaled);

/** How many digits stand between the first and the last that is not 0: 3 of 1,230, 4 of 91.08, 1 of 100. */
export const countSignificant = (scaled: bigint): number => size(scaled).toString().replace(/0+$/, '').length;

/** How many digits are written, without zeros at the end of decimals: 4 of 1,230, 4 of 91.08, 3 of 100. */
export function countWritten(scaled: bigint): number {
	const digits = size(scaled).toString().padStart(7, '0');
	return `${digits.slice(0, -6).replace(/^0$/, '')}${digits.slice(-6).replace(/0+$/, '')}`.length;
}
