// A condition said with the district's own figures: as held, or as failed.
import { sayCondition, sayMoment, sayName } from '../agreement/say.ts';
import type { Bound, Condition, Indicator } from '../agreement/schema.ts';
import type { Entry } from '../submission/entry.ts';
import { formatNumber } from '../thai/numbers.ts';
import { joinThai } from '../thai/words.ts';
import { formatDate } from '../thai/write-date.ts';
import { sayFraction, valueOf } from './explain-arithmetic.ts';
import { compare, figure } from './fraction.ts';

export interface Facts {
	readonly indicator: Indicator;
	/** the entries in force for the district */
	readonly entries: readonly Entry[];
}

const boundText = (bound: Bound | 'lost', { indicator }: Facts) =>
	bound === 'lost' ? 'เกณฑ์ที่หาย' : typeof bound === 'number' ? formatNumber(bound) : sayName(bound.value, indicator);

/** The name of a value with what it comes to, where that is known. */
export function nameWithFigure(name: string, facts: Facts): string {
	const value = valueOf(name, facts.indicator, facts.entries);
	const label = sayName(name, facts.indicator);
	return value ? `${label} ${sayFraction(value)}` : label;
}

function nameWithDate(name: string, { indicator, entries }: Facts): string {
	const value = entries.find((e) => e.input === name)?.value;
	const label = sayName(name, indicator);
	if (value?.kind !== 'moment') return label;
	return value.iso === null ? `${label}ยังไม่ดำเนินการ` : `${label}เมื่อ ${formatDate(value.iso, { months: 'short' })}`;
}

type ValueCondition = Extract<Condition, { value: string }>;
type Side = readonly [
	bound: Bound | 'lost' | undefined,
	held: string,
	failed: string,
	holds: (order: number) => boolean
];

/** Each bound with what is said where it holds and where it fails; `order` is how the value compares with it. */
const sidesOf = (c: ValueCondition): readonly Side[] => [
	[c.at_least, 'ถึง', 'ยังไม่ถึง', (order) => order >= 0],
	[c.more_than, 'มากกว่า', 'ไม่มากกว่า', (order) => order > 0],
	[c.at_most, 'ไม่เกิน', 'เกิน', (order) => order <= 0],
	[c.less_than, 'น้อยกว่า', 'ไม่น้อยกว่า', (order) => order < 0],
	[c.equals, 'เท่ากับ', 'ไม่เท่ากับ', (order) => order === 0]
];

/** Below, at or above 0 as the value is less than the bound, equal to it or more; null where either is not known. */
function orderOf(name: string, bound: Bound | 'lost', { indicator, entries }: Facts): number | null {
	const value = valueOf(name, indicator, entries);
	const limit =
		bound === 'lost' ? null : typeof bound === 'number' ? figure(bound) : valueOf(bound.value, indicator, entries);
	return value && limit ? compare(value, limit) : null;
}

/** Of several bounds those that failed are said; of a figure that had to be met exactly, on which side it lies. */
function sayValue(condition: ValueCondition, facts: Facts, held: boolean): string {
	const bounds = sidesOf(condition).flatMap(([bound, whenHeld, whenFailed, holds], side) => {
		if (bound === undefined) return [];
		const order = orderOf(condition.value, bound, facts);
		if (held) return [`${whenHeld} ${boundText(bound, facts)}`];
		if (order !== null && holds(order)) return [];
		const exact = side === 4 && order !== null;
		return [`${exact ? (order < 0 ? 'ยังไม่ถึง' : 'เกิน') : whenFailed} ${boundText(bound, facts)}`];
	});
	return `${nameWithFigure(condition.value, facts)} ${bounds.join(held ? ' และ' : ' หรือ')}`;
}

/** เบิกจ่ายแล้ว 91.11 ถึง 90 */
export function sayHeld(condition: Condition, facts: Facts): string {
	if ('value' in condition) return sayValue(condition, facts, true);
	if ('date' in condition) return `${nameWithDate(condition.date, facts)} ${dateLimit(condition, facts, true)}`;
	if ('all' in condition) return joinThai(condition.all.map((inner) => sayHeld(inner, facts)));
	return sayCondition(condition, facts.indicator);
}

/** เบิกจ่ายแล้ว 91.11 ยังไม่ถึง 95 */
export function sayFailed(condition: Condition, facts: Facts): string {
	if ('value' in condition) return sayValue(condition, facts, false);
	if ('yes' in condition) return `“${sayName(condition.yes, facts.indicator)}” ตอบว่าไม่`;
	if ('no' in condition) return `“${sayName(condition.no, facts.indicator)}” ตอบว่าใช่`;
	if ('date' in condition) return `${nameWithDate(condition.date, facts)} ${dateLimit(condition, facts, false)}`;
	return `ยังไม่ครบ: ${sayCondition(condition, facts.indicator)}`;
}

function dateLimit(condition: Extract<Condition, { date: string }>, { indicator }: Facts, held: boolean): string {
	const { by, before, after } = condition;
	if (by !== undefined) return `${held ? 'ภายใน' : 'เลยกำหนด'} ${sayMoment(by, indicator)}`;
	if (before !== undefined) return `${held ? 'ก่อน' : 'ไม่ก่อน'} ${sayMoment(before, indicator)}`;
	return after === undefined ? '' : `${held ? 'หลัง' : 'ไม่หลัง'} ${sayMoment(after, indicator)}`;
}
