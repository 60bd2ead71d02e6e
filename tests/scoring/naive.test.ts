import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
	agreementSchema,
	type Agreement,
	type Condition,
	type indicatorSchema
} from '../../src/lib/agreement/schema.ts';
import type { Entry, EntryValue } from '../../src/lib/submission/entry.ts';
import { scoreNaively } from './naive.ts';

// A letter of one indicator, for what the hard letters do not hold.
type IndicatorDraft = Partial<z.input<typeof indicatorSchema>>;
const districts = ['9901', '9902', '9903'];
const numbers = { a: { label: 'a', type: 'decimal' }, b: { label: 'b', type: 'decimal' } } as const;

function letterOf(draft: IndicatorDraft, more: { lost_weight?: number } = {}): Agreement {
	const common = { indicator: '1', title: 'ก', short: 'ก', unit: 'ระดับ', weight: 10, work_group: null };
	return agreementSchema.parse({
		agreement: 'small/2565-1',
		province: '99',
		title: 'ก',
		round: 'ก',
		from: '2022-04-01',
		to: '2022-09-30',
		dated: null,
		source: 'ก',
		sections: [{ section: 'team', title: 'ก', weight: 100, ...more, indicators: [{ ...common, ...draft }] }]
	});
}
const one = (needs: Condition, only?: Condition) => ({
	mode: 'highest' as const,
	rungs: [{ outcome: 1, text: 'ก', needs, ...(only === undefined ? {} : { only }) }]
});
const bad: EntryValue = { kind: 'bad' };
const number = (value: number, decimals = 0): EntryValue => ({
	kind: 'number',
	scaled: BigInt(Math.round(value * 1e6)),
	decimals
});
const moment = (iso: string | null): EntryValue => ({ kind: 'moment', iso });
const list = (...values: number[]): EntryValue => ({
	kind: 'list',
	scaled: values.map((value) => BigInt(value * 1e6))
});
const bool = (yes: boolean): EntryValue => ({ kind: 'bool', yes });
function enter(inputs: Readonly<Record<string, EntryValue>>, district = '9901'): Entry[] {
	const at = { file: 'test' };
	return Object.entries(inputs).map(([input, value]) => ({
		district,
		section: 'team',
		indicator: '1',
		input,
		value,
		text: '',
		at
	}));
}
function scoreOf(draft: IndicatorDraft, inputs: Readonly<Record<string, EntryValue>>) {
	const [first] = scoreNaively(letterOf(draft), districts, enter(inputs)).scores;
	if (first === undefined) throw new Error('no score');
	return first;
}

