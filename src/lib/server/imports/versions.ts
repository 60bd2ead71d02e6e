// Every version of a value is kept: what was sent, in which file, when, and which one is in force.
import type { Entry } from '../../submission/entry.ts';
import { presentOf, untilOf } from '../rounds/round-moment.ts';
import type { Store } from '../store/store.ts';
import { valueOf, type Row } from '../store/stored-entries.ts';
import versionsOfIndicator from '../store/versions_of_indicator.sql?raw';

export interface EntryVersion extends Entry {
	readonly submission: number;
	readonly received_at: string;
	readonly sender: string | null;
	/** it is what counts now; one that takes a value back counts as well */
	readonly inForce: boolean;
}

const textOf = (row: Row, column: string) => (row[column] === null ? undefined : String(row[column]));

export const placeOf = (row: Row, file: string) => ({
	file,
	sheet: textOf(row, 'sheet'),
	line: row.line === null ? undefined : Number(row.line),
	cell: textOf(row, 'cell')
});

/** Those received until its moment where the round is named with one, or published. The newest first within an input; facts of the whole province stand after the district's own. */
export async function listVersions(
	store: Store,
	round: string,
	asked: { readonly district: string; readonly section: string; readonly indicator: string }
): Promise<readonly EntryVersion[]> {
	const province = asked.district.slice(0, 2);
	const until = untilOf(store, round) ?? '9999';
	const present = presentOf(round);
	const read = await store.connection().runAndReadAll(versionsOfIndicator, { round: present, ...asked, province });
	const seen = new Set<string>();
	const rows = read.getRowObjects().filter((row) => String(row.received_at) <= until);
	return rows.map((row): EntryVersion => {
		const key = `${String(row.district)}/${String(row.input)}`;
		const inForce = !seen.has(key);
		seen.add(key);
		return {
			district: String(row.district),
			section: String(row.section),
			indicator: String(row.indicator),
			input: String(row.input),
			value: valueOf(row),
			text: String(row.text),
			at: placeOf(row, String(row.file)),
			submission: Number(row.submission),
			received_at: String(row.received_at),
			sender: textOf(row, 'sender') ?? null,
			inForce
		};
	});
}
