// What a district's inputs and values are worth, one district and one name at a time.
import type { Indicator, Input, Terms, Value } from '../../src/lib/agreement/schema.ts';
import type { EntryValue } from '../../src/lib/submission/entry.ts';
import type { Reason } from '../../src/lib/scoring/results.ts';
import {
	add,
	compare,
	decimalsOf,
	divide,
	fraction,
	fromFigure,
	fromScaled,
	roundAwayFromZero,
	subtract,
	times,
	total,
	zero,
	type Fraction
} from './naive-fractions.ts';

/** Why something is not settled. The first three wait for the district, the last for the letter. */
export type Trouble =
	| { readonly kind: 'bad' }
	| { readonly kind: 'absent' }
	| { readonly kind: 'zero'; readonly reading: string | null }
	| { readonly kind: 'unclear'; readonly reason: Reason; readonly reading: string | null };

/**
 * A number is an interval: a tied place and a sum of undecided parts may be anything from `low` to `high`, for the reasons in
 * `troubles`. `recommended` is the point that readings propose, null when they propose none.
 */
export type Measure =
	| { readonly kind: 'open'; readonly troubles: readonly Trouble[] }
	| {
			readonly kind: 'number';
			readonly low: Fraction;
			readonly high: Fraction;
			readonly recommended: Fraction | null;
			readonly troubles: readonly Trouble[];
	  }
	| { readonly kind: 'bool'; readonly yes: boolean }
	| { readonly kind: 'moment'; readonly iso: string | null };

export type Fact =
	| Bad
	| { readonly kind: 'absent' }
	| { readonly kind: 'number'; readonly at: Fraction; readonly decimals: number }
	| { readonly kind: 'bool'; readonly yes: boolean }
	| { readonly kind: 'moment'; readonly iso: string | null }
	| { readonly kind: 'list'; readonly at: readonly Fraction[] };

/** `contradicted`: usable by itself, but a check says that it and others cannot all be so. */
interface Bad {
	readonly kind: 'bad';
	readonly contradicted?: boolean;
}

/** What a part of a combined value can still earn. */
export interface PartRange {
	readonly low: Fraction;
	readonly high: Fraction;
	readonly recommended: Fraction | null;
	readonly trouble: Trouble | null;
}

/** One indicator and the districts it applies to. */
export interface Scene {
	readonly indicator: Indicator;
	readonly facts: ReadonlyMap<string, ReadonlyMap<string, Fact>>;
	readonly rangeOfParts: (district: string) => readonly PartRange[];
}

/** An entry, or the letter's own `given`, as a fact. A due date that is null says nothing. */
export function readFact(value: EntryValue | undefined, input: Input): Fact {
	if (
		value !== undefined &&
		value.kind !== 'withdrawn' &&
		!(value.kind === 'moment' && value.iso === null && input.due === true)
	) {
		if (value.kind === 'number') return { kind: 'number', at: fromScaled(value.scaled), decimals: value.decimals };
		if (value.kind === 'list') return { kind: 'list', at: value.scaled.map(fromScaled) };
		return value;
	}
	if (typeof input.given === 'number') {
		return { kind: 'number', at: fromFigure(input.given), decimals: decimalsOf(input.given) };
	}
	if (typeof input.given === 'string') return { kind: 'moment', iso: input.given };
	if (typeof input.given === 'boolean') return { kind: 'bool', yes: input.given };
	return { kind: 'absent' };
}

/** A number, or a yes counted as one. */
function amount(fact: Fact): Fraction | null {
	if (fact.kind === 'number') return fact.at;
	if (fact.kind === 'bool') return fraction(fact.yes ? 1n : 0n);
	return null;
}

/** The facts of a district with the inputs of every failed check turned bad. Checks look at what was sent, not at each other. */
export function applyChecks(indicator: Indicator, facts: ReadonlyMap<string, Fact>): ReadonlyMap<string, Fact> {
	const checked = new Map(facts);
	for (const check of indicator.checks ?? []) {
		const plus = check.plus.map((name) => amount(factOf(facts, name)));
		const minus = check.minus.map((name) => amount(factOf(facts, name)));
		const known = [...plus, ...minus].every((a) => a !== null);
		if (!known) continue;
		const left = subtract(total(plus.filter((a) => a !== null)), total(minus.filter((a) => a !== null)));
		if (compare(left, zero) < 0)
			for (const name of [...check.plus, ...check.minus]) checked.set(name, { kind: 'bad', contradicted: true });
	}
	return checked;
}

