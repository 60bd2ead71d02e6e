// Putting a restored store in the place of what was there. It is proved first, in a folder of its own; then a mark is written,
// and from the mark on every opener of the store finishes the moves: killed at any moment, the store is the old one or the new.
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder, syncFolder, writeWhole } from '../store/durable.ts';

/** All that a store is made of, but for its lock and where its server is. */
const parts = [
	'journal.jsonl',
	'journal.torn',
	'archive',
	'office.yaml',
	'office',
	'people.sqlite',
	'people.secret',
	'oidc.yaml',
	'waiting',
	'drafts',
	'aside',
	'unfinished.json',
	'watphon.duckdb',
	'watphon.duckdb.wal'
] as const;

export const stagingFolder = (store: string) => join(store, 'restoring');
const markFile = (store: string) => join(stagingFolder(store), 'ready.json');

const markSchema = z.strictObject({
	/** what the new store has; whatever else was there goes aside */
	parts: z.array(z.enum(parts)),
	/** where the old store goes, below the new one; null where there was none */
	aside: z
		.string()
		.regex(/^before-restore\/[\w-]+$/)
		.nullable()
});

const isDatabase = (part: string) => part.startsWith('watphon.duckdb');

async function holdsAnything(path: string): Promise<boolean> {
	if (!existsSync(path)) return false;
	const found = await stat(path);
	return found.isDirectory() ? (await readdir(path)).length > 0 : found.size > 0;
}

/** Whether nothing was ever kept in a folder; a database alone is built from nothing. */
export async function isEmptyStore(store: string): Promise<boolean> {
	for (const part of parts) {
		if (!isDatabase(part) && (await holdsAnything(join(store, part)))) return false;
	}
	return true;
}

/** Takes away what an empty store is made of. */
async function clearEmpty(store: string): Promise<void> {
	for (const part of parts) await rm(join(store, part), { recursive: true, force: true });
	await syncFolder(store);
}

/** Declares a proved staging folder to be the store from now on. `aside` is null over an empty store. */
export async function markReady(store: string, aside: string | null): Promise<void> {
	const staging = stagingFolder(store);
	if (aside === null) await clearEmpty(store);
	else await makeFolder(join(store, aside));
	const staged = parts.filter((part) => existsSync(join(staging, part)));
	await writeWhole(markFile(store), JSON.stringify({ parts: staged, aside }) + '\n');
}

/**
 * Finishes a restore that was marked, and takes away one that was not. True where there was one to finish. For who holds
 * the store's lock.
 */
export async function finishRestore(store: string): Promise<boolean> {
	const staging = stagingFolder(store);
	if (!existsSync(staging)) return false;
	if (!existsSync(markFile(store))) {
		await rm(staging, { recursive: true, force: true });
		return false;
	}
	const mark = markSchema.parse(JSON.parse(await readFile(markFile(store), 'utf8')));
	for (const part of parts) {
		const from = join(staging, part);
		const to = join(store, part);
		// A part no longer in the staging folder is in its place already.
		if (mark.parts.includes(part) && !existsSync(from)) continue;
		if (existsSync(to) && mark.aside !== null) await rename(to, join(store, mark.aside, part));
		if (existsSync(from)) await rename(from, to);
	}
	if (mark.aside !== null) await syncFolder(join(store, mark.aside));
	await syncFolder(store);
	await rm(staging, { recursive: true, force: true });
	await syncFolder(store);
	return true;
}
