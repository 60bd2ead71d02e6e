import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkAgreement } from '../../src/lib/agreement/check.ts';
import { listQuestions } from '../../src/lib/agreement/questions.ts';
import { settleEdge } from '../../src/lib/agreement/rule-ladder.ts';
import { applyRulings, standingRulings } from '../../src/lib/agreement/rule.ts';
import { troubleOf } from '../../src/lib/agreement/ruling-trouble.ts';
import type { ReasonedRuling, Ruling, Take } from '../../src/lib/agreement/ruling.ts';
import type { Case } from '../../src/lib/agreement/cases.ts';
import { agreementSchema, type Agreement } from '../../src/lib/agreement/schema.ts';
import { underReading } from '../../src/lib/agreement/under-reading.ts';
import type { IndicatorScore } from '../../src/lib/scoring/results.ts';
import { readLetters } from './letters.ts';
import { runCases } from './run-cases.ts';

const inForce = readLetters('data/agreements/*/*.cases.yaml');
const letters = [...inForce, ...readLetters('tests/scoring/hard/*.cases.yaml')];
const reason = 'มติคณะกรรมการ';
let connection: DuckDBConnection;
beforeAll(async () => {
	connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
});

/** Every recommendation there is, as one act takes them. */
function everyRecommendation(agreement: Agreement): readonly ReasonedRuling[] {
	return listQuestions(agreement).flatMap(({ reading, indicator, options }) =>
		options.some((option) => option.proposed) ? [{ reading, indicator, take: { kind: 'recommended' }, reason }] : []
	);
}
const shown = ({ status, outcome, points }: IndicatorScore) => ({ status, outcome, points });

/** A letter of one indicator only, put into another form. */
function onlyIndicator(agreement: Agreement, at: string, by: (one: Indicator) => Indicator): Agreement {
	const sections = agreement.sections.flatMap((section) => {
		const indicators = section.indicators.filter((one) => `${section.section}/${one.indicator}` === at).map(by);
		return indicators.length === 0 ? [] : [{ ...section, indicators }];
	});
	return { ...agreement, sections };
}
type Indicator = Agreement['sections'][number]['indicators'][number];

describe.each(letters)('$file', ({ agreement, cases, districts }) => {
	it('scores, once all recommendations are taken, what was recommended, and everything else as before', async () => {
		const before = await runCases(connection, agreement, cases, districts);
		const after = await runCases(connection, applyRulings(agreement, everyRecommendation(agreement)), cases, districts);
		for (const [at, { one, score }] of before.entries()) {
			const now = after[at]?.score;
			if (!now) throw new Error('a case has a result');
			const { recommended, status } = score;
			const expected = recommended
				? { status: 'scored', outcome: recommended.outcome, points: recommended.points }
				: shown(score);
			// What also waits for a value may come to the same whatever the value is.
			if (recommended || status === 'scored' || now.status !== 'scored')
				expect({ case: one.case, ...shown(now) }).toEqual({ case: one.case, ...expected });
			if (now.status === 'scored' && status !== 'scored') expect(now.reading, one.case).not.toBeNull();
		}
	});

	it('stays a letter that the schema and the check accept', () => {
		const ruled = applyRulings(agreement, everyRecommendation(agreement));
		expect(agreementSchema.safeParse(ruled).error).toBeUndefined();
		expect(checkAgreement(ruled, districts)).toEqual(checkAgreement(agreement, districts));
	});

	it('scores under a switched reading as a letter that read so from the start, and says on which reading it rests', async () => {
		const before = await runCases(connection, agreement, cases, districts);
		for (const { reading, indicator, options } of listQuestions(agreement).filter((one) => one.kind === 'switch'))
			for (const { take } of options) {
				if (take.kind !== 'alternative') throw new Error('a reading in force is switched to an alternative');
				const mine = cases.filter((one) => one.indicator === indicator);
				const alone = onlyIndicator(agreement, indicator, (one) => one);
				const plain = onlyIndicator(agreement, indicator, (one) => {
					const taken = one.alternatives?.find((other) => other.reading === reading && other.text === take.text);
					if (!taken) throw new Error('the alternative is in the letter');
					const { alternatives: _, ...rest } = underReading(one, taken);
					return rest;
				});
				const switched = applyRulings(alone, [{ reading, indicator, take, reason }]);
				const expected = await runCases(connection, plain, mine, districts);
				const after = await runCases(connection, switched, mine, districts);
				expect(after.map(({ score }) => shown(score))).toEqual(expected.map(({ score }) => shown(score)));
				for (const { one, score } of after) {
					const was = before.find((result) => result.one === one)?.score;
					const same = was && JSON.stringify(shown(was)) === JSON.stringify(shown(score));
					if (!same && score.status === 'scored') expect(score.reading, one.case).not.toBeNull();
				}
			}
	});
});

