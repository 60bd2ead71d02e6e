// Lines of the journal byte for byte, as they stand on disk: whoever takes them can prove each by its own hash.
import { readFile } from 'node:fs/promises';
import { journalFile } from '../store/journal.ts';
import { refuse } from '../refusal.ts';
import { say } from '../sentences.ts';
import type { Store } from '../store/store.ts';

/** The lines of these numbers in the order of the journal, each with its line end. Refuses a journal changed behind the store's back. */
export async function readRawLines(store: Store, numbers: ReadonlySet<number>): Promise<Uint8Array> {
	if (numbers.size === 0) return new Uint8Array();
	const bytes = await readFile(journalFile(store.directory));
	const lines = store.lines();
	const picked: Uint8Array[] = [];
	let from = 0;
	for (const { n, hash } of lines) {
		const end = bytes.indexOf(10, from);
		const to = end < 0 ? bytes.length : end;
		const line = bytes.subarray(from, to);
		if (!line.subarray(-hash.length - 2).equals(Buffer.from(`${hash}"}`)))
			throw refuse('journal_moved', say.journalMoved);
		if (numbers.has(n)) picked.push(line, Buffer.from('\n'));
		from = to + 1;
	}
	return Buffer.concat(picked);
}
