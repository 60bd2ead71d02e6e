// Dates and times: real days of the calendar, as local ISO text.
import type { Input } from '../agreement/schema.ts';
import { parseDate } from '../thai/read-date.ts';
import type { ValueReading } from './read-value.ts';
import { sayDateFault, sayNeedsTime } from './sentences.ts';

/** A date keeps its day only; a datetime must say its time. */
export const readMoment = (text: string, input: Input): ValueReading => {
	const reading = parseDate(text);
	if (reading.kind !== 'date') return { kind: 'bad', code: reading.kind, why: sayDateFault(reading.kind, text) };
	if (input.type === 'date') return { kind: 'value', value: { kind: 'moment', iso: reading.date } };
	if (reading.time === null) return { kind: 'bad', code: 'needs_time', why: sayNeedsTime(text) };
	return { kind: 'value', value: { kind: 'moment', iso: `${reading.date}T${reading.time}` } };
};