describe('values', () => {
	const parts = {
		part: { label: 'p', type: 'count' },
		whole: { label: 'w', type: 'count' },
		figure: { label: 'f', type: 'pct' }
	} as const;
	const share = {
		share: { label: 's', figure: 'figure', percent: { part: 'part', whole: 'whole' }, zero_reading: 'X9' }
	};
	const at57 = { inputs: parts, values: share, judged: 'share', ladder: one({ value: 'share', at_least: 57 }) };
	test.each([
		['57 of 100 is exactly 57', { part: number(57), whole: number(100) }, { status: 'scored', outcome: 1, value: 57 }],
		[
			'569999 of 1000000 is below 57',
			{ part: number(569_999), whole: number(1_000_000) },
			{ status: 'scored', outcome: 0 }
		],
		['the figure alone decides', { figure: number(57) }, { status: 'scored', outcome: 1 }],
		[
			'a part alone leaves the figure to decide',
			{ part: number(1), figure: number(57) },
			{ status: 'scored', outcome: 1 }
		],
		[
			'parts decide over a figure that agrees when rounded',
			{ part: number(1139), whole: number(2000), figure: number(57) },
			{ status: 'scored', outcome: 0, value: 56.95 }
		],
		[
			'a half is rounded away from zero',
			{ part: number(113), whole: number(200), figure: number(57) },
			{ status: 'scored', outcome: 0, value: 56.5 }
		],
		[
			'a figure with decimals must agree to them',
			{ part: number(113), whole: number(200), figure: number(57, 1) },
			{ status: 'invalid' }
		],
		[
			'a bad figure beside whole parts says nothing',
			{ part: number(57), whole: number(100), figure: bad },
			{ status: 'scored', outcome: 1 }
		],
		['a bad part beside a figure says nothing', { part: bad, figure: number(57) }, { status: 'scored', outcome: 1 }],
		['a bad part without a figure is invalid', { part: bad }, { status: 'invalid' }],
		['nothing is not reported', {}, { status: 'not_reported', reason: 'missing_input' }],
		['more than the whole is invalid', { part: number(101), whole: number(100) }, { status: 'invalid' }],
		['5 of 0 is invalid', { part: number(5), whole: number(0) }, { status: 'invalid' }],
		[
			'0 of 0 has no answer',
			{ part: number(0), whole: number(0) },
			{ status: 'undecided', reason: 'zero_denominator', reading: 'X9' }
		]
	])('%s', (_, inputs, expected) => {
		expect(scoreOf(at57, inputs)).toMatchObject(expected);
	});

	test.each([
		['growth from 100 to 111', { from: number(100), to: number(111) }, 11],
		['a fall', { from: number(100), to: number(75) }, -25],
		['growth from nothing has no answer', { from: number(0), to: number(5) }, null]
	])('%s', (_, inputs, value) => {
		const money = { from: { label: 'f', type: 'baht' }, to: { label: 't', type: 'baht' } } as const;
		const values = { g: { label: 'g', growth: { from: 'from', to: 'to' } } };
		expect(
			scoreOf({ inputs: money, values, judged: 'g', ladder: one({ value: 'g', at_least: 0 }) }, inputs).value
		).toBe(value);
	});

	test.each([
		['a mean', list(90, 91, 92), { value: 91, outcome: 1 }],
		['a mean that does not end', list(90, 90, 91), { outcome: 0 }],
		['an empty list has no mean', list(), { status: 'undecided', reason: 'zero_denominator' }]
	])('%s', (_, pcts, expected) => {
		const inputs = { pcts: { label: 'p', type: 'list', of: 'pct' } } as const;
		const values = { m: { label: 'm', mean: 'pcts' } };
		expect(
			scoreOf({ inputs, values, judged: 'm', ladder: one({ value: 'm', more_than: 90.5 }) }, { pcts })
		).toMatchObject(expected);
	});

	test('a failed check makes all its inputs bad, and only where all are known', () => {
		const checks = [{ plus: ['a'], minus: ['b'], text: 'ก' }];
		const draft = { inputs: numbers, checks, ladder: one({ value: 'a', at_least: 1 }) };
		expect(scoreOf(draft, { a: number(1), b: number(2) }).status).toBe('invalid');
		expect(scoreOf(draft, { a: number(1) }).status).toBe('scored');
		expect(scoreOf(draft, { a: number(2), b: number(2) }).status).toBe('scored');
	});

	test('a figure stands for a part that is missing, but not for parts that contradict each other', () => {
		const checks = [{ plus: ['whole'], minus: ['part'], text: 'ก' }];
		const draft = { ...at57, checks };
		expect(scoreOf(draft, { part: number(1), figure: number(57) }).outcome).toBe(1);
		expect(scoreOf(draft, { part: number(101), whole: number(100), figure: number(57) }).status).toBe('invalid');
	});

	test('a fact of the province holds where a district has none of its own, and a given value where neither has', () => {
		const inputs = { a: { label: 'a', type: 'decimal', given: 3 } } as const;
		const draft = { inputs, judged: 'a', ladder: one({ value: 'a', at_least: 0 }) };
		const valuesWith = (entries: Entry[]) =>
			scoreNaively(letterOf(draft), districts, entries).scores.map((s) => s.value);
		expect(valuesWith([])).toEqual([3, 3, 3]);
		expect(valuesWith([...enter({ a: number(7) }, '99'), ...enter({ a: number(5) }, '9902')])).toEqual([7, 5, 7]);
	});

	test('a negative whole is invalid', () => {
		const values = { p: { label: 'p', percent: { part: 'a', whole: { plus: ['a'], minus: ['b'] } } } };
		expect(
			scoreOf({ inputs: numbers, values, ladder: one({ value: 'p', at_least: 0 }) }, { a: number(1), b: number(2) })
				.status
		).toBe('invalid');
	});
});

