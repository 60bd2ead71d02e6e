// What of a store goes into a backup, as it stands at one moment: the journal to its head, and all that it speaks of. Files of
// the archive never change, so that they can be copied afterwards while imports go on.
import { existsSync, statSync } from 'node:fs';
import { open, readdir, readFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalLine } from '../store/acts.ts';
import { archiveFolder } from '../store/archive.ts';
import { journalFile, readJournal, tornFile, type Head } from '../store/journal.ts';
import { officeFile } from '../office/office.ts';
import { copyPeople } from '../people/copy-people.ts';
import { issuerFile } from '../people/issuer-settings.ts';
import { secretFile } from '../people/people-file.ts';
import { listOfficeFiles, officeFolder } from '../office/office-files.ts';
import { refuse, Refusal } from '../refusal.ts';
import { say } from '../sentences.ts';
import type { Store } from '../store/store.ts';
import { listEvidenceFiles } from '../store/replay.ts';
import { keptBy } from '../store/kept-by.ts';
import { listBundles } from '../imports/waiting.ts';
import { draftsFolder, listDraftFiles } from '../entry/draft.ts';

export interface Contents {
	readonly store: string;
	readonly head: Head;
	readonly lines: readonly JournalLine[];
	/** what may change the next moment, so it is held here */
	readonly texts: readonly { readonly path: string; readonly bytes: Uint8Array }[];
	/** SHA-256 of the files of the archive that the journal speaks of */
	readonly kept: readonly string[];
	/** paths in the store of what was put aside when the office began with real results */
	readonly aside: readonly string[];
	/** bundles that wait for a decision: their ids and the SHA-256 of their files */
	readonly waiting: readonly { readonly id: string; readonly files: readonly string[] }[];
	/** names of files that stand beside drafts as their evidence */
	readonly drafted: readonly string[];
	/** about how much it comes to */
	readonly bytes: number;
}

const isGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function list(folder: string): Promise<readonly string[]> {
	try {
		return (await readdir(folder)).sort();
	} catch (error) {
		if (isGone(error)) return [];
		throw error;
	}
}

/** The journal as it stands on disk; refuses one that is not what this process wrote. */
async function readWholeJournal(store: Store): Promise<Uint8Array> {
	const { head, problems, torn } = await readJournal(store.directory);
	if (problems.length > 0) throw new Refusal(problems);
	if (torn !== null || head.hash !== store.head().hash) throw refuse('journal_moved', say.journalMoved);
	return head.n === 0 ? new Uint8Array() : await readFile(journalFile(store.directory));
}

async function readTexts(store: Store): Promise<Contents['texts']> {
	const { directory } = store;
	const beside = await listOfficeFiles(directory);
	const paths = [
		{ path: 'journal.torn', at: tornFile(directory) },
		{ path: 'office.yaml', at: officeFile(directory) },
		{ path: 'oidc.yaml', at: issuerFile(directory) },
		{ path: 'people.secret', at: secretFile(directory) },
		...beside.map(({ file }) => ({ path: `office/${file}`, at: join(officeFolder(directory), file) })),
		...(await listDraftFiles(directory)).drafts.map((name) => ({
			path: `drafts/${name}`,
			at: join(draftsFolder(directory), name)
		}))
	].filter(({ at }) => existsSync(at));
	const read = await Promise.all(paths.map(async ({ path, at }) => ({ path, bytes: await readFile(at) })));
	const people = await copyPeople(directory);
	const accounts = people === null ? [] : [{ path: 'people.sqlite', bytes: people }];
	return [{ path: 'journal.jsonl', bytes: await readWholeJournal(store) }, ...read, ...accounts];
}

async function listAside(store: string): Promise<readonly string[]> {
	const found: string[] = [];
	for (const one of await list(join(store, 'aside'))) {
		const folder = `aside/${one}`;
		for (const name of ['journal.jsonl', 'journal.torn'])
			if (existsSync(join(store, folder, name))) found.push(`${folder}/${name}`);
		const kept = await list(join(store, folder, 'archive'));
		found.push(...kept.filter((name) => /^[0-9a-f]{64}$/.test(name)).map((name) => `${folder}/archive/${name}`));
	}
	return found;
}

/** Bytes that the journal says its files have, and those of what lies beside. */
function measure(store: string, contents: Omit<Contents, 'bytes'>): number {
	const sizes = new Map<string, number>();
	for (const line of contents.lines) {
		if (line.act === 'agreement' || line.act === 'publish') sizes.set(line.what.sha256, line.what.bytes);
		if (line.act === 'publish') for (const file of line.what.beside ?? []) sizes.set(file.sha256, file.bytes);
		if ('files' in line.what)
			for (const file of line.what.files)
				for (const { sha256, bytes } of [file, ...listEvidenceFiles(file)]) sizes.set(sha256, bytes);
	}
	const paths = [
		...contents.aside,
		...contents.waiting.flatMap(({ files }) => files.map((of) => `waiting/${of}`)),
		...contents.drafted.map((of) => `drafts/${of}`)
	];
	const beside = paths.map((path) => statSync(join(store, path), { throwIfNoEntry: false })?.size ?? 0);
	const all = [...sizes.values(), ...beside, ...contents.texts.map(({ bytes }) => bytes.byteLength)];
	return all.reduce((sum, bytes) => sum + bytes + 1024, 0);
}

/** Refuses a journal that is not what this process wrote. */
export async function gatherBackup(store: Store): Promise<Contents> {
	const { directory } = store;
	const lines = [...store.lines()];
	const waiting = await listBundles(directory);
	const contents = {
		store: directory,
		head: store.head(),
		lines,
		texts: await readTexts(store),
		kept: [...new Set(lines.flatMap(keptBy))],
		aside: await listAside(directory),
		drafted: (await listDraftFiles(directory)).files,
		waiting: waiting.map(({ id, files }) => ({ id, files: files.map((file) => file.sha256) }))
	};
	return { ...contents, bytes: measure(directory, contents) };
}

export async function openIfThere(path: string): Promise<FileHandle | null> {
	try {
		return await open(path, 'r');
	} catch (error) {
		if (isGone(error)) return null;
		throw error;
	}
}

/** A kept file, wherever it is by now: the office may have begun anew since, which moves the archive. Null when it is gone. */
export async function openKept(store: string, hash: string): Promise<FileHandle | null> {
	const here = await openIfThere(join(archiveFolder(store), hash));
	if (here !== null) return here;
	for (const one of await list(join(store, 'aside'))) {
		const there = await openIfThere(join(store, 'aside', one, 'archive', hash));
		if (there !== null) return there;
	}
	return null;
}
