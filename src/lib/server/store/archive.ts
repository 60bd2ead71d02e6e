// The files received, as they came, each under its SHA-256.
import { randomUUID } from 'node:crypto';
import { chmod, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { makeFolder, sha256, syncFolder, writeWhole } from './durable.ts';

export const archiveFolder = (store: string) => join(store, 'archive');

export type Kept =
	| { readonly kind: 'whole'; readonly bytes: Uint8Array }
	| { readonly kind: 'missing' }
	| { readonly kind: 'altered'; readonly found: string };

/** The kept file of this SHA-256, read anew and compared with its name. */
export async function readKept(store: string, hash: string): Promise<Kept> {
	try {
		const bytes = await readFile(join(archiveFolder(store), hash));
		const found = sha256(bytes);
		return found === hash ? { kind: 'whole', bytes } : { kind: 'altered', found };
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'missing' };
		throw error;
	}
}

/** Keeps a file; one already there and whole is left alone, a damaged one is put right by the same bytes. */
export async function keepFile(store: string, hash: string, bytes: Uint8Array): Promise<void> {
	const kept = await readKept(store, hash);
	if (kept.kind === 'whole') return;
	await makeFolder(archiveFolder(store));
	await writeWhole(join(archiveFolder(store), hash), bytes, 0o444);
}

/** A file on disk that is not yet one of those kept: DuckDB can read it, and it may become one or go. */
export interface Held {
	readonly path: string;
	/** Keeps it under its SHA-256; when this returns it is on disk for good. */
	keep(hash: string): Promise<void>;
	/** Removes it, if it was not kept. */
	forget(): Promise<void>;
}

/** Writes a file into the archive under a name that is not yet counted among those kept. */
export async function holdFile(store: string, bytes: Uint8Array): Promise<Held> {
	const folder = resolve(archiveFolder(store));
	await makeFolder(folder);
	const path = join(folder, `.${randomUUID()}.part`);
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
			await rename(path, join(folder, hash));
			await syncFolder(folder);
		},
		async forget() {
			await flushed.catch(() => undefined);
			await rm(path, { force: true });
		}
	};
}

/** Names of all files kept; leftovers of writes that were cut off are not among them. */
export async function listKept(store: string): Promise<readonly string[]> {
	try {
		return (await readdir(archiveFolder(store))).filter((name) => !name.startsWith('.')).sort();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
}
