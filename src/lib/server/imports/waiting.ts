// Files that came and wait for somebody's decision, as they came. They are no part of the archive or the journal until taken.
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { answerSchema } from '../store/acts.ts';
import { makeFolder, sha256, writeWhole } from '../store/durable.ts';

const folderOf = (store: string) => join(store, 'waiting');
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const isBundleId = (text: string) => /^[0-9a-f]{24}$/.test(text);

const bundleSchema = z.strictObject({
	round: z.string(),
	sender: z.string().nullable(),
	/** the code of the district that sent it by itself; null where the office did */
	district: z.string().nullable().default(null),
	/** when it came, with offset */
	arrived_at: z.string(),
	files: z.array(z.strictObject({ name: z.string(), sha256: hash, bytes: z.int().min(0) })).min(1),
	/** what a person has said about these files so far */
	answers: z.array(answerSchema)
});
export type WaitingBundle = z.infer<typeof bundleSchema> & { readonly id: string };

/** The same files for the same round are the same bundle. */
const nameBundle = (round: string, files: readonly { readonly name: string; readonly sha256: string }[]) =>
	sha256(JSON.stringify([round, ...files.map(({ name, sha256: of }) => [name, of])])).slice(0, 24);

export interface Held {
	readonly name: string;
	readonly bytes: Uint8Array;
}

async function writeBundle(store: string, { id, ...bundle }: WaitingBundle): Promise<void> {
	await writeWhole(join(folderOf(store), `${id}.json`), JSON.stringify(bundle));
}

/** Holds files of one round; what was answered about the same files before stays answered. */
export async function holdFiles(
	store: string,
	files: readonly Held[],
	about: Pick<WaitingBundle, 'round' | 'sender' | 'district' | 'arrived_at'>
): Promise<WaitingBundle> {
	const named = files.map(({ name, bytes }) => ({ name, sha256: sha256(bytes), bytes: bytes.byteLength }));
	const id = nameBundle(about.round, named);
	await makeFolder(folderOf(store));
	for (const [at, { bytes }] of files.entries()) {
		const of = named[at]?.sha256;
		if (of !== undefined) await writeWhole(join(folderOf(store), of), bytes);
	}
	const before = await findBundle(store, id);
	const bundle = { ...about, id, files: named, answers: before?.answers ?? [] };
	await writeBundle(store, bundle);
	return bundle;
}

/** Null where nothing of this name waits, or not any more. */
export async function findBundle(store: string, id: string): Promise<WaitingBundle | null> {
	if (!isBundleId(id)) return null;
	try {
		return { ...bundleSchema.parse(JSON.parse(await readFile(join(folderOf(store), `${id}.json`), 'utf8'))), id };
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

/** Null where a file is gone or no longer what came. */
export async function readHeld(store: string, bundle: WaitingBundle): Promise<readonly Held[] | null> {
	const held: Held[] = [];
	for (const { name, sha256: of } of bundle.files) {
		const bytes = await readFile(join(folderOf(store), of)).catch((error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return null;
			throw error;
		});
		if (bytes === null || sha256(bytes) !== of) return null;
		held.push({ name, bytes });
	}
	return held;
}

/** Adds answers; a later one about the same thing goes before an earlier. */
export async function answerBundle(
	store: string,
	bundle: WaitingBundle,
	answers: WaitingBundle['answers']
): Promise<void> {
	const key = ({ kind, about, shape }: WaitingBundle['answers'][number]) => JSON.stringify([kind, about, shape]);
	const fresh = new Set(answers.map(key));
	await writeBundle(store, {
		...bundle,
		answers: [...bundle.answers.filter((answer) => !fresh.has(key(answer))), ...answers]
	});
}

/** All that wait, the newest first. */
export async function listBundles(store: string): Promise<readonly WaitingBundle[]> {
	const names = await readdir(folderOf(store)).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return [];
		throw error;
	});
	const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
	const bundles = await Promise.all(ids.map((id) => findBundle(store, id)));
	return bundles
		.filter((bundle) => bundle !== null)
		.toSorted((a, b) => (a.arrived_at < b.arrived_at ? 1 : a.arrived_at > b.arrived_at ? -1 : a.id < b.id ? -1 : 1));
}

/** Lets a bundle go, and its files where no other bundle holds them. */
export async function dropBundle(store: string, id: string): Promise<void> {
	if (!isBundleId(id)) return;
	await rm(join(folderOf(store), `${id}.json`), { force: true });
	await sweepFiles(store);
}

async function sweepFiles(store: string): Promise<void> {
	const kept = new Set((await listBundles(store)).flatMap(({ files }) => files.map((file) => file.sha256)));
	const names = await readdir(folderOf(store)).catch(() => []);
	for (const name of names) {
		if (!name.endsWith('.json') && !kept.has(name)) await rm(join(folderOf(store), name), { force: true });
	}
}

/** Lets go what came before a moment (with offset), and files that nothing holds. */
export async function dropOldBundles(store: string, before: string): Promise<void> {
	for (const { id, arrived_at } of await listBundles(store)) {
		if (arrived_at < before) await rm(join(folderOf(store), `${id}.json`), { force: true });
	}
	await sweepFiles(store);
}
