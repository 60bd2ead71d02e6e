// A condition becomes rows of bits (see needs.ts). Each comparison has three bits: surely so, possibly so, and so by the
// recommended reading; they are one and the same bit wherever the letter is clear.
import type { Bound, Condition, Indicator, Moment, Unsure } from '../agreement/schema.ts';
import { allRows, always, anyRows, chooseRows, eitherRows, join, type Need } from './needs.ts';
import type { Source } from './rules.ts';
import { above, DAY, from, scaleDayAfter, scaleFigure, scaleMoment } from './position.ts';

/** A bit that never holds and is never open: a bound whose words are lost. */
export const NEVER = 1n << 62n;
/** A bit that is open for ever: nothing is recommended. */
export const UNKNOWN = 1n << 61n;
const MOST_BITS = 61;

export interface Comparison {
	readonly bit: number;
	/** null where the words are lost: nothing is compared */
	readonly source: Source | null;
	readonly up: boolean;
	readonly bound: bigint;
}

/** A measure that is a range: a tied place, or points still open. */
export interface Range {
	readonly low: Source;
	readonly high: Source;
	readonly recommended: Source;
	readonly reason: 'tie' | 'conflict';
	readonly reading: string | null;
}

/** Where conditions find the measures they speak of. */
export interface Measures {
	of(name: string): Source | Range;
	/** the measure of one input less another */
	difference(plus: string, minus: string): Source;
}

export interface Unclear {
	readonly reason: string;
	readonly reading: string | null;
}

/** The comparisons of one unit. The same comparison asked twice is one bit. */
export interface Conditions {
	readonly comparisons: readonly Comparison[];
	/** by the sure bit's number: why it may be unclear */
	readonly unclear: ReadonlyMap<number, Unclear>;
	/** rows of bits for a condition; none when it can never hold */
	rows(condition: Condition): readonly Need[];
}

const sameSource = (a: Source | null, b: Source | null) => a?.kind === b?.kind && a?.number === b?.number;

