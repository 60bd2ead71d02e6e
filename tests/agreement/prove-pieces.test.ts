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

describe('another reading of the words', () => {
	const rungs = (first: number, second: number) => [
		{ outcome: 1, text: 'ก', needs: { value: 'p', at_most: first } },
		{ outcome: 2, text: 'ข', needs: { value: 'p', at_least: second } }
	];
	const other = { kind: 'choice' as const, words: 'ก', readings: ['ก', 'ข'], taken: 'ก', why: 'ก' };
	const letter = (ladder: object) =>
		letterOf(
			{
				inputs: { p: pct },
				ladder: {
					mode: 'one',
					rungs: [rungs(50, 0)[0], { outcome: 2, text: 'ข', needs: { value: 'p', more_than: 50 } }]
				},
				alternatives: [{ reading: 'X1', text: 'ข', ladder }]
			},
			{ X1: other }
		);

	it('is proved as well, and what it would bring names it', () => {
		const found = proveAgreement(letter({ mode: 'one', rungs: rungs(50, 60) }), ['4001']);
		expect(found.filter(({ under }) => under !== undefined)).toMatchObject([
			{
				code: 'gap',
				severity: 'answered',
				reading: 'X1',
				under: { reading: 'X1', text: 'ข' },
				witness: { p: 55 },
				gives: null
			}
		]);
		expect(found.find(({ code }) => code === 'gap')?.message).toBe(
			'ถ้าอ่าน X1 เป็น «ข»: ไม่มีผลใดรองรับ ร้อยละ มากกว่า 50 แต่น้อยกว่า 60 (เช่น ร้อยละ 55) เขียนช่วงให้ต่อกัน หรือเขียน unsure หรือ undecided พร้อมการตีความ'
		);
	});

	it('brings nothing that the way in force has too', () => {
		const found = proveAgreement(letter({ mode: 'one', rungs: rungs(50, 51) }), ['4001']);
		const twice = letterOf(
			{
				inputs: { p: pct },
				ladder: { mode: 'one', rungs: rungs(50, 51) },
				alternatives: [{ reading: 'X1', text: 'ข', mode: 'one' }]
			},
			{ X1: other }
		);
		expect(found.filter(({ code }) => code === 'gap')).toHaveLength(1);
		expect(proveAgreement(twice, ['4001']).filter(({ code }) => code === 'gap')).toMatchObject([{ severity: 'error' }]);
	});

	it('is an error where no rule can be made of it', () => {
		const needs = { if: { all: [{ value: 'p', at_least: 1 }] }, then: { value: 'p', at_least: 1 } };
		const found = proveAgreement(letter({ mode: 'highest', rungs: [{ outcome: 1, text: 'ก', needs }] }), ['4001']);
		expect(found.filter(({ severity }) => severity === 'error')).toMatchObject([
			{ code: 'rule', under: { reading: 'X1' } }
		]);
	});
});

describe('a fact that may be sent in several ways', () => {
	const inputs = { a: { label: 'ก', type: 'bool' }, b: { label: 'ข', type: 'bool' }, p: pct };
	const rung = (outcome: number, needs: unknown) => ({ outcome, text: `ระดับ ${outcome}`, needs });
	const prove = (mode: string, rungs: readonly object[]) =>
		proveAgreement(letterOf({ inputs, ladder: { mode, rungs } }), ['4001']);

	it('is proved as sent in each of them', () => {
		const low = { either: [{ yes: 'a' }, { value: 'p', at_most: 50 }] };
		const high = { either: [{ no: 'a' }, { value: 'p', at_least: 60 }] };
		// who says yes or no is always in one band, who sends a percent may be in none
		expect(prove('one', [rung(1, low), rung(2, high)]).filter(({ code }) => code === 'gap')).toMatchObject([
			{ witness: { p: 55 }, gives: null }
		]);
	});

	it('is unreachable only if it is so in every way', () => {
		const upper = rung(2, { either: [{ yes: 'a' }, { value: 'p', at_least: 90 }] });
		const unreachable = (needs: unknown) =>
			prove('highest', [rung(1, needs), upper]).filter(({ code }) => code === 'unreachable');
		expect(unreachable({ yes: 'a' })).toEqual([]);
		expect(unreachable({ either: [{ yes: 'a' }, { value: 'p', at_least: 80 }] })).toEqual([]);
		expect(unreachable({ either: [{ yes: 'a' }, { value: 'p', at_least: 95 }] })).toHaveLength(1);
	});

	it('fails where its ways disagree, so that an example that sends both holds to both', () => {
		const rungs = [rung(1, { no: 'a' }), rung(2, { either: [{ yes: 'a' }, { value: 'p', at_least: 50 }] })];
		for (const { code, witness } of prove('one', rungs)) if (code === 'overlap') expect(witness).toBeNull();
		expect(prove('one', rungs).map(({ code }) => code)).not.toContain('overlap');
	});
});

