// What a district has typed and not sent: kept by the server beside the archive, for whoever of the district opens it next.
// A draft is no part of the archive or the journal; it ends when it is sent.
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { outcomeSchema } from '../../agreement/schema.ts';
import { makeFolder, sha256, writeWhole } from '../store/durable.ts';

export const draftsFolder = (store: string) => join(store, 'drafts');
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A field with another text than what is in force; empty takes back what was sent. */
const cellSchema = z.strictObject({ text: z.string(), by: z.string(), at: z.string() });
const fileSchema = z.strictObject({
	/** the level it is proof of; null of the whole indicator */
	outcome: outcomeSchema.nullable(),
	name: z.string(),
	sha256: hash,
	bytes: z.int().min(0),
	by: z.string(),
	at: z.string()
});
const sheetSchema = z.strictObject({
	/** by the keys of fields: value.spent_baht, tick.3, note.3 */
	cells: z.record(z.string(), cellSchema),
	files: z.array(fileSchema)
});
const draftSchema = z.strictObject({
	round: z.string(),
	/** DOPA code: a district's, or the province's */
	district: z.string(),
	/** counts what was saved */
	version: z.int().min(1),
	saved_at: z.string(),
	saved_by: z.string(),
	/** by section/indicator; those of which nothing is left are not there */
	sheets: z.record(z.string(), sheetSchema)
});
export type Draft = z.infer<typeof draftSchema>;
export type DraftSheet = z.infer<typeof sheetSchema>;
export type DraftFile = z.infer<typeof fileSchema>;

export const emptySheet: DraftSheet = { cells: {}, files: [] };
export const isBlank = ({ cells, files }: DraftSheet): boolean => Object.keys(cells).length + files.length === 0;

/** `khon-kaen.2565-2.4005.json` */
const draftName = /^[a-z-]+\.\d{4}-q?\d\.(?:\d{2}|\d{4})\.json$/;
const nameOf = (round: string, district: string) => `${round.replace('/', '.')}.${district}.json`;

async function readNamed(store: string, name: string): Promise<Draft | null> {
	if (!draftName.test(name)) return null;
	try {
		return draftSchema.parse(JSON.parse(await readFile(join(draftsFolder(store), name), 'utf8')));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

/** Null where nothing is typed that was not sent. */
export const readDraft = (store: string, round: string, district: string): Promise<Draft | null> =>
	readNamed(store, nameOf(round, district));

async function listNames(store: string): Promise<readonly string[]> {
	try {
		return (await readdir(draftsFolder(store))).sort();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
}

/** Every file of drafts, by name: what is typed, and what was put beside it. */
export async function listDraftFiles(
	store: string
): Promise<{ readonly drafts: readonly string[]; readonly files: readonly string[] }> {
	const names = await listNames(store);
	return {
		drafts: names.filter((name) => draftName.test(name)),
		files: names.filter((name) => /^[0-9a-f]{64}$/.test(name))
	};
}

export async function listDrafts(store: string): Promise<readonly Draft[]> {
	const { drafts } = await listDraftFiles(store);
	return (await Promise.all(drafts.map((name) => readNamed(store, name)))).filter((draft) => draft !== null);
}

/** Writes a draft, or takes it away where nothing is left of it. */
export async function writeDraft(store: string, draft: Draft): Promise<void> {
	const sheets = Object.fromEntries(Object.entries(draft.sheets).filter(([, sheet]) => !isBlank(sheet)));
	if (Object.keys(sheets).length === 0) {
		await dropDraft(store, draft.round, draft.district);
		return;
	}
	await makeFolder(draftsFolder(store));
	await writeWhole(
		join(draftsFolder(store), nameOf(draft.round, draft.district)),
		JSON.stringify({ ...draft, sheets })
	);
	await sweepFiles(store);
}

/** Lets a draft go, and its files where no other draft has them. */
export async function dropDraft(store: string, round: string, district: string): Promise<void> {
	await rm(join(draftsFolder(store), nameOf(round, district)), { force: true });
	await sweepFiles(store);
}

async function sweepFiles(store: string): Promise<void> {
	const { files } = await listDraftFiles(store);
	if (files.length === 0) return;
	const named = (await listDrafts(store)).flatMap(({ sheets }) =>
		Object.values(sheets).flatMap((sheet) => sheet.files)
	);
	const kept = new Set(named.map((file) => file.sha256));
	for (const name of files) if (!kept.has(name)) await rm(join(draftsFolder(store), name), { force: true });
}

/** Puts a file beside the drafts; it goes again unless a draft names it. Its SHA-256. */
export async function keepDraftFile(store: string, bytes: Uint8Array): Promise<string> {
	const of = sha256(bytes);
	await makeFolder(draftsFolder(store));
	await writeWhole(join(draftsFolder(store), of), bytes);
	return of;
}

/** Null where it is gone or no longer what was put there. */
export async function readDraftFile(store: string, of: string): Promise<Uint8Array | null> {
	try {
		const bytes = await readFile(join(draftsFolder(store), hash.parse(of)));
		return sha256(bytes) === of ? bytes : null;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}
