// Removing any one rule row of a letter in force must make some case fail: a row that no case needs is not proved.
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { compileAgreement, type Compiled } from '../../src/lib/scoring/compile.ts';
import type { Rules } from '../../src/lib/scoring/rules.ts';
import { readLetters, type LetterWithCases } from '../agreement/letters.ts';
import { districtOf, runCases } from '../agreement/run-cases.ts';

interface Mutation {
	readonly what: string;
	/** section/indicator whose cases can tell */
	readonly indicator: string;
	/** without it a ladder may give no answer at all */
	readonly answers?: true;
	readonly leaveOut: (rules: Rules) => Rules;
}

/** Rows that decide, each left out in turn. Rows of alternative readings decide only which reading is named. */
function mutationsOf(compiled: Compiled): readonly Mutation[] {
	const { rules } = compiled;
	const units = new Map(compiled.units.map((u) => [u.unit, u]));
	const inputs = new Map(rules.inputs.map((row) => [row.input, `${row.section}/${row.indicator}`]));
	const measureUnits = new Map<number, string>();
	for (const term of [...rules.terms, ...rules.figures]) measureUnits.set(term.measure, inputs.get(term.input) ?? '');
	const inForce = (unit: number) => units.get(unit)?.alternative === null;
	const lostBits = (unit: number) =>
		(units.get(unit)?.conditions?.comparisons ?? [])
			.filter((comparison) => comparison.source === null)
			.reduce((bits, { bit }) => bits | (1n << BigInt(bit)), 0n);
	const nameOf = (unit: number) => `${units.get(unit)?.section ?? ''}/${units.get(unit)?.indicator ?? ''}`;
	const measuresInForce = new Set(
		rules.leaves
			.filter((leaf) => inForce(leaf.unit) && leaf.source.kind === 'measure')
			.map((leaf) => leaf.source.number)
	);
	const without =
		<K extends keyof Rules>(key: K, row: Rules[K][number]) =>
		(from: Rules): Rules => ({
			...from,
			[key]: (from[key] as readonly Rules[K][number][]).filter((other) => other !== row)
		});
	return [
		...rules.leaves
			.filter((row) => inForce(row.unit))
			.map((row) => ({
				what: `leaf ${row.bit} at ${row.bound}`,
				indicator: nameOf(row.unit),
				leaveOut: without('leaves', row)
			})),
		// A row whose words are lost is never sure: others of its kind keep the same things open.
		...rules.outcomes
			.filter((row) => inForce(row.unit) && (row.sure & lostBits(row.unit)) === 0n)
			.map((row) => ({
				what: `outcome row ${row.ord}.${row.row}`,
				indicator: nameOf(row.unit),
				answers: true as const,
				leaveOut: without('outcomes', row)
			})),
		...rules.adjusts
			.filter((row) => inForce(row.unit))
			.map((row) => ({
				what: `adjustment ${row.adjust}`,
				indicator: nameOf(row.unit),
				leaveOut: without('adjusts', row)
			})),
		...rules.terms
			.filter((row) => measuresInForce.has(row.measure))
			.map((row) => ({
				what: `term ${row.input}`,
				indicator: measureUnits.get(row.measure) ?? '',
				leaveOut: (from: Rules) => withoutTerm(from, row.measure, row.input)
			})),
		...rules.figures
			.filter((row) => measuresInForce.has(row.measure))
			.map((row) => ({
				what: `figure ${row.input}`,
				indicator: measureUnits.get(row.measure) ?? '',
				leaveOut: without('figures', row)
			})),
		...[...new Set(rules.checks.map((row) => row.check))].map((check) => ({
			what: `check ${check}`,
			indicator: inputs.get(rules.checks.find((row) => row.check === check)?.input ?? -1) ?? '',
			leaveOut: (from: Rules) => ({ ...from, checks: from.checks.filter((row) => row.check !== check) })
		}))
	];
}

/** Without a term the value is known without it. */
function withoutTerm(rules: Rules, measure: number, input: number): Rules {
	return {
		...rules,
		terms: rules.terms.filter((row) => row.measure !== measure || row.input !== input),
		measures: rules.measures.map((row) => (row.measure === measure ? { ...row, terms: row.terms - 1 } : row))
	};
}

