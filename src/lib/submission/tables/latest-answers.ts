// Answers to a form, one in a row: of a district that answered more than once the latest stands, and that is said.
import type { Collector } from '../collect.ts';
import type { Place } from '../entry.ts';
import { sayLatestAnswer, sayUnreadableTime } from '../sentences/cells.ts';

export interface Answer<Row> {
	readonly row: Row;
	readonly district: string;
	readonly time: string;
	readonly at: Place;
}

const MONTH_LAST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/;
const STAMP =
	/^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:[,t\s]+(?:เวลา\s*)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*(am|pm|ก่อนเที่ยง|หลังเที่ยง)?.*)?$/i;

/** Times as a form's export writes them, comparable as text; undefined where it is none. `monthFirst`: 9/14/2565. */
export const readStampTime = (text: string, monthFirst: boolean): string | undefined => {
	const [, first = '', second = '', third = '', hours = '0', minutes = '00', seconds = '00', half = ''] =
		STAMP.exec(text.trim()) ?? [];
	if (first === '') return undefined;
	const [year, month, day] =
		first.length === 4 ? [first, second, third] : monthFirst ? [third, first, second] : [third, second, first];
	if (year.length !== 4 || Number(month) > 12 || Number(day) > 31) return undefined;
	const isLate = /^(pm|หลังเที่ยง)$/i.test(half);
	const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (isLate ? 12 : 0);
	const christian = Number(year) >= 2400 ? Number(year) - 543 : Number(year);
	const pad = (part: string | number): string => String(part).padStart(2, '0');
	return `${christian}-${pad(month)}-${pad(day)}T${pad(hour)}:${minutes}:${seconds}`;
};

/** A column in which some day stands where no month can writes the month first. */
const putsMonthFirst = (times: readonly string[]): boolean =>
	times.some((time) => Number(MONTH_LAST.exec(time.trim())?.[2]) > 12);

/** The rows that stand, in the order of the file. Where a time cannot be read all rows of its district stand. */
export const keepLatest = <Row>(
	answers: readonly Answer<Row>[],
	{ names, report }: Collector
): readonly Answer<Row>[] => {
	const monthFirst = putsMonthFirst(answers.map(({ time }) => time));
	const byDistrict = Map.groupBy(answers, ({ district }) => district);
	const superseded = new Set<Answer<Row>>();
	for (const [district, own] of byDistrict) {
		if (own.length === 1) continue;
		const timed = own.map((answer) => ({ answer, time: readStampTime(answer.time, monthFirst) }));
		const unread = timed.find(({ time }) => time === undefined);
		if (unread !== undefined) {
			report('warning', 'unreadable_time', unread.answer.at, () =>
				sayUnreadableTime(names.sayDistrict(district), unread.answer.time)
			);
			continue;
		}
		const latest = timed.reduce((best, one) => ((one.time ?? '') >= (best.time ?? '') ? one : best));
		const earlier = own.filter((answer) => answer !== latest.answer);
		for (const answer of earlier) superseded.add(answer);
		report('warning', 'latest_answer', latest.answer.at, () =>
			sayLatestAnswer(
				names.sayDistrict(district),
				own.length,
				latest.answer.time,
				earlier.flatMap(({ at }) => (at.line === undefined ? [] : [at.line]))
			)
		);
	}
	return answers.filter((answer) => !superseded.has(answer));
};
