// The widest boxes of values of which something holds throughout: gaps and overlaps as a reader would name them.
import { FARTHEST, positionOf, type Range } from './prove-axes.ts';
import { search, type Literal, type Query } from './prove-search.ts';
import { find, merge, type Model } from './prove-ladder.ts';
import type { Box } from './prove-say.ts';

const MOST_BOXES = 12;

export interface Filled {
	readonly box: Box;
	/** positions of the variables of one example in it */
	readonly values: readonly bigint[];
}

/** Boxes inside which `inside` holds; `outside`: of these queries none can hold in a box that is inside. */
export function fillBoxes(model: Model, inside: Query, outside: readonly Query[]): readonly Filled[] {
	const cuts = cutsOf(model);
	const filled: Filled[] = [];
	let rest = inside;
	while (filled.length < MOST_BOXES) {
		const values = find(model, rest);
		if (typeof values === 'string') break;
		const box = widen(model, cellOf(model, cuts, values), cuts, outside);
		filled.push({ box, values });
		rest = merge(rest, { rows: [], clauses: [leaving(box)] });
	}
	return filled.sort((a, b) => compareBoxes(a.box, b.box));
}

const within = (box: Box): readonly Literal[] =>
	box.flatMap(({ low, high }, axis): readonly Literal[] => [
		...(low > FARTHEST.low ? [{ axis, up: true, bound: low }] : []),
		...(high < FARTHEST.high ? [{ axis, up: false, bound: high }] : [])
	]);
const leaving = (box: Box): readonly Literal[] => within(box).map((literal) => ({ ...literal, up: !literal.up }));

/** Where comparisons cut each axis, in order. */
function cutsOf({ space, steps }: Model): readonly (readonly bigint[])[] {
	const cuts = space.axes.map(() => new Set<bigint>());
	for (const step of steps)
		for (const { axis, bound } of [...step.sure, ...step.possible].flat()) cuts[axis]?.add(bound);
	return cuts.map((set) => [...set].sort((a, b) => (a < b ? -1 : 1)));
}

function cellOf({ space }: Model, cuts: readonly (readonly bigint[])[], values: readonly bigint[]): Box {
	return space.axes.map((axis, i) => {
		const at = positionOf(axis, values) ?? 0n;
		const mine = cuts[i] ?? [];
		return {
			low: mine.filter((cut) => cut <= at).at(-1) ?? FARTHEST.low,
			high: mine.find((cut) => cut > at) ?? FARTHEST.high
		};
	});
}

function widen({ space }: Model, cell: Box, cuts: readonly (readonly bigint[])[], outside: readonly Query[]): Box {
	const box = [...cell];
	const keeps = (axis: number, range: Range) => {
		const literals = within(box.map((own, i) => (i === axis ? range : own)));
		return outside.every(
			(query) => search(space, merge(query, { rows: [], clauses: literals.map((literal) => [literal]) })) === 'none'
		);
	};
	for (const [axis, range] of box.entries()) {
		if (keeps(axis, FARTHEST)) {
			box[axis] = FARTHEST;
			continue;
		}
		let { low, high } = range;
		const mine = cuts[axis] ?? [];
		for (const cut of [...mine.filter((one) => one < low).reverse(), FARTHEST.low]) {
			if (low === FARTHEST.low || !keeps(axis, { low: cut, high })) break;
			low = cut;
		}
		for (const cut of [...mine.filter((one) => one > high), FARTHEST.high]) {
			if (high === FARTHEST.high || !keeps(axis, { low, high: cut })) break;
			high = cut;
		}
		box[axis] = { low, high };
	}
	return box;
}

function compareBoxes(a: Box, b: Box): number {
	for (const [i, range] of a.entries()) {
		const other = b[i] ?? FARTHEST;
		if (range.low !== other.low) return range.low < other.low ? -1 : 1;
	}
	return 0;
}
