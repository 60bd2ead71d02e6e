// Every value that a bound is held against becomes one integer, its position: 2 × floor(value × 10^6), plus 1 where something
// is left over. Bounds have at most 6 decimals, so `value ≥ B` is exactly `position ≥ 2B` and `value > B` exactly
// `position ≥ 2B + 1`: no division is ever compared, and no figure on a bound is decided by binary floating point.

export const MICRO = 1_000_000n;
/** Later than every date: what "not done" is held against a deadline as. */
export const NOT_DONE = 2_000_000_000_000_000_000n;
const DAY_SECONDS = 86_400;

/** A figure of a letter (at most 6 decimals) in millionths, read from its shortest decimal text. */
export function scaleFigure(value: number): bigint {
	const text = String(value);
	const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(text);
	if (!match) throw new Error(`a figure has at most 6 decimals: ${text}`);
	const size = BigInt(match[2] ?? '0') * MICRO + BigInt((match[3] ?? '').padEnd(6, '0'));
	return match[1] === '-' ? -size : size;
}

/** Local ISO date or moment in millionths of a second since 1970, as if the clock knew no zones. */
export function scaleMoment(iso: string): bigint {
	const moment = iso.includes('T') ? iso : `${iso}T00:00`;
	const milliseconds = Date.parse(`${moment}Z`);
	if (Number.isNaN(milliseconds)) throw new Error(`not a moment: ${iso}`);
	return BigInt(milliseconds) * 1000n;
}

/** The first moment after a date or moment: a bare date lasts to the end of its day. */
export function scaleDayAfter(date: string): bigint {
	return scaleMoment(date) + BigInt(DAY_SECONDS) * MICRO;
}

export const DAY = BigInt(DAY_SECONDS) * MICRO;

/** Positions from which a rising bound holds, and below which a falling one does. */
export const from = (scaled: bigint) => 2n * scaled;
export const above = (scaled: bigint) => 2n * scaled + 1n;
