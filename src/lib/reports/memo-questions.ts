// What the letter does not say, as the committee has to rule on it: whose result, which words, how it is proposed to be read.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../ranking/round.ts';
import { formatNumber } from '../thai/numbers.ts';
import { joinThai } from '../thai/words.ts';
import { reasons, sayOutcome } from './memo-words.ts';
import type { Question } from './open-results.ts';
import { sizes } from './typesetting/sizes.ts';

export function makeQuestions(view: RoundView, questions: readonly Question[]): Content {
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

function sayQuestion(view: RoundView, { sectionTitle, indicator, reason, reading, districts }: Question) {
	const known = reading === null ? undefined : view.agreement.readings[reading];
	const who = joinThai(
		districts.map(({ name, value }) => (value === null ? name : `${name} (${formatNumber(value)})`))
	);
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
	const id = reading === null ? '' : ` (การตีความ ${reading})`;
	return [
		{ text: `${sectionTitle} ข้อ ${indicator.indicator} `, bold: true },
		`${who}: ${why} ${proposal}${outcomes.length === 0 ? '' : how}${id}`
	];
}
