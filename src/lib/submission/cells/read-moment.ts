// Dates and times: real days of the calendar, as local ISO text.
import type { Input } from '../../agreement/schema.ts';
import { daysOfMonth, parseDate, type DateReading, type LikelyYears } from '../../thai/read-date.ts';
import type { ValueReading } from './read-value.ts';
import { sayDateFault, sayNeedsTime, sayNoSuchDay } from '../sentences/sentences.ts';
import { sayLostCentury } from '../sentences/cells.ts';

type Fault = Exclude<DateReading, { kind: 'date' }>;

const sayFault = (fault: Fault, text: string, input: Input): string => {
	if (fault.kind !== 'no_such_day') return sayDateFault(fault.kind, text, input.due === true);
	return sayNoSuchDay(text, fault, daysOfMonth(fault.year, fault.month));
};

/** 2565 less 1965 less 543: what a spreadsheet that takes 65 for 1965 makes of a year of the Buddhist era. */
const LOST_YEARS = 57;

/** The day that was typed with a year of two digits, where a spreadsheet took it for one of the last century. */
const lostCentury = (date: string, likely: LikelyYears | undefined): string | undefined => {
	const year = Number(date.slice(0, 4));
	const meant = year + LOST_YEARS;
	if (likely === undefined || year >= likely.from || meant < likely.from || meant > likely.to) return undefined;
	return `${meant}${date.slice(4)}`;
};

/** A date keeps its day only; a datetime must say its time. */
export const readMoment = (text: string, input: Input, likely?: LikelyYears): ValueReading => {
	const reading = parseDate(text, likely);
	if (reading.kind !== 'date') return { kind: 'bad', code: reading.kind, why: sayFault(reading, text, input) };
	const { date, time, ...how } = reading;
	if (input.type === 'datetime' && time === null) return { kind: 'bad', code: 'needs_time', why: sayNeedsTime(text) };
	const meant = lostCentury(date, likely);
	if (meant !== undefined) return { kind: 'bad', code: 'lost_century', why: sayLostCentury(text, meant) };
	const iso = input.type === 'date' || time === null ? date : `${date}T${time}`;
	const value = { kind: 'moment', iso } as const;
	return how.shortYear === true ? { kind: 'value', value, shortYear: true } : { kind: 'value', value };
};
