// What an engineer would write by hand for this one letter: a CASE per unit over a wide table, exact and three-valued as well.
import { units, type BenchUnit } from './letter.ts';

/** Wide columns hold positions (2 × millionths); null is not reported. */
const level = (bounds: readonly string[], value: string) =>
	`CASE ${[...bounds]
		.reverse()
		.map((bound, i) => `WHEN ${value} ${bound} THEN ${bounds.length - i}`)
		.join(' ')} ELSE 0 END`;

interface Range {
	readonly low: string;
	readonly high: string;
}

function rangeOf({ kind, inputs, bounds }: BenchUnit): Range {
	const [a = '', b = ''] = inputs;
	const known = (test: string, one: string): Range => ({
		low: `CASE WHEN ${test} THEN ${one} ELSE 0 END`,
		high: `CASE WHEN ${test} THEN ${one} ELSE 5 END`
	});
	switch (kind) {
		case 'share':
			return known(
				`${a} <= ${b} AND ${b} > 0`,
				level(
					bounds.map((bound) => `>= ${bound} * ${b}`),
					`100 * ${a}`
				)
			);
		case 'growth':
			return known(
				`${a} > 0 AND ${b} IS NOT NULL`,
				level(
					bounds.map((bound) => `>= ${bound} * ${a}`),
					`100 * (${b} - ${a})`
				)
			);
		case 'gated': {
			const one = level(
				bounds.map((bound) => `> ${bound * 2_000_000}`),
				a
			);
			return {
				low: `CASE WHEN ${b} > 0 AND ${a} IS NOT NULL THEN ${one} ELSE 0 END`,
				high: `CASE WHEN ${b} = 0 THEN 0 WHEN ${a} IS NOT NULL THEN ${one} ELSE 5 END`
			};
		}
		case 'bands':
			return {
				low: level(
					bounds.map((bound) => `>= ${bound * 2_000_000}`),
					a
				),
				high: `CASE WHEN ${a} IS NULL THEN 5 ELSE ${level(
					bounds.map((bound, i) => (i === 0 ? `>= ${bound * 2_000_000}` : `> ${(bound - 1) * 2_000_000}`)),
					a
				)} END`
			};
		case 'steps': {
			const [yes1 = '', yes2 = '', count = '', yes3 = '', yes4 = '', date = ''] = inputs;
			const deadline = `${2n * BigInt(Date.parse('2022-09-02T00:00Z')) * 1000n}`;
			const steps = [
				`${yes1} > 0`,
				`(${yes2} > 0 AND ${count} >= 4000000)`,
				`${yes3} > 0`,
				`${yes4} > 0`,
				`${date} < ${deadline}`
			];
			// The first step that is not sure, and the first that is known to fail.
			const stops = (holds: (step: string) => string) =>
				`CASE ${steps.map((step, i) => `WHEN NOT ${holds(step)} THEN ${i}`).join(' ')} ELSE 5 END`;
			return { low: stops((step) => `coalesce(${step}, FALSE)`), high: stops((step) => `coalesce(${step}, TRUE)`) };
		}
		case 'several': {
			const all = (least: number, unknown: string) =>
				inputs.map((name) => `coalesce(${name} >= ${least * 2_000_000}, ${unknown})`).join(' AND ');
			const of = (unknown: string) =>
				`CASE WHEN ${all(5, unknown)} THEN 5 WHEN ${all(3, unknown)} THEN 3 WHEN ${all(1, unknown)} THEN 1 ELSE 0 END`;
			return { low: of('FALSE'), high: of('TRUE') };
		}
	}
}

/** Totals of a wide table, in the engine's unit for this letter. */
export function wideStatement(table: string, factors: readonly number[]): string {
	const lows = units.map((unit, i) => `${rangeOf(unit).low} AS l${i}, ${rangeOf(unit).high} AS h${i}`);
	const sum = (term: (i: number) => string) => units.map((_, i) => term(i)).join(' + ');
	const points = (i: number) => (factors[i] ?? 0) * 1000;
	return `SELECT subject,
		${sum((i) => `CASE WHEN l${i} = h${i} THEN l${i} * ${points(i)} ELSE 0 END`)} AS got,
		${sum((i) => `l${i} * ${points(i)}`)} AS worst,
		${sum((i) => `h${i} * ${points(i)}`)} AS best
	FROM (SELECT subject, ${lows.join(', ')} FROM ${table})`;
}

export const inputNames: readonly string[] = units.flatMap((unit) => unit.inputs);

/** Tidy entries made wide: the input's number becomes its column. */
export const pivotStatement = (numbers: ReadonlyMap<string, number>): string =>
	`SELECT subject, ${inputNames.map((name) => `"${numbers.get(name) ?? 0}" AS ${name}`).join(', ')}
	FROM (PIVOT (SELECT subject, input, position FROM entry) ON input IN (${inputNames.map((name) => numbers.get(name) ?? 0).join(', ')})
		USING any_value(position) GROUP BY subject)`;