describe('conditions', () => {
	const dates = { d: { label: 'd', type: 'datetime' }, due: { label: 'u', type: 'datetime', due: true } } as const;
	test.each([
		['by a bare date lasts to the end of the day', { by: '2022-08-15' }, '2022-08-15T23:59:59', 1],
		['by a bare date is over the next day', { by: '2022-08-15' }, '2022-08-16T00:00', 0],
		['by a time includes it', { by: '2022-08-15T16:30' }, '2022-08-15T16:30', 1],
		['by a time is over a second later', { by: '2022-08-15T16:30' }, '2022-08-15T16:30:01', 0],
		['before is strict', { before: '2022-08-15' }, '2022-08-15T00:00', 0],
		['before holds the day before', { before: '2022-08-15' }, '2022-08-14T23:59:59', 1],
		['after a bare date begins the next day', { after: '2022-08-15' }, '2022-08-15T23:59', 0],
		['after holds the next day', { after: '2022-08-15' }, '2022-08-16T00:00', 1],
		['not done is by no date', { by: '2022-08-15' }, null, 0],
		['not done is before no date', { before: '2022-08-15' }, null, 0],
		['not done is after every date', { after: '2022-08-15' }, null, 1]
	])('%s', (_, bounds, iso, outcome) => {
		expect(scoreOf({ inputs: dates, ladder: one({ date: 'd', ...bounds }) }, { d: moment(iso) }).outcome).toBe(outcome);
	});
	test('a due date that is null is not known', () => {
		const draft = { inputs: dates, ladder: one({ date: 'd', by: { value: 'due' } }) };
		expect(scoreOf(draft, { d: moment('2022-08-15T12:00'), due: moment(null) }).status).toBe('not_reported');
		expect(scoreOf(draft, { d: moment('2022-08-15T12:00'), due: moment('2022-08-15T12:00') }).outcome).toBe(1);
	});
	test('done is known and not null', () => {
		const draft = { inputs: dates, ladder: one({ done: 'd' }) };
		expect(scoreOf(draft, { d: moment(null) }).outcome).toBe(0);
		expect(scoreOf(draft, { d: moment('2022-08-15T12:00') }).outcome).toBe(1);
		expect(scoreOf(draft, {}).status).toBe('not_reported');
	});

	const yes = {
		p: { label: 'p', type: 'bool' },
		q: { label: 'q', type: 'bool' },
		r: { label: 'r', type: 'bool' }
	} as const;
	const all: Condition = { all: [{ yes: 'p' }, { yes: 'q' }] };
	const any: Condition = { any: [{ yes: 'p' }, { yes: 'q' }] };
	const when: Condition = { if: { yes: 'p' }, then: { yes: 'q' } };
	const two: Condition = { at_least: 2, of: [{ yes: 'p' }, { yes: 'q' }, { yes: 'r' }] };
	const [t, f] = [bool(true), bool(false)];
	test.each([
		['all: false wins over unknown', all, { p: f }, 0],
		['all: true does not', all, { p: t }, null],
		['any: true wins over unknown', any, { p: t }, 1],
		['any: false does not', any, { p: f }, null],
		['if: a false premise is enough', when, { p: f }, 1],
		['if: a true conclusion is enough', when, { q: t }, 1],
		['if: an unknown premise is not', when, { q: f }, null],
		['if: a true premise asks the conclusion', when, { p: t, q: f }, 0],
		['two of three: two known are enough', two, { p: t, r: t }, 1],
		['two of three: two against are enough', two, { p: f, r: f }, 0],
		['two of three: one each is not', two, { p: t, r: f }, null]
	])('%s', (_, condition, inputs, outcome) => {
		const score = scoreOf({ inputs: yes, ladder: one(condition) }, inputs);
		expect(score.outcome).toBe(outcome);
		expect(score.status).toBe(outcome === null ? 'not_reported' : 'scored');
	});

	const room = (bounds: object, unsure: object) => ({
		inputs: numbers,
		ladder: one({ value: 'a', ...bounds, unsure: { reason: 'gap', reading: 'X1', recommend: 'unmet', ...unsure } })
	});
	test.each([
		['on the bound', room({ at_least: 60 }, { above: 59 }), 60, 'scored', 1, undefined],
		['between edge and bound', room({ at_least: 60 }, { above: 59 }), 59.5, 'undecided', null, 0],
		['on a strict edge', room({ at_least: 60 }, { above: 59 }), 59, 'scored', 0, undefined],
		['on an inclusive edge', room({ more_than: 0 }, { from: 0 }), 0, 'undecided', null, 0],
		[
			'the reading takes it as met',
			room({ at_most: 14.99 }, { below: 15, recommend: 'met' }),
			14.995,
			'undecided',
			null,
			1
		],
		[
			'the reading proposes a bound, which is met',
			room({ at_least: 60 }, { above: 50, recommend: 55 }),
			55,
			'undecided',
			null,
			1
		],
		[
			'the reading proposes a bound, which is not',
			room({ at_least: 60 }, { above: 50, recommend: 55 }),
			54.99,
			'undecided',
			null,
			0
		],
		[
			'the reading proposes nothing',
			room({ at_least: 60 }, { above: 50, recommend: 'none' }),
			55,
			'undecided',
			null,
			undefined
		],
		['a lost bound is never sure', room({ at_least: 'lost' }, { from: 25, recommend: 30 }), 99, 'undecided', null, 1],
		['a lost bound can be missed', room({ at_least: 'lost' }, { from: 25, recommend: 30 }), 24, 'scored', 0, undefined]
	] as const)('%s', (_, draft, a, status, outcome, recommended) => {
		const score = scoreOf(draft, { a: number(a, 3) });
		expect(score).toMatchObject({ status, outcome, reason: status === 'scored' ? null : 'gap' });
		expect(score.recommended?.outcome).toBe(recommended);
	});
	test('two numbers are compared by their difference', () => {
		const draft = { inputs: numbers, ladder: one({ value: 'a', equals: { value: 'b' } }) };
		expect(scoreOf(draft, { a: number(1.5), b: number(1.5) }).outcome).toBe(1);
		expect(scoreOf(draft, { a: number(1.5), b: number(1.500001) }).outcome).toBe(0);
		expect(scoreOf(draft, { a: number(1.5) }).status).toBe('not_reported');
		expect(scoreOf(draft, { a: number(1.5), b: bad }).status).toBe('invalid');
	});
});

