// Reading a letter writes rule rows: inputs, measures, ladders, adjustments, and whom they apply to.
// The letter has been checked before; what cannot be compiled throws, for it is our mistake.
import { isAppliedTo } from '../agreement/applies.ts';
import type { Adjust, Agreement, Indicator, Ladder, Section } from '../agreement/schema.ts';
import { underReading } from '../agreement/under-reading.ts';
import { compileLadder, outcomesOf, pointsOf } from './compile-ladder.ts';
import { compileMeasures, type Judged, type UnitMeasures } from './compile-measures.ts';
import { createConditions, type Conditions } from './conditions.ts';
import type { Outcome } from './results.ts';
import type { InputRow, Rules } from './rules.ts';

export interface UnitOutcome {
	readonly outcome: Outcome;
	/** thousandths; null where the ladder gives none */
	readonly points: number | null;
}

/** What the numbers of a unit stand for. */
export interface Unit {
	readonly unit: number;
	readonly section: string;
	readonly indicator: string;
	readonly part: string | null;
	/** the reading under which this is another way to score the indicator; null for the way in force */
	readonly alternative: string | null;
	readonly outcomes: readonly UnitOutcome[];
	/** thousandths; null where there are no points */
	readonly maxPoints: number | null;
	readonly weight: number | null;
	/** the measure that results show as their value */
	readonly judged: Judged | null;
	readonly applies: readonly string[];
	/** how its conditions stand in its bits; null where the page with its rules is lost */
	readonly conditions: Conditions | null;
	readonly bits: bigint;
}

export interface Compiled {
	readonly rules: Rules;
	readonly units: readonly Unit[];
	/** input rows by section/indicator/name */
	readonly inputs: ReadonlyMap<string, readonly InputRow[]>;
}

export type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };
export type Draft = Mutable<Rules>;

/** Weights are counted in millionths. */
export const WEIGHT = 1_000_000;
const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));
const leastMultiple = (a: number, b: number) => (a / greatestDivisor(a, b)) * b;

/** Rows are numbered by kind from 0, without holes. Letters that stand side by side go on from each other's numbers. */
export type Kind = 'input' | 'measure' | 'unit' | 'section' | 'check';
export type Next = (kind: Kind) => number;
export function countFromZero(): Next {
	const last = { input: -1, measure: -1, unit: -1, section: -1, check: -1 };
	return (kind) => (last[kind] += 1);
}

