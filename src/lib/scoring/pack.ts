// Rule rows side by side, so that one row does the work of several. Inputs stand six to a row, each with up to two bounds, and each
// says where it stands in a subject's sheet; one of more bounds takes several places. What a measure does is a step function of its
// position: a row holds what is so before and from each of six bounds. Both give codes: which conditions hold in the lower 31 bits,
// which are judged at all in the 31 above, so that one number tells both. A unit of more than 31 conditions has them in two words,
// each with rows of its own.
import type { AdjustRow, AppliesRow, LeafRow, OutcomeRow, Rules, Source, TermRow } from './rules.ts';

export const STEPS = 6;
export const TERMS = 4;
/** No position reaches it. */
const NOWHERE = 9_223_372_036_854_775_807n;

/** How many bounds of an input stand in one place. Each is planned for and compared by all, so more would cost what they save. */
const SLOT_BOUNDS = 2;

export interface Slot {
	readonly input: number;
	/** two, rising */
	readonly bounds: readonly bigint[];
	/** the code before every bound, and from each on */
	readonly below: bigint;
	readonly from: readonly bigint[];
}
interface Row {
	readonly unit: number;
	readonly stratum: 0 | 1;
	/** which 31 of the unit's conditions it is about */
	readonly word: 0 | 1;
}
export interface InputStep extends Row {
	/** at most six */
	readonly slots: readonly Slot[];
}
export interface MeasureStep extends Row {
	readonly source: Source;
	/** six, rising */
	readonly bounds: readonly bigint[];
	/** the code before every bound, and from each on */
	readonly below: bigint;
	readonly from: readonly bigint[];
	/** all bits of the unit judged by this row */
	readonly bits: bigint;
}
/** `alone`: no other row, of an input or a measure, adds to the unit's masks, and they are of word 0. */
export type Marked<T> = T & { readonly alone: boolean };

const WORD_BITS = 31;
const wordOf = (leaf: LeafRow): 0 | 1 => (leaf.bit < WORD_BITS ? 0 : 1);
const bitOf = (leaf: LeafRow) => 1n << BigInt(leaf.bit);
const bitsOf = (leaves: readonly LeafRow[]) => leaves.reduce((bits, leaf) => bits | bitOf(leaf), 0n);

/** The code of leaves of one word, of which some hold. */
function codeOf(judged: readonly LeafRow[], holds: (leaf: LeafRow) => boolean): bigint {
	const inWord = (leaves: readonly LeafRow[]) =>
		leaves.reduce((bits, leaf) => bits | (1n << BigInt(leaf.bit % WORD_BITS)), 0n);
	return inWord(judged.filter(holds)) | (inWord(judged) << BigInt(WORD_BITS));
}

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
	readonly inputs: readonly Marked<InputStep>[];
	readonly measures: readonly Marked<MeasureStep>[];
}
export function packSteps(leaves: readonly LeafRow[]): Steps {
	const inputs = packInputs(leaves);
	const measures = packMeasures(leaves);
	const rows = new Map<number, number>();
	for (const { unit } of [...inputs, ...measures]) rows.set(unit, (rows.get(unit) ?? 0) + 1);
	const mark = <T extends Row>(row: T) => ({ ...row, alone: row.word === 0 && rows.get(row.unit) === 1 });
	return { inputs: inputs.map(mark), measures: measures.map(mark) };
}

/** Comparisons of inputs, six places to a row. */
function packInputs(leaves: readonly LeafRow[]): readonly InputStep[] {
	const ofInputs = leaves.filter((leaf) => leaf.source.kind === 'input');
	return groupBy(ofInputs, (leaf) => `${leaf.unit} ${wordOf(leaf)}`).flatMap((ofWord) => {
		const [first] = ofWord;
		if (!first) return [];
		const inputs = groupBy(ofWord, (leaf) => String(leaf.source.number));
		const slots = inputs.flatMap((ofInput) => chunk(groupBounds(ofInput), SLOT_BOUNDS)).flatMap(slotOf);
		return chunk(slots, STEPS).map((row) => ({
			unit: first.unit,
			stratum: first.stratum,
			word: wordOf(first),
			slots: row
		}));
	});
}

function slotOf(bounds: readonly (readonly LeafRow[])[]): readonly Slot[] {
	const [leaf] = bounds.flat();
	return leaf ? [{ input: leaf.source.number, ...stepsOf(bounds, SLOT_BOUNDS) }] : [];
}

/** What is so before and from each of `many` bounds; those that are left over are never reached. */
function stepsOf(groups: readonly (readonly LeafRow[])[], many: number) {
	const leaves = groups.flat();
	const bounds = Array.from({ length: many }, (_, i) => groups[i]?.[0]?.bound ?? NOWHERE);
	return {
		bounds,
		below: codeOf(leaves, ({ up }) => !up),
		from: bounds.map((at) => codeOf(leaves, ({ up, bound }) => up === bound <= at))
	};
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
function packMeasures(leaves: readonly LeafRow[]): readonly MeasureStep[] {
	const ofMeasures = leaves.filter((leaf) => leaf.source.kind === 'measure');
	return groupBy(ofMeasures, (leaf) => `${leaf.unit} ${leaf.source.number} ${wordOf(leaf)}`).flatMap((ofOne) =>
		chunk(groupBounds(ofOne), STEPS).flatMap((row) => {
			const here = row.flat();
			const [first] = here;
			if (!first) return [];
			return [
				{
					source: first.source,
					unit: first.unit,
					stratum: first.stratum,
					word: wordOf(first),
					...stepsOf(row, STEPS),
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

export interface Alike {
	readonly districts: readonly { readonly alike: number; readonly district: number }[];
	readonly units: readonly { readonly alike: number; readonly unit: number }[];
}
/** Districts to which the same units apply are `alike`, and judged on those once where nothing is known of any of them. */
export function groupAlike(applies: readonly AppliesRow[]): Alike {
	const ofDistricts = groupBy(applies, (row) => String(row.district));
	const unitsOf = (rows: readonly AppliesRow[]) => rows.map((row) => row.unit).sort((a, b) => a - b);
	const groups = groupBy(ofDistricts, (rows) => unitsOf(rows).join());
	return {
		districts: groups.flatMap((group, alike) =>
			group.flatMap(([row]) => (row ? [{ alike, district: row.district }] : []))
		),
		units: groups.flatMap(([rows], alike) => (rows ?? []).map(({ unit }) => ({ alike, unit })))
	};
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
