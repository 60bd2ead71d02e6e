// Whether a letter's comparisons can hold together: a search that assumes one comparison after another and keeps, for each
// measure, the range its positions are left with. Complete: what it does not find cannot be.
import { FARTHEST, holdsAny, ownVariable, positionOf, type Range, type Space } from './prove-axes.ts';
import { settleGroup, tiesOf, type Settled } from './prove-groups.ts';

/** The position of the axis is at or above the bound (up), or below it. */
export interface Literal {
	readonly axis: number;
	readonly up: boolean;
	readonly bound: bigint;
}
/** All of them hold. */
export type Row = readonly Literal[];
export interface Query {
	/** of each list one row holds */
	readonly rows: readonly (readonly Row[])[];
	/** of each clause one literal holds */
	readonly clauses: readonly (readonly Literal[])[];
}
/** Positions of the variables. */
export type Found = Settled;

export const not = ({ axis, up, bound }: Literal): Literal => ({ axis, up: !up, bound });
/** None of the rows holds. */
export const noneOf = (rows: readonly Row[]): readonly (readonly Literal[])[] => rows.map((row) => row.map(not));

export function search(space: Space, { rows, clauses }: Query): Found {
	const ties = tiesOf(space);
	let unknown = false;

	function assume(ranges: readonly Range[], literals: readonly Literal[]): readonly Range[] | null {
		const next = [...ranges];
		for (const { axis, up, bound } of literals) {
			const { low, high } = next[axis] ?? FARTHEST;
			const range = up ? { low: bound > low ? bound : low, high } : { low, high: bound < high ? bound : high };
			if (range.low >= range.high) return null;
			const own = ownVariable(space, axis);
			if (own !== null && !holdsAny(own.pieces, range)) return null;
			next[axis] = range;
		}
		return next;
	}

	function chooseRows(at: number, ranges: readonly Range[]): Found {
		const list = rows[at];
		if (!list) return chooseLiterals(ranges, clauses);
		for (const row of list) {
			const next = assume(ranges, row);
			const found = next ? chooseRows(at + 1, next) : 'none';
			if (found !== 'none') return found;
		}
		return 'none';
	}

	function chooseLiterals(ranges: readonly Range[], left: readonly (readonly Literal[])[]): Found {
		// the clause with the fewest ways left comes first
		let tightest: readonly (readonly Range[])[] | null = null;
		const open: (readonly Literal[])[] = [];
		for (const clause of left) {
			if (clause.some((literal) => isCertain(ranges, literal))) continue;
			open.push(clause);
			if (tightest !== null && tightest.length <= 1) continue;
			const ways = clause.map((literal) => assume(ranges, [literal])).filter((way) => way !== null);
			if (ways.length === 0) return 'none';
			if (tightest === null || ways.length < tightest.length) tightest = ways;
		}
		if (tightest === null) return settle(ranges);
		for (const way of tightest) {
			const found = chooseLiterals(way, open);
			if (found !== 'none') return found;
		}
		return 'none';
	}

	function settle(ranges: readonly Range[]): Found {
		const values = [...ties.free];
		for (const group of ties.groups) {
			const isFree = group.variables.length === 1 && group.axes.every((i) => ranges[i] === FARTHEST);
			if (isFree && group.limits.length === 0 && space.variables[group.variables[0] ?? -1]?.pieces.length !== 0)
				continue;
			const own = settleGroup(space, ties, group, ranges);
			if (own === 'none') return 'none';
			if (own === 'unknown') {
				// perhaps another way has an example; if none has, it stays unknown
				unknown = true;
				return 'none';
			}
			group.variables.forEach((variable, i) => (values[variable] = own[i] ?? 0n));
		}
		return values;
	}

	const found = chooseRows(
		0,
		space.axes.map(() => FARTHEST)
	);
	return found === 'none' && unknown ? 'unknown' : found;
}

/** The space of those, too, who leave something unreported: what cannot be there cannot be at all. */
export function widen(space: Space): Space {
	const { variables, axes, limits } = space;
	const always = limits.filter((limit) => limit.whenReported !== true);
	return always.length === limits.length ? space : { variables, axes, limits: always };
}

const isCertain = (ranges: readonly Range[], { axis, up, bound }: Literal) => {
	const { low, high } = ranges[axis] ?? FARTHEST;
	return up ? low >= bound : high <= bound;
};

export const holds = (space: Space, row: Row, values: readonly bigint[]): boolean =>
	row.every(({ axis, up, bound }) => {
		const at = positionOf(space.axes[axis] ?? { num: new Map(), den: null, times: 1n }, values);
		return at !== null && at >= bound === up;
	});
