// What arrives against what is there: each entry is new, the same, changed, or takes back what was sent before.
import type { EntryInForce } from '../../ranking/round.ts';
import type { Entry, EntryValue } from '../../submission/entry.ts';
import { sha256 } from '../store/durable.ts';

export type ChangeKind = 'new' | 'same' | 'changed' | 'withdrawn';
export interface EntryChange {
	readonly kind: ChangeKind;
	readonly entry: Entry;
	/** what it stands in the place of; without a submission where another file of the same bundle brought it */
	readonly before: (Entry & Partial<Pick<EntryInForce, 'submission'>>) | null;
}
export type ChangeCounts = Readonly<Record<ChangeKind, number>>;

export const entryKey = (entry: Pick<Entry, 'district' | 'section' | 'indicator' | 'input'>) =>
	`${entry.district}/${entry.section}/${entry.indicator}/${entry.input}`;

/** One text for one value, however it was written. */
export function valueKeyOf(value: EntryValue): string {
	switch (value.kind) {
		case 'number':
			return String(value.scaled);
		case 'bool':
			return String(value.yes);
		case 'moment':
			return value.iso ?? 'not done';
		case 'list':
			return value.scaled.join();
		default:
			return value.kind;
	}
}

const isSent = (value: EntryValue | undefined) => value !== undefined && value.kind !== 'withdrawn';

function kindOf(before: EntryValue | undefined, after: EntryValue): ChangeKind {
	if (!isSent(after)) return isSent(before) ? 'withdrawn' : 'same';
	if (before === undefined || !isSent(before)) return 'new';
	return before.kind === after.kind && valueKeyOf(before) === valueKeyOf(after) ? 'same' : 'changed';
}

/** In the order of the files and of their entries; a later file stands against an earlier one of the same bundle. */
export function compareEntries(
	inForce: readonly EntryInForce[],
	files: readonly (readonly Entry[])[]
): readonly (readonly EntryChange[])[] {
	const there = new Map<string, EntryChange['before']>(inForce.map((entry) => [entryKey(entry), entry]));
	return files.map((entries) =>
		entries.map((entry): EntryChange => {
			const before = there.get(entryKey(entry)) ?? null;
			there.set(entryKey(entry), entry);
			return { kind: kindOf(before?.value, entry.value), entry, before };
		})
	);
}

export function countChanges(changes: readonly EntryChange[]): ChangeCounts {
	const counts = { new: 0, same: 0, changed: 0, withdrawn: 0 };
	for (const { kind } of changes) counts[kind] += 1;
	return counts;
}

/** Equal for two comparisons that come to the same: what a person agreed to is what happens. */
export function stampOf(changes: readonly EntryChange[]): string {
	const rows = changes.map(({ kind, entry, before }) =>
		[kind, entryKey(entry), valueKeyOf(entry.value), before === null ? '' : valueKeyOf(before.value)].join('\t')
	);
	return sha256(rows.join('\n')).slice(0, 24);
}