function factOf(facts: ReadonlyMap<string, Fact>, name: string): Fact {
	const fact = facts.get(name);
	if (fact === undefined) throw new Error(`no input is called ${name}`);
	return fact;
}

const exactly = (at: Fraction): Measure => ({ kind: 'number', low: at, high: at, recommended: at, troubles: [] });
const open = (...troubles: readonly Trouble[]): Measure => ({ kind: 'open', troubles });

/** What the letter calls `name`, in one district. */
export function measureOf(scene: Scene, district: string, name: string): Measure {
	const value = scene.indicator.values?.[name];
	const facts = scene.facts.get(district);
	if (facts === undefined) throw new Error(`the indicator does not apply to ${district}`);
	if (value === undefined) return measureOfInput(factOf(facts, name));
	if ('place' in value) return placeOf(scene, district, value);
	if ('combine' in value) return combine(scene.rangeOfParts(district), value.combine);
	return measureOfValue(value, facts);
}

function measureOfInput(fact: Fact): Measure {
	if (fact.kind === 'bad' || fact.kind === 'absent') return open({ kind: fact.kind });
	if (fact.kind === 'number') return exactly(fact.at);
	if (fact.kind === 'list') throw new Error('a list is judged by its mean only');
	return fact;
}

type Quotient = { readonly kind: 'quotient'; readonly top: Fraction; readonly bottom: Fraction };
type WorkedOut = Exclude<Value, { place: string } | { combine: unknown }>;

function measureOfValue(value: WorkedOut, facts: ReadonlyMap<string, Fact>): Measure {
	const parts = quotientOf(value, facts);
	const figure: Fact = value.figure === undefined ? { kind: 'absent' } : factOf(facts, value.figure);
	const known = parts.kind === 'quotient' ? parts : standIn(parts, figure);
	if (known.kind !== 'quotient') return open({ kind: known.kind });
	const { top, bottom } = known;
	if (compare(bottom, zero) < 0) return open({ kind: 'bad' });
	if (figure.kind === 'number' && compare(bottom, zero) > 0) {
		const rounded = roundAwayFromZero(divide(top, bottom), figure.decimals);
		if (compare(rounded, figure.at) !== 0) return open({ kind: 'bad' });
	}
	const lowest = value.min ?? ('percent' in value ? 0 : undefined);
	const highest = value.max ?? ('percent' in value ? 100 : undefined);
	if (lowest !== undefined && compare(top, times(fromFigure(lowest), bottom)) < 0) return open({ kind: 'bad' });
	if (highest !== undefined && compare(top, times(fromFigure(highest), bottom)) > 0) return open({ kind: 'bad' });
	if (compare(bottom, zero) === 0) {
		if (value.when_zero !== undefined) return exactly(fromFigure(value.when_zero));
		return open({ kind: 'zero', reading: value.zero_reading ?? null });
	}
	return exactly(divide(top, bottom));
}

/** What a value is without its parts: its figure, where there is one to go by. */
function standIn(parts: Unknown, figure: Fact): Quotient | Unknown {
	if (figure.kind === 'number' && parts.contradicted !== true) {
		return { kind: 'quotient', top: figure.at, bottom: fraction(1n) };
	}
	return parts.kind === 'bad' || figure.kind === 'bad' ? { kind: 'bad' } : { kind: 'absent' };
}

/** A figure stands for parts that are missing or unusable, never for parts that cannot all be so. */
type Unknown = Bad | { readonly kind: 'absent'; readonly contradicted?: never };

