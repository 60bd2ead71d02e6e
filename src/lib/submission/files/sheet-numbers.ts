// Numbers of spreadsheets in decimal digits.
import type { Numeral } from '../cells/raw-value.ts';

/** A spreadsheet shows and keeps 15 digits; the rest of a binary number is dust (57 ÷ 200 × 100 is stored as 28.499999999999996). */
export const numeralOf = (value: number): string =>
	Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : String(Number(value.toPrecision(15)));

/** The same of a number in text; undefined where it is none. */
export const plainNumeral = (text: string): string | undefined => {
	const value = Number(text);
	return text.trim() === '' || !Number.isFinite(value) ? undefined : numeralOf(value);
};

/** A share that its cell shows as a percent: at 15 digits nothing is lost by the multiplication. */
export const asPercent = (numeral: string): Numeral => ({ numeral: numeralOf(Number(numeral) * 100), percent: true });
