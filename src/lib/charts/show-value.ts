// A judged figure as charts and tables print it. Rounding could put it on a bound that it has not reached, so it is cut, and the
// cut is shown: 28.7128… is printed 28.71….
import { formatScaled, scaleNumber } from '../thai/numbers.ts';

const hundredth = 10_000n;

export function showValue(value: number): string {
	const scaled = scaleNumber(value);
	const rest = scaled % hundredth;
	// what is less than a hundredth would be cut to nothing
	if (rest === 0n || (scaled < hundredth && scaled > -hundredth)) return formatScaled(scaled);
	return `${formatScaled(scaled - rest, { decimals: 2 })}…`;
}