describe('parts that look at the same input', () => {
	const inputs = { p: pct, q: pct };
	const rung = (outcome: number, points: number, at_least: number, value = 'p') => ({
		outcome,
		points,
		text: 'ก',
		needs: { value, at_least }
	});
	const part = (name: string, bounds: readonly [number, number], value = 'p') => ({
		part: name,
		title: name,
		ladder: { mode: 'highest', rungs: [rung(1, 10, bounds[0], value), rung(2, 20, bounds[1], value)] }
	});
	const values = { total: { label: 'รวม', combine: 'sum' } };
	const whole = (needs: object) => ({
		mode: 'one',
		rungs: [
			{ outcome: 'B', text: 'ข', needs: { value: 'total', at_most: 20 } },
			{ outcome: 'A', text: 'ค', needs }
		]
	});
	const prove = (parts: readonly object[], ladder: object) =>
		proveAgreement(letterOf({ inputs, values, parts, ladder }), ['4001']).filter(({ part: own }) => own === undefined);

	it('has an example that gives all of them their points', () => {
		const found = prove([part('a', [40, 80]), part('b', [50, 60])], whole({ value: 'total', at_least: 40 }));
		expect(found.filter(({ code }) => code === 'gap')).toMatchObject([
			{ severity: 'error', witness: { p: 70 }, gives: null }
		]);
	});

	it('reaches no sum that one input cannot give both', () => {
		// 10 of the one and 20 of the other: 30 would need p below 50 and from 60 on
		const found = prove([part('a', [40, 50]), part('b', [40, 50])], whole({ value: 'total', at_least: 40 }));
		expect(found.map(({ code }) => code)).not.toContain('gap');
		expect(found.map(({ code }) => code)).toContain('empty_gap');
	});

	it('has an example where the whole looks at an input of a part as well', () => {
		const needs = [
			{ value: 'total', at_least: 40 },
			{ value: 'p', at_least: 90 }
		];
		const found = prove([part('a', [40, 80]), part('b', [40, 80], 'q')], {
			mode: 'one',
			rungs: [whole({}).rungs[0], { outcome: 'A', text: 'ค', needs }]
		});
		const gap = found.find(({ code, witness }) => code === 'gap' && Number(witness?.['p']) >= 80);
		expect(gap).toMatchObject({ gives: null, witness: { q: expect.any(Number) as unknown } });
	});

	it('says so where no example was found', () => {
		const ranked = { ...values, total: { label: 'รวม', combine: 'sum' }, place: { label: 'ลำดับ', place: 'p' } };
		const first = {
			part: 'a',
			title: 'a',
			ladder: { mode: 'highest', rungs: [{ outcome: 1, points: 30, text: 'ก', needs: { value: 'place', at_most: 1 } }] }
		};
		const found = proveAgreement(
			letterOf({
				inputs,
				values: ranked,
				parts: [first, part('b', [40, 80], 'q')],
				ladder: whole({ value: 'total', at_least: 40 })
			}),
			['4001', '4002']
		);
		const gap = found.find(({ code, part: own }) => code === 'gap' && own === undefined);
		expect(gap?.witness).toBeNull();
		expect(gap?.message).toContain('(ยังหาตัวอย่างข้อมูลที่ส่งได้จริงไม่พบ)');
	});
});

it('a rung that nobody can reach because of what lost words are taken to be is answered by their reading', () => {
	const lost = { kind: 'filler' as const, words: 'ก', readings: ['ก'], taken: 'ก', why: 'ก' };
	const needs = [
		{ value: 'p', at_least: 50 },
		{ lost: 'X1', taken: 'unmet' }
	];
	const rungs = [
		{ outcome: 1, text: 'ก', needs: { value: 'p', at_least: 10 } },
		{ outcome: 2, text: 'ข', needs }
	];
	const found = proveAgreement(letterOf({ inputs: { p: pct }, ladder: { mode: 'highest', rungs } }, { X1: lost }), [
		'4001'
	]);
	expect(found.filter(({ code }) => code === 'unreachable')).toMatchObject([{ severity: 'answered', reading: 'X1' }]);
});

it('a sum that may not pass a figure is proved up to that figure', () => {
	const ladder = {
		mode: 'highest',
		rungs: [
			{ outcome: 1, text: 'ก', needs: { value: 's', at_most: 12 } },
			{ outcome: 2, text: 'ข', needs: { value: 's', at_most: 8 } },
			{ outcome: 3, text: 'ค', needs: { value: 's', at_most: 5 } }
		]
	};
	const inputs = { n: { label: 'จำนวน', type: 'count' }, m: { label: 'อีก', type: 'count' } };
	const unreachable = (max: number) => {
		const values = { s: { label: 'รวม', sum: { plus: ['n', 'm'] }, max } };
		return proveAgreement(letterOf({ inputs, values, ladder }), ['4001'])
			.filter(({ code }) => code === 'unreachable')
			.map(({ clause }) => clause);
	};
	expect([unreachable(20), unreachable(8), unreachable(5)]).toEqual([[], ['ก'], ['ก', 'ข']]);
});
