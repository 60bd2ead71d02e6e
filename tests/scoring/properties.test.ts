// What must hold of every round of a real letter, whatever was reported.
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listConditions } from '../../src/lib/agreement/names.ts';
import type { Agreement, Condition, Indicator, Input } from '../../src/lib/agreement/schema.ts';
import { compileAgreement } from '../../src/lib/scoring/compile.ts';
import { scaleFigure } from '../../src/lib/scoring/position.ts';
import type { ScoreAnswer, SectionScore } from '../../src/lib/scoring/results.ts';
import { scoreSets } from '../../src/lib/server/scoring/scoring.ts';
import type { Entry, EntryValue } from '../../src/lib/submission/entry.ts';
import { readLetters } from '../agreement/letters.ts';

const RUNS = 25;
const letters = readLetters('data/agreements/*/*.cases.yaml');

const number = (value: number): EntryValue => ({ kind: 'number', scaled: scaleFigure(value), decimals: 2 });
const days = ['2022-07-22', '2022-08-01', '2022-08-02', '2022-09-01', '2022-09-02'];

/** A value an officer could send, often near a bound. */
function valueOf(input: Input): fc.Arbitrary<EntryValue> {
	switch (input.type) {
		case 'bool':
			return fc.boolean().map((yes) => ({ kind: 'bool', yes }));
		case 'count':
			return fc.integer({ min: input.min ?? 0, max: 20 }).map(number);
		case 'pct':
			return fc.integer({ min: 0, max: 200 }).map((half) => number(half / 2));
		case 'decimal':
			return fc.integer({ min: -40, max: 120 }).map((half) => number(half / 2));
		case 'baht':
			return fc.integer({ min: 0, max: 2000 }).map(number);
		case 'date':
		case 'datetime':
			return fc
				.constantFrom(...days, null)
				.map((day) => ({ kind: 'moment', iso: day === null || input.type === 'date' ? day : `${day}T12:00` }));
		case 'list':
			return fc
				.array(fc.integer({ min: 0, max: 200 }), { maxLength: 4 })
				.map((halves) => ({ kind: 'list', scaled: halves.map((half) => scaleFigure(half / 2)) }));
	}
}

/** What a few districts reported on everything that applies to them; each input may be missing. */
function reported(
	agreement: Agreement,
	districts: readonly string[],
	leavesOut: (indicator: Indicator, input: string) => boolean = () => false
): fc.Arbitrary<readonly Entry[]> {
	const cells = districts.flatMap((district) =>
		agreement.sections.flatMap((section) =>
			section.indicators
				.filter((i) => i.applies_to === 'all' || i.applies_to.includes(district))
				.flatMap((indicator) =>
					Object.entries(indicator.inputs)
						.filter(([name]) => !leavesOut(indicator, name))
						.map(([name, input]) =>
							fc.option(valueOf(input), { freq: 6 }).map((value): readonly Entry[] =>
								value === null
									? []
									: [
											{
												district,
												section: section.section,
												indicator: indicator.indicator,
												input: name,
												value,
												text: '',
												at: { file: '' }
											}
										]
							)
						)
				)
		)
	);
	return fc.tuple(...cells).map((all) => all.flat());
}

describe.each(letters)('$file', ({ agreement, districts }) => {
	const few = districts.slice(0, 3);
	const compiled = compileAgreement(agreement, few);
	const score = async (...sets: (readonly Entry[])[]): Promise<readonly ScoreAnswer[]> => {
		const connection = await opened;
		return (await scoreSets(connection, agreement, compiled, few, sets)).map((scored) => scored.answer);
	};
	const opened = DuckDBInstance.create(':memory:', { threads: '1' }).then((instance) => instance.connect());
	const holds = (property: fc.IAsyncProperty<[readonly Entry[], number]>) =>
		fc.assert(property, { numRuns: RUNS, seed: 2565, endOnFailure: true });
	const anyRound = [reported(agreement, few), fc.nat()] as const;

	it('scores the same whatever order the entries come in, and however often one is repeated', async () => {
		await holds(
			fc.asyncProperty(...anyRound, async (entries, turn) => {
				const at = turn % Math.max(1, entries.length);
				const turned = [...entries.slice(at), ...entries.slice(0, at)];
				const [first, second, third] = await score(entries, [...turned].reverse(), [...entries, ...entries]);
				expect(second).toEqual(first);
				expect(third).toEqual(first);
			})
		);
	});

	it('keeps every percent between 0 and 100, the worst not above the scored nor the scored above the best', async () => {
		await holds(
			fc.asyncProperty(...anyRound, async (entries, _turn) => {
				const [answer] = await score(entries);
				for (const s of answer?.sections ?? []) {
					expect(s.percent).toBeGreaterThanOrEqual(0);
					expect(s.percent_best).toBeLessThanOrEqual(100);
					expect(s.percent ?? 0).toBeLessThanOrEqual((s.percent_worst ?? 0) + 1e-9);
					expect(s.percent_worst ?? 0).toBeLessThanOrEqual((s.percent_best ?? 0) + 1e-9);
					expect(s.place_best ?? 0).toBeLessThanOrEqual(s.place_worst ?? 0);
				}
			})
		);
	});
});

