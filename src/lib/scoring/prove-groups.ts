// Variables that comparisons or limits tie together are settled together, exactly.
import {
	FARTHEST,
	ownVariable,
	pick,
	type Axis,
	type Limit,
	type Piece,
	type Range,
	type Space
} from './prove-axes.ts';
import { floorDivide, solveInequalities, type Inequality } from './prove-linear.ts';
import { MICRO } from './position.ts';

/** Positions of variables. `unknown`: perhaps, but no example was found. */
export type Settled = readonly bigint[] | 'none' | 'unknown';

export interface Group {
	readonly variables: readonly number[];
	readonly axes: readonly number[];
	readonly limits: readonly Limit[];
}

export interface Ties {
	readonly groups: readonly Group[];
	/** what was found for a group in given ranges */
	readonly solved: Map<string, Settled>;
	/** positions of all variables when nothing is asked of them */
	readonly free: readonly bigint[];
	readonly size: string;
}
const remembered = new WeakMap<Space, Ties>();

/** The same questions are asked of a space over and over; it may have grown in between. */
export function tiesOf(space: Space): Ties {
	const size = `${space.variables.length} ${space.axes.length} ${space.limits.length}`;
	const known = remembered.get(space);
	if (known?.size === size) return known;
	const free = space.variables.map(({ pieces, prefer }) => pick(pieces, FARTHEST, prefer) ?? 0n);
	const ties = { groups: groupsOf(space), solved: new Map<string, Settled>(), free, size };
	remembered.set(space, ties);
	return ties;
}

/** Variables that comparisons or limits tie together, with what ties them. */
function groupsOf({ variables, axes, limits }: Space): readonly Group[] {
	const parent = variables.map((_, i) => i);
	const root = (i: number): number => (parent[i] === i || parent[i] === undefined ? i : root(parent[i]));
	const tie = (members: readonly number[]) => {
		for (const member of members) parent[root(member)] = root(members[0] ?? member);
	};
	const ofAxis = ({ num, den }: Axis) => [...(den?.keys() ?? []), ...num.keys()];
	for (const axis of axes) tie(ofAxis(axis));
	for (const limit of limits) tie([...limit.of.keys()]);
	const roots = [...new Set(variables.map((_, i) => root(i)))];
	return roots.map((one) => {
		const members = variables.flatMap((_, i) => (root(i) === one ? [i] : []));
		const mine = axes.flatMap((axis, i) => (ofAxis(axis).some((v) => root(v) === one) ? [i] : []));
		// what is divided by is chosen first: then what is divided can be fitted to it
		const divisors = new Set(mine.flatMap((i) => [...(axes[i]?.den?.keys() ?? [])]));
		return {
			variables: [...members].sort((a, b) => Number(divisors.has(b)) - Number(divisors.has(a)) || a - b),
			axes: mine,
			limits: limits.filter((limit) => [...limit.of.keys()].some((v) => root(v) === one))
		};
	});
}

/** Positions of a group's variables in the given ranges of the space's axes. */
export function settleGroup(space: Space, { solved }: Ties, group: Group, ranges: readonly Range[]): Settled {
	const asked = group.axes.map((i) => `${i} ${ranges[i]?.low ?? ''} ${ranges[i]?.high ?? ''}`);
	const key = `${group.variables[0] ?? ''}: ${asked.join()}`;
	const known = solved.get(key) ?? solveGroup(space, group, ranges);
	solved.set(key, known);
	return known;
}

function solveGroup(space: Space, group: Group, ranges: readonly Range[]): Settled {
	const [only] = group.variables;
	const variable = space.variables[only ?? -1];
	if (!variable || only === undefined) return [];
	if (group.variables.length === 1 && group.limits.length === 0 && group.axes.every((i) => ownVariable(space, i))) {
		const range = group.axes.map((i) => ranges[i] ?? FARTHEST).reduce(meet, FARTHEST);
		const at = pick(variable.pieces, range, variable.prefer);
		return at === null ? 'none' : [at];
	}
	const inequalities = [
		...group.axes.flatMap((axis) => inequalitiesOf(space, axis, ranges[axis] ?? FARTHEST, group.variables)),
		...group.limits.map(({ of, least, strict }): Inequality => ({
			of: group.variables.map((v) => of.get(v) ?? 0n),
			least,
			strict
		}))
	];
	let unknown = false;
	for (const pieces of choosePieces(group.variables.map((v) => space.variables[v]?.pieces ?? []))) {
		const steps = pieces.map(({ first, last, step }, i) => ({
			first: first / 2n,
			last: last / 2n,
			step: step / 2n > 0n ? step / 2n : 1n,
			prefer: halved(space.variables[group.variables[i] ?? -1]?.prefer ?? null)
		}));
		const solved = solveInequalities(steps, inequalities);
		if (solved === 'unknown') unknown = true;
		else if (solved !== 'none') return solved.map((n) => 2n * n);
	}
	return unknown ? 'unknown' : 'none';
}

const halved = (n: bigint | null) => (n === null ? null : n / 2n);
const meet = (a: Range, b: Range): Range => ({
	low: a.low > b.low ? a.low : b.low,
	high: a.high < b.high ? a.high : b.high
});

function choosePieces(all: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] {
	return all.reduce<readonly (readonly Piece[])[]>(
		(chosen, pieces) => chosen.flatMap((before) => pieces.map((piece) => [...before, piece])),
		[[]]
	);
}

/** position ≥ 2B is value ≥ B, position ≥ 2B + 1 is value > B; and so downwards. What is divided by is above 0. */
function inequalitiesOf(
	space: Space,
	axis: number,
	{ low, high }: Range,
	order: readonly number[]
): readonly Inequality[] {
	const { num, den, times } = space.axes[axis] ?? { num: new Map<number, bigint>(), den: null, times: 1n };
	const bound = (position: bigint, sign: bigint): Inequality => {
		const [figure, odd] = [floorDivide(position, 2n), position % 2n !== 0n];
		const strict = sign > 0n ? odd : !odd;
		if (den === null) return { of: order.map((v) => sign * times * (num.get(v) ?? 0n)), least: sign * figure, strict };
		return {
			of: order.map((v) => sign * (times * MICRO * (num.get(v) ?? 0n) - figure * (den.get(v) ?? 0n))),
			least: 0n,
			strict
		};
	};
	return [
		...(low > FARTHEST.low ? [bound(low, 1n)] : []),
		...(high < FARTHEST.high ? [bound(high, -1n)] : []),
		...(den === null ? [] : [{ of: order.map((v) => den.get(v) ?? 0n), least: 0n, strict: true }])
	];
}