/** Rule rows of a letter for the districts (DOPA codes) of its province. */
export function compileAgreement(
	agreement: Agreement,
	districts: readonly string[],
	next: Next = countFromZero()
): Compiled {
	const rules: Draft = {
		inputs: [],
		measures: [],
		terms: [],
		figures: [],
		places: [],
		combines: [],
		checks: [],
		sections: [],
		units: [],
		leaves: [],
		unclear: [],
		outcomes: [],
		adjusts: [],
		applies: []
	};
	const units: Unit[] = [];
	const inputs = new Map<string, readonly InputRow[]>();

	for (const section of agreement.sections) {
		const sectionNumber = next('section');
		const scale = scaleOf(section);
		rules.sections.push({ section: sectionNumber, scale, lost: Math.round((section.lost_weight ?? 0) * WEIGHT) });
		for (const indicator of section.indicators) compileIndicator(section, indicator, sectionNumber, scale);
	}
	return { rules, units, inputs };

	function compileIndicator(section: Section, indicator: Indicator, sectionNumber: number, scale: number): void {
		const where = { section: section.section, indicator: indicator.indicator };
		const applies = districts.filter((district) => isAppliedTo(indicator, district));
		const ids = new Map<string, InputRow>();
		for (const [name, input] of Object.entries(indicator.inputs)) {
			const kinds: InputRow['of'][] = input.type === 'list' ? ['sum', 'count', 'lowest'] : ['value'];
			const rows = kinds.map((of) => ({ input: next('input'), ...where, name, of }));
			rules.inputs.push(...rows);
			for (const row of rows) ids.set(row.of === 'value' ? name : `${name}.${row.of}`, row);
			inputs.set(`${where.section}/${where.indicator}/${name}`, rows);
		}
		const inputId = (name: string) => {
			const row = ids.get(name);
			if (!row) throw new Error(`${where.section}/${where.indicator}: no input ${name}`);
			return row.input;
		};
		for (const check of indicator.checks ?? []) {
			const number = next('check');
			for (const name of check.plus) rules.checks.push({ check: number, input: inputId(name), coefficient: 1 });
			for (const name of check.minus) rules.checks.push({ check: number, input: inputId(name), coefficient: -1 });
		}
		if (!indicator.ladder) {
			units.push({
				unit: next('unit'),
				...where,
				part: null,
				alternative: null,
				outcomes: [],
				maxPoints: null,
				weight: indicator.weight,
				judged: null,
				applies,
				conditions: null,
				bits: 0n
			});
			return;
		}
		compileUnit(indicator, null);
		for (const alternative of indicator.alternatives ?? [])
			compileUnit(underReading(indicator, alternative), alternative.reading);

		function compileUnit(one: Indicator, alternative: string | null): void {
			const unit = next('unit');
			const measures = compileMeasures(one, unit, rules, inputId, next);
			const shared = { alternative, measures, one };
			const ladder = { ladder: one.ladder!, adjusts: one.adjust ?? [], floor: one.floor ?? 0 };
			// An indicator under another reading is scored and never summed.
			const weight = alternative === null ? one.weight : null;
			pushUnit({ ...shared, ...ladder, unit, part: null, parent: null, stratum: one.parts ? 1 : 0, weight });
			for (const { part, ladder } of one.parts ?? [])
				pushUnit({
					...shared,
					ladder,
					adjusts: [],
					floor: 0,
					unit: next('unit'),
					part,
					parent: unit,
					stratum: 0,
					weight: null
				});
		}

		function pushUnit(draft: UnitDraft): void {
			const { unit, part, parent, stratum, alternative, one, measures, floor } = draft;
			const outcomes = outcomesOf(draft.ladder);
			const maxPoints = pointsOf(outcomes);
			const weight = maxPoints ? (draft.weight ?? 0) : 0;
			const conditions = createConditions(measures, one.inputs);
			const bits = compileLadder(unit, draft.ladder, draft, conditions, rules);
			rules.units.push({
				unit,
				section: sectionNumber,
				stratum,
				parent,
				weight: Math.round(weight * WEIGHT),
				factor: maxPoints ? Math.round((weight * scale) / maxPoints) : 0,
				bits,
				floor: Math.round(floor * 1000),
				ceiling: maxPoints ?? 0
			});
			units.push({
				unit,
				...where,
				part,
				alternative,
				outcomes,
				maxPoints,
				weight: maxPoints === null || part !== null ? null : one.weight,
				judged: part === null ? measures.judged(one.judged) : null,
				applies,
				conditions,
				bits
			});
			for (const district of applies) rules.applies.push({ unit, district: Number(district) });
		}
	}
}

interface UnitDraft {
	readonly one: Indicator;
	readonly measures: UnitMeasures;
	readonly ladder: Ladder;
	readonly adjusts: readonly Adjust[];
	readonly floor: number;
	readonly unit: number;
	readonly part: string | null;
	readonly parent: number | null;
	readonly stratum: 0 | 1;
	readonly weight: number | null;
	readonly alternative: string | null;
}

/** How many of the section's own unit a weight of 1 is, so that weight × points ÷ top points is whole for each thousandth of a point. */
function scaleOf(section: Section): number {
	let scale = 1;
	for (const indicator of section.indicators) {
		const most = indicator.ladder && indicator.weight !== null ? pointsOf(outcomesOf(indicator.ladder)) : null;
		if (!most || indicator.weight === null) continue;
		const weight = Math.round(indicator.weight * WEIGHT);
		scale = leastMultiple(scale, (most * WEIGHT) / greatestDivisor(weight, most * WEIGHT));
	}
	const lost = Math.round((section.lost_weight ?? 0) * WEIGHT);
	if (lost > 0) scale = leastMultiple(scale, WEIGHT / greatestDivisor(lost, WEIGHT));
	// Places are told apart by 18 decimals of a share, which is exact while the square of the whole stays below 10^18.
	if (scale * section.weight > 1e9)
		throw new Error(`weights and points of ${section.section} are too fine to rank exactly`);
	return scale;
}
