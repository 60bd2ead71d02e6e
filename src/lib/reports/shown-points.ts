// Points in two decimals, in more where two would not add up to their sum.
import { formatScaled, scaleNumber } from '../thai/numbers.ts';

const hundredth = 10_000n;

export const showPoints = (points: number): string => showScaled(scaleNumber(points));

/** The same of millionths. */
export const showScaled = (scaled: bigint): string =>
	scaled % hundredth === 0n ? formatScaled(scaled, { decimals: 2 }) : formatScaled(scaled);