describe('what the letter says of odd states', () => {
	const parts = { part: { label: 'p', type: 'count' }, whole: { label: 'w', type: 'count' } } as const;
	const share = (when_zero?: number) => ({
		inputs: parts,
		values: {
			share: {
				label: 's',
				percent: { part: 'part', whole: 'whole' },
				...(when_zero === undefined ? {} : { when_zero })
			}
		},
		judged: 'share',
		ladder: one({ value: 'share', at_least: 57 })
	});
	test.each([
		['nothing', undefined, 0, { status: 'undecided', reason: 'zero_denominator', value: null }],
		['100', 100, 0, { status: 'scored', outcome: 1, value: 100 }],
		['50', 50, 0, { status: 'scored', outcome: 0, value: 50 }],
		['a figure, but a part of nothing cannot be', 50, 5, { status: 'invalid' }]
	] as const)('a share over zero counts as %s', (_, whenZero, part, expected) => {
		expect(scoreOf(share(whenZero), { part: number(part), whole: number(0) })).toMatchObject(expected);
	});

	const ranked = (ties?: 'better' | 'worse') => ({
		inputs: numbers,
		values: { place: { label: 'p', place: 'a', ...(ties === undefined ? {} : { ties }) } },
		judged: 'place',
		ladder: one({ value: 'place', at_most: 1 })
	});
	test.each([
		['nobody says', undefined, { status: 'undecided', reason: 'tie', value: 1 }],
		['the better counts', 'better', { status: 'scored', outcome: 1, value: 1 }],
		['the worse counts', 'worse', { status: 'scored', outcome: 0, value: 2 }]
	] as const)('of a shared place %s', (_, ties, expected) => {
		const entries = [...enter({ a: number(5) }), ...enter({ a: number(5) }, '9902')];
		expect(scoreNaively(letterOf(ranked(ties)), districts, entries).scores[0]).toMatchObject(expected);
	});

	const yesNo = { y: { label: 'y', type: 'bool' }, ...numbers } as const;
	const either = { inputs: yesNo, ladder: one({ either: [{ yes: 'y' }, { value: 'a', at_least: 5 }] }) };
	test.each([
		['sent in one way', { y: bool(true) }, { status: 'scored', outcome: 1 }],
		['sent in the other', { a: number(5) }, { status: 'scored', outcome: 1 }],
		['failing in one', { a: number(4) }, { status: 'scored', outcome: 0 }],
		['in ways that disagree', { y: bool(true), a: number(4) }, { status: 'scored', outcome: 0 }],
		['in one way, the other unusable', { y: bool(true), a: bad }, { status: 'scored', outcome: 1 }],
		['not at all', {}, { status: 'not_reported' }]
	])('one fact %s', (_, inputs, expected) => {
		expect(scoreOf(either, inputs)).toMatchObject(expected);
	});

	test.each([
		['nothing yet', undefined, { status: 'undecided', reason: 'rule_missing', reading: 'X1' }],
		['met', 'met' as const, { status: 'scored', outcome: 1 }],
		['not met', 'unmet' as const, { status: 'scored', outcome: 0 }],
		['a condition that fails', { value: 'a', at_least: 6 }, { status: 'scored', outcome: 0 }]
	])('lost words are taken to be %s', (_, taken, expected) => {
		const ladder = one({
			all: [
				{ value: 'a', at_least: 5 },
				{ lost: 'X1', ...(taken === undefined ? {} : { taken }) }
			]
		});
		expect(scoreOf({ inputs: numbers, ladder }, { a: number(5) })).toMatchObject(expected);
	});

	test('a district that is excepted is not measured and holds no place', () => {
		const except = [{ districts: ['9901'], why: 'ก' }];
		const entries = [...enter({ a: number(9) }), ...enter({ a: number(5) }, '9902')];
		const { scores, sections } = scoreNaively(letterOf({ ...ranked(), except }), districts, entries);
		expect(scores.slice(0, 2)).toMatchObject([
			{ status: 'not_applicable' },
			{ status: 'scored', outcome: 1, value: 1 }
		]);
		expect(sections[0]).toMatchObject({ weight: 0, percent: null });
	});
});