const khonKaen = inForce.find((letter) => letter.agreement.agreement === 'khon-kaen/2565-2');
if (!khonKaen) throw new Error('the letter of Khon Kaen is at hand');

async function scoreUnder(rulings: readonly Ruling[], one: Partial<Case> & Pick<Case, 'indicator' | 'inputs'>) {
	const ruled = applyRulings(
		khonKaen!.agreement,
		rulings.map((ruling) => ({ ...ruling, reason }))
	);
	const [result] = await runCases(
		connection,
		ruled,
		[{ case: 'ทดสอบ', status: 'scored', ...one }],
		khonKaen!.districts
	);
	if (!result) throw new Error('a case has a result');
	return result.score;
}
const over = (count: number, when: string) => ({
	indicator: 'competency/4',
	inputs: {
		bmn_working_groups_exist: true,
		bmn_plan_exists: true,
		uploaded_households_count: count,
		allocated_households_count: 100,
		completed_at: when,
		submission_due: '2022-06-30T16:30'
	}
});
const few = over(90, '2022-06-01T09:00');
const many = over(110, '2022-07-02T09:00');
const noDebt = {
	indicator: 'individual/4',
	inputs: { overdue_reduced_baht: 0, overdue_base_2021_10_01_baht: 0, substantiated_complaints_count: 0 }
};
const fund = (increase: number) => ({
	indicator: 'individual/6',
	inputs: {
		fund_village_db_complete: true,
		understanding_meeting_held: true,
		fund_status_graded_abc: true,
		fund_activities_count: 1,
		wisdom_fund_increase_baht: increase
	}
});
const x75 = (take: Take): Ruling => ({ reading: 'X75', indicator: 'competency/4', take });
const x69 = (take: Take): Ruling => ({ reading: 'X69', indicator: 'individual/6', take });
const x93 = (take: Take): Ruling => ({ reading: 'X93', indicator: 'individual/4', take });
const fewText = 'อัปโหลดน้อยกว่าครัวเรือนที่ได้รับการจัดสรร แต่ภายในวันที่กำหนดส่ง';