/** Inputs of which more is asked and nothing else: a yes, or a bound from below. */
function listRising(indicator: Indicator): ReadonlySet<string> {
	const rising = new Set<string>();
	const other = new Set(
		Object.values(indicator.values ?? {}).flatMap((value) => JSON.stringify(value).match(/[a-z][a-z0-9_]*/g) ?? [])
	);
	for (const rule of [...(indicator.adjust ?? []), ...(indicator.checks ?? [])])
		for (const name of JSON.stringify(rule).match(/[a-z][a-z0-9_]*/g) ?? []) other.add(name);
	// Where the letter is silent between two rungs, more may lead from an outcome into the silence.
	const rows = [...(indicator.ladder?.rungs ?? []), indicator.ladder?.otherwise];
	if (indicator.ladder?.mode === 'one' || rows.some((row) => row && 'undecided' in row)) return rising;
	const look = (condition: Condition): void => {
		if ('yes' in condition) rising.add(condition.yes);
		else if ('all' in condition) condition.all.forEach(look);
		else if (
			'value' in condition &&
			(condition.at_least ?? condition.more_than) !== undefined &&
			!('at_most' in condition) &&
			!('less_than' in condition)
		)
			rising.add(condition.value);
		else for (const name of JSON.stringify(condition).match(/[a-z][a-z0-9_]*/g) ?? []) other.add(name);
	};
	for (const rung of indicator.ladder?.rungs ?? []) listConditions(rung).forEach(look);
	return new Set([...rising].filter((name) => !other.has(name) && indicator.inputs[name]));
}

const raise = (value: EntryValue): EntryValue | null =>
	value.kind === 'bool'
		? { kind: 'bool', yes: true }
		: value.kind === 'number' && value.scaled <= scaleFigure(99)
			? { ...value, scaled: value.scaled + scaleFigure(1) }
			: null;

const risingOf = (agreement: Agreement) =>
	new Map(
		agreement.sections.flatMap((s) => s.indicators.map((i) => [`${s.section}/${i.indicator}`, listRising(i)] as const))
	);
/** A letter whose every indicator has a gap, a part or a ceiling has nothing that only rises. */
const withRising = letters.filter(({ agreement }) => [...risingOf(agreement).values()].some((names) => names.size > 0));

it('four of the five letters ask somewhere for more and for nothing else', () => {
	expect(withRising.length).toBeGreaterThanOrEqual(4);
});

it.each(withRising)('$file: a better value never lowers what asks only for more', async ({ agreement, districts }) => {
	const few = districts.slice(0, 3);
	const compiled = compileAgreement(agreement, few);
	const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
	const rising = risingOf(agreement);
	let raised = 0;
	await fc.assert(
		fc.asyncProperty(reported(agreement, few), fc.nat(), async (entries, turn) => {
			const better = entries.map((entry, i): Entry => {
				const more =
					rising.get(`${entry.section}/${entry.indicator}`)?.has(entry.input) && (i + turn) % 3 === 0
						? raise(entry.value)
						: null;
				if (more) raised += 1;
				return more ? { ...entry, value: more } : entry;
			});
			const [before, after] = await scoreSets(connection, agreement, compiled, few, [entries, better]);
			for (const [key, detail] of before?.details ?? []) {
				const now = after?.details.get(key);
				expect([
					key,
					(now?.points_lowest ?? 0) >= (detail.points_lowest ?? 0),
					(now?.points_highest ?? 0) >= (detail.points_highest ?? 0)
				]).toEqual([key, true, true]);
			}
		}),
		{ numRuns: RUNS, seed: 2565, endOnFailure: true }
	);
	expect(raised).toBeGreaterThan(RUNS);
});

/** A figure stands in for its parts until they come, so a letter's parts are what can be missing. Places depend on others. */
const usesPlaces = (indicator: Indicator) => Object.values(indicator.values ?? {}).some((value) => 'place' in value);
const withoutPlaces = letters.filter(({ agreement }) => !agreement.sections.some((s) => s.indicators.some(usesPlaces)));
const isFigure = ({ values = {} }: Indicator, name: string) =>
	Object.values(values).some((value) => value.figure === name);

describe.each(withoutPlaces)('$file', ({ agreement, districts }) => {
	it('stays inside the worst and the best when what was missing is reported', async () => {
		const few = districts.slice(0, 3);
		const compiled = compileAgreement(agreement, few);
		const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
		await fc.assert(
			fc.asyncProperty(reported(agreement, few, isFigure), fc.nat(), async (entries, turn) => {
				const fewer = entries.filter((_, i) => (i * 7 + turn) % 5 !== 0);
				const [before, after] = await scoreSets(connection, agreement, compiled, few, [fewer, entries]);
				// What turns out to contradict itself, or to have a denominator of zero, opens again.
				const opened = new Set(
					after?.answer.scores
						.filter((s) => s.status === 'invalid' || s.reason === 'zero_denominator')
						.map((s) => `${s.district}/${s.section}`)
				);
				before?.answer.sections.forEach((range, i) => {
					const now = after?.answer.sections[i];
					if (!now || opened.has(`${now.district}/${now.section}`)) return;
					expect([now, range, within(now, range)]).toEqual([now, range, true]);
				});
			}),
			{ numRuns: RUNS, seed: 2565, endOnFailure: true }
		);
	});
});

/** The range still possible lies inside the range that was possible. */
const within = (now: SectionScore, before: SectionScore) =>
	(now.percent_best ?? 0) <= (before.percent_best ?? 0) + 1e-9 &&
	(now.percent_worst ?? 0) >= (before.percent_worst ?? 0) - 1e-9;
