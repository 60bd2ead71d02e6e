// The values of a district that can be tried otherwise, each with what the round holds now.
import { isAppliedTo } from '$lib/agreement/applies.ts';
import type { Indicator, Input } from '$lib/agreement/schema.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import type { EntryValue } from '$lib/submission/entry.ts';
import { formatNumber, formatScaled } from '$lib/thai/numbers.ts';
import { formatDate } from '$lib/thai/write-date.ts';
import { fieldKey } from './try-address.ts';

export interface TryField {
	/** team.1.spent_baht */
	readonly key: string;
	readonly section: string;
	readonly indicator: string;
	readonly input: string;
	readonly rule: Input;
	/** as it is written into the form; empty where nothing was sent */
	readonly present: string;
	/** null where nothing was sent, and where the letter itself gives it */
	readonly value: EntryValue | null;
	/** the letter sets it for everybody, and nobody sent another */
	readonly given: boolean;
}
export interface TryGroup {
	readonly section: string;
	readonly indicator: Indicator;
	readonly fields: readonly TryField[];
}

/** A value as whoever fills in the form would write it. */
function writeValue(value: EntryValue, text: string): string {
	switch (value.kind) {
		case 'number':
			return formatScaled(value.scaled);
		case 'bool':
			return value.yes ? 'ใช่' : 'ไม่';
		case 'moment':
			return value.iso === null ? 'ยังไม่ดำเนินการ' : formatDate(value.iso, { months: 'short' });
		case 'list':
			return value.scaled.map((member) => formatScaled(member)).join('; ');
		case 'bad':
			return text;
		case 'withdrawn':
			return '';
	}
}

function writeGiven({ given, type }: Input): string {
	if (given === undefined) return '';
	if (typeof given === 'boolean') return given ? 'ใช่' : 'ไม่';
	if (typeof given === 'number') return formatNumber(given);
	return type === 'date' || type === 'datetime' ? formatDate(given, { months: 'short' }) : given;
}

/** In the letter's order; indicators that are not the district's and values that decide nothing are left out. */
export function listTryGroups(view: RoundView, district: string): readonly TryGroup[] {
	const entries = new Map(
		view.entries
			.filter((entry) => entry.district === district || entry.district === view.province.code)
			// The district's own goes before the province's.
			.toSorted((a, b) => a.district.length - b.district.length)
			.map((entry) => [fieldKey(entry), entry] as const)
	);
	return view.agreement.sections.flatMap(({ section, indicators }) =>
		indicators.flatMap((indicator): TryGroup[] => {
			if (!isAppliedTo(indicator, district)) return [];
			const fields = Object.entries(indicator.inputs).flatMap(([input, rule]): TryField[] => {
				if (rule.information === true) return [];
				const at = { section, indicator: indicator.indicator, input };
				const key = fieldKey(at);
				const entry = entries.get(key);
				const present = entry === undefined ? writeGiven(rule) : writeValue(entry.value, entry.text);
				const given = entry === undefined && rule.given !== undefined;
				return [{ key, ...at, rule, present, value: entry?.value ?? null, given }];
			});
			return fields.length === 0 ? [] : [{ section, indicator, fields }];
		})
	);
}