const ruledResults = [
	['nothing', [], few, 'undecided', null, 'X75'],
	[
		'an outcome for one state of affairs',
		[x75({ kind: 'outcome', outcome: 2, text: fewText })],
		few,
		'scored',
		2,
		'X75'
	],
	[
		'it says nothing of the others',
		[x75({ kind: 'outcome', outcome: 2, text: fewText })],
		many,
		'undecided',
		null,
		'X75'
	],
	['an outcome for all of the reading', [x75({ kind: 'outcome', outcome: 4, text: null })], few, 'scored', 4, 'X75'],
	['the recommendation', [x75({ kind: 'recommended' })], many, 'scored', 4, 'X75'],
	[
		'the later ruling',
		[x75({ kind: 'recommended' }), x75({ kind: 'outcome', outcome: 2, text: null })],
		few,
		'scored',
		2,
		'X75'
	],
	['a ruling withdrawn', [x75({ kind: 'recommended' }), x75({ kind: 'withdraw' })], few, 'undecided', null, 'X75'],
	['an edge not reached', [x69({ kind: 'edge', as: 'unmet' })], fund(0), 'scored', 2, 'X69'],
	['an edge reached', [x69({ kind: 'edge', as: 'met' })], fund(0), 'scored', 3, 'X69'],
	['what is beside the edge stays', [x69({ kind: 'edge', as: 'met' })], fund(500), 'scored', 3, null],
	['a denominator of zero', [], noDebt, 'undecided', null, 'X93'],
	['a denominator of zero that counts as 30', [x93({ kind: 'zero', figure: 30 })], noDebt, 'scored', 5, 'X93'],
	['a denominator of zero that counts as 0', [x93({ kind: 'zero', figure: 0 })], noDebt, 'scored', 0, 'X93'],
	[
		'a ruling on another indicator',
		[{ ...x93({ kind: 'zero', figure: 30 }), indicator: 'team/1' }],
		noDebt,
		'undecided',
		null,
		'X93'
	]
] as const;

it.each(ruledResults)('under %s', async (_, rulings, one, status, outcome, reading) => {
	const score = await scoreUnder(rulings, one);
	expect([score.status, score.outcome]).toEqual([status, outcome]);
	if (reading === null) expect(score.reading).not.toBe('X69');
	else expect(score.reading).toBe(reading);
});

it('keeps a share over zero that counts as a figure open to what its parts say, and shows the figure', async () => {
	const ruling = x93({ kind: 'zero', figure: 30 });
	expect((await scoreUnder([ruling], noDebt)).value).toBe(30);
	const parts = {
		...noDebt,
		inputs: { ...noDebt.inputs, overdue_base_2021_10_01_baht: 100, overdue_reduced_baht: 15 }
	};
	expect(await scoreUnder([ruling], parts)).toMatchObject({ status: 'scored', outcome: 2, value: 15, reading: null });
	const half = { ...noDebt, inputs: { overdue_reduced_baht: 0, substantiated_complaints_count: 0 } };
	expect(await scoreUnder([ruling], half)).toMatchObject({ status: 'not_reported', outcome: null });
});

const edges = [
	[{ at_least: 61 }, { above: 60 }, 'met', { more_than: 60 }],
	[{ at_least: 61 }, { above: 60 }, 'unmet', { at_least: 61 }],
	[{ at_least: 61 }, { above: 60 }, 60.5, { at_least: 60.5 }],
	[{ at_least: 61 }, { above: 60 }, 60, { more_than: 60 }],
	[{ at_least: 61 }, { above: 60 }, 50, { more_than: 60 }],
	[{ at_least: 61 }, { above: 60 }, 62, { at_least: 61 }],
	[{ more_than: 0 }, { from: 0 }, 'met', { at_least: 0 }],
	[{ more_than: 90, at_most: 100 }, { from: 90 }, 'met', { at_least: 90, at_most: 100 }],
	[{ equals: 100 }, { above: 99 }, 'met', { more_than: 99, at_most: 100 }],
	[{ equals: 100 }, { above: 99 }, 'unmet', { equals: 100 }],
	[{ at_most: 14.99 }, { below: 15 }, 'met', { less_than: 15 }],
	[{ at_most: 14.99 }, { below: 15 }, 14.995, { at_most: 14.995 }],
	[{ at_least: 3, at_most: 4 }, { to: 5 }, 'met', { at_least: 3, at_most: 5 }],
	[{ at_least: 'lost' }, { from: 25 }, 30, { at_least: 30 }],
	[{ at_least: 'lost' }, { from: 25 }, 'unmet', { at_least: 'lost', unsure: expect.anything() as unknown }]
] as const;
it.each(edges)('a bound %j with the edge %j, ruled %j, is %j', (bound, edge, as, expected) => {
	const unsure = { ...edge, reason: 'gap', reading: 'X1', recommend: 'unmet' } as const;
	expect(settleEdge({ value: 'v', ...bound, unsure }, unsure, as)).toEqual({ value: 'v', ...expected });
});

