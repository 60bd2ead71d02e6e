// What an address asks to try: the values that differ from the round, what of them cannot be read, and the shortest address
// that asks the same.
import type { EntryValue } from '$lib/submission/entry.ts';
import { readValue } from '$lib/submission/cells/read-value.ts';
import type { TryField, TryGroup } from './try-fields.ts';
import { writeTried } from './try-address.ts';

export interface Tried {
	readonly changes: readonly {
		readonly section: string;
		readonly indicator: string;
		readonly input: string;
		readonly value: string;
	}[];
	/** by the keys of fields: what was asked for them */
	readonly texts: ReadonlyMap<string, string>;
	/** by the keys of fields: a Thai sentence, what is wrong and what to write */
	readonly faults: ReadonlyMap<string, string>;
	/** the search part of the shortest address, beginning with `?`, or empty */
	readonly search: string;
}

/** Names that the letter does not have are left out of everything, the shortest address included. */
export function readTried(groups: readonly TryGroup[], search: URLSearchParams): Tried {
	const asked = groups
		.flatMap(({ fields }) => fields)
		.flatMap((field) => {
			const text = search.get(field.key)?.trim();
			return text === undefined || isPresent(field, text) ? [] : [{ field, text }];
		});
	const texts = new Map(asked.map(({ field, text }) => [field.key, text]));
	const faults = asked.flatMap(({ field, text }) => {
		const read = readValue(text, field.rule);
		return read.kind === 'bad' ? [[field.key, read.why] as const] : [];
	});
	return {
		changes: asked.map(({ field: { section, indicator, input }, text }) => ({
			section,
			indicator,
			input,
			value: text
		})),
		texts,
		faults: new Map(faults),
		search: writeTried(texts, search)
	};
}

function isPresent({ present, value, rule }: TryField, text: string): boolean {
	if (text === present.trim()) return true;
	if (value === null) return false;
	const read = readValue(text, rule);
	return read.kind === 'value' && isSame(read.value, value);
}

function isSame(a: EntryValue, b: EntryValue): boolean {
	if (a.kind === 'number') return b.kind === 'number' && a.scaled === b.scaled;
	if (a.kind === 'bool') return b.kind === 'bool' && a.yes === b.yes;
	if (a.kind === 'moment') return b.kind === 'moment' && a.iso === b.iso;
	if (a.kind !== 'list' || b.kind !== 'list') return false;
	return a.scaled.length === b.scaled.length && a.scaled.every((member, nth) => member === b.scaled[nth]);
}
