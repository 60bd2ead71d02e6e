// A condition becomes rows of bits: any one row holding makes it hold. `all` multiplies rows, `any` adds them, `at least k`
// adds every choice of k. Each comparison has three bits: surely so, possibly so, and so by the recommended reading; they are
// one and the same bit wherever the letter is clear.
import type { Bound, Condition, Indicator, Moment, Unsure } from '../agreement/schema.ts';
import type { Source } from './rules.ts';
import { above, DAY, from, scaleDayAfter, scaleFigure, scaleMoment } from './position.ts';

/** A bit that never holds and is never open: a bound whose words are lost. */
export const NEVER = 1n << 62n;
/** A bit that is open for ever: nothing is recommended. */
export const UNKNOWN = 1n << 61n;
const MOST_BITS = 61;
const MOST_ROWS = 1024;

export interface Need {
	readonly sure: bigint;
	readonly possible: bigint;
	readonly recommended: bigint;
}

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

export const always: Need = { sure: 0n, possible: 0n, recommended: 0n };

const join = (a: Need, b: Need): Need => ({
	sure: a.sure | b.sure,
	possible: a.possible | b.possible,
	recommended: a.recommended | b.recommended
});
const within = (a: Need, b: Need) =>
	(a.sure & ~b.sure) === 0n && (a.possible & ~b.possible) === 0n && (a.recommended & ~b.recommended) === 0n;

/** Without the rows that another row makes needless. */
function absorb(rows: readonly Need[]): readonly Need[] {
	return rows.filter(
		(row, i) => !rows.some((other, j) => j !== i && within(other, row) && (!within(row, other) || j < i))
	);
}

export const allRows = (parts: readonly (readonly Need[])[]): readonly Need[] =>
	parts.reduce<readonly Need[]>(
		(rows, part) => bounded(absorb(rows.flatMap((row) => part.map((other) => join(row, other))))),
		[always]
	);

const anyRows = (parts: readonly (readonly Need[])[]) => bounded(absorb(parts.flat()));

function chooseRows(k: number, parts: readonly (readonly Need[])[]): readonly Need[] {
	if (k === 0) return [always];
	if (k > parts.length) return [];
	const [first, ...rest] = parts;
	if (!first) return [];
	return anyRows([allRows([first, chooseRows(k - 1, rest)]), chooseRows(k, rest)]);
}

function bounded(rows: readonly Need[]): readonly Need[] {
	if (rows.length > MOST_ROWS)
		throw new Error(`a condition takes more than ${MOST_ROWS} rows: use parts that are counted`);
	return rows;
}

/** The condition that holds exactly where this one does not. */
function oppose(condition: Condition): Condition {
	if ('yes' in condition) return { no: condition.yes };
	if ('no' in condition) return { yes: condition.no };
	if ('date' in condition) {
		if (condition.by !== undefined) return { date: condition.date, after: condition.by };
		if (condition.after !== undefined) return { date: condition.date, by: condition.after };
	}
	if ('value' in condition && condition.unsure === undefined) {
		const value = condition.value;
		if (condition.at_least !== undefined && condition.at_least !== 'lost')
			return { value, less_than: condition.at_least };
		if (condition.more_than !== undefined) return { value, at_most: condition.more_than };
		if (condition.at_most !== undefined && condition.at_most !== 'lost') return { value, more_than: condition.at_most };
		if (condition.less_than !== undefined) return { value, at_least: condition.less_than };
	}
	throw new Error(`"if" takes a yes, a no, a value with one bound or a date: ${JSON.stringify(condition)}`);
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
		if (bit >= MOST_BITS) throw new Error(`a ladder holds more than ${MOST_BITS} comparisons: divide it into parts`);
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
		return {
			sure: unclearBit(up ? measure.low : measure.high, up, bound, {
				reason: measure.reason,
				reading: measure.reading
			}),
			possible: bitOf(up ? measure.high : measure.low, up, bound),
			recommended: bitOf(measure.recommended, up, bound)
		};
	}

	function compareUnsure(name: string, up: boolean, sure: bigint | null, unsure: Unsure): Need {
		const measure = measures.of(name);
		if (!('kind' in measure)) throw new Error(`${name} is a range and cannot have an unsure edge`);
		const why = { reason: unsure.reason, reading: unsure.reading };
		const edge = edgeOf(unsure, up);
		const possible = bitOf(measure, up, edge);
		const surely = sure === null ? lostBit(why) : unclearBit(measure, up, sure, why);
		const { recommend } = unsure;
		if (recommend === 'none') return { sure: surely, possible, recommended: UNKNOWN };
		if (recommend === 'met') return { sure: surely, possible, recommended: possible };
		if (recommend === 'unmet') return { sure: surely, possible, recommended: sure === null ? NEVER : surely };
		const scaled = scaleFigure(recommend);
		return { sure: surely, possible, recommended: bitOf(measure, up, up ? from(scaled) : above(scaled)) };
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
		const needs: Need[] = [];
		const rising = unsure && (unsure.above ?? unsure.from) !== undefined ? unsure : undefined;
		const falling = unsure && !rising ? unsure : undefined;
		const add = (up: boolean, strict: boolean, bound: Bound | 'lost' | undefined) => {
			if (bound === undefined) return;
			const edge = up ? rising : falling;
			if (bound === 'lost') {
				if (!edge) throw new Error(`a lost bound of ${value} needs an unsure edge`);
				needs.push(compareUnsure(value, up, null, edge));
			} else if (edge) {
				if (typeof bound !== 'number') throw new Error(`an unsure edge of ${value} stands beside a figure`);
				const scaled = scaleFigure(bound);
				needs.push(compareUnsure(value, up, strict === up ? above(scaled) : from(scaled), edge));
			} else needs.push(compareBound(value, up, strict, bound));
		};
		add(true, false, at_least);
		add(true, true, more_than);
		add(false, false, at_most);
		add(false, true, less_than);
		add(true, false, equals);
		add(false, false, equals);
		if (needs.length === 0) throw new Error(`a condition on ${value} has no bound`);
		return [needs.reduce(join, always)];
	}

	function dateRows(condition: Extract<Condition, { date: string }>): readonly Need[] {
		const { date, by, before, after } = condition;
		const needs: Need[] = [];
		const endOf = (moment: string) => (moment.includes('T') ? above(scaleMoment(moment)) : from(scaleDayAfter(moment)));
		const compareDue = (due: string, up: boolean, strict: boolean) => {
			// A bare due date lasts to the end of its day.
			const slack = inputs[due]?.type === 'date' && inputs[date]?.type === 'datetime' ? DAY : 0n;
			const difference = measures.difference(date, due);
			const bound = slack > 0n ? from(strict ? 0n : slack) : strict ? from(0n) : above(0n);
			const bit = bitOf(difference, up, bound);
			return { sure: bit, possible: bit, recommended: bit };
		};
		const add = (moment: Moment | undefined, up: boolean, strict: boolean) => {
			if (moment === undefined) return;
			if (typeof moment !== 'string') needs.push(compareDue(moment.value, up, strict));
			else needs.push(compare(date, up, strict ? from(scaleMoment(moment)) : endOf(moment)));
		};
		add(by, false, false);
		add(before, false, true);
		add(after, true, false);
		if (needs.length === 0) throw new Error(`a condition on ${date} has no date`);
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
		if ('if' in condition) return anyRows([rows(oppose(condition.if)), rows(condition.then)]);
		const bit = lostBit({ reason: 'rule_missing', reading: condition.lost });
		return [{ sure: bit, possible: 0n, recommended: UNKNOWN }];
	}

	return { comparisons, unclear, rows };
}

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
