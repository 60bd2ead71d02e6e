// Rule rows side by side, so that one row does the work of several. Comparisons of inputs stand six to a row and each says where
// its input stands in a subject's sheet. The mask of a measure is a step function of its position: a row holds where it starts
// and what each of six bounds adds. Both forms add to one unit's mask.
import type { AdjustRow, LeafRow, OutcomeRow, Rules, Source, TermRow } from './rules.ts';

export const STEPS = 6;
export const TERMS = 4;
/** No position reaches it. */
const NOWHERE = 9_223_372_036_854_775_807n;

export interface Slot {
	readonly input: number;
	readonly bound: bigint;
	/** the bits that hold from the bound on, and those that hold before it */
	readonly from: bigint;
	readonly below: bigint;
	/** the bits of this row that are judged where the input is known; 0 where another slot of the row says so */
	readonly bits: bigint;
}
export interface InputStep {
	readonly unit: number;
	readonly stratum: 0 | 1;
	/** no other row, of an input or a measure, adds to the unit's mask */
	readonly alone: boolean;
	/** at most six */
	readonly slots: readonly Slot[];
}

export interface MeasureStep {
	readonly source: Source;
	readonly unit: number;
	readonly stratum: 0 | 1;
	readonly alone: boolean;
	/** the bits that hold below every bound */
	readonly base: bigint;
	readonly bounds: readonly bigint[];
	/** what the mask gains (or, below zero, loses) from each bound on */
	readonly gains: readonly bigint[];
	/** all bits judged by this row */
	readonly bits: bigint;
}

const bitOf = (leaf: LeafRow) => 1n << BigInt(leaf.bit);
const bitsOf = (leaves: readonly LeafRow[]) => leaves.reduce((bits, leaf) => bits | bitOf(leaf), 0n);

function groupBy<T>(rows: readonly T[], key: (row: T) => string): readonly (readonly T[])[] {
	const groups = new Map<string, T[]>();
	for (const row of rows) {
		const group = groups.get(key(row));
		if (group) group.push(row);
		else groups.set(key(row), [row]);
	}
	return [...groups.values()];
}

/** Leaves on the same bound of the same source, in the order of their bounds. */
function groupBounds(leaves: readonly LeafRow[]): readonly (readonly LeafRow[])[] {
	const byBound = [...leaves].sort((a, b) => (a.bound < b.bound ? -1 : a.bound > b.bound ? 1 : a.bit - b.bit));
	return groupBy(byBound, (leaf) => String(leaf.bound));
}

const chunk = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
	Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

export interface Steps {
	readonly inputs: readonly InputStep[];
	readonly measures: readonly MeasureStep[];
}
export function packSteps(leaves: readonly LeafRow[]): Steps {
	const inputs = packInputs(leaves);
	const measures = packMeasures(leaves);
	const rows = new Map<number, number>();
	for (const { unit } of [...inputs, ...measures]) rows.set(unit, (rows.get(unit) ?? 0) + 1);
	const mark = <T extends { readonly unit: number }>(row: T) => ({ ...row, alone: rows.get(row.unit) === 1 });
	return { inputs: inputs.map(mark), measures: measures.map(mark) };
}

/** Comparisons of inputs, six to a row. */
function packInputs(leaves: readonly LeafRow[]): readonly Omit<InputStep, 'alone'>[] {
	const ofInputs = leaves.filter((leaf) => leaf.source.kind === 'input');
	return groupBy(ofInputs, (leaf) => String(leaf.unit)).flatMap((ofUnit) => {
		const [first] = ofUnit;
		if (!first) return [];
		const inputs = groupBy(ofUnit, (leaf) => String(leaf.source.number)).map(groupBounds);
		return chunk(inputs.flat(), STEPS).map((row) => ({
			unit: first.unit,
			stratum: first.stratum,
			slots: slotsOf(row)
		}));
	});
}

