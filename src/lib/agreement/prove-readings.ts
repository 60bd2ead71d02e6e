// Which reading speaks of something: one that is about the place and quotes the very figure or day in question.
import { toArabicDigits } from '../thai/digits.ts';
import { LONG_MONTHS, SHORT_MONTHS } from '../thai/months.ts';
import type { Agreement, Outcome, Reading } from './schema.ts';

/** Whether a text, plain, holds what is asked. */
export type Quote = (text: string) => boolean;

/** A letter's words with Arabic digits and no commas between thousands. */
export const plainText = (text: string): string => toArabicDigits(text).replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');

/** Whether a text holds the figure as a number of its own; 0.5 may be printed 0.50. */
export function quotesFigure(figure: number): Quote {
	const digits = String(figure).replace('.', '\\.');
	const zeros = Number.isInteger(figure) ? '(?:\\.0+)?' : '0*';
	const alone = new RegExp(`(?<![\\d.])${digits}${zeros}(?!\\d|\\.\\d)`);
	return (text) => alone.test(text);
}

const ERA = 543;

/** Whether a text holds the day of an ISO date, with its month in words; with the year too when asked. */
export function quotesDay(iso: string, withYear = false): Quote {
	const [year = 0, month = 0, day = 0] = iso.slice(0, 10).split('-').map(Number);
	const names = [LONG_MONTHS[month - 1], SHORT_MONTHS[month - 1]].map((name) => (name ?? '').replaceAll('.', '\\.?'));
	const full = `\\s*(?:พ\\.?\\s*ศ\\.?)?\\s*(?:${year + ERA}|${String(year + ERA).slice(2)}(?!\\d))`;
	// one of several days of a month too: ๑๕ ๒๐ และ ๒๕ เมษายน
	const others = '(?:[\\s,]|และ|\\d{1,2}(?!\\d))*';
	const alone = new RegExp(
		`(?<!\\d)0?${day}(?!\\d)${others}(?:เดือน\\s*)?(?:${names.join('|')})${withYear ? full : ''}`
	);
	return (text) => alone.test(text);
}

/** Whether a text names the outcome: ระดับ 3, ระดับที่ 3, ระดับ 2 – 5, เกรด A. */
export function quotesOutcome(outcome: Outcome): Quote {
	if (typeof outcome === 'string') {
		const alone = new RegExp(`(?<![A-Za-z])${outcome}(?![A-Za-z])`);
		return (text) => alone.test(text);
	}
	return (text) =>
		[...text.matchAll(/ระดับ(?:ที่)?\s*(\d+)(?:\s*[-–]\s*(\d+))?/g)].some(
			([, from, to = from]) => outcome >= Number(from) && outcome <= Number(to)
		);
}

const textOf = ({ words, readings, taken }: Reading) => plainText([words, ...readings, taken].join(' '));

/**
 * The reading about the place (section/indicator, its section, or anything when the place is the letter) that quotes all that is
 * asked; where several do, the one about fewest places. Notes decide nothing and answer only for days.
 */
export function findReading(
	agreement: Agreement,
	at: string,
	quotes: readonly Quote[],
	notes: 'with notes' | 'without notes' = 'without notes'
): string | null {
	if (quotes.length === 0) return null;
	const [section = ''] = at.split('/');
	const found = Object.entries(agreement.readings)
		.filter(
			([, { kind, about }]) =>
				(kind !== 'note' || notes === 'with notes') &&
				(at === agreement.agreement || about?.some((place) => place === at || place === section) === true)
		)
		.filter(([, reading]) => quotes.every((quote) => quote(textOf(reading))))
		.sort(([, a], [, b]) => (a.about?.length ?? 0) - (b.about?.length ?? 0));
	return found[0]?.[0] ?? null;
}

/** The reading of the whole letter that says what is given below the lowest printed outcome. */
export function findReadingOfLowest(agreement: Agreement): string | null {
	const found = Object.entries(agreement.readings).find(
		([, reading]) => reading.kind !== 'note' && reading.about === undefined && reading.words.includes('ต่ำกว่าระดับต่ำสุด')
	);
	return found?.[0] ?? null;
}
