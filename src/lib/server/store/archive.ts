// The files received, as they came, each under its SHA-256.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { makeFolder, sha256Apart, syncFolder, writeWhole } from './durable.ts';

export const archiveFolder = (store: string) => join(store, 'archive');
/** Where a file lies while DuckDB reads it: the only folder it may open, so that nothing asked of it can reach what is kept. */
export const incomingFolder = (store: string) => join(store, 'incoming');

export type Kept =
	| { readonly kind: 'whole'; readonly bytes: Uint8Array }
	| { readonly kind: 'missing' }
	| { readonly kind: 'altered'; readonly found: string };

/** The kept file of this SHA-256, read anew and compared with its name. */
export async function readKept(store: string, hash: string): Promise<Kept> {
	try {
		const bytes = await readFile(join(archiveFolder(store), hash));
		const found = await sha256Apart(bytes);
		return found === hash ? { kind: 'whole', bytes } : { kind: 'altered', found };
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'missing' };
		throw error;
	}
}

// A file is kept before the line of the journal that speaks of it. Until then a mark stands beside it, by which who opens the store
// knows what came of an act that was cut off.
const markOf = (store: string, hash: string) => join(archiveFolder(store), `.${hash}.begun`);
const markName = /^\.([0-9a-f]{64})\.begun$/;

const mark = (store: string, hash: string): Promise<void> => writeFile(markOf(store, hash), '');

/** A line of the journal speaks of them now. */
export async function forgetMarks(store: string, hashes: readonly string[]): Promise<void> {
	for (const hash of hashes) await rm(markOf(store, hash), { force: true });
}

/** Takes away those of them that no line speaks of, after all. */
export async function dropMarked(store: string, hashes: readonly string[]): Promise<void> {
	for (const hash of hashes) {
		if (!existsSync(markOf(store, hash))) continue;
		await rm(join(archiveFolder(store), hash), { force: true });
		await rm(markOf(store, hash), { force: true });
	}
}

/** Takes away what acts that were cut off had kept; `named` is what the journal speaks of. For who opens the store. */
export async function sweepArchive(store: string, named: ReadonlySet<string>): Promise<void> {
	for (const name of await listIn(archiveFolder(store))) {
		const [, hash = ''] = markName.exec(name) ?? [];
		if (hash === '') continue;
		if (!named.has(hash)) await rm(join(archiveFolder(store), hash), { force: true });
		await rm(join(archiveFolder(store), name), { force: true });
	}
}

/** Keeps a file; one already there and whole is left alone, a damaged one is put right by the same bytes. */
export async function keepFile(store: string, hash: string, bytes: Uint8Array): Promise<void> {
	const kept = await readKept(store, hash);
	if (kept.kind === 'whole') return;
	await makeFolder(archiveFolder(store));
	// one that is only damaged was kept before
	if (kept.kind === 'missing') await mark(store, hash);
	try {
		await writeWhole(join(archiveFolder(store), hash), bytes, 0o444);
	} catch (error) {
		await dropMarked(store, [hash]);
		throw error;
	}
}

/** A file on disk that is not yet one of those kept: DuckDB can read it, and it may become one or go. */
export interface Held {
	readonly path: string;
	/** Keeps it under its SHA-256; when this returns it is on disk for good. */
	keep(hash: string): Promise<void>;
	/** Removes it, if it was not kept. */
	forget(): Promise<void>;
}

/** What was being read when the process ended; for who opens the store. */
export const clearIncoming = (store: string): Promise<void> =>
	rm(incomingFolder(store), { recursive: true, force: true });

/** Writes a file beside the archive, where the database can read it. */
export async function holdFile(store: string, bytes: Uint8Array): Promise<Held> {
	const folder = resolve(archiveFolder(store));
	const incoming = resolve(incomingFolder(store));
	await makeFolder(folder);
	await makeFolder(incoming);
	const path = join(incoming, randomUUID());
	const handle = await open(path, 'wx');
	try {
		await handle.writeFile(bytes);
	} catch (error) {
		await handle.close();
		await rm(path, { force: true });
		throw error;
	}
	// Flushed while the file is being read: only keeping waits for it.
	const flushed = handle.sync().finally(() => handle.close());
	flushed.catch(() => undefined);
	return {
		path,
		async keep(hash) {
			await flushed;
			await chmod(path, 0o444);
			if ((await readKept(store, hash)).kind === 'missing') await mark(store, hash);
			await rename(path, join(folder, hash));
			await syncFolder(folder);
		},
		async forget() {
			await flushed.catch(() => undefined);
			await rm(path, { force: true });
		}
	};
}

async function listIn(folder: string): Promise<readonly string[]> {
	try {
		return (await readdir(folder)).sort();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
}

/** Names of all files kept; leftovers of writes that were cut off are not among them. */
export const listKept = async (store: string): Promise<readonly string[]> =>
	(await listIn(archiveFolder(store))).filter((name) => !name.startsWith('.'));