export function createConditions(measures: Measures, inputs: Indicator['inputs']): Conditions {
	const comparisons: Comparison[] = [];
	const unclear = new Map<number, Unclear>();

	function bitOf(source: Source | null, up: boolean, bound: bigint, fresh = false): bigint {
		const known = fresh
			? undefined
			: comparisons.find((c) => sameSource(c.source, source) && c.up === up && c.bound === bound);
		if (known) return 1n << BigInt(known.bit);
		const bit = comparisons.length;
		if (bit >= MOST_BITS)
			throw new RangeError(`a ladder holds more than ${MOST_BITS} comparisons: divide it into parts`);
		comparisons.push({ bit, source, up, bound });
		return 1n << BigInt(bit);
	}

	/** A bit of its own whose failing is unclear rather than sure. */
	function unclearBit(source: Source | null, up: boolean, bound: bigint, why: Unclear): bigint {
		const bit = bitOf(source, up, bound, true);
		unclear.set(comparisons.length - 1, why);
		return bit;
	}

	function compare(name: string, up: boolean, bound: bigint): Need {
		const measure = measures.of(name);
		if ('kind' in measure) {
			const bit = bitOf(measure, up, bound);
			return { sure: bit, possible: bit, recommended: bit };
		}
		// A rising bound surely holds where the low end reaches it, and may hold where the high end does.
		const worst = up ? measure.low : measure.high;
		const surely = unclearBit(worst, up, bound, { reason: measure.reason, reading: measure.reading });
		const possible = bitOf(up ? measure.high : measure.low, up, bound);
		return { sure: surely | possible, possible, recommended: bitOf(measure.recommended, up, bound) };
	}

	function compareUnsure(name: string, up: boolean, sure: bigint | null, unsure: Unsure): readonly Need[] {
		const measure = measures.of(name);
		if (!('kind' in measure)) throw new Error(`${name} is a range and cannot have an unsure edge`);
		const why = { reason: unsure.reason, reading: unsure.reading };
		const edge = edgeOf(unsure, up);
		const possible = bitOf(measure, up, edge);
		const surely = possible | (sure === null ? lostBit(why) : unclearBit(measure, up, sure, why));
		const { recommend } = unsure;
		if (recommend === 'met') return [{ sure: surely, possible, recommended: possible }];
		if (recommend === 'unmet') {
			const never = () => bitOf(measure, up, up ? BEYOND : -BEYOND);
			return [{ sure: surely, possible, recommended: sure === null ? never() : surely }];
		}
		// What is sure needs no recommendation; in between stands a bound of the reading's own, or nothing is recommended.
		const scaled = recommend === 'none' ? null : scaleFigure(recommend);
		const between = scaled === null ? UNKNOWN : bitOf(measure, up, up ? from(scaled) : above(scaled));
		const proposed = { sure: surely | NEVER, possible, recommended: possible | between };
		return sure === null ? [proposed] : [{ sure: surely, possible, recommended: surely }, proposed];
	}

	/** A bound that is lost with nothing known beside it: any value may reach it. */
	function compareLost(name: string, up: boolean): Need {
		const measure = measures.of(name);
		if (!('kind' in measure)) throw new Error(`${name} is a range and cannot have a lost bound`);
		const possible = bitOf(measure, up, up ? -BEYOND : BEYOND);
		return { sure: lostBit({ reason: 'rule_missing', reading: null }) | possible, possible, recommended: UNKNOWN };
	}

	/** Words that are lost hold for sure on no value; each such bit has a number of its own so that its reading is found. */
	function lostBit(why: Unclear): bigint {
		return unclearBit(null, true, 0n, why);
	}

	function compareBound(name: string, up: boolean, strict: boolean, bound: Bound): Need {
		// v > B rises from just above B; v ≤ B falls there. v ≥ B rises from B; v < B falls there.
		const at = (scaled: bigint) => (strict === up ? above(scaled) : from(scaled));
		if (typeof bound === 'number') return compare(name, up, at(scaleFigure(bound)));
		const bit = bitOf(measures.difference(name, bound.value), up, at(0n));
		return { sure: bit, possible: bit, recommended: bit };
	}

	function valueRows(condition: Extract<Condition, { value: string }>): readonly Need[] {
		const { value, at_least, more_than, at_most, less_than, equals, unsure } = condition;
		const parts: (readonly Need[])[] = [];
		const rising = unsure && (unsure.above ?? unsure.from) !== undefined ? unsure : undefined;
		const falling = unsure && !rising ? unsure : undefined;
		const add = (up: boolean, strict: boolean, bound: Bound | 'lost' | undefined) => {
			if (bound === undefined) return;
			const edge = up ? rising : falling;
			if (bound === 'lost') {
				parts.push(edge ? compareUnsure(value, up, null, edge) : [compareLost(value, up)]);
			} else if (edge) {
				if (typeof bound !== 'number') throw new Error(`an unsure edge of ${value} stands beside a figure`);
				const scaled = scaleFigure(bound);
				parts.push(compareUnsure(value, up, strict === up ? above(scaled) : from(scaled), edge));
			} else parts.push([compareBound(value, up, strict, bound)]);
		};
		add(true, false, at_least);
		add(true, true, more_than);
		add(false, false, at_most);
		add(false, true, less_than);
		add(true, false, equals);
		add(false, false, equals);
		if (parts.length === 0) throw new Error(`a condition on ${value} has no bound`);
		return allRows(parts);
	}

	/** Up: from the limit on; down: before it. Not strict, the limit itself counts as before it. */
	function limitDate(date: string, limit: Moment, up: boolean, strict: boolean): Need {
		if (typeof limit === 'string') {
			if (strict) return compare(date, up, from(scaleMoment(limit)));
			return compare(date, up, limit.includes('T') ? above(scaleMoment(limit)) : from(scaleDayAfter(limit)));
		}
		// A bare due date lasts to the end of its day.
		const wholeDay = inputs[limit.value]?.type === 'date' && inputs[date]?.type === 'datetime';
		const bound = strict ? from(0n) : wholeDay ? from(DAY) : above(0n);
		const bit = bitOf(measures.difference(date, limit.value), up, bound);
		return { sure: bit, possible: bit, recommended: bit };
	}

	function dateRows({ date, by, before, after }: Extract<Condition, { date: string }>): readonly Need[] {
		const needs = [
			by === undefined ? always : limitDate(date, by, false, false),
			before === undefined ? always : limitDate(date, before, false, true),
			after === undefined ? always : limitDate(date, after, true, false)
		];
		if ([by, before, after].every((limit) => limit === undefined))
			throw new Error(`a condition on ${date} has no date`);
		return [needs.reduce(join, always)];
	}

	// A rung's needs are asked again by each rung above it in a prefix ladder: the same condition has the same bits.
	const written = new Map<Condition, readonly Need[]>();
	function rows(condition: Condition): readonly Need[] {
		const known = written.get(condition) ?? write(condition);
		written.set(condition, known);
		return known;
	}

	function write(condition: Condition): readonly Need[] {
		if ('yes' in condition) return [compare(condition.yes, true, from(1_000_000n))];
		if ('no' in condition) return [compare(condition.no, false, from(1_000_000n))];
		if ('done' in condition) return [compare(condition.done, false, from(NEVER_DONE))];
		if ('date' in condition) return dateRows(condition);
		if ('value' in condition) return valueRows(condition);
		if ('all' in condition) return allRows(condition.all.map(rows));
		if ('any' in condition) return anyRows(condition.any.map(rows));
		if ('of' in condition) return chooseRows(condition.at_least, condition.of.map(rows));
		if ('either' in condition) return eitherRows(condition.either.map(rows));
		if ('if' in condition) return anyRows([opposite(condition.if), rows(condition.then)]);
		if (condition.taken === 'met') return [always];
		if (condition.taken === 'unmet') return [];
		if (condition.taken !== undefined) return rows(condition.taken);
		const bit = lostBit({ reason: 'rule_missing', reading: condition.lost });
		return [{ sure: bit, possible: 0n, recommended: UNKNOWN }];
	}

	/** Rows that hold exactly where the condition does not: the same bound, looked at from the other side. */
	function opposite(condition: Condition): readonly Need[] {
		if ('yes' in condition) return rows({ no: condition.yes });
		if ('no' in condition) return rows({ yes: condition.no });
		if ('date' in condition) {
			const { date, by, before, after } = condition;
			const limits = [by, before, after].filter((limit) => limit !== undefined);
			if (limits.length === 1) {
				if (by !== undefined) return rows({ date, after: by });
				if (after !== undefined) return rows({ date, by: after });
				if (before !== undefined) return [limitDate(date, before, true, true)];
			}
		}
		if ('value' in condition && condition.unsure === undefined) {
			const { value, at_least, more_than, at_most, less_than, equals } = condition;
			const bounds = [at_least, more_than, at_most, less_than, equals].filter((bound) => bound !== undefined);
			if (bounds.length === 1) {
				if (at_least !== undefined && at_least !== 'lost') return rows({ value, less_than: at_least });
				if (more_than !== undefined) return rows({ value, at_most: more_than });
				if (at_most !== undefined && at_most !== 'lost') return rows({ value, more_than: at_most });
				if (less_than !== undefined) return rows({ value, at_least: less_than });
			}
		}
		throw new Error(`"if" takes a yes, a no, a value with one bound or a date: ${JSON.stringify(condition)}`);
	}

	return { comparisons, unclear, rows };
}

/** Above every position there is. */
const BEYOND = 5_000_000_000_000_000_000n;
/** Positions from here on stand for "not done". */
const NEVER_DONE = 1_000_000_000_000_000_000n;

function edgeOf(unsure: Unsure, up: boolean): bigint {
	const { above: strictly, from: inclusively, below, to } = unsure;
	if (up) {
		if (strictly !== undefined) return above(scaleFigure(strictly));
		if (inclusively !== undefined) return from(scaleFigure(inclusively));
	} else {
		if (below !== undefined) return from(scaleFigure(below));
		if (to !== undefined) return above(scaleFigure(to));
	}
	throw new Error('an unsure edge widens a lower bound with above or from, an upper bound with below or to');
}
