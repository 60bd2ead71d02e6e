// Figures as people write them, held exactly: integers of millionths, never binary floating point.
import { toArabicDigits, writeDigits, type Digits } from './digits.ts';

/** Decimals a figure may have. */
export const MAX_DECIMALS = 6;
const UNIT = 10n ** BigInt(MAX_DECIMALS);
/** Largest size of a figure, in millionths: 10^12. */
const MAX_SCALED = 10n ** 12n * UNIT;
/** Longer texts are no figure; it keeps the work on any text small. */
const MAX_LENGTH = 60;

export type FigureReading =
	| { readonly kind: 'figure'; readonly scaled: bigint; readonly decimals: number }
	| { readonly kind: 'not_a_figure' | 'misplaced_comma' | 'too_many_decimals' | 'too_large' };

/** What most figures are, and within bounds. */
const WHOLE = /^\d{1,12}$/;
const PLAIN = /^([+-]?)(\d*)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;

/**
 * Reads `1,234.50`, `๙๑.๕`, `−3`, `1e3`. `scaled` is the value × 10^6; `decimals` is how many were written (zeros past the
 * sixth are not counted).
 */
export const parseFigure = (text: string): FigureReading => {
	if (text.length > MAX_LENGTH) return { kind: 'not_a_figure' };
	if (WHOLE.test(text)) return { kind: 'figure', scaled: BigInt(text) * UNIT, decimals: 0 };
	const written = toArabicDigits(text.trim()).replace(/^[−–]\s*/, '-');
	if (written.includes(',') && !GROUPED.test(written))
		return { kind: /^[+-]?[\d,]+(\.\d+)?$/.test(written) ? 'misplaced_comma' : 'not_a_figure' };
	const match = PLAIN.exec(written.replaceAll(',', ''));
	const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? [];
	if (match === null || whole + fraction === '') return { kind: 'not_a_figure' };
	return scale(sign === '-', whole + fraction, fraction.length - Number(exponent));
};

/** The figure digits × 10^−decimals, if it has few enough decimals and is small enough. */
const scale = (negative: boolean, digits: string, decimals: number): FigureReading => {
	const significant = digits.replace(/^0+/, '');
	if (significant === '')
		return { kind: 'figure', scaled: 0n, decimals: Math.min(Math.max(decimals, 0), MAX_DECIMALS) };
	const surplus = decimals - MAX_DECIMALS;
	if (surplus > 0 && !/^0*$/.test(significant.slice(-surplus))) return { kind: 'too_many_decimals' };
	if (significant.length - decimals > 13) return { kind: 'too_large' };
	const size = surplus > 0 ? BigInt(significant.slice(0, -surplus)) : BigInt(significant) * 10n ** BigInt(-surplus);
	if (size > MAX_SCALED) return { kind: 'too_large' };
	return {
		kind: 'figure',
		scaled: negative ? -size : size,
		decimals: Math.min(Math.max(decimals, 0), MAX_DECIMALS)
	};
};

export interface FigureStyle {
	/** exactly so many decimals, halves rounded away from zero; as many as the figure has when left out */
	readonly decimals?: number;
	readonly digits?: Digits;
	/** commas between thousands; yes unless said */
	readonly group?: boolean;
}

/** Writes millionths: `formatScaled(1234500000n)` is `1,234.5`. The minus is a real minus sign. */
export const formatScaled = (scaled: bigint, style: FigureStyle = {}): string => {
	const { decimals, digits = 'arabic', group = true } = style;
	const size = scaled < 0n ? -scaled : scaled;
	const kept = decimals === undefined ? MAX_DECIMALS : Math.min(decimals, MAX_DECIMALS);
	const step = 10n ** BigInt(MAX_DECIMALS - kept);
	const rounded = (size + step / 2n) / step;
	const all = rounded.toString().padStart(kept + 1, '0');
	const whole = all.slice(0, all.length - kept);
	let fraction = all.slice(all.length - kept);
	fraction = decimals === undefined ? fraction.replace(/0+$/, '') : fraction.padEnd(decimals, '0');
	const grouped = group ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
	const minus = scaled < 0n && rounded > 0n ? '−' : '';
	return writeDigits(`${minus}${grouped}${fraction === '' ? '' : `.${fraction}`}`, digits);
};

/** Millionths of a number, rounded at the sixth decimal of its shortest decimal form. The number must be finite. */
export const scaleNumber = (value: number): bigint => {
	if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
	const [mantissa = '0', exponent = '0'] = String(value).split('e');
	const [whole = '0', fraction = ''] = mantissa.replace('-', '').split('.');
	const shift = Number(exponent) - fraction.length + MAX_DECIMALS;
	const digits = BigInt(whole + fraction);
	const step = shift < 0 ? 10n ** BigInt(-shift) : 1n;
	const size = shift < 0 ? (digits + step / 2n) / step : digits * 10n ** BigInt(shift);
	return value < 0 ? -size : size;
};

/** Writes a number of results (a percent, points) in the same style. */
export const formatNumber = (value: number, style: FigureStyle = {}): string => formatScaled(scaleNumber(value), style);
