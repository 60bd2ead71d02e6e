// Days as spreadsheets count them: a date cell whose format was lost is a bare number.
import type { Input } from '../../agreement/schema.ts';
import type { LikelyYears } from '../../thai/read-date.ts';
import type { Numeral } from './raw-value.ts';
import type { ValueReading } from './read-value.ts';

/** Day 0 of each way to count, such that days from 1 March 1900 on are right in the first. */
const START_1900 = Date.UTC(1899, 11, 30);
const START_1904 = Date.UTC(1904, 0, 1);
const SECONDS_OF_DAY = 86_400;
const SERIAL = /^\d{5}(\.\d{1,15})?$/;

/** ISO text of a spreadsheet's day, to the second; without a time where it has none. */
export const isoOfSerial = (serial: number, from1904: boolean): string => {
	const seconds = Math.round(serial * SECONDS_OF_DAY);
	const iso = new Date((from1904 ? START_1904 : START_1900) + seconds * 1000).toISOString().slice(0, 19);
	return iso.endsWith('T00:00:00') ? iso.slice(0, 10) : iso.endsWith(':00') ? iso.slice(0, 16) : iso;
};

/** The day a bare number stands for, if it is a day of the likely years; undefined where it can be none. */
export const readSerialDay = (
	{ numeral, from1904 }: Numeral,
	input: Input,
	likely: LikelyYears | undefined
): ValueReading | undefined => {
	if (likely === undefined || !SERIAL.test(numeral)) return undefined;
	const iso = isoOfSerial(Number(numeral), from1904 === true);
	const year = Number(iso.slice(0, 4));
	if (year < likely.from || year > likely.to) return undefined;
	// A datetime without its time is left to the reader of dates, which says that the time is missing.
	if (input.type === 'datetime' && iso.length === 10) return undefined;
	return { kind: 'value', value: { kind: 'moment', iso: input.type === 'date' ? iso.slice(0, 10) : iso } };
};
