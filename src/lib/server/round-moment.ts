// A round as it was: `chachoengsao/2567-q2@2024-02-20` is what had been received by the end of that day. So reporting dates
// inside a round are compared the way rounds are.
import type { Agreement } from '../agreement/schema.ts';
import { formatDate } from '../thai/write-date.ts';
import { endOfMoment } from './clock.ts';
import { viewRound, type ScoredRound } from './round-view.ts';
import type { Store } from './store.ts';

export interface RoundMoment {
	readonly round: string;
	/** local, a day or a minute */
	readonly moment: string;
}

/** Null where the name is of a round as it is now, or of nothing. */
export function readRoundMoment(name: string): RoundMoment | null {
	const [, round = '', moment = ''] = /^([a-z-]+\/\d{4}-q?\d)@(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?)$/.exec(name) ?? [];
	return round === '' || Number.isNaN(Date.parse(endOfMoment(moment))) ? null : { round, moment };
}

/** A round, or a round at a moment; null where there is no letter for it. */
export async function viewNamedRound(store: Store, name: string): Promise<ScoredRound | null> {
	const asked = readRoundMoment(name);
	if (asked === null) return await viewRound(store, name);
	const view = await viewRound(store, asked.round, endOfMoment(asked.moment));
	if (view === null) return null;
	const { agreement } = view;
	const round = `${agreement.round} ณ ${formatDate(asked.moment, { months: 'short' })}`;
	return { ...view, id: name, agreement: { ...agreement, round } };
}

/** The reporting dates of a round as names of what it was then: those of the letter, or of its indicators where it sets none. */
export function listReportingMoments(id: string, { reports_by, sections }: Agreement): readonly string[] {
	const dates = reports_by ?? sections.flatMap(({ indicators }) => indicators.flatMap((one) => one.reports_by ?? []));
	return [...new Set(dates)].toSorted().map((moment) => `${id}@${moment.slice(0, 16)}`);
}
