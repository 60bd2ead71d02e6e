// Days that a letter sets, held against its own date and its round. None is an error: letters do set days before they are signed.
import { formatDate } from '../thai/write-date.ts';
import type { Finding, Witness } from './check.ts';
import { datesOf } from './leaves.ts';
import { listConditions } from './names.ts';
import { findReading, quotesDay } from './prove-readings.ts';
import type { Agreement, Indicator } from './schema.ts';

interface SetDay {
	readonly at: string;
	/** ISO date or moment */
	readonly day: string;
	/** whose day it is, in Thai */
	readonly what: string;
	readonly clause: string | null;
	readonly witness: Witness | null;
	/** the last day of something, rather than a day on which something is reported */
	readonly ends: boolean;
}

export function proveDates(agreement: Agreement): readonly Finding[] {
	const days = [
		...(agreement.reports_by ?? []).map((day) => reportDay(agreement.agreement, day)),
		...agreement.sections.flatMap((section) =>
			section.indicators.flatMap((indicator) => daysOf(`${section.section}/${indicator.indicator}`, indicator))
		)
	];
	return days.flatMap((set) => hold(agreement, set));
}

const reportDay = (at: string, day: string): SetDay => ({
	at,
	day,
	what: 'วันรายงาน',
	clause: null,
	witness: null,
	ends: false
});

function daysOf(at: string, indicator: Indicator): readonly SetDay[] {
	const ladders = [indicator.ladder, ...(indicator.parts ?? []).map((part) => part.ladder)];
	const cutOff: readonly SetDay[] =
		indicator.cut_off === undefined
			? []
			: [{ at, day: indicator.cut_off, what: 'วันตัดยอด', clause: indicator.clause ?? null, witness: null, ends: true }];
	const asked = ladders
		.flatMap((ladder) => ladder?.rungs ?? [])
		.flatMap((rung) =>
			listConditions(rung)
				.flatMap(datesOf)
				.map((one) => ({ ...one, text: rung.text }))
		)
		.map(({ name, day, text }): SetDay => ({
			at,
			day,
			what: `กำหนดของ «${indicator.inputs[name]?.label ?? name}»`,
			clause: text,
			witness: { [name]: day },
			ends: true
		}));
	const once = new Map(asked.map((one) => [`${one.what} ${one.day}`, one]));
	return [...cutOff, ...(indicator.reports_by ?? []).map((day) => reportDay(at, day)), ...once.values()];
}

function hold(agreement: Agreement, set: SetDay): readonly Finding[] {
	const { from, to, dated } = agreement;
	const day = set.day.slice(0, 10);
	const say = (iso: string) => formatDate(iso, { months: 'short' });
	const found =
		day < from
			? { code: 'date_before_round' as const, than: `ก่อนรอบเริ่ม (${say(from)})` }
			: dated !== null && day < dated
				? { code: 'date_before_letter' as const, than: `ก่อนวันที่ของข้อตกลง (${say(dated)})` }
				: day > to
					? { code: 'date_after_round' as const, than: `หลังรอบสิ้นสุด (${say(to)})` }
					: null;
	if (found === null) return [];
	// a wrong year is read by who quotes the year
	const quote = quotesDay(day, found.code === 'date_before_round');
	const reading = findReading(agreement, set.at, [quote], 'with notes');
	return [
		{
			// a day on which something is reported decides nothing
			severity: set.ends ? 'warning' : 'note',
			at: set.at,
			code: found.code,
			message: `${set.what} ${say(set.day)} อยู่${found.than} แก้วันที่ถ้าพิมพ์ผิด หรือเขียนการตีความที่อ้างวันนี้`,
			clause: set.clause,
			witness: set.witness,
			reading
		}
	];
}
