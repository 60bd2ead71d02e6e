// Whether a condition holds, in Kleene's three values, by plain recursion.
import type { Bound, Condition, Moment, Unsure } from '../../src/lib/agreement/schema.ts';
import { compare, fromFigure, subtract, zero, type Fraction } from './naive-fractions.ts';
import type { Measure, Trouble } from './naive-values.ts';

/**
 * `sure`: it holds whatever comes. `possible`: it may still hold. `recommended`: what the readings make of it, null when they
 * do not say. `troubles`: what it waits for, in the letter's order; none once it is sure or impossible.
 */
export interface Truth {
	readonly sure: boolean;
	readonly possible: boolean;
	readonly recommended: boolean | null;
	readonly troubles: readonly Trouble[];
}
type Look = (name: string) => Measure;

const settled = (holds: boolean): Truth => ({ sure: holds, possible: holds, recommended: holds, troubles: [] });
const openTruth = (troubles: readonly Trouble[]): Truth => ({
	sure: false,
	possible: true,
	recommended: null,
	troubles
});

/** At least `k` of several; `all` and `any` are special cases. */
export function countTruths(truths: readonly Truth[], k: number): Truth {
	const count = (test: (truth: Truth) => boolean) => truths.filter(test).length;
	const sure = count((truth) => truth.sure) >= k;
	const possible = count((truth) => truth.possible) >= k;
	if (sure || !possible) return settled(sure);
	const proposed = count((truth) => truth.recommended === true) >= k;
	const thinkable = count((truth) => truth.recommended !== false) >= k;
	return {
		sure,
		possible,
		recommended: proposed ? true : thinkable ? null : false,
		troubles: truths.flatMap((truth) => truth.troubles)
	};
}
export const allTruths = (truths: readonly Truth[]): Truth => countTruths(truths, truths.length);

const opposite = (truth: Truth): Truth => ({
	sure: !truth.possible,
	possible: !truth.sure,
	recommended: truth.recommended === null ? null : !truth.recommended,
	troubles: truth.troubles
});

export function truthOf(condition: Condition, look: Look): Truth {
	const recurse = (inner: Condition) => truthOf(inner, look);
	if ('yes' in condition) return truthOfBool(look(condition.yes), true);
	if ('no' in condition) return truthOfBool(look(condition.no), false);
	if ('done' in condition) return truthOfMoment(look(condition.done), (iso) => iso !== null);
	if ('date' in condition) return truthOfDate(condition, look);
	if ('all' in condition) return allTruths(condition.all.map(recurse));
	if ('any' in condition) return countTruths(condition.any.map(recurse), 1);
	if ('of' in condition) return countTruths(condition.of.map(recurse), condition.at_least);
	if ('if' in condition) return countTruths([opposite(recurse(condition.if)), recurse(condition.then)], 1);
	if ('either' in condition) return eitherTruth(condition.either.map(recurse));
	if ('lost' in condition) {
		if (condition.taken === undefined)
			return openTruth([{ kind: 'unclear', reason: 'rule_missing', reading: condition.lost }]);
		return typeof condition.taken === 'string' ? settled(condition.taken === 'met') : recurse(condition.taken);
	}
	return truthOfBounds(condition, look);
}

/** One fact sent in several ways: what is known in one of them is known, and where they disagree it fails. */
function eitherTruth(ways: readonly Truth[]): Truth {
	const possible = ways.every((way) => way.possible);
	const sure = possible && ways.some((way) => way.sure);
	if (sure || !possible) return settled(sure);
	const proposed = ways.map((way) => way.recommended);
	const recommended = proposed.includes(true) ? true : proposed.includes(null) ? null : false;
	return { sure, possible, recommended, troubles: ways.flatMap((way) => way.troubles) };
}

function truthOfBool(measure: Measure, wanted: boolean): Truth {
	if (measure.kind === 'open') return openTruth(measure.troubles);
	if (measure.kind !== 'bool') throw new Error('a yes or no was asked of something else');
	return settled(measure.yes === wanted);
}

type BoundsCondition = Extract<Condition, { value: string }>;

/** Every bound is a leaf of its own; `equals` is two. */
function truthOfBounds(condition: BoundsCondition, look: Look): Truth {
	const { value, at_least, more_than, at_most, less_than, equals, unsure } = condition;
	const truths: Truth[] = [];
	const judge = (bound: Bound | 'lost' | undefined, direction: 'lower' | 'upper', strict: boolean) => {
		if (bound !== undefined) truths.push(truthOfBound(look(value), bound, direction, strict, unsure, look));
	};
	judge(at_least, 'lower', false);
	judge(more_than, 'lower', true);
	judge(at_most, 'upper', false);
	judge(less_than, 'upper', true);
	judge(equals, 'lower', false);
	judge(equals, 'upper', false);
	if (truths.length === 0) throw new Error(`nothing is asked of ${value}`);
	return allTruths(truths);
}

