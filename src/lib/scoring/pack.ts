// Comparisons of one measure side by side: its mask of bits is a step function of the position, so a row holds where it starts
// and what each bound adds. One row meets one value: the join never multiplies rows.
import type { LeafRow, Source } from './rules.ts';

export const STEPS = 6;
/** No position reaches it. */
const NOWHERE = 9_223_372_036_854_775_807n;

export interface StepRow {
	readonly source: Source;
	readonly unit: number;
	readonly stratum: 0 | 1;
	/** the bits that hold below every bound */
	readonly base: bigint;
	readonly bounds: readonly bigint[];
	/** what the mask gains (or, below zero, loses) from each bound on */
	readonly gains: readonly bigint[];
	/** all bits judged by this row */
	readonly bits: bigint;
}

export function packLeaves(leaves: readonly LeafRow[]): readonly StepRow[] {
	const groups = new Map<string, LeafRow[]>();
	for (const leaf of leaves) {
		const key = `${leaf.unit} ${leaf.source.kind} ${leaf.source.number}`;
		groups.set(key, [...(groups.get(key) ?? []), leaf]);
	}
	return [...groups.values()].flatMap(packGroup);
}

function packGroup(leaves: readonly LeafRow[]): readonly StepRow[] {
	const byBound = [...leaves].sort((a, b) => (a.bound < b.bound ? -1 : a.bound > b.bound ? 1 : a.bit - b.bit));
	const rows: StepRow[] = [];
	for (let rest = byBound; rest.length > 0;) {
		const bounds = [...new Set(rest.map((leaf) => leaf.bound))].slice(0, STEPS);
		const here = rest.filter((leaf) => bounds.includes(leaf.bound));
		rest = rest.filter((leaf) => !bounds.includes(leaf.bound));
		const first = here[0];
		if (!first) break;
		const bit = (leaf: LeafRow) => 1n << BigInt(leaf.bit);
		const sum = (list: readonly bigint[]) => list.reduce((a, b) => a + b, 0n);
		const padded = Array.from({ length: STEPS }, (_, i) => bounds[i]);
		rows.push({
			source: first.source,
			unit: first.unit,
			stratum: first.stratum,
			base: sum(here.filter((leaf) => !leaf.up).map(bit)),
			bounds: padded.map((bound) => bound ?? NOWHERE),
			gains: padded.map((bound) =>
				sum(here.filter((leaf) => leaf.bound === bound).map((leaf) => (leaf.up ? bit(leaf) : -bit(leaf))))
			),
			bits: sum(here.map(bit))
		});
	}
	return rows;
}