function quotientOf(value: WorkedOut, facts: ReadonlyMap<string, Fact>): Quotient | Unknown {
	const hundred = fraction(100n);
	if ('mean' in value) {
		const list = factOf(facts, value.mean);
		if (list.kind === 'bad') return list;
		if (list.kind === 'absent') return { kind: 'absent' };
		if (list.kind !== 'list') throw new Error(`${value.mean} is not a list`);
		return { kind: 'quotient', top: total(list.at), bottom: fraction(BigInt(list.at.length)) };
	}
	if ('sum' in value) {
		const sum = sumOf(value.sum, facts);
		return 'kind' in sum ? sum : { kind: 'quotient', top: sum, bottom: fraction(1n) };
	}
	const below = sumOf('percent' in value ? value.percent.whole : value.growth.from, facts);
	const above = sumOf('percent' in value ? value.percent.part : value.growth.to, facts);
	if ('kind' in below || 'kind' in above) {
		return worse('kind' in below ? below : null, 'kind' in above ? above : null);
	}
	const top = times(hundred, 'percent' in value ? above : subtract(above, below));
	return { kind: 'quotient', top, bottom: below };
}

function worse(a: Unknown | null, b: Unknown | null): Unknown {
	const both = [a, b].filter((one) => one !== null);
	const found = both.find((one) => one.contradicted === true) ?? both.find((one) => one.kind === 'bad');
	return found ?? { kind: 'absent' };
}

function sumOf(terms: Terms, facts: ReadonlyMap<string, Fact>): Fraction | Unknown {
	const { plus, minus = [] } = typeof terms === 'string' ? { plus: [terms] } : terms;
	let sum = zero;
	let unknown: Unknown | null = null;
	for (const [names, sign] of [
		[plus, 1n],
		[minus, -1n]
	] as const) {
		for (const name of names) {
			const fact = factOf(facts, name);
			const at = amount(fact);
			if (at !== null) sum = add(sum, times(fraction(sign), at));
			else unknown = worse(unknown, fact.kind === 'bad' ? fact : { kind: 'absent' });
		}
	}
	return unknown ?? sum;
}

/** Larger first; a tie may stand anywhere from the place after all that are larger to the place of the last that is equal. */
function placeOf(scene: Scene, district: string, value: Extract<Value, { place: string }>): Measure {
	const { place: source, ties, tie_reading: tieReading = null } = value;
	const own = measureOf(scene, district, source);
	if (own.kind === 'open') return own;
	if (own.kind !== 'number') throw new Error(`${source} is no number`);
	let larger = 0n;
	let equal = 0n;
	for (const other of scene.facts.keys()) {
		const measure = measureOf(scene, other, source);
		if (measure.kind !== 'number') continue;
		const order = compare(measure.low, own.low);
		if (order > 0) larger += 1n;
		if (order === 0) equal += 1n;
	}
	const [low, high] = [fraction(larger + 1n), fraction(larger + equal)];
	if (ties !== undefined) return exactly(ties === 'better' ? low : high);
	const troubles: Trouble[] = equal > 1n ? [{ kind: 'unclear', reason: 'tie', reading: tieReading }] : [];
	return { kind: 'number', low, high, recommended: low, troubles };
}

function combine(parts: readonly PartRange[], how: 'sum' | 'mean' | 'count'): Measure {
	const worth = (points: Fraction) => (how === 'count' ? fraction(compare(points, zero) > 0 ? 1n : 0n) : points);
	const whole = (points: readonly Fraction[]) =>
		how === 'mean' ? divide(total(points), fraction(BigInt(points.length))) : total(points);
	const ranges = parts.map((part) => {
		const [low, high] = [worth(part.low), worth(part.high)];
		const settled = compare(low, high) === 0;
		const recommended = settled ? low : part.recommended === null ? null : worth(part.recommended);
		return { low, high, recommended, trouble: settled ? null : part.trouble };
	});
	const proposed = ranges.map((range) => range.recommended).filter((points) => points !== null);
	return {
		kind: 'number',
		low: whole(ranges.map((range) => range.low)),
		high: whole(ranges.map((range) => range.high)),
		recommended: proposed.length === ranges.length ? whole(proposed) : null,
		troubles: ranges.map((range) => range.trouble).filter((trouble) => trouble !== null)
	};
}