function truthOfBound(
	own: Measure,
	bound: Bound | 'lost',
	direction: 'lower' | 'upper',
	strict: boolean,
	unsure: Unsure | undefined,
	look: Look
): Truth {
	const measure = typeof bound === 'object' ? difference(own, look(bound.value)) : own;
	if (measure.kind === 'open') return openTruth(measure.troubles);
	if (measure.kind !== 'number') throw new Error('a bound was set on something that is no number');
	const reaches = (at: Fraction, edge: Fraction, strictly: boolean) => {
		const order = direction === 'lower' ? compare(at, edge) : compare(edge, at);
		return strictly ? order > 0 : order >= 0;
	};
	const edge = edgeOf(unsure, direction);
	const sureAt = (at: Fraction) =>
		bound !== 'lost' && reaches(at, typeof bound === 'number' ? fromFigure(bound) : zero, strict);
	const possibleAt = (at: Fraction) =>
		sureAt(at) || (edge === null ? bound === 'lost' : reaches(at, fromFigure(edge.at), edge.strict));
	const recommendedAt = (at: Fraction): boolean | null => {
		if (sureAt(at)) return true;
		if (!possibleAt(at)) return false;
		const proposal = edge === null ? 'none' : (unsure?.recommend ?? 'unmet');
		if (proposal === 'none') return null;
		return typeof proposal === 'number' ? reaches(at, fromFigure(proposal), false) : proposal === 'met';
	};
	const sure = sureAt(measure.low) && sureAt(measure.high);
	const possible = possibleAt(measure.low) || possibleAt(measure.high);
	if (sure || !possible) return settled(sure);
	const unclear: Trouble =
		edge === null || unsure === undefined
			? { kind: 'unclear', reason: 'rule_missing', reading: null }
			: { kind: 'unclear', reason: unsure.reason, reading: unsure.reading };
	return {
		sure,
		possible,
		recommended: measure.recommended === null ? null : recommendedAt(measure.recommended),
		troubles: measure.troubles.length > 0 ? measure.troubles : [unclear]
	};
}

function edgeOf(unsure: Unsure | undefined, direction: 'lower' | 'upper'): { at: number; strict: boolean } | null {
	const [strict, inclusive] = direction === 'lower' ? [unsure?.above, unsure?.from] : [unsure?.below, unsure?.to];
	if (strict !== undefined) return { at: strict, strict: true };
	if (inclusive !== undefined) return { at: inclusive, strict: false };
	return null;
}

function difference(a: Measure, b: Measure): Measure {
	if (a.kind === 'open' || b.kind === 'open') {
		return { kind: 'open', troubles: [a, b].flatMap((m) => (m.kind === 'open' ? m.troubles : [])) };
	}
	if (a.kind !== 'number' || b.kind !== 'number') throw new Error('a bound compares numbers only');
	return {
		kind: 'number',
		low: subtract(a.low, b.high),
		high: subtract(a.high, b.low),
		recommended: a.recommended === null || b.recommended === null ? null : subtract(a.recommended, b.recommended),
		troubles: [...a.troubles, ...b.troubles]
	};
}

function truthOfMoment(measure: Measure, holds: (iso: string | null) => boolean): Truth {
	if (measure.kind === 'open') return openTruth(measure.troubles);
	if (measure.kind !== 'moment') throw new Error('a date was asked of something else');
	return settled(holds(measure.iso));
}

type DateCondition = Extract<Condition, { date: string }>;

const startOf = (iso: string): string => (iso.length === 10 ? `${iso}T00:00:00` : iso.padEnd(19, ':00'));
const endOf = (iso: string): string => (iso.length === 10 ? `${iso}T23:59:59` : startOf(iso));

/** What was never done comes after every date. A bare date as a bound is its whole day. */
function truthOfDate(condition: DateCondition, look: Look): Truth {
	const own = look(condition.date);
	const judge = (bound: Moment | undefined, holds: (at: string, bound: string) => boolean, never: boolean): Truth[] => {
		if (bound === undefined) return [];
		if (typeof bound === 'string')
			return [truthOfMoment(own, (iso) => (iso === null ? never : holds(startOf(iso), bound)))];
		const other = look(bound.value);
		const troubles = [own, other].flatMap((m) => (m.kind === 'open' ? m.troubles : []));
		if (troubles.length > 0) return [openTruth(troubles)];
		if (other.kind !== 'moment') throw new Error(`${bound.value} is no date`);
		const { iso: limit } = other;
		return [truthOfMoment(own, (iso) => (iso === null ? never : limit === null ? !never : holds(startOf(iso), limit)))];
	};
	const truths = [
		...judge(condition.by, (at, bound) => at <= endOf(bound), false),
		...judge(condition.before, (at, bound) => at < startOf(bound), false),
		...judge(condition.after, (at, bound) => at > endOf(bound), true)
	];
	if (truths.length === 0) throw new Error(`no date is set for ${condition.date}`);
	return allTruths(truths);
}
