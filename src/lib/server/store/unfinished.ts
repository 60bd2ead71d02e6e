// What an act does beside its line in the journal. A note of it is on disk before the act begins: whoever opens a store whose
// process was cut off finds it, and finishes what the journal says was done, or takes away what it does not know of.
import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { dropDraft } from '../entry/draft.ts';
import { dropBundle } from '../imports/waiting.ts';
import { mendPerson } from '../people/mend-person.ts';
import type { JournalLine } from './acts.ts';
import { removeDatabase } from './database.ts';
import { syncFolder, writeWhole } from './durable.ts';

const besideSchema = z.discriminatedUnion('kind', [
	/** a draft that was sent is no draft any more */
	z.strictObject({ kind: z.literal('draft'), round: z.string(), district: z.string() }),
	/** files that were taken do not wait any more */
	z.strictObject({ kind: z.literal('bundle'), id: z.string() }),
	/** an account is what the journal says of it */
	z.strictObject({ kind: z.literal('person'), id: z.string() }),
	/** the store is put aside and begins anew: all of it, or nothing */
	z.strictObject({ kind: z.literal('aside'), folder: z.string().regex(/^aside\/[\w-]+$/) })
]);
export type Beside = z.infer<typeof besideSchema>;
const noteSchema = z.strictObject({
	/** lines of the journal before the act */
	after: z.int().min(0),
	beside: besideSchema
});

const noteFile = (store: string) => join(store, 'unfinished.json');

/** What is moved when a store is put aside. */
export const asideParts = ['journal.jsonl', 'journal.torn', 'archive', 'drafts'] as const;

/** Brings back what was put aside. What stands in its place is of the store that never came to be. */
async function bringBack(store: string, folder: string): Promise<void> {
	const from = join(store, ...folder.split('/'));
	await removeDatabase(join(store, 'watphon.duckdb'));
	for (const part of asideParts) {
		if (!existsSync(join(from, part))) continue;
		await rm(join(store, part), { recursive: true, force: true });
		await rename(join(from, part), join(store, part));
	}
	if (existsSync(from)) await syncFolder(from);
	await syncFolder(store);
	await rm(from, { recursive: true, force: true });
}

/** For who holds the store's lock and has the turn. True where there was something to settle. */
export async function settleUnfinished(
	store: string,
	readLines: () => Promise<readonly JournalLine[]>
): Promise<boolean> {
	const file = noteFile(store);
	if (!existsSync(file)) return false;
	const { after, beside } = noteSchema.parse(JSON.parse(await readFile(file, 'utf8')));
	if (beside.kind === 'aside') await bringBack(store, beside.folder);
	else {
		const lines = await readLines();
		const done = lines.length > after;
		if (beside.kind === 'person') mendPerson(store, lines, beside.id);
		else if (done && beside.kind === 'draft') await dropDraft(store, beside.round, beside.district);
		else if (done && beside.kind === 'bundle') await dropBundle(store, beside.id);
	}
	await rm(file);
	return true;
}

/** Notes what an act does beside the journal. */
export async function noteUnfinished(store: string, after: number, beside: Beside): Promise<void> {
	await writeWhole(noteFile(store), JSON.stringify({ after, beside }));
}

/** All of it is done. */
export async function forgetUnfinished(store: string): Promise<void> {
	await rm(noteFile(store), { force: true });
}
