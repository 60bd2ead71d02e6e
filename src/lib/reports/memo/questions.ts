// What the letter does not say, as the committee has to rule on it: whose result, which words, how it is proposed to be read.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { formatNumber } from '../../thai/numbers.ts';
import { joinThai } from '../../thai/words.ts';
import { reasons, sayOutcome } from './words.ts';
import type { Question } from '../open-results.ts';
import type { Sheet } from '../sheet.ts';

export function makeQuestions(view: RoundView, questions: readonly Question[], { sizes }: Sheet): Content {
	return {
		stack: questions.map((question, nth) => ({
			columns: [
				{ width: 15, text: `${nth + 1}.` },
				{ width: '*', text: sayQuestion(view, question) }
			],
			unbreakable: true
		})),
		fontSize: sizes.list,
		lineHeight: 1.35
	};
}

const nameReading = (reading: string | null) => (reading === null ? '' : ` (การตีความ ${reading})`);

export function sayQuestion(
	view: RoundView,
	{ sectionTitle, indicator, reason, reading, districts }: Question
): [{ text: string; bold: true }, string] {
	const known = reading === null ? undefined : view.agreement.readings[reading];
	const everybody =
		districts.length === view.province.districts.length && districts.every(({ value }) => value === null);
	const who = everybody
		? 'ทุกอำเภอ'
		: joinThai(districts.map(({ name, value }) => (value === null ? name : `${name} (${formatNumber(value)})`)));
	const why = known === undefined ? (reason === null ? 'ข้อตกลงไม่ได้กำหนดไว้ชัด' : reasons[reason]) : known.words;
	const outcomes = [
		...new Set(districts.flatMap(({ recommended }) => (recommended === null ? [] : [sayOutcome(recommended.outcome)])))
	];
	const proposal =
		outcomes.length === 0
			? 'ยังไม่มีข้อเสนอ'
			: outcomes.length === 1
				? `เสนอ${outcomes.join('')}`
				: `เสนอ ${joinThai(districts.flatMap(({ name, recommended }) => (recommended === null ? [] : [`${name} ${sayOutcome(recommended.outcome)}`])))}`;
	const how = known === undefined ? '' : `: ${known.taken}`;
	return [
		{ text: `${sectionTitle} ข้อ ${indicator.indicator} `, bold: true },
		`${who}: ${why} ${proposal}${outcomes.length === 0 ? '' : how}${nameReading(reading)}`
	];
}

/** The same in a line: which words and whose results, without the words themselves. */
export function saySubject(view: RoundView, question: Question): readonly [string, string] {
	const { sectionTitle, indicator, reason, reading, districts } = question;
	const why = reason === null ? 'ข้อตกลงไม่ได้กำหนดไว้ชัด' : reasons[reason];
	const everybody = districts.length === view.province.districts.length;
	return [
		`${sectionTitle} ข้อ ${indicator.indicator} `,
		`${everybody ? 'ทุกอำเภอ' : joinThai(districts.map(({ name }) => name))}: ${why}${nameReading(reading)}`
	];
}