describe('ladders and points', () => {
	const bands = (mode: 'one' | 'highest') => ({
		inputs: numbers,
		ladder: {
			mode,
			rungs: [
				{ outcome: 1, text: 'ก', needs: { value: 'a', at_most: 59 } },
				{ outcome: 2, text: 'ข', needs: { value: 'a', at_least: 60 } },
				{ outcome: 3, text: 'ค', needs: { value: 'a', at_least: 100 } }
			]
		}
	});
	test.each([
		['one: in a single band', 'one', 60, { status: 'scored', outcome: 2 }],
		['one: in none', 'one', 59.5, { status: 'undecided', reason: 'gap', lowest: 0, highest: 3 }],
		['one: in two', 'one', 100, { status: 'undecided', reason: 'overlap', lowest: 0, highest: 3 }],
		['highest: the higher of two', 'highest', 100, { status: 'scored', outcome: 3 }],
		['highest: none is 0', 'highest', 59.5, { status: 'scored', outcome: 0, points: 0 }]
	] as const)('%s', (_, mode, a, expected) => {
		expect(scoreOf(bands(mode), { a: number(a, 1) })).toMatchObject(expected);
	});
	test('a rung that is sure as a whole does not wait for what else was asked', () => {
		const score = scoreOf(
			{
				inputs: numbers,
				ladder: one({
					any: [
						{ value: 'a', at_least: 1 },
						{ value: 'b', at_least: 1 }
					]
				})
			},
			{ a: number(1), b: bad }
		);
		expect(score.status).toBe('scored');
	});
	test('a gap above waits for no ruling while something is missing below it', () => {
		const ladder = {
			mode: 'highest' as const,
			rungs: [
				{ outcome: 1, text: 'ก', needs: { value: 'b', at_least: 1 } },
				{ outcome: 2, text: 'ข', needs: { value: 'a', at_least: 60, unsure: { above: 59, reading: 'X1' } } }
			]
		};
		expect(scoreOf({ inputs: numbers, ladder }, { a: number(59.5, 1) })).toMatchObject({
			status: 'not_reported',
			reading: null,
			lowest: 0,
			highest: 2
		});
	});

	const deduction = (points: number, floor?: number) => ({
		inputs: { ...numbers, c: { label: 'c', type: 'count' } } as const,
		ladder: {
			mode: 'highest' as const,
			rungs: [1, 2, 3].map((n) => ({ outcome: n, text: 'ก', needs: { value: 'a', at_least: n } }))
		},
		adjust: [{ when: { value: 'c', at_least: 1 }, points, text: 'ก' }],
		...(floor === undefined ? {} : { floor })
	});
	test.each([
		['taken away', deduction(-0.5), { a: number(2), c: number(1) }, { outcome: 2, points: 1.5, weighted: 5 }],
		['not taken away', deduction(-0.5), { a: number(2), c: number(0) }, { outcome: 2, points: 2 }],
		['never below 0', deduction(-0.5), { a: number(0), c: number(1) }, { outcome: 0, points: 0 }],
		['never below the floor', deduction(-2, 1), { a: number(2), c: number(1) }, { outcome: 2, points: 1 }],
		['never above the top', deduction(0.5), { a: number(3), c: number(1) }, { outcome: 3, points: 3 }],
		[
			'unknown leaves the result open',
			deduction(-0.5),
			{ a: number(2) },
			{ status: 'not_reported', outcome: null, lowest: 1.5, highest: 2 }
		],
		['unknown does not matter at the floor', deduction(-0.5), { a: number(0) }, { status: 'scored', points: 0 }],
		['unusable leaves the result invalid', deduction(-0.5), { a: number(2), c: bad }, { status: 'invalid' }]
	])('%s', (_, draft, inputs, expected) => {
		expect(scoreOf(draft, inputs)).toMatchObject(expected);
	});
	test('points per count', () => {
		const draft = { ...deduction(0), adjust: [{ per: 'c', points: -0.5, text: 'ก' }] };
		expect(scoreOf(draft, { a: number(3), c: number(4) }).points).toBe(1);
		expect(scoreOf(draft, { a: number(3), c: number(9) }).points).toBe(0);
		expect(scoreOf(draft, { a: number(3) })).toMatchObject({ status: 'not_reported', lowest: 0, highest: 3 });
	});
});

