import { describe, expect, test } from 'vitest';
import type { EntryInForce, RoundView } from '../../src/lib/ranking/round.ts';
import { followWay, type GivenDecision } from '../../src/lib/ranking/way-follow.ts';
import { allGroups, listGroups, ownsIndicator } from '../../src/lib/ranking/way-groups.ts';
import { countWay, whoActs } from '../../src/lib/ranking/way-next.ts';
import { listSent, type SentResult } from '../../src/lib/ranking/way-sent.ts';
import type { EditionHead, ResultState } from '../../src/lib/ranking/way.ts';
import type { IndicatorScore, Status } from '../../src/lib/scoring/results.ts';
import { letter, steps } from './letters.ts';

const key = '4001/team/1';
const entry = (district: string, input: string, value: number, submission: number): EntryInForce => ({
	district,
	section: 'team',
	indicator: '1',
	input,
	value: { kind: 'number', scaled: BigInt(value) * 1_000_000n, decimals: 0 },
	text: String(value),
	at: { file: 'a.csv' },
	submission
});
const score = (district: string, indicator: string, status: Status): IndicatorScore => ({
	...{ district, section: 'team', indicator, status, outcome: null, points: null, max_points: 5, weight: 10 },
	...{ weighted: null, value: null, reason: null, reading: null, recommended: null }
});
/** The values alone: what stamps are made of. */
const stampOf = ({ values }: SentResult) => values.map(({ input, text }) => `${input}=${text}`).join();
const sent = (value: number, submission: number) =>
	new Map([
		[key, { district: '4001', section: 'team', indicator: '1', values: [entry('4001', 'spent', value, submission)] }]
	]);
const decision = (kind: 'approve' | 'return', value: number, received: number, line = 9): GivenDecision => ({
	...{ kind, district: '4001', section: 'team', indicator: '1', stamp: `spent=${value}`, received, line },
	...{ at: '2022-10-01T09:00:00+07:00', who: 'กลุ่มงานส่งเสริม', reason: kind === 'return' ? 'ยอดไม่ตรงกับ GFMIS' : null }
});
const stateOf = (results: ReturnType<typeof sent>, ...decisions: readonly GivenDecision[]) =>
	followWay(results, decisions, stampOf).get(key)?.kind;

describe('how far a result has come', () => {
	test.each([
		['sent, nobody has decided', sent(90, 1), [], 'sent'],
		['approved as it stands', sent(90, 1), [decision('approve', 90, 1)], 'approved'],
		['approved, then sent otherwise', sent(95, 2), [decision('approve', 90, 1)], 'sent'],
		['approved, then the same sent again', sent(90, 2), [decision('approve', 90, 1)], 'approved'],
		['returned', sent(90, 1), [decision('return', 90, 1)], 'returned'],
		['returned, then sent otherwise', sent(95, 2), [decision('return', 90, 1)], 'sent'],
		['returned, then the same sent again', sent(90, 2), [decision('return', 90, 1)], 'sent'],
		['returned, put right, approved', sent(95, 2), [decision('return', 90, 1), decision('approve', 95, 2)], 'approved'],
		[
			'approved, then returned after all',
			sent(90, 1),
			[decision('approve', 90, 1), decision('return', 90, 1)],
			'returned'
		],
		[
			'approved otherwise before, sent anew',
			sent(95, 3),
			[decision('approve', 95, 1), decision('approve', 90, 2)],
			'sent'
		]
	] as const)('%s', (_, results, decisions, expected) => {
		expect(stateOf(results, ...decisions)).toBe(expected);
	});

	test('of which nothing was sent, a decision says nothing any more', () => {
		expect(followWay(new Map(), [decision('approve', 90, 1)], stampOf).size).toBe(0);
	});

	test('the state carries who decided, when and why', () => {
		const returned = decision('return', 90, 1);
		expect(followWay(sent(90, 1), [returned], stampOf).get(key)).toEqual({ kind: 'returned', decision: returned });
	});
});

describe('what was sent of a result', () => {
	const province = { code: '40', slug: 'khon-kaen', name: 'ขอนแก่น', english: 'Khon Kaen', districts: [] };
	const sentOf = (status: Status, ...entries: readonly EntryInForce[]) =>
		listSent({ province, entries, answer: { agreement: '', scores: [score('4001', '1', status)], sections: [] } })
			.get(key)
			?.values.map(({ district, input, text }) => `${district} ${input} ${text}`);

	test.each<[string, Status, readonly EntryInForce[], readonly string[] | undefined]>([
		['its own values', 'scored', [entry('4001', 'spent', 90, 1)], ['4001 spent 90']],
		['a fact of the province where it has none', 'scored', [entry('40', 'spent', 80, 1)], ['40 spent 80']],
		[
			'its own before the province’s',
			'scored',
			[entry('40', 'spent', 80, 2), entry('4001', 'spent', 90, 1)],
			['4001 spent 90']
		],
		[
			'both, by input',
			'scored',
			[entry('4001', 'spent', 90, 1), entry('40', 'given', 80, 2)],
			['40 given 80', '4001 spent 90']
		],
		[
			'a fact of the province alone is nothing sent by a district that owes its own',
			'not_reported',
			[entry('40', 'given', 80, 1)],
			undefined
		],
		['a part of it is something sent', 'not_reported', [entry('4001', 'given', 80, 1)], ['4001 given 80']],
		['nothing of what does not apply', 'not_applicable', [entry('4001', 'spent', 90, 1)], undefined],
		['nothing of another district', 'not_reported', [entry('4002', 'spent', 90, 1)], undefined]
	])('%s', (_, status, entries, expected) => {
		expect(sentOf(status, ...entries)).toEqual(expected);
	});
});

