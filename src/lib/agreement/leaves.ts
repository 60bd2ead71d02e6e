// The single things that a condition asks, wherever they stand in it.
import type { Condition } from './schema.ts';

/** Conditions that hold no other, in the letter's order; words that are lost stand for what they are taken to be. */
export function leavesOf(condition: Condition): readonly Condition[] {
	const inner = innerOf(condition);
	return inner === null ? [condition] : inner.flatMap(leavesOf);
}

function innerOf(condition: Condition): readonly Condition[] | null {
	if ('all' in condition) return condition.all;
	if ('any' in condition) return condition.any;
	if ('of' in condition) return condition.of;
	if ('either' in condition) return condition.either;
	if ('if' in condition) return [condition.if, condition.then];
	if ('lost' in condition && typeof condition.taken === 'object') return [condition.taken];
	return null;
}

/** The same condition with each of the conditions right inside it made anew. */
export function mapInner(condition: Condition, by: (inner: Condition) => Condition): Condition {
	if ('all' in condition) return { all: condition.all.map(by) };
	if ('any' in condition) return { any: condition.any.map(by) };
	if ('of' in condition) return { ...condition, of: condition.of.map(by) };
	if ('either' in condition) return { either: condition.either.map(by) };
	if ('if' in condition) return { if: by(condition.if), then: by(condition.then) };
	if ('lost' in condition && typeof condition.taken === 'object') return { ...condition, taken: by(condition.taken) };
	return condition;
}

/** Days written into a condition, each with the input it is set for. */
export function datesOf(condition: Condition): readonly { readonly name: string; readonly day: string }[] {
	return leavesOf(condition).flatMap((leaf) =>
		'date' in leaf
			? [leaf.by, leaf.before, leaf.after].flatMap((day) => (typeof day === 'string' ? [{ name: leaf.date, day }] : []))
			: []
	);
}
