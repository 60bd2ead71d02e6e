import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/lib/agreement/schema.ts';
import { packSteps } from '../../src/lib/scoring/pack.ts';
import type { LeafRow } from '../../src/lib/scoring/rules.ts';
import { scoreEntries } from '../../src/lib/server/scoring/scoring.ts';
import type { Entry } from '../../src/lib/submission/entry.ts';
import { benchLetter } from '../bench/letter.ts';

const leaf = (bit: number, number: number, bound: bigint, up = true, kind: 'input' | 'measure' = 'input'): LeafRow => ({
	unit: 0,
	stratum: 0,
	bit,
	source: { kind, number },
	up,
	bound
});
const NOWHERE = 2n ** 63n - 1n;
/** Both halves of a code. */
const code = (holds: bigint, judged: bigint) => holds | (judged << 31n);

describe('rule rows side by side', () => {
	it('an input has a code before its bounds and one from each on', () => {
		const { inputs } = packSteps([leaf(0, 7, 10n), leaf(1, 7, 10n, false), leaf(2, 8, 4n), leaf(3, 8, 6n)]);
		expect(inputs).toEqual([
			{
				unit: 0,
				stratum: 0,
				word: 0,
				alone: true,
				slots: [
					{
						input: 7,
						bounds: [10n, NOWHERE],
						below: code(0b0010n, 0b0011n),
						from: [code(0b0001n, 0b0011n), code(0b0001n, 0b0011n)]
					},
					{
						input: 8,
						bounds: [4n, 6n],
						below: code(0n, 0b1100n),
						from: [code(0b0100n, 0b1100n), code(0b1100n, 0b1100n)]
					}
				]
			}
		]);
	});

	it('an input of more than two bounds stands in several places', () => {
		const { inputs } = packSteps([leaf(0, 7, 10n), leaf(1, 7, 20n), leaf(2, 7, 30n)]);
		expect(inputs.map(({ alone, slots }) => [alone, slots.map(({ bounds }) => bounds)])).toEqual([
			[
				true,
				[
					[10n, 20n],
					[30n, NOWHERE]
				]
			]
		]);
	});

	it('a measure has a code before every bound and from each on', () => {
		const { measures } = packSteps([leaf(0, 3, 10n, true, 'measure'), leaf(1, 3, 20n, false, 'measure')]);
		const all = 0b11n;
		const [first] = measures;
		expect([first?.below, ...(first?.from ?? [])]).toEqual([
			code(0b10n, all),
			code(0b11n, all),
			...Array.from({ length: 5 }, () => code(0b01n, all))
		]);
		expect(first?.bits).toBe(all);
	});

	it('the 32nd condition of a unit begins a second word, in a row of its own', () => {
		const { inputs } = packSteps([leaf(30, 0, 2n), leaf(31, 0, 4n)]);
		expect(inputs.map(({ word, alone, slots }) => [word, alone, slots[0]?.from[0]])).toEqual([
			[0, false, code(1n << 30n, 1n << 30n)],
			[1, false, code(1n, 1n)]
		]);
	});

	it('a unit whose conditions are all of the second word does not stand alone', () => {
		expect(packSteps([leaf(40, 0, 2n)]).inputs.map(({ alone }) => alone)).toEqual([false]);
	});
});

/** Twelve counts of which each must be at least 1, 3 and 5: 36 conditions. */
const [section] = benchLetter.sections;
const several = section?.indicators.filter(({ indicator }) => indicator === '24') ?? [];
const letter: Agreement = {
	...benchLetter,
	province: '10',
	sections: section ? [{ ...section, indicators: several }] : []
};
const names = Object.keys(several[0]?.inputs ?? {});
const entriesOf = (counts: readonly (number | null)[]): readonly Entry[] =>
	names.flatMap((input, i) => {
		const count = counts[i] ?? null;
		if (count === null) return [];
		const value = { kind: 'number', scaled: BigInt(count) * 1_000_000n, decimals: 0 } as const;
		return [
			{ district: '1001', section: 'team', indicator: '24', input, value, text: String(count), at: { file: 'a.csv' } }
		];
	});
const but = (last: number | null) => [...Array.from({ length: 11 }, () => 5), last];

describe('a unit of more than 31 conditions', () => {
	it.each([
		['all reach the top', but(5), 'scored', 5],
		['the last falls short of 5', but(4), 'scored', 3],
		['the last falls short of 3', but(2), 'scored', 1],
		['the first falls short of 5', [4, ...but(5).slice(1)], 'scored', 3],
		['the last is nothing', but(0), 'scored', 0],
		['the last is not known', but(null), 'not_reported', null],
		['one is nothing and one not known', [0, ...but(null).slice(1)], 'scored', 0]
	] as const)('%s', async (_, counts, status, outcome) => {
		const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
		const { answer } = await scoreEntries(connection, letter, ['1001'], entriesOf(counts));
		expect(answer.scores.map((score) => [score.status, score.outcome])).toEqual([[status, outcome]]);
	});
});
