import { describe, expect, test } from 'vitest';
import { pathAt } from '../../src/lib/components/moment-choices.ts';
import type { RoundView } from '../../src/lib/ranking/round.ts';
import { listMoments } from '../../src/routes/[province]/[round]/list-moments.ts';
import { redirectToMoment } from '../../src/routes/redirect-to-moment.ts';
import { makeView } from '../reports/fixture.ts';

describe('an address with as-of leads to the same page at the moment', () => {
	test.each([
		['/khon-kaen/2565-2?as-of=2022-09-12', '/khon-kaen/2565-2@2022-09-12'],
		['/khon-kaen/2565-2/heat?section=team&as-of=12/9/2565', '/khon-kaen/2565-2@2022-09-12/heat?section=team'],
		['/khon-kaen/2565-2/owed?as-of=2022-09-12&at=14:00', '/khon-kaen/2565-2@2022-09-12T14:00/owed'],
		['/khon-kaen/2565-2@2022-09-12/owed?as-of=2022-09-15&at=', '/khon-kaen/2565-2@2022-09-15/owed'],
		['/khon-kaen/2565-2/owed?as-of=2022-09-12T14:00', '/khon-kaen/2565-2@2022-09-12T14:00/owed'],
		['/khon-kaen/2565-2?as-of=2022-09-12T23:59', '/khon-kaen/2565-2@2022-09-12'],
		['/khon-kaen/2565-2@2022-09-12/owed?as-of=', '/khon-kaen/2565-2/owed'],
		['/khon-kaen/2565-2?as-of=เมื่อวาน', `/khon-kaen/2565-2@${encodeURIComponent('เมื่อวาน')}`]
	])('%s', (address, wanted) => {
		const response = redirectToMoment(new URL(address, 'http://localhost'));
		expect([response.status, response.headers.get('location')]).toEqual([303, wanted]);
	});
});

test('a path is moved from moment to moment and back to the present', () => {
	expect(pathAt('/khon-kaen/2565-2/districts/4001', '2022-09-12')).toBe('/khon-kaen/2565-2@2022-09-12/districts/4001');
	expect(pathAt('/khon-kaen/2565-2@2022-09-12/heat', '2022-09-15')).toBe('/khon-kaen/2565-2@2022-09-15/heat');
	expect(pathAt('/khon-kaen/2565-2%402022-09-12/heat', null)).toBe('/khon-kaen/2565-2/heat');
});

describe('moments worth looking at', () => {
	const view = makeView();
	const [file] = view.received;
	if (file === undefined) throw new Error('the fixture has received files');
	const receivedOn = (days: readonly string[]): RoundView['received'] =>
		days.map((day, nth) => ({ ...file, number: nth + 1, received_at: `${day}T10:00:00+07:00` }));

	test('are the days of receipt, the latest first, and the day the letter closes', () => {
		const round: RoundView = { ...view, received: receivedOn(['2022-09-12', '2022-09-12', '2022-10-02']) };
		const { submit_by: _, ...agreement } = round.agreement;
		expect(listMoments({ ...round, agreement: { ...agreement, to: '2022-09-30' } })).toEqual([
			{ moment: '2022-10-02', files: 1, means: null },
			{ moment: '2022-09-30', files: 0, means: 'close' },
			{ moment: '2022-09-12', files: 2, means: null }
		]);
	});
	test('are the reporting dates of the letter too, and never too many', () => {
		const days = Array.from({ length: 28 }, (_, nth) => `2024-02-${String(nth + 1).padStart(2, '0')}`);
		const agreement = { ...view.agreement, reports_by: ['2024-01-30', '2024-02-20'], to: '2024-03-31' };
		const moments = listMoments({ ...view, agreement, received: receivedOn(days) });
		expect(moments).toHaveLength(14);
		expect(moments.filter(({ means }) => means === 'report')).toEqual([
			{ moment: '2024-02-20', files: 1, means: 'report' },
			{ moment: '2024-01-30', files: 0, means: 'report' }
		]);
	});
});
