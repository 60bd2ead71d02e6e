// Days on which something was done that lie outside the round, or after the file that tells of them came.
import { datesOf } from '../../agreement/leaves.ts';
import type { Agreement } from '../../agreement/schema.ts';
import type { AuditCase, Found } from './audit.ts';
import type { Problem } from '../entry.ts';
import { sayDoneLater, sayOutsideRound } from '../sentences/audit.ts';

export interface Days {
	/** ISO days, both inside */
	readonly first: string;
	readonly last: string;
}

/**
 * The days on which things of a round are done: from its first day, or from the day of the letter where that is earlier, to its
 * last day, or to the day by which results are sent where that is later.
 */
export function daysOfRound({ from, to, dated, submit_by }: Agreement): Days {
	const close = submit_by?.slice(0, 10) ?? to;
	return { first: dated !== null && dated < from ? dated : from, last: close > to ? close : to };
}

/** Days that the rule of the indicator itself speaks of for this input. */
function listDays({ indicator: { ladder, parts = [] }, entry }: Found): readonly string[] {
	const rungs = [ladder, ...parts.map((part) => part.ladder)].flatMap((one) => one?.rungs ?? []);
	return rungs
		.flatMap(({ needs = [], only = [] }) => [needs, only].flat())
		.flatMap(datesOf)
		.flatMap(({ name, day }) => (name === entry.input ? [day] : []));
}

const widen = ({ first, last }: Days, moments: readonly string[]): Days => {
	const days = [first, last, ...moments.map((moment) => moment.slice(0, 10))].toSorted();
	return { first: days[0] ?? first, last: days.at(-1) ?? last };
};

/** Due dates are the letter's and the province's to set: they are not asked about. */
export function findOddDates({ agreement, nameOf, cameAt }: AuditCase, found: readonly Found[]): readonly Problem[] {
	const days = daysOfRound(agreement);
	return found.flatMap((one): readonly Problem[] => {
		const { entry, input, indicator } = one;
		if (entry.value.kind !== 'moment' || entry.value.iso === null || input.due === true) return [];
		const { iso } = entry.value;
		const day = iso.slice(0, 10);
		const around = widen(days, [...(indicator.cut_off === undefined ? [] : [indicator.cut_off]), ...listDays(one)]);
		if (day < around.first || day > around.last) {
			const message = sayOutsideRound(one, nameOf(entry.district), iso, around);
			return [{ severity: 'warning', code: 'audit_outside_round', at: entry.at, message }];
		}
		const came = cameAt(entry);
		if (came === null || day <= came.slice(0, 10)) return [];
		const message = sayDoneLater(one, nameOf(entry.district), iso, came);
		return [{ severity: 'warning', code: 'audit_future', at: entry.at, message }];
	});
}
