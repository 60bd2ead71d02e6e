// The files received, as they came, each under its SHA-256.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, sha256, writeWhole } from './durable.ts';

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

/** Names of all files kept; leftovers of writes that were cut off are not among them. */
export async function listKept(store: string): Promise<readonly string[]> {
	try {
		return (await readdir(archiveFolder(store))).filter((name) => !name.startsWith('.')).sort();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
}
