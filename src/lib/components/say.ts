// How figures, dates and outcomes are said on a page, in the digits the reader asked for.
import type { Outcome } from '../scoring/results.ts';
import { writeDigits, type Digits } from '../thai/digits.ts';
import { formatNumber, formatScaled, scaleNumber } from '../thai/numbers.ts';
import { formatDate, formatDay } from '../thai/write-date.ts';

export interface Say {
	/** text of ours in the digits asked for; the letter's own words are not passed through here */
	text(words: string | number): string;
	/** two decimals, halves away from zero; what is under 100 never reads 100.00 */
	percent(value: number): string;
	/** a number with so many decimals */
	fixed(value: number, decimals: number): string;
	/** a figure that was judged: two decimals, but four where two would show it on a bound it has not reached */
	value(value: number): string;
	/** a number as it is, thousands separated, four decimals at most */
	figure(value: number): string;
	/** 28 ก.ย. 2565 เวลา 14.32 น. */
	moment(iso: string): string;
	/** 28 ก.ย. 2565 */
	day(iso: string): string;
	/** ระดับ 3, เกรด A, สีเขียว */
	outcome(outcome: Outcome): string;
	/** 3, A, เขียว: where the column already says what it is */
	short(outcome: Outcome): string;
}

const colours: Readonly<Record<string, string>> = { green: 'เขียว', yellow: 'เหลือง', red: 'แดง' };
const nbsp = '\u00a0';
const join = (words: string) => words.replaceAll(' ', nbsp);

export function makeSay(digits: Digits): Say {
	const text = (words: string | number) => writeDigits(String(words), digits);
	const short = (outcome: Outcome) => text(colours[outcome] ?? outcome);
	return {
		text,
		percent: (value) => formatScaled(keepUnderFull(scaleNumber(value), value), { decimals: 2, digits }),
		fixed: (value, decimals) => formatNumber(value, { decimals, digits }),
		value: (value) => {
			const scaled = floorToMillionths(value);
			return formatScaled(keepOffBounds(scaled), { decimals: hides(scaled) ? 4 : 2, digits });
		},
		figure: (value) => formatNumber(Number(value.toFixed(4)), { digits }),
		moment: (iso) => join(formatDate(iso, { months: 'short', digits })).replace(`${nbsp}เวลา`, ' เวลา'),
		day: (iso) => join(formatDay(iso, { months: 'short', digits })),
		outcome: (outcome) =>
			typeof outcome === 'number'
				? `ระดับ${nbsp}${text(outcome)}`
				: outcome in colours
					? `สี${short(outcome)}`
					: `เกรด${nbsp}${outcome}`,
		short
	};
}

const full = 100_000_000n;
const lastUnderFull = 99_990_000n;
/** 99.996 is not 100: the last step before it is cut, not rounded. */
const keepUnderFull = (scaled: bigint, value: number) =>
	value < 100 && scaled >= full - 5_000n && scaled <= full ? lastUnderFull : scaled;

/** Rounding at the sixth decimal must not lift a figure onto the bound above it either. */
const floorToMillionths = (value: number) => {
	const scaled = scaleNumber(value);
	return Number(scaled) / 1e6 > value ? scaled - 1n : scaled;
};
const half = 500_000n;
/** Two decimals would round it onto a whole or a half, where bounds stand, though it is not there. */
const hides = (scaled: bigint) => scaled % half !== 0n && (((scaled + 5_000n) / 10_000n) * 10_000n) % half === 0n;
/** Cuts what four decimals would still round onto the bound. */
const keepOffBounds = (scaled: bigint) => (hides(scaled) ? scaled - (scaled % 100n) : scaled);
