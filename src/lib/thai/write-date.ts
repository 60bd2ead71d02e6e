// Dates as Thai readers expect them: day, month in words, year of the Buddhist era.
import { writeDigits, type Digits } from './digits.ts';
import { LONG_MONTHS, SHORT_MONTHS } from './months.ts';

export interface DateStyle {
	/** `1 กันยายน 2565` (long, unless said) or `1 ก.ย. 2565` */
	readonly months?: 'long' | 'short';
	readonly digits?: Digits;
}

const ERA = 543;

/** Writes ISO text: a date, or a date with local time, which is then written too (`1 กันยายน 2565 เวลา 16.30 น.`). */
export const formatDate = (iso: string, style: DateStyle = {}): string => {
	const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/.exec(iso);
	const [, year, month, day, hour, minute = ''] = match ?? [];
	const name = (style.months === 'short' ? SHORT_MONTHS : LONG_MONTHS)[Number(month) - 1];
	if (name === undefined) throw new RangeError(`not an ISO date: ${iso}`);
	const date = `${Number(day)} ${name} ${Number(year) + ERA}`;
	return writeDigits(hour === undefined ? date : `${date} เวลา ${hour}.${minute} น.`, style.digits ?? 'arabic');
};

/** The day alone of ISO text, with or without a time. */
export const formatDay = (iso: string, style: DateStyle = {}): string => formatDate(iso.slice(0, 10), style);