/** One indicator of a letter, so that a mutation is scored against its own cases alone. */
function alone(letter: LetterWithCases, name: string): LetterWithCases {
	const sections = letter.agreement.sections
		.map((s) => ({ ...s, indicators: s.indicators.filter((i) => `${s.section}/${i.indicator}` === name) }))
		.filter((s) => s.indicators.length > 0);
	const cases = letter.cases.filter((one) => one.indicator === name);
	// A rank needs the others that a case names.
	const districts = new Set(
		cases.flatMap((one) => [districtOf(one, letter.agreement, letter.districts), ...Object.keys(one.others ?? {})])
	);
	return { ...letter, agreement: { ...letter.agreement, sections }, cases, districts: [...districts] };
}

/** So many copies of the one indicator, each with the cases as its own, so that many mutations are scored in one pass. */
function copied(one: LetterWithCases, count: number): LetterWithCases {
	const copies = Array.from({ length: count }, (_, nth) => nth);
	return {
		...one,
		agreement: {
			...one.agreement,
			sections: one.agreement.sections.map((section) => ({
				...section,
				indicators: section.indicators.flatMap((indicator) =>
					copies.map((nth) => ({ ...indicator, indicator: copyName(indicator.indicator, nth) }))
				)
			}))
		},
		cases: copies.flatMap((nth) => one.cases.map((each) => ({ ...each, indicator: copyName(each.indicator, nth) })))
	};
}
const copyName = (name: string, nth: number) => `${name}~${nth}`;

const letters = readLetters('data/agreements/*/*.cases.yaml');

describe.each(letters)('$file', (letter) => {
	it('has a case for every rule row', async () => {
		const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
		/** The indicators of which some case does not come out. */
		const failing = async (one: LetterWithCases, compiled: Compiled): Promise<ReadonlySet<string>> => {
			const results = await runCases(connection, one.agreement, one.cases, one.districts, compiled);
			return new Set(results.filter(({ differences }) => differences.length > 0).map((result) => result.one.indicator));
		};
		/** Whether all cases still come out; a ladder that gives no answer at all does not. */
		const holds = async (one: LetterWithCases, compiled: Compiled): Promise<boolean> => {
			try {
				return (await failing(one, compiled)).size === 0;
			} catch (error) {
				if (error instanceof Error && error.message.startsWith('no result for')) return false;
				throw error;
			}
		};
		const survivors: string[] = [];
		let removed = 0;
		const names = letter.agreement.sections.flatMap((s) => s.indicators.map((i) => `${s.section}/${i.indicator}`));
		for (const name of names) {
			const one = alone(letter, name);
			const compiled = compileAgreement(one.agreement, one.districts);
			expect(await holds(one, compiled)).toBe(true);
			const mutations = mutationsOf(compiled);
			removed += mutations.length;
			for (const mutation of mutations.filter(({ answers }) => answers)) {
				const rules = mutation.leaveOut(compiled.rules);
				if (await holds(one, { ...compiled, rules })) survivors.push(`${name}: ${mutation.what}`);
			}
			// Each of the others on a copy of its own.
			const others = mutations.filter(({ answers }) => !answers);
			const many = copied(one, others.length);
			const manyCompiled = compileAgreement(many.agreement, many.districts);
			const ofCopy = Map.groupBy(
				mutationsOf(manyCompiled).filter(({ answers }) => !answers),
				({ indicator }) => indicator
			);
			const chosen = others.flatMap((_, nth) => ofCopy.get(copyName(name, nth))?.[nth] ?? []);
			expect(chosen.map(({ indicator }) => indicator)).toEqual(others.map((_, nth) => copyName(name, nth)));
			const rules = chosen.reduce((left, { leaveOut }) => leaveOut(left), manyCompiled.rules);
			const killed = await failing(many, { ...manyCompiled, rules });
			for (const { indicator, what } of chosen) if (!killed.has(indicator)) survivors.push(`${indicator}: ${what}`);
		}
		expect(survivors).toEqual([]);
		expect(removed).toBeGreaterThan(8 * names.length);
	}, 600_000);
});
