// Dates as districts write them. Inside the program a date is ISO text of the Christian era, local to Thailand.
import { toArabicDigits } from './digits.ts';
import { monthNumber } from './months.ts';
import { orderMarks } from './spelling.ts';

/** From here on a year is of the Buddhist era; its 29 February follows the Christian year, so 29/02/2567 is a real day. */
const FIRST_BUDDHIST_YEAR = 2400;
const ERA = 543;
const BANGKOK_MINUTES = 7 * 60;
const MAX_LENGTH = 80;

export type DateReading =
	/** `date` is YYYY-MM-DD; `time` is HH:MM or HH:MM:SS, null when none was written; `shortYear`: two digits said the year */
	| { readonly kind: 'date'; readonly date: string; readonly time: string | null; readonly shortYear?: true }
	/** the form is not one of those understood */
	| { readonly kind: 'not_a_date' }
	/** such as 31 April; `year` is of the Christian era */
	| { readonly kind: 'no_such_day'; readonly day: number; readonly month: number; readonly year: number }
	/** such as 25:00 */
	| { readonly kind: 'no_such_time' }
	/** two digits that may be of either era, or a year of neither */
	| { readonly kind: 'unclear_year' }
	| { readonly kind: 'fraction_of_second' };

/** Years of the Christian era that a date is likely to be of: they tell the era of a year of two digits. */
export interface LikelyYears {
	readonly from: number;
	readonly to: number;
}

interface Written {
	readonly day: number;
	readonly month: number;
	readonly year: string;
	readonly rest: string;
}

const splitDate = (text: string): Written | undefined => {
	const yearFirst = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)(.*)$/.exec(text);
	if (yearFirst) {
		const [, year = '', month = '', day = '', rest = ''] = yearFirst;
		return { day: Number(day), month: Number(month), year, rest };
	}
	const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)(.*)$/.exec(text);
	if (dayFirst) {
		const [, day = '', month = '', year = '', rest = ''] = dayFirst;
		return { day: Number(day), month: Number(month), year, rest };
	}
	const inWords =
		/^(?:วันที่)?\s*(\d{1,2})[\s-]*([ก-์.\s]+?|[a-z]{3,9}\.?)[\s,-]*(?:พ\.?\s?ศ\.?\s*|ค\.?\s?ศ\.?\s*)?(\d{4}|\d{2})(?!\d)(.*)$/.exec(
			text
		);
	const [, day = '', name = '', year = '', rest = ''] = inWords ?? [];
	const month = monthNumber(name);
	return month === undefined ? undefined : { day: Number(day), month, year, rest };
};

/** Two digits from 50 are of the Buddhist era; with likely years, those of either era that fall among them. */
const shortYear = (year: number, likely: LikelyYears | undefined): number | undefined => {
	const readings = [2500 + year - ERA, 2000 + year].filter(
		(one) => likely !== undefined && one >= likely.from && one <= likely.to
	);
	if (readings.length === 1) return readings[0];
	return year >= 50 ? 2500 + year - ERA : undefined;
};

const christianYear = (written: string, likely: LikelyYears | undefined): number | undefined => {
	const year = Number(written);
	if (written.length === 2) return shortYear(year, likely);
	const christian = year >= FIRST_BUDDHIST_YEAR ? year - ERA : year;
	return christian >= 1900 && christian < 2200 ? christian : undefined;
};

const pad = (n: number, length = 2): string => String(n).padStart(length, '0');

/** Days of a month, 1–12, of a year of the Christian era; undefined for a month that is none. */
export const daysOfMonth = (year: number, month: number): number | undefined => {
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
};

/** Whether the Gregorian calendar has the day. */
export const dayExists = (year: number, month: number, day: number): boolean =>
	day >= 1 && day <= (daysOfMonth(year, month) ?? 0);

const TIME =
	/^(?:t|,)?\s*(?:เวลา)?\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.(\d{1,9}))?)?\s*(?:น\.?|นาฬิกา)?\s*(z|[+-]\d{2}:?\d{2})?$/;

const offsetMinutes = (offset: string): number => {
	if (offset === 'z') return 0;
	const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
	return offset.startsWith('-') ? -minutes : minutes;
};

/**
 * Reads `2022-09-01`, `๒๕๖๕-๐๙-๐๑`, `1/9/2565`, `1 ก.ย. 65`, `๑ กันยายน ๒๕๖๕ เวลา 16.30 น.`, `2022-09-01T16:30+07:00`.
 * Day before month. Years from 2400 are of the Buddhist era, two digits from 50 too unless the likely years tell otherwise.
 * Other offsets become Thai time.
 */
export const parseDate = (text: string, likely?: LikelyYears): DateReading => {
	if (text.length > MAX_LENGTH) return { kind: 'not_a_date' };
	const tidy = orderMarks(toArabicDigits(text)).trim().replace(/\s+/g, ' ').toLowerCase();
	const written = splitDate(tidy);
	if (written === undefined) return { kind: 'not_a_date' };
	const rest = written.rest.trim();
	const clock = rest === '' ? undefined : TIME.exec(rest);
	if (clock === null) return { kind: 'not_a_date' };
	const year = christianYear(written.year, likely);
	if (year === undefined) return { kind: 'unclear_year' };
	const { day, month } = written;
	if (!dayExists(year, month, day)) return { kind: 'no_such_day', day, month, year };
	const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
	const reading: DateReading = clock === undefined ? { kind: 'date', date, time: null } : addTime(date, clock);
	return reading.kind === 'date' && written.year.length === 2 ? { ...reading, shortYear: true } : reading;
};

const addTime = (date: string, clock: RegExpExecArray): DateReading => {
	const [, hours = '', minutes = '', seconds = '00', fraction = '', offset = '+07:00'] = clock;
	if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return { kind: 'no_such_time' };
	if (/[1-9]/.test(fraction)) return { kind: 'fraction_of_second' };
	const time = seconds === '00' ? `${pad(Number(hours))}:${minutes}` : `${pad(Number(hours))}:${minutes}:${seconds}`;
	const shift = BANGKOK_MINUTES - offsetMinutes(offset);
	if (shift === 0) return { kind: 'date', date, time };
	const moved = new Date(Date.parse(`${date}T${time}Z`) + shift * 60_000).toISOString();
	return { kind: 'date', date: moved.slice(0, 10), time: moved.slice(11, 11 + time.length) };
};
