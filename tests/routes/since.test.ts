import { expect, test, vi } from 'vitest';
import type { RoundView } from '../../src/lib/ranking/round.ts';

const other = { id: 'chachoengsao/2567-q1', round: 'รอบที่ ไตรมาส 1/2567' };
vi.mock('../../src/routes/[province]/[round]/find-earlier.ts', () => ({ listEarlier: () => Promise.resolve([other]) }));
const { listSince } = await import('../../src/routes/[province]/[round]/list-since.ts');

const quarter = (received: readonly string[], as_of?: string) =>
	({
		id: `chachoengsao/2567-q2${as_of === undefined ? '' : `@${as_of}`}`,
		agreement: { reports_by: ['2024-02-05T16:30', '2024-03-05T16:30', '2024-04-05T16:30'], sections: [] },
		received: received.map((received_at) => ({ received_at })),
		newest: received.at(-1) ?? null,
		...(as_of === undefined ? {} : { as_of })
	}) as unknown as RoundView;
const [january, february, march] = [
	'2024-01-31T09:00:00+07:00',
	'2024-02-20T09:00:00+07:00',
	'2024-03-20T09:00:00+07:00'
];

test.each([
	['nothing received: nothing to compare', [], undefined, []],
	['received before the first date only: the round before', [january], undefined, ['chachoengsao/2567-q1']],
	[
		'the dates after which more was received, the latest first',
		[january, february, march],
		undefined,
		['chachoengsao/2567-q2@2024-03-05T16:30', 'chachoengsao/2567-q2@2024-02-05T16:30', 'chachoengsao/2567-q1']
	],
	[
		'a date by which nothing had come is none',
		[february, march],
		undefined,
		['chachoengsao/2567-q2@2024-03-05T16:30', 'chachoengsao/2567-q1']
	],
	[
		'of the round as it was, the dates before that moment',
		[january, february],
		'2024-03-01',
		['chachoengsao/2567-q2@2024-02-05T16:30', 'chachoengsao/2567-q1']
	]
])('%s', async (_, received, as_of, ids) => {
	expect((await listSince(quarter(received, as_of))).map(({ id }) => id)).toEqual(ids);
});

test('a date is said as a day, a round by its number', async () => {
	const said = await listSince(quarter([january, february]));
	expect(said.map(({ words }) => words)).toEqual(['5 ก.พ. 2567', 'ไตรมาส 1/2567']);
});