it('a reading says what was ruled and why, and nothing waits for it any more', () => {
	const ruled = applyRulings(khonKaen.agreement, [{ ...x75({ kind: 'recommended' }), reason }]);
	expect(khonKaen.agreement.readings['X75']?.kind).toBe('filler');
	expect(ruled.readings['X75']).toMatchObject({
		kind: 'choice',
		taken: khonKaen.agreement.readings['X75']?.taken,
		why: 'มีคำวินิจฉัย: มติคณะกรรมการ'
	});
	const one = applyRulings(khonKaen.agreement, [
		{
			reading: 'X97',
			indicator: 'team/3',
			take: { kind: 'alternative', text: 'ได้ระดับสูงสุดที่เข้าเกณฑ์ แม้ระดับล่างยังไม่ครบ' },
			reason
		}
	]);
	expect(one.readings['X97']?.taken).toBe('ต้องผ่านระดับล่างทุกระดับ; เฉพาะ team/3: ได้ระดับสูงสุดที่เข้าเกณฑ์ แม้ระดับล่างยังไม่ครบ');
});

it('every place the letter leaves open can be ruled on', () => {
	const open = listQuestions(khonKaen.agreement).filter((one) => one.kind !== 'switch');
	const asked = open.map(({ reading, indicator, kind }) => `${reading} ${indicator} ${kind}`);
	expect(asked).toEqual(
		expect.arrayContaining(['X93 individual/4 zero', 'X69 individual/6 edge', 'X94 individual/7 outcome'])
	);
	expect(asked.filter((one) => one === 'X75 competency/4 outcome')).toHaveLength(3);
	const few = open.find((one) => one.asks === fewText);
	// Between the levels that the letter's own neighbours allow.
	expect(few?.options.map(({ take, proposed }) => [take.kind === 'outcome' && take.outcome, proposed])).toEqual([
		[2, false],
		[3, true],
		[4, false],
		[5, false]
	]);
});

it('of the rulings on one question the last stands', () => {
	const first = x75({ kind: 'outcome', outcome: 2, text: fewText });
	const other = x75({ kind: 'outcome', outcome: 4, text: 'อื่น' });
	expect(standingRulings([first, other])).toEqual([first, other]);
	expect(standingRulings([first, other, x75({ kind: 'recommended' })])).toEqual([x75({ kind: 'recommended' })]);
	expect(standingRulings([first, x69({ kind: 'withdraw' })])).toEqual([first]);
	expect(standingRulings([first, x75({ kind: 'withdraw' })])).toEqual([]);
});

const buriram = inForce.find((letter) => letter.agreement.agreement === 'buriram/2565-2');
if (!buriram) throw new Error('the letter of Buriram is at hand');
const lostText = (level: string) => `(หน้าที่พิมพ์ระดับ ${level} หายไป)`;
const x42 = (as: Extract<Take, { kind: 'words' }>['as'], text: string | null): Ruling => ({
	reading: 'X42',
	indicator: 'individual/6',
	take: { kind: 'words', as, text }
});
const x43: Ruling = { reading: 'X43', indicator: 'individual/6', take: { kind: 'recommended' } };
const events = (count: number) => ({
	indicator: 'individual/6',
	inputs: {
		online_channels_count: 2,
		new_online_operators_pct: 1,
		no_budget_market_events_count: count,
		otop_online_growth_pct: 11,
		thai_cloth_growth_pct: 4,
		otop_sales_growth_pct: 4
	}
});
const twelve = { value: 'no_budget_market_events_count', at_least: 12 };
const both = { all: [twelve, { value: 'otop_online_growth_pct', at_least: 12 }] };

