// What is another between two rounds of one indicator, as sentences with the figures of both letters.
import { leavesOf } from '../agreement/leaves.ts';
import { listConditions } from '../agreement/names.ts';
import { sayCondition, sayName, sayOutcome } from '../agreement/say.ts';
import type { Condition, Indicator, Ladder, Rung } from '../agreement/schema.ts';
import { formatNumber } from '../thai/numbers.ts';
import { joinThai } from '../thai/words.ts';

/** Weight, bounds, mode, points, then dates; `sameRule` where nothing but weight and dates can differ. */
export function listChanges(before: Indicator, after: Indicator, sameRule: boolean): readonly string[] {
	const changes: string[] = [];
	if (before.weight !== after.weight)
		changes.push(`น้ำหนักจาก ${sayWeight(before.weight)} เป็น ${sayWeight(after.weight)}`);
	if (before.indicator !== after.indicator) changes.push(`เดิมเป็นข้อ ${before.indicator}`);
	if (!sameRule) changes.push(sayRuleChange(before, after));
	return changes;
}

const sayWeight = (weight: number | null) => (weight === null ? 'ที่สูญหาย' : formatNumber(weight));

function sayRuleChange(before: Indicator, after: Indicator): string {
	const [was, is] = [listBounds(before), listBounds(after)];
	if (was !== null && is !== null && was.outcomes === is.outcomes && was.name === is.name && was.figures !== is.figures)
		return `เกณฑ์ของ${was.outcomes} จาก ${was.figures} เป็น ${is.figures}`;
	const one = listFigures(before, after);
	if (one.length > 0) return joinThai(one);
	const rungs = listChangedRungs(before, after);
	return rungs.length === 0 ? 'วิธีคิดคะแนนเปลี่ยน' : `เกณฑ์ของ${joinThai(rungs.map(sayOutcome))}เปลี่ยน`;
}

interface Bounds {
	/** the judged value */
	readonly name: string;
	/** ระดับ 1–5 */
	readonly outcomes: string;
	/** 80, 85, 90, 95, 100 */
	readonly figures: string;
}

const bounds = ['at_least', 'more_than', 'at_most', 'less_than', 'equals'] as const;

/** A ladder that sets one bound on the judged value at each rung; null for any other. */
function listBounds({ ladder, judged }: Indicator): Bounds | null {
	if (ladder === undefined || judged === undefined) return null;
	const found = ladder.rungs.flatMap((rung) => {
		if (!('outcome' in rung)) return [];
		const figures = listConditions(rung).flatMap((condition) => {
			if (!('value' in condition) || condition.value !== judged) return [];
			return bounds.flatMap((key) => (typeof condition[key] === 'number' ? [condition[key]] : []));
		});
		return [{ outcome: rung.outcome, figure: figures.length === 1 ? figures[0] : undefined }];
	});
	const asked = found.filter(({ figure }) => figure !== undefined);
	const [first, last] = [asked.at(0), asked.at(-1)];
	if (first === undefined || last === undefined || asked.length < 2) return null;
	return {
		name: judged,
		outcomes: `${sayOutcome(first.outcome)}–${String(last.outcome)}`,
		figures: asked.map(({ figure }) => formatNumber(figure ?? 0)).join(', ')
	};
}

/** Values judged in both ladders by other figures: “ข่าวต่อเดือน” จาก 5, 8 เป็น 8, 10. Empty where more than figures differ. */
function listFigures(before: Indicator, after: Indicator): readonly string[] {
	const [was, is] = [flatten(before), flatten(after)];
	if (was.length !== is.length) return [];
	const changed = new Map<string, readonly (readonly [string, string])[]>();
	for (const [nth, { at, condition }] of was.entries()) {
		const other = is[nth];
		if (other === undefined || other.at !== at) return [];
		if (!('value' in condition) || !('value' in other.condition)) {
			if (shapeOf(condition) !== shapeOf(other.condition)) return [];
			continue;
		}
		if (condition.value !== other.condition.value) return [];
		for (const key of bounds) {
			const [x, y] = [condition[key], other.condition[key]];
			if ((x === undefined) !== (y === undefined)) return [];
			if (typeof x !== 'number' || typeof y !== 'number' || x === y) continue;
			const known = changed.get(condition.value) ?? [];
			const figures = [formatNumber(x), formatNumber(y)] as const;
			if (!known.some(([was, is]) => was === figures[0] && is === figures[1]))
				changed.set(condition.value, [...known, figures]);
		}
	}
	return [...changed].map(([name, figures]) => {
		const list = (side: 0 | 1) => figures.map((pair) => pair[side]).join(', ');
		return `เกณฑ์ “${sayName(name, after)}” จาก ${list(0)} เป็น ${list(1)}`;
	});
}

const shapeOf = (condition: Condition) =>
	JSON.stringify(condition, (key, inner: unknown) =>
		['by', 'before', 'after'].includes(key) && typeof inner === 'string' ? 'date' : inner
	);

const laddersOf = ({ ladder, parts }: Indicator): readonly Ladder[] => [
	...(ladder === undefined ? [] : [ladder]),
	...(parts ?? []).map((part) => part.ladder)
];

function flatten(indicator: Indicator): readonly { readonly at: string; readonly condition: Condition }[] {
	return laddersOf(indicator).flatMap((ladder, l) =>
		ladder.rungs.flatMap((rung, r) =>
			listConditions(rung)
				.flatMap(leavesOf)
				.map((condition) => ({ at: `${l}/${r}`, condition }))
		)
	);
}

/** Outcomes whose needs read otherwise; dates aside. */
function listChangedRungs(before: Indicator, after: Indicator) {
	const say = (rung: Rung, indicator: Indicator) =>
		listConditions(rung)
			.map((condition) => ('date' in condition ? `date ${condition.date}` : sayCondition(condition, indicator)))
			.join(' ');
	const needs = (indicator: Indicator) =>
		new Map(
			(indicator.ladder?.rungs ?? []).flatMap((rung) =>
				'outcome' in rung ? [[rung.outcome, say(rung, indicator)] as const] : []
			)
		);
	const [was, is] = [needs(before), needs(after)];
	return [...new Set([...was.keys(), ...is.keys()])].filter((outcome) => was.get(outcome) !== is.get(outcome));
}
