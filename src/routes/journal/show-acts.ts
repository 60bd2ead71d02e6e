// The journal as its pages show it: lines in words, filters with their choices, and the head.
import { actWords, sayWho, sayWhoAndRole } from '$lib/server/journal/act-words.ts';
import type { ListedActs } from '$lib/server/journal/desk.ts';
import type { SaidAct } from '$lib/server/journal/say-line.ts';
import { writeHead } from '$lib/server/store/heads.ts';
import { askFor, isFiltered, noFilter, type AskedLines } from './asked.ts';

/** Things done by one line that stand on the page; the rest are in the files. */
const mostItems = 30;

export interface Choice {
	readonly value: string;
	readonly words: string;
}

const showAct = ({ n, at, who, role, pieces, reason, items }: SaidAct) => ({
	...{ n, at, pieces, reason },
	who: sayWhoAndRole(who, role),
	// one alone is in the sentence
	items: items.length < 2 ? [] : items.slice(0, mostItems).map((item) => item.pieces),
	more: Math.max(0, items.length - mostItems)
});

/** `here`: the path of the page; `raw`: whole lines may be taken. */
export function showActs(
	{ head, found, whole, page, pages, acts, kinds, people }: ListedActs,
	asked: AskedLines,
	here: string,
	raw: boolean
) {
	const at = (wanted: number) => here + askFor(asked, { page: wanted });
	const file = (name: string) => `${here}/${name}${askFor(asked)}`;
	return {
		...{ found, whole, page, pages },
		acts: acts.map(showAct),
		filtered: isFiltered(asked),
		clear: here + askFor(asked, noFilter),
		newer: page > 1 ? at(page - 1) : null,
		older: page < pages ? at(page + 1) : null,
		files: [
			...(raw ? [{ words: 'JSONL', href: file('journal.jsonl') }] : []),
			{ words: 'CSV', href: file('journal.csv') },
			{ words: 'XLSX', href: file('journal.xlsx') }
		],
		head: { n: head.n, hash: head.hash, written: writeHead(head) },
		kinds: kinds.map((kind): Choice => ({ value: kind, words: actWords[kind] })),
		people: people.map((who): Choice => ({ value: who, words: sayWho(who) }))
	};
}
export type ShownActs = ReturnType<typeof showActs>;