describe('sections', () => {
	const ladder = {
		mode: 'highest' as const,
		rungs: [1, 2, 3, 4, 5].map((n) => ({ outcome: n, text: 'ก', needs: { value: 'a', at_least: n } }))
	};
	const ranked = (a: readonly (EntryValue | null)[], more: { lost_weight?: number } = {}, draft: IndicatorDraft = {}) =>
		scoreNaively(
			letterOf({ inputs: numbers, ladder, ...draft }, more),
			districts,
			a.flatMap((value, i) => (value === null ? [] : enter({ a: value }, districts[i])))
		).sections;
	test('equal percents share a place, and an open one may still take any', () => {
		expect(
			ranked([number(4), number(4), null]).map((s) => [s.percent, s.percent_best, s.place, s.place_best, s.place_worst])
		).toEqual([
			[80, 80, 1, 1, 2],
			[80, 80, 1, 1, 2],
			[0, 100, 3, 1, 3]
		]);
	});
	test('lost weight stays in the denominator: full at best, nothing at worst', () => {
		expect(ranked([number(5), null, null], { lost_weight: 10 })[0]).toMatchObject({
			percent: 50,
			percent_best: 100,
			percent_worst: 50,
			weight: 20,
			decided_weight: 10
		});
	});
	test('a section in which nothing applies has no percent and no place', () => {
		const [, second] = ranked([number(5), null, null], {}, { applies_to: ['9901'] });
		expect(second).toMatchObject({ percent: null, place: null, weight: 0 });
	});
	test('colours stand outside the sum', () => {
		const colours = {
			mode: 'highest' as const,
			rungs: [{ outcome: 'green', text: 'ก', needs: { value: 'a', at_least: 1 } }]
		};
		const letter = letterOf({ inputs: numbers, ladder: colours });
		const { scores, sections } = scoreNaively(letter, districts, enter({ a: number(1) }));
		expect(scores[0]).toMatchObject({ outcome: 'green', points: null, max_points: null, weight: null, lowest: null });
		expect(sections[0]).toMatchObject({ weight: 0, percent: null });
	});
});
