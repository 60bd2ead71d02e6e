// The reason for a score, short enough for a row of a table: without the outcome, which stands beside it, and without naming
// twice what was held against two bounds. Nothing is said that the long reason does not say.
import { sayOutcome } from '../agreement/say.ts';
import type { Explanation } from '../scoring/explain.ts';

/** Longer than this a reason fills more than two lines of a row. */
const mostLetters = 170;

const outcomeWords = /^ได้(ระดับ \d+|เกรด [A-Z]|สี(เขียว|เหลือง|แดง))\s*(เพราะ)?/u;
/** Said beside it, with what is proposed. */
const waiting = / รอคำวินิจฉัย( เสนอ.*)?$/u;
/** But not แต่ละ, which labels may hold. */
const turn = / แต่(?!ละ)/gu;

export function shortenReason({
	headline,
	score,
	rungs,
	next
}: Pick<Explanation, 'headline' | 'score'> & {
	readonly rungs: readonly Pick<Explanation['rungs'][number], 'reached'>[];
	readonly next: Pick<NonNullable<Explanation['next']>, 'outcome'> | null;
}): string {
	if (score.status === 'undecided') return headline.replace(waiting, '');
	if (score.status !== 'scored' || score.outcome === null) return headline;
	const bare = headline.replace(outcomeWords, '');
	if (bare === '') return 'ไม่เข้าเกณฑ์ที่สูงกว่านี้';
	const long = lengthOf(bare) > mostLetters;
	const at = [...bare.matchAll(turn)].at(-1)?.index;
	if (at === undefined)
		return long && rungs.some(({ reached }) => reached) ? `เข้าเกณฑ์ของ${sayOutcome(score.outcome)}` : bare;
	const [held, failed] = [bare.slice(0, at), bare.slice(at + ' แต่'.length)];
	if (held.trim() === '' && !long) return failed.trimStart();
	if (!long) return `${held} แต่${dropRepeated(held, failed)}`;
	// a clause of many branches is not retold in a row: the explanation on screen and the letter hold it
	if (lengthOf(failed) > mostLetters) return `ยังไม่ครบเกณฑ์ของ${next?.outcome ?? 'ผลที่สูงกว่านี้'}`;
	return `ยังไม่ได้ผลที่สูงกว่า เพราะ${failed}`;
}

/** Letters that take room: marks above and below take none. */
const lengthOf = (text: string): number => text.replace(/\p{Mn}/gu, '').length;

/** A figure held against a bound: its name and value, then how it fails. */
const failing = /^(.+ [−\d][\d,.]*…?) ((?:ยังไม่ถึง|ไม่มากกว่า|เกิน|ไม่น้อยกว่า|ไม่เท่ากับ) .+)$/u;

/** ผลตามแผน 95 มากกว่า 90 แต่ผลตามแผน 95 ไม่มากกว่า 95 names its figure once, where it was named last. */
function dropRepeated(held: string, failed: string): string {
	const [, name = '', rest = ''] = failing.exec(failed) ?? [];
	const at = name === '' ? -1 : held.lastIndexOf(`${name} `);
	const whole = at === 0 || held[at - 1] === ' ';
	const after = held.slice(at + name.length);
	return at < 0 || !whole || / และ |, | หรือ /.test(after) ? failed : rest;
}
