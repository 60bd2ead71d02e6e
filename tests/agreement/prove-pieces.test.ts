import { describe, expect, it } from 'vitest';
import {
	findReading,
	plainText,
	quotesDay,
	quotesFigure,
	quotesOutcome
} from '../../src/lib/agreement/prove-readings.ts';
import { agreementSchema, type Agreement } from '../../src/lib/agreement/schema.ts';
import { proveAgreement } from '../../src/lib/scoring/prove.ts';
import { solveInequalities } from '../../src/lib/scoring/prove-linear.ts';

const whole = { first: 0n, last: 1000n, step: 1n, prefer: null };

describe('whole numbers under inequalities', () => {
	it.each([
		[
			'x ≥ 3 and x ≤ 2',
			1,
			[
				[[1n], 3n],
				[[-1n], -2n]
			],
			'none'
		],
		[
			'2x ≥ 3 and 2x ≤ 3: only one and a half',
			1,
			[
				[[2n], 3n],
				[[-2n], -3n]
			],
			'unknown'
		],
		[
			'x > y and y > x',
			2,
			[
				[[1n, -1n], 1n],
				[[-1n, 1n], 1n]
			],
			'none'
		],
		[
			'x ≥ y + 1 and y ≥ 5',
			2,
			[
				[[1n, -1n], 1n],
				[[0n, 1n], 5n]
			],
			[6n, 5n]
		],
		[
			'100x ≥ 59y, 100x < 60y and y > 0',
			2,
			[
				[[100n, -59n], 0n],
				[[-100n, 60n], 1n],
				[[0n, 1n], 1n]
			],
			[10n, 17n]
		]
	] as const)('%s', (_, size, rows, expected) => {
		const inequalities = rows.map(([of, least]) => ({ of, least, strict: false }));
		const found = solveInequalities(
			Array.from({ length: size }, () => whole),
			inequalities
		);
		if (typeof found === 'string' || typeof expected === 'string') expect(found).toBe(expected);
		else
			for (const { of, least } of inequalities)
				expect(of.reduce<bigint>((sum, n, i) => sum + n * (found[i] ?? 0n), 0n)).toBeGreaterThanOrEqual(least);
	});
});

describe('what a reading quotes', () => {
	it.each([
		['ร้อยละ ๐.๕๐ – ๐.๗๔', quotesFigure(0.5), true],
		['ร้อยละ ๐.๕๕', quotesFigure(0.5), false],
		['๑๒๑ - ๒๕ ครั้ง', quotesFigure(21), false],
		['๑,๒๕๐ บาท', quotesFigure(1250), true],
		['ภายในวันที่ ๑๕ ๒๐ และ ๒๕ เมษายน ๒๕๖๕', quotesDay('2022-04-20'), true],
		['ภายในวันที่ ๓๐ กันยายน', quotesDay('2022-09-30', true), false],
		['ภายในวันที่ ๓๐ กันยายน พ.ศ. ๒๕๖๕', quotesDay('2022-09-30', true), true],
		['๘ มีนาคม ๒๕๖๑', quotesDay('2019-03-08', true), false],
		['ระดับ ๒ – ๕ วัดเงิน', quotesOutcome(3), true],
		['ระดับ ๒ และระดับ ๔', quotesOutcome(3), false],
		['เกรด A ไม่พิมพ์', quotesOutcome('A'), true],
		['OTOP', quotesOutcome('O'), false]
	] as const)('%s', (text, quote, expected) => {
		expect(quote(plainText(text))).toBe(expected);
	});
});

/** One indicator of one input, in a letter of one section. */
function letterOf(indicator: Record<string, unknown>, readings: Agreement['readings'] = {}): Agreement {
	const base = { indicator: '1', title: 'ก', short: 'ก', unit: 'ร้อยละ', weight: 100, work_group: null };
	return agreementSchema.parse({
		agreement: 'khon-kaen/2565-2',
		province: '40',
		title: 'ก',
		round: 'ก',
		from: '2022-04-01',
		to: '2022-09-30',
		dated: null,
		source: 'ก',
		readings,
		sections: [{ section: 'team', title: 'ก', weight: 100, indicators: [{ ...base, ...indicator }] }]
	});
}
const codesOf = (agreement: Agreement) => proveAgreement(agreement, ['4001']).map(({ code }) => code);
const pct = { label: 'ร้อยละ', type: 'pct' };

describe('a letter that cannot be scored with', () => {
	it('is told to be divided where it compares too much', () => {
		const rungs = Array.from({ length: 20 }, (_, i) => ({
			outcome: i + 1,
			text: `ร้อยละ ${i * 4}`,
			needs: [0, 1, 2, 3].map((input) => ({ value: `p${input}`, at_least: i * 4 + 1 }))
		}));
		const inputs = { p0: pct, p1: pct, p2: pct, p3: pct };
		expect(codesOf(letterOf({ inputs, ladder: { mode: 'highest', rungs } }))).toContain('too_large');
	});

	it('is told which conditions cannot be asked', () => {
		const needs = { if: { all: [{ yes: 'a' }, { yes: 'b' }] }, then: { yes: 'a' } };
		const inputs = { a: { label: 'ก', type: 'bool' }, b: { label: 'ข', type: 'bool' } };
		expect(
			codesOf(letterOf({ inputs, ladder: { mode: 'highest', rungs: [{ outcome: 1, text: 'ก', needs }] } }))
		).toContain('rule');
	});
});

describe('an answer', () => {
	const reading = {
		kind: 'choice' as const,
		about: ['team/1'],
		words: 'ระดับ ๑ พิมพ์ร้อยละ ๕๕',
		readings: ['55'],
		taken: '50',
		why: 'ก'
	};
	const ladder = {
		mode: 'highest',
		rungs: [{ outcome: 1, text: 'ไม่น้อยกว่าร้อยละ ๕๕', needs: { value: 'p', at_least: 50 } }]
	};
	const words = (agreement: Agreement) => proveAgreement(agreement, ['4001']).find(({ code }) => code === 'words');

	it('is a reading about the place that quotes the figure', () => {
		const answered = words(letterOf({ inputs: { p: pct }, ladder }, { X1: reading }));
		expect(answered).toMatchObject({ severity: 'answered', reading: 'X1', witness: { p: 50 } });
	});

	it.each([
		['about another place', { ...reading, about: ['team'].map((place) => `${place}/2`) }],
		['about everything', { ...reading, about: undefined }],
		['about the place but of other figures', { ...reading, words: 'ก', readings: ['ก'], taken: 'ก' }],
		['a note', { ...reading, kind: 'note' as const }]
	])('is not a reading %s', (_, other) => {
		const open = words(letterOf({ inputs: { p: pct }, ladder }, { X1: other }));
		expect(open).toMatchObject({ severity: 'warning', reading: null });
	});

	it('is the reading about fewest places', () => {
		const wide = { ...reading, about: ['team/1', 'team/2'] };
		const agreement = letterOf({ inputs: { p: pct }, ladder }, { X1: wide, X2: reading });
		expect(findReading(agreement, 'team/1', [quotesFigure(55)])).toBe('X2');
	});
});
