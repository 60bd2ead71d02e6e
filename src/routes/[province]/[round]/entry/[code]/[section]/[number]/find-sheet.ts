// The form of one indicator: whose it is, what the letter asks, what is in force of it.
import { error } from '@sveltejs/kit';
import type { Indicator } from '$lib/agreement/schema.ts';
import type { EntryInForce, RoundView } from '$lib/ranking/round.ts';
import { entryWords } from '$lib/server/entry/sentences.ts';
import { valueKey } from '$lib/server/entry/fields.ts';
import { writeField } from '$lib/submission/entered/write-field.ts';
import { findPresent, findSubject } from '../../../find-subject.ts';
import { asks, type Subject } from '../../../subject.ts';

export interface SheetOf {
	readonly view: RoundView;
	readonly subject: Subject;
	readonly section: string;
	readonly indicator: Indicator;
	/** by input */
	readonly own: ReadonlyMap<string, EntryInForce>;
	/** by input; of the province, where it is a district's form */
	readonly ofProvince: ReadonlyMap<string, EntryInForce>;
	/** by the keys of fields: what stands in one that nobody changed */
	readonly base: ReadonlyMap<string, string>;
}

interface Params {
	readonly province: string;
	readonly round: string;
	readonly code: string;
	readonly section: string;
	readonly number: string;
}

export async function findSheet(params: Params): Promise<SheetOf> {
	const view = await findPresent(params);
	const subject = findSubject(view, params.code);
	const indicator = view.agreement.sections
		.find(({ section }) => section === params.section)
		?.indicators.find((one) => one.indicator === params.number);
	if (indicator === undefined || !asks(indicator, subject)) error(404, entryWords.noSuchIndicator);
	const entriesOf = (code: string) =>
		new Map(
			view.entries
				.filter(
					(entry) =>
						entry.district === code &&
						entry.section === params.section &&
						entry.indicator === params.number &&
						entry.value.kind !== 'withdrawn'
				)
				.map((entry) => [entry.input, entry] as const)
		);
	const own = entriesOf(subject.code);
	return {
		view,
		subject,
		section: params.section,
		indicator,
		own,
		ofProvince: subject.whole ? new Map() : entriesOf(view.province.code),
		base: new Map([...own].map(([input, { value, text }]) => [valueKey(input), writeField(value, text)]))
	};
}
