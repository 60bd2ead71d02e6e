// Percents written as shares of one. 0.95 in a cell that shows no percent sign may be 95 in a hundred or not even one: where every
// value of a column lies between 0 and 1, one at least is no whole number, and there are two of them or one is below a half
// percent, a person is asked. A single 0.95 among a district's own figures is taken as written, as the form asks for percents.
import { formatScaled } from '../../thai/numbers.ts';
import type { Collector, Target } from '../collect.ts';
import type { Entry, EntryValue } from '../entry.ts';
import { askShare, sayPercentChoice, sayShareChoice } from '../sentences/cells.ts';

const ONE = 1_000_000n;
const HALF = 500_000n;
const DECIMALS_OF_HUNDRED = 2;

/** What became of the columns of a table that may be shares. */
export interface SettledShares {
	/** entries that hang on a question or are left out */
	readonly dropped: readonly number[];
	/** entries that are shares: their values as percents */
	readonly changed: readonly { readonly index: number; readonly value: EntryValue }[];
}

export interface Shares {
	/** an entry of a column of percents, at its place among all entries, written without a percent sign */
	readonly note: (target: Target, entry: Entry, index: number) => void;
	/** asks about the columns noted since the last time */
	readonly settle: (ask: Collector['ask']) => SettledShares;
}

interface Column {
	readonly path: string;
	readonly label: string;
	readonly entries: { readonly entry: Entry; readonly index: number; readonly scaled: bigint }[];
}

const mayBeShares = ({ entries }: Column): boolean =>
	entries.some(({ scaled }) => scaled % ONE !== 0n) &&
	(entries.length > 1 || entries.some(({ scaled }) => scaled < HALF));

const asPercent = (scaled: bigint, decimals: number): EntryValue => ({
	kind: 'number',
	scaled: scaled * 100n,
	decimals: Math.max(decimals - DECIMALS_OF_HUNDRED, 0)
});

const askAbout = ({ path, label, entries }: Column, ask: Collector['ask']): string | null | undefined => {
	const first = entries.find(({ scaled }) => scaled % ONE !== 0n) ?? entries[0];
	if (first === undefined) return 'percent';
	const sample = formatScaled(first.scaled);
	return ask(
		{
			kind: 'share',
			about: path,
			written: first.entry.text,
			at: first.entry.at,
			ask: askShare(label, first.entry.text),
			choices: [
				{ means: 'share', label: sayShareChoice(sample, formatScaled(first.scaled * 100n)) },
				{ means: 'percent', label: sayPercentChoice(sample) }
			]
		},
		entries.length
	);
};

export const createShares = (): Shares => {
	/** by path; a column is undefined once a value shows that it holds percents */
	let columns = new Map<string, Column | undefined>();
	return {
		note: ({ input: { input } }, entry, index) => {
			if (input.type !== 'pct' || entry.value.kind !== 'number') return;
			const { scaled } = entry.value;
			const path = `${entry.section}/${entry.indicator}/${entry.input}`;
			if (scaled > ONE || scaled < 0n) {
				columns.set(path, undefined);
				return;
			}
			if (!columns.has(path)) columns.set(path, { path, label: input.label, entries: [] });
			columns.get(path)?.entries.push({ entry, index, scaled });
		},
		settle: (ask) => {
			const asked = [...columns.values()].filter((column) => column !== undefined && mayBeShares(column));
			columns = new Map();
			const dropped: number[] = [];
			const changed: { index: number; value: EntryValue }[] = [];
			for (const column of asked) {
				if (column === undefined) continue;
				const means = askAbout(column, ask);
				for (const { entry, index, scaled } of column.entries) {
					const decimals = entry.value.kind === 'number' ? entry.value.decimals : 0;
					if (means === 'share') changed.push({ index, value: asPercent(scaled, decimals) });
					else if (means !== 'percent') dropped.push(index);
				}
			}
			return { dropped, changed };
		}
	};
};