describe('who owns an indicator', () => {
	test.each<[string, string | null, readonly string[] | null, boolean]>([
		['the group it names', 'ส่งเสริม', ['ส่งเสริม'], true],
		['not another', 'ส่งเสริม', ['ประสาน'], false],
		['both of two', 'ส่งเสริม + ประสาน', ['ประสาน'], true],
		['a name that only begins alike is another', 'ส่งเสริม', ['ส่ง'], false],
		['where it names nobody, no group', null, ['ส่งเสริม'], false],
		['where it names nobody, the director', null, null, true],
		['whoever has no group owns none', 'ส่งเสริม', [], false]
	])('%s', (_, work_group, groups, owns) => {
		expect(ownsIndicator(groups, { work_group })).toBe(owns);
	});

	test('two groups of one indicator are each named once', () => {
		const agreement = letter('khon-kaen/2565-2', '2022-04-01', '2022-09-30', [
			steps('1', 50, '2022-08-15', { work_group: 'ส่งเสริม + ประสาน' }),
			steps('2', 30, '2022-08-15', { work_group: 'ประสาน' }),
			steps('3', 20, '2022-08-15')
		]);
		expect(allGroups(agreement)).toEqual(['ส่งเสริม', 'ประสาน']);
		expect(listGroups({ work_group: null })).toEqual([]);
	});
});

describe('who acts next', () => {
	const agreement = letter('khon-kaen/2565-2', '2022-04-01', '2022-09-30', [
		steps('1', 60, '2022-08-15', { work_group: 'ส่งเสริม' }),
		steps('2', 40, '2022-08-15', { work_group: 'ประสาน' })
	]);
	const states = {
		sent: { kind: 'sent' },
		returned: { kind: 'returned', decision: decision('return', 90, 1) },
		approved: { kind: 'approved', decision: decision('approve', 90, 1) }
	} as const satisfies Record<string, ResultState>;
	/** `1`: sent …; of districts 4001 and 4002 indicators 1 and 2 each */
	function view(
		of: readonly (keyof typeof states | 'unsent' | 'elsewhere')[],
		editions: readonly EditionHead[] = [],
		newest = '2022-10-02T09:00:00+07:00'
	): Pick<RoundView, 'agreement' | 'answer' | 'way' | 'editions' | 'newest'> {
		const places = [
			['4001', '1'],
			['4001', '2'],
			['4002', '1'],
			['4002', '2']
		] as const;
		const scores = places.map(([district, indicator], nth) =>
			score(district, indicator, of[nth] === 'elsewhere' ? 'not_applicable' : 'scored')
		);
		const way = places.flatMap(([district, indicator], nth): readonly (readonly [string, ResultState])[] => {
			const state = of[nth];
			return state === undefined || state === 'unsent' || state === 'elsewhere'
				? []
				: [[`${district}/team/${indicator}`, states[state]]];
		});
		return { agreement, answer: { agreement: '', scores, sections: [] }, way: new Map(way), editions, newest };
	}
	const published: EditionHead = {
		...{ number: 1, published_at: '2022-10-03T09:00:00+07:00', who: 'พัฒนาการจังหวัด', code: 'WP-0000-0000-0000' },
		...{ sha256: 'a'.repeat(64), reason: null }
	};

	test('districts that owe, districts that put right, groups that check', () => {
		expect(whoActs(view(['sent', 'sent', 'returned', 'unsent']))).toMatchObject({
			...{ asked: 4, unsent: 1, waiting: 2, returned: 1, approved: 0, owing: ['4002'], correcting: ['4002'] },
			checking: [
				{ group: 'ส่งเสริม', results: 1 },
				{ group: 'ประสาน', results: 1 }
			],
			edition: null
		});
	});
	test('of one district its own alone', () => {
		expect(whoActs(view(['sent', 'approved', 'returned', 'unsent']), '4001')).toMatchObject({
			...{ asked: 2, unsent: 0, waiting: 1, returned: 0, approved: 1, owing: [], correcting: [] },
			checking: [{ group: 'ส่งเสริม', results: 1 }]
		});
	});
	test('what does not apply is asked of nobody', () => {
		expect(countWay(view(['approved', 'elsewhere', 'approved', 'approved']))).toEqual({
			...{ asked: 3, unsent: 0, waiting: 0, returned: 0, approved: 3 }
		});
	});
	test.each([
		['nothing since', '2022-10-02T09:00:00+07:00', false],
		['something received since', '2022-10-04T09:00:00+07:00', true]
	])('published, %s', (_, newest, changed) => {
		const all = ['approved', 'approved', 'approved', 'approved'] as const;
		expect(whoActs(view(all, [published], newest)).edition).toEqual({
			...{ number: 1, published_at: published.published_at, changed }
		});
	});
});
