// What the overview compares a round with: how it stood on its reporting dates, and the rounds before it.
import { endOfMoment } from '$lib/server/clock.ts';
import { listReportingMoments, readRoundMoment } from '$lib/server/rounds/round-moment.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import { formatDate } from '$lib/thai/write-date.ts';
import { listEarlier } from './find-earlier.ts';

export interface Since {
	/** khon-kaen/2565-1, chachoengsao/2567-q2@2024-02-20 */
	readonly id: string;
	/** 1/2565, 20 ก.พ. 2567 */
	readonly words: string;
	/** the same round as it was */
	readonly then: boolean;
}

/** Reporting dates first, the latest first: those by which something had been received, and after which more was. */
export async function listSince(view: RoundView): Promise<readonly Since[]> {
	const { id, agreement, received, newest, as_of: moment, edition } = view;
	if (newest === null) return [];
	const present = readRoundMoment(id)?.round ?? id;
	// of what is published, only what is published is shown beside it
	const reported = edition === undefined ? listReportingMoments(present, agreement) : [];
	const dates = reported.flatMap((name): readonly Since[] => {
		const date = name.slice(present.length + 1);
		const until = endOfMoment(date);
		const changed = received.some(({ received_at }) => received_at <= until) && newest > until;
		if (!changed || (moment !== undefined && date >= moment)) return [];
		return [{ id: name, words: formatDate(date.slice(0, 10), { months: 'short' }), then: true }];
	});
	const earlier = await listEarlier(view);
	return [
		...dates.toReversed(),
		...earlier.map(({ id: other, round }) => ({
			id: other,
			words: round.replace(/^รอบ(?:ที่)?\s*/u, ''),
			then: false
		}))
	];
}
