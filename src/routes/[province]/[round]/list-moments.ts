// The moments at which a round is worth looking at again: the days on which it received results, and the letter's own dates.
import type { RoundView } from '$lib/ranking/round.ts';
import { listReportingMoments } from '$lib/server/rounds/round-moment.ts';

export interface Moment {
	/** local: a day or a minute */
	readonly moment: string;
	/** files received on that day; 0 for a date of the letter */
	readonly files: number;
	/** what the letter says of the day; null where it says nothing */
	readonly means: 'report' | 'close' | null;
}

const most = 14;

/** Of the round as it is now, the latest first; the letter's dates always, of other days the latest. */
export function listMoments(round: RoundView): readonly Moment[] {
	const { id, agreement, received } = round;
	const perDay = Map.groupBy(received, ({ received_at }) => received_at.slice(0, 10));
	const filesOn = (moment: string) => perDay.get(moment.slice(0, 10))?.length ?? 0;
	const reports = listReportingMoments(id, agreement).map((name) => name.split('@')[1] ?? '');
	const close = (agreement.submit_by ?? agreement.to).slice(0, 16);
	const dated: readonly Moment[] = [
		...reports.map((moment) => ({ moment, files: filesOn(moment), means: 'report' as const })),
		...(reports.includes(close) ? [] : [{ moment: close, files: filesOn(close), means: 'close' as const }])
	];
	const days = [...perDay].flatMap(([moment, files]): readonly Moment[] =>
		dated.some((one) => one.moment === moment) ? [] : [{ moment, files: files.length, means: null }]
	);
	const latestFirst = (a: Moment, b: Moment) => (a.moment < b.moment ? 1 : -1);
	const shown = days.toSorted(latestFirst).slice(0, Math.max(0, most - dated.length));
	return [...dated, ...shown].toSorted(latestFirst);
}