const lostWords: readonly (readonly [string, readonly Ruling[], number, string, number | null])[] = [
	['nothing is ruled', [], 12, 'undecided', null],
	['of one level they are met', [x43, x42('met', lostText('๒'))], 4, 'undecided', null],
	['of all levels they are met', [x43, x42('met', null)], 4, 'scored', 4],
	['of all levels nobody meets them', [x43, x42('unmet', null)], 15, 'scored', 1],
	[
		'of one level they ask a figure that is reached',
		[x43, x42('unmet', null), x42(twelve, lostText('๓'))],
		12,
		'scored',
		3
	],
	[
		'of one level they ask a figure that is not',
		[x43, x42('unmet', null), x42(twelve, lostText('๓'))],
		11,
		'scored',
		1
	],
	['of one level they ask two things', [x43, x42('unmet', null), x42(both, lostText('๓'))], 12, 'scored', 1],
	['the later ruling stands', [x43, x42('met', null), x42('unmet', null)], 4, 'scored', 1],
	[
		'a ruling on one level stays beside one on another',
		[x43, x42('met', lostText('๒')), x42('unmet', lostText('๓')), x42('unmet', lostText('๔'))],
		4,
		'scored',
		2
	],
	[
		'a ruling is withdrawn',
		[x43, x42('met', null), { ...x42('met', null), take: { kind: 'withdraw' } }],
		4,
		'undecided',
		null
	]
];
it.each(lostWords)('lost words: %s', async (_, rulings, count, status, outcome) => {
	const { agreement, districts } = buriram;
	const ruled = applyRulings(
		agreement,
		rulings.map((ruling) => ({ ...ruling, reason }))
	);
	expect(agreementSchema.safeParse(ruled).error).toBeUndefined();
	const [result] = await runCases(
		connection,
		ruled,
		[{ case: 'ทดสอบ', status: 'scored', ...events(count) }],
		districts
	);
	expect([result?.score.status, result?.score.outcome]).toEqual([status, outcome]);
	if (status === 'scored') expect(['X42', 'X43']).toContain(result?.score.reading);
});

it('lost words are asked about rung by rung, and what takes their place must be clear and known to the indicator', () => {
	const asked = listQuestions(buriram.agreement).filter((one) => one.kind === 'words');
	expect(asked.map(({ reading, indicator, asks }) => `${reading} ${indicator} ${asks}`)).toEqual(
		['๒', '๓', '๔'].map((level, i) => `X42 individual/6 ระดับ ${i + 2}: ${lostText(level)}`)
	);
	const trouble = (ruling: Ruling) => troubleOf(buriram.agreement, [], ruling)?.kind ?? null;
	expect(trouble(x42('met', lostText('๒')))).toBeNull();
	expect(trouble(x42(both, null))).toBeNull();
	expect(trouble(x42('met', lostText('๕')))).toBe('no_answer');
	expect(trouble({ ...x42('met', null), reading: 'X43' })).toBe('no_answer');
	for (const condition of [
		{ value: 'nothing_such', at_least: 1 },
		{ value: 'no_budget_market_events_count' },
		{ value: 'no_budget_market_events_count', at_least: 'lost' as const },
		{ yes: 'no_budget_market_events_count' },
		{ any: [twelve, { lost: 'X42' }] }
	])
		expect(trouble(x42(condition, null)), JSON.stringify(condition)).toBe('no_condition');
	const ruled = applyRulings(buriram.agreement, [{ ...x42(twelve, lostText('๒')), reason }]);
	expect(listQuestions(ruled).filter((one) => one.kind === 'words')).toHaveLength(2);
	expect(ruled.readings['X42']?.taken).toMatch(/ไม่น้อยกว่า 12$/);
});

it('a bound whose figure is lost may be ruled to stand at a figure', () => {
	const asked = listQuestions(buriram.agreement).find((one) => one.reading === 'X47');
	expect(asked?.figure).toEqual({ unit: 'ร้อยละ', bounds: [25] });
	expect(
		troubleOf(buriram.agreement, [], { reading: 'X47', indicator: 'team/4', take: { kind: 'edge', as: 28 } })
	).toBeNull();
});