function slotsOf(row: readonly (readonly LeafRow[])[]): readonly Slot[] {
	const said = new Set<number>();
	return row.flatMap((here) => {
		const [leaf] = here;
		if (!leaf) return [];
		const input = leaf.source.number;
		const judged = said.has(input) ? [] : row.flat().filter((other) => other.source.number === input);
		said.add(input);
		return [
			{
				input,
				bound: leaf.bound,
				from: bitsOf(here.filter(({ up }) => up)),
				below: bitsOf(here.filter(({ up }) => !up)),
				bits: bitsOf(judged)
			}
		];
	});
}

/** All bits of a unit that an input judges. */
export function packInputBits(leaves: readonly LeafRow[]): readonly { input: number; unit: number; bits: bigint }[] {
	const ofInputs = leaves.filter((leaf) => leaf.source.kind === 'input');
	return groupBy(ofInputs, (leaf) => `${leaf.source.number} ${leaf.unit}`).flatMap((here) => {
		const [leaf] = here;
		return leaf ? [{ input: leaf.source.number, unit: leaf.unit, bits: bitsOf(here) }] : [];
	});
}

/** Comparisons of measures, each measure in its own rows. */
function packMeasures(leaves: readonly LeafRow[]): readonly Omit<MeasureStep, 'alone'>[] {
	const ofMeasures = leaves.filter((leaf) => leaf.source.kind === 'measure');
	return groupBy(ofMeasures, (leaf) => `${leaf.unit} ${leaf.source.number}`).flatMap((ofOne) =>
		chunk(groupBounds(ofOne), STEPS).flatMap((row) => {
			const here = row.flat();
			const [first] = here;
			if (!first) return [];
			return [
				{
					source: first.source,
					unit: first.unit,
					stratum: first.stratum,
					base: bitsOf(here.filter((leaf) => !leaf.up)),
					bounds: Array.from({ length: STEPS }, (_, i) => row[i]?.[0]?.bound ?? NOWHERE),
					gains: Array.from({ length: STEPS }, (_, i) =>
						(row[i] ?? []).reduce((sum, leaf) => sum + (leaf.up ? bitOf(leaf) : -bitOf(leaf)), 0n)
					),
					bits: bitsOf(here)
				}
			];
		})
	);
}

/** The terms of each measure of at most four figures, whose sums cannot overflow: sums of lists may be larger than figures. */
export function packTerms({ terms, inputs }: Rules): readonly (readonly TermRow[])[] {
	const sums = new Set(inputs.filter((row) => row.of === 'sum').map((row) => row.input));
	return groupBy(terms, (term) => String(term.measure)).filter(
		(ofOne) => ofOne.length <= TERMS && !ofOne.some((term) => sums.has(term.input))
	);
}

export interface OutcomeLine extends OutcomeRow {
	/** its number among the rows of its unit, in the order they are tested */
	readonly line: number;
	/** no other row of its rung */
	readonly alone: boolean;
}
export interface AdjustLine extends AdjustRow {
	/** its number among the rows of its unit, after those of the ladder */
	readonly line: number;
}
export function numberOutcomes(outcomes: readonly OutcomeRow[]): readonly OutcomeLine[] {
	return groupBy(outcomes, (row) => String(row.unit)).flatMap((ofUnit) => {
		const rungs = new Map<number, number>();
		for (const { ord } of ofUnit) rungs.set(ord, (rungs.get(ord) ?? 0) + 1);
		return ofUnit.map((row, line) => ({ ...row, line, alone: rungs.get(row.ord) === 1 }));
	});
}

export function numberAdjusts({ outcomes, adjusts }: Rules): readonly AdjustLine[] {
	const next = new Map<number, number>();
	for (const { unit } of outcomes) next.set(unit, (next.get(unit) ?? 0) + 1);
	return adjusts.map((row) => {
		const line = next.get(row.unit) ?? 0;
		next.set(row.unit, line + 1);
		return { ...row, line };
	});
}
