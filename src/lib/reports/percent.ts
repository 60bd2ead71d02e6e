// How a percent is printed: two decimals, halves up; but never up to a bound it has not reached, because 99.996 printed as
// 100.00 (or 89.996 as 90.00 where 90 earns a grade) says something false. There the decimals are cut instead: 99.99.
import { formatScaled, scaleNumber } from '../thai/numbers.ts';

const hundredth = 10_000n;

/** `bounds` are the percents that mean something, 100 among them. Arabic digits; the memo chooses its digits at the end. */
export function showPercent(value: number, bounds: readonly number[] = [100]): string {
	const exact = scaleNumber(value);
	const rounded = ((exact + hundredth / 2n) / hundredth) * hundredth;
	const crosses = bounds.some((bound) => exact < scaleNumber(bound) && rounded >= scaleNumber(bound));
	const shown = crosses ? (exact / hundredth) * hundredth : rounded;
	return formatScaled(shown, { decimals: 2 });
}
