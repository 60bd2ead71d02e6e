// Which names an indicator's rules speak of.
import { leavesOf } from './leaves.ts';
import type { Condition, Indicator, Ladder, Rung, Terms, Value } from './schema.ts';

export interface Mention {
	readonly name: string;
	/** what the place asks of it */
	readonly as: 'bool' | 'number' | 'moment' | 'list' | 'figure' | 'value';
}

export function listMentions(indicator: Indicator): readonly Mention[] {
	const ladders = [indicator.ladder, ...(indicator.parts ?? []).map((part) => part.ladder)];
	return [
		...mentionsOfRules(indicator.values ?? {}, ladders, indicator.adjust ?? []),
		...(indicator.checks ?? []).flatMap((check) => [...check.plus, ...check.minus].map(value)),
		...(indicator.judged ? [value(indicator.judged)] : []),
		...(indicator.alternatives ?? []).flatMap((other) =>
			mentionsOfRules(
				other.values ?? {},
				[other.ladder, ...(other.parts ?? []).map((part) => part.ladder)],
				other.adjust ?? []
			)
		)
	];
}

const value = (name: string): Mention => ({ name, as: 'value' });
const number = (name: string): Mention => ({ name, as: 'number' });

function mentionsOfRules(
	values: Readonly<Record<string, Value>>,
	ladders: readonly (Ladder | undefined)[],
	adjusts: NonNullable<Indicator['adjust']>
): readonly Mention[] {
	return [
		...Object.values(values).flatMap(mentionsOfValue),
		...ladders
			.flatMap((ladder) => ladder?.rungs ?? [])
			.flatMap((rung) => listConditions(rung).flatMap(mentionsOfCondition)),
		...adjusts.flatMap((adjust) => ('when' in adjust ? mentionsOfCondition(adjust.when) : [number(adjust.per)]))
	];
}

/** The conditions of a rung, needs before only. */
export function listConditions(rung: Rung): readonly Condition[] {
	return [rung.needs, rung.only].flatMap((part) => (part === undefined ? [] : part));
}

export const listTerms = (terms: Terms): readonly string[] =>
	typeof terms === 'string' ? [terms] : [...terms.plus, ...(terms.minus ?? [])];

function mentionsOfValue(one: Value): readonly Mention[] {
	const figure: readonly Mention[] = one.figure === undefined ? [] : [{ name: one.figure, as: 'figure' }];
	if ('percent' in one)
		return [...figure, ...[...listTerms(one.percent.part), ...listTerms(one.percent.whole)].map(number)];
	if ('growth' in one) return [...figure, ...[...listTerms(one.growth.from), ...listTerms(one.growth.to)].map(number)];
	if ('mean' in one) return [...figure, { name: one.mean, as: 'list' }];
	if ('sum' in one) return [...figure, ...listTerms(one.sum).map(number)];
	if ('place' in one) return [...figure, value(one.place)];
	return figure;
}

/** The names a condition speaks of, and as what. */
export const mentionsOfCondition = (condition: Condition): readonly Mention[] =>
	leavesOf(condition).flatMap(mentionsOfLeaf);

function mentionsOfLeaf(condition: Condition): readonly Mention[] {
	if ('yes' in condition) return [{ name: condition.yes, as: 'bool' }];
	if ('no' in condition) return [{ name: condition.no, as: 'bool' }];
	if ('done' in condition) return [{ name: condition.done, as: 'moment' }];
	if ('date' in condition)
		return [
			{ name: condition.date, as: 'moment' },
			...[condition.by, condition.before, condition.after].flatMap((bound): readonly Mention[] =>
				typeof bound === 'object' ? [{ name: bound.value, as: 'moment' }] : []
			)
		];
	if ('value' in condition)
		return [
			value(condition.value),
			...[condition.at_least, condition.more_than, condition.at_most, condition.less_than, condition.equals].flatMap(
				(bound) => (typeof bound === 'object' ? [value(bound.value)] : [])
			)
		];
	return [];
}

/** Every reading an indicator's rules name. */
export function listReadings(indicator: Indicator): readonly string[] {
	const found: string[] = [
		...(indicator.readings ?? []),
		...(indicator.alternatives ?? []).map((other) => other.reading)
	];
	const walk = (node: unknown): void => {
		if (Array.isArray(node)) node.forEach(walk);
		else if (node && typeof node === 'object')
			for (const [key, inner] of Object.entries(node)) {
				if (['reading', 'tie_reading', 'zero_reading', 'lost'].includes(key) && typeof inner === 'string')
					found.push(inner);
				else walk(inner);
			}
	};
	walk([indicator.values, indicator.parts, indicator.ladder, indicator.adjust, indicator.alternatives]);
	return [...new Set(found)];
}
