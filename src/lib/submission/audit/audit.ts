// What an auditor would ask about results that can be used: figures ten times too large, columns copied from another district,
// dates outside the round. Warnings with the numbers in them; none keeps a file out.
import type { Agreement, Indicator, Input, Section } from '../../agreement/schema.ts';
import { findCopies } from './copies.ts';
import { findOddDates } from './dates.ts';
import { findEqualColumns, findOverHundred } from './odd-figures.ts';
import { findTenfold } from './tenfold.ts';
import type { Entry, Problem } from '../entry.ts';

/** By `entryKey`. */
export type EntriesByKey = ReadonlyMap<string, Entry>;

export interface AuditCase {
	readonly agreement: Agreement;
	/** what is asked about: of a file that arrives its own, of a round all that is in force */
	readonly entries: readonly Entry[];
	/** what the round had before these: of a file that arrives all in force, of a round the values that these replaced */
	readonly before: EntriesByKey;
	/** the same inputs of the round before, under the keys of this one, and what that round is called; null where there is none */
	readonly earlier: { readonly round: string; readonly entries: EntriesByKey } | null;
	/** how a district is said, by its code, or the whole province by its own: อำเภอชุมแพ */
	readonly nameOf: (district: string) => string;
	/** ISO time at which an entry was received, null where nobody knows */
	readonly cameAt: (entry: Entry) => string | null;
}

/** An entry with what the letter says of it. */
export interface Found {
	readonly entry: Entry;
	/** of the entry, see entryKey */
	readonly key: string;
	readonly section: Section;
	readonly indicator: Indicator;
	readonly input: Input;
}

export const entryKey = ({ district, section, indicator, input }: Omit<Entry, 'value' | 'text' | 'at'>): string =>
	`${district}/${section}/${indicator}/${input}`;

/** All warnings, in the order in which the entries stand. */
export function auditEntries(audit: AuditCase): readonly Problem[] {
	const find = makeFinder(audit.agreement);
	const found = find(audit.entries);
	const keys = new Set(audit.before.size === 0 ? [] : found.map(({ key }) => key));
	const others = [...audit.before].flatMap(([key, entry]) => (keys.has(key) ? [] : entry));
	const standing = [...find(others), ...found];
	const problems = [
		...findTenfold(audit, found),
		...findOverHundred(audit, found),
		...findOddDates(audit, found),
		...findCopies(audit, found, standing),
		...findEqualColumns(audit, found, standing)
	];
	if (problems.length < 2) return problems;
	const order = new Map(audit.entries.map((entry, nth) => [entry.at, nth]));
	return problems.toSorted((a, b) => (order.get(a.at) ?? 0) - (order.get(b.at) ?? 0));
}

function makeFinder({ sections }: Agreement): (entries: readonly Entry[]) => readonly Found[] {
	const inputs = new Map<string, Omit<Found, 'entry' | 'key'>>(
		sections.flatMap((section) =>
			section.indicators.flatMap((indicator) =>
				Object.entries(indicator.inputs).map(
					([name, input]) =>
						[`${section.section}/${indicator.indicator}/${name}`, { section, indicator, input }] as const
				)
			)
		)
	);
	// A plain loop: this is done for every value of a round at once.
	return (entries) => {
		const found: Found[] = [];
		for (const entry of entries) {
			const slot = `${entry.section}/${entry.indicator}/${entry.input}`;
			const of = inputs.get(slot);
			if (of === undefined) continue;
			const { section, indicator, input } = of;
			found.push({ entry, key: `${entry.district}/${slot}`, section, indicator, input });
		}
		return found;
	};
}
