// By when results are sent: what comes later is marked, never refused.
import type { Agreement, Indicator } from './schema.ts';

/** The last second of a local moment: of a day, of a minute, or the second itself. */
export function lastSecond(local: string): string {
	if (local.length === 10) return `${local}T23:59:59`;
	return local.length === 16 ? `${local}:59` : local;
}

/**
 * Until when results of an indicator come in time, as a local moment: the closing time that the letter prints; else the last of
 * the dates on which the indicator is reported, or the day up to which it is counted where that is later; else the round's last.
 */
export function closingOf({ submit_by, reports_by, to }: Agreement, indicator: Indicator): string {
	if (submit_by !== undefined) return submit_by;
	const last = (indicator.reports_by ?? reports_by)?.toSorted().at(-1);
	if (last === undefined) return to;
	const { cut_off = last } = indicator;
	return lastSecond(cut_off) > lastSecond(last) ? cut_off : last;
}

/** `at`: ISO time with offset +07:00. */
export const isAfter = (at: string, local: string): boolean => at.slice(0, 19) > lastSecond(local);
