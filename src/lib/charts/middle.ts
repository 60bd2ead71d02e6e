// The middle of a province: where half the districts stand at or above.
import type { Outcome } from '../scoring/results.ts';

/** Median of figures; the mean of the two middle ones when their number is even; null of none. */
export function middleValue(values: readonly number[]): number | null {
	const sorted = [...values].sort((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)];
	const lower = sorted[Math.floor((sorted.length - 1) / 2)];
	return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** The lower middle outcome, so that it is one that somebody has. `outcomes` are given from the lowest of the ladder. */
export function middleOutcome(given: readonly Outcome[], outcomes: readonly Outcome[]): Outcome | null {
	const ranks = given.map((o) => (typeof o === 'number' ? o : outcomes.indexOf(o))).sort((a, b) => a - b);
	const middle = ranks[Math.floor((ranks.length - 1) / 2)];
	if (middle === undefined) return null;
	return typeof given[0] === 'number' ? middle : (outcomes[middle] ?? null);
}
