import { expect, test } from 'vitest';
import { listLate } from '../../src/lib/ranking/late.ts';
import type { RoundView } from '../../src/lib/ranking/round.ts';
import { makeView } from '../reports/fixture.ts';

const view = makeView();
const [entry] = view.entries;
const [file] = view.received;
if (entry === undefined || file === undefined) throw new Error('the fixture has results');

/** One value of the fixture, received at a time, under a letter with these dates. */
function lateAt(received_at: string, dates: Partial<RoundView['agreement']>) {
	const { submit_by: _, reports_by: __, ...agreement } = view.agreement;
	const one = {
		...view,
		entries: [entry],
		received: [{ ...file, number: entry?.submission ?? 0, received_at, late: false }]
	};
	return listLate({ ...one, agreement: { ...agreement, ...dates } } as RoundView).length;
}

test.each([
	['2022-09-30T23:59:59+07:00', { to: '2022-09-30' }, 0],
	['2022-10-01T00:00:00+07:00', { to: '2022-09-30' }, 1],
	['2022-09-20T12:00:00+07:00', { to: '2022-09-30', submit_by: '2022-09-20T11:59' }, 1],
	['2022-10-01T00:00:00+07:00', { to: '2022-09-30', submit_by: '2022-10-05' }, 0],
	// reported on dates inside the round: late after the last of them
	['2022-09-21T00:00:00+07:00', { to: '2022-09-30', reports_by: ['2022-09-20', '2022-08-20'] }, 1],
	['2022-09-20T23:00:00+07:00', { to: '2022-09-30', reports_by: ['2022-09-20', '2022-08-20'] }, 0]
] as const)('received %s under %j: %i late', (at, dates, late) => {
	expect(lateAt(at, dates as Partial<RoundView['agreement']>)).toBe(late);
});
