// A condition of a letter in plain Thai, with the figures as the letter gives them.
import { formatNumber } from '../thai/numbers.ts';
import { joinThai } from '../thai/words.ts';
import { formatDate } from '../thai/write-date.ts';
import type { Bound, Condition, Indicator, Moment, Outcome } from './schema.ts';

/** What people call an input or a value of the indicator. */
export function sayName(name: string, indicator: Indicator): string {
	return indicator.values?.[name]?.label ?? indicator.inputs[name]?.label ?? name;
}

const sayBound = (bound: Bound | 'lost', indicator: Indicator): string => {
	if (bound === 'lost') return '(ตัวเลขในข้อตกลงหาย)';
	return typeof bound === 'number' ? formatNumber(bound) : sayName(bound.value, indicator);
};

export const sayMoment = (moment: Moment, indicator: Indicator): string =>
	typeof moment === 'string' ? formatDate(moment, { months: 'short' }) : sayName(moment.value, indicator);

/** ระดับ 3, เกรด A, สีเขียว */
export function sayOutcome(outcome: Outcome): string {
	if (typeof outcome === 'number') return `ระดับ ${outcome}`;
	const colours: Readonly<Record<string, string>> = { green: 'สีเขียว', yellow: 'สีเหลือง', red: 'สีแดง' };
	return colours[outcome] ?? `เกรด ${outcome}`;
}

/** The condition as something asked for. */
export function sayCondition(condition: Condition, indicator: Indicator): string {
	const again = (inner: Condition) => sayCondition(inner, indicator);
	if ('yes' in condition) return sayName(condition.yes, indicator);
	if ('no' in condition) return `ไม่ใช่: ${sayName(condition.no, indicator)}`;
	if ('done' in condition) return `${sayName(condition.done, indicator)} แล้ว`;
	if ('date' in condition) {
		const { date, by, before, after } = condition;
		const limits = [
			by === undefined ? null : `ภายใน ${sayMoment(by, indicator)}`,
			before === undefined ? null : `ก่อน ${sayMoment(before, indicator)}`,
			after === undefined ? null : `หลัง ${sayMoment(after, indicator)}`
		];
		return `${sayName(date, indicator)} ${limits.filter((limit) => limit !== null).join(' ')}`;
	}
	if ('value' in condition) {
		const { value, at_least, more_than, at_most, less_than, equals } = condition;
		const bounds = [
			at_least === undefined ? null : `ไม่น้อยกว่า ${sayBound(at_least, indicator)}`,
			more_than === undefined ? null : `มากกว่า ${sayBound(more_than, indicator)}`,
			at_most === undefined ? null : `ไม่เกิน ${sayBound(at_most, indicator)}`,
			less_than === undefined ? null : `น้อยกว่า ${sayBound(less_than, indicator)}`,
			equals === undefined ? null : `เท่ากับ ${sayBound(equals, indicator)}`
		];
		return `${sayName(value, indicator)} ${bounds.filter((bound) => bound !== null).join(' และ ')}`;
	}
	if ('all' in condition) return joinThai(condition.all.map(again));
	if ('any' in condition) return joinThai(condition.any.map(again), 'หรือ');
	if ('of' in condition)
		return `อย่างน้อย ${condition.at_least} ใน ${condition.of.length} ข้อ: ${joinThai(condition.of.map(again))}`;
	if ('either' in condition) return joinThai(condition.either.map(again), 'หรือ');
	if ('if' in condition) return `ถ้า${again(condition.if)} ต้อง${again(condition.then)}`;
	const { taken } = condition;
	if (typeof taken === 'object') return `${again(taken)} (ใช้แทนข้อความที่หาย)`;
	return taken === undefined
		? '(เงื่อนไขในข้อตกลงหาย)'
		: `(เงื่อนไขในข้อตกลงหาย ให้ถือว่า${taken === 'met' ? 'เข้าเกณฑ์' : 'ยังไม่เข้าเกณฑ์'})`;
}
