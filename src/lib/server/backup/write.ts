// Writing a backup: one file, under a name of its own until every byte of it is on disk and was read back.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
	link,
	mkdir,
	open,
	readdir,
	realpath,
	rename,
	rm,
	rmdir,
	stat,
	statfs,
	type FileHandle
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { openIfThere, openKept, type Contents } from './contents.ts';
import { leafletName, manifestName, writeManifest } from './manifest.ts';
import { openBackup, readBackup } from './read.ts';
import { writeTar, type Outgoing } from './stream.ts';
import { isAlive } from '../beside.ts';
import { syncFolder } from '../store/durable.ts';
import { isInside } from '../rounds/letters.ts';
import type { Head } from '../store/journal.ts';
import { errorAbout, refuse, Refusal } from '../refusal.ts';
import { checkKept } from '../store/replay.ts';
import { say } from '../sentences.ts';
import { backupWords, leaflet } from './sentences.ts';

export interface WrittenBackup {
	readonly file: string;
	readonly bytes: number;
	/** of the file itself */
	readonly sha256: string;
	readonly files: number;
	readonly head: Head;
	readonly made_at: string;
	readonly version: string;
}

export interface BackupWish {
	/** Bangkok time, with offset */
	readonly at: string;
	/** of this program */
	readonly version: string;
	/** aborted when whoever asked has gone */
	readonly signal: AbortSignal;
}

async function addAndClose(out: Outgoing, path: string, source: FileHandle): Promise<string> {
	try {
		return await out.add(path, source);
	} finally {
		await source.close();
	}
}

async function addKept(out: Outgoing, { store, kept, lines }: Contents): Promise<void> {
	let whole = true;
	for (const hash of kept) {
		const source = await openKept(store, hash);
		const found = source === null ? null : await addAndClose(out, `archive/${hash}`, source);
		whole &&= found === hash;
	}
	if (whole) return;
	const problems = await checkKept(store, lines);
	throw problems.length > 0 ? new Refusal(problems) : refuse('archive_damaged', say.journalMoved);
}

async function addAside(out: Outgoing, { store, aside }: Contents): Promise<void> {
	for (const path of aside) {
		const found = await addAndClose(out, path, await open(join(store, path), 'r'));
		const [, hash = found] = /archive\/([0-9a-f]{64})$/.exec(path) ?? [];
		if (found !== hash) throw new Refusal([errorAbout(path, 'archive_altered', backupWords.asideAltered(path))]);
	}
}

/** All of some files, or none where one is gone. */
async function openAll(paths: readonly string[]): Promise<readonly FileHandle[] | null> {
	const opened: FileHandle[] = [];
	for (const path of paths) {
		const source = await openIfThere(path);
		if (source === null) {
			for (const one of opened) await one.close();
			return null;
		}
		opened.push(source);
	}
	return opened;
}

/** Somebody may decide about a bundle meanwhile: what is gone by then waits no longer. */
async function addWaiting(out: Outgoing, { store, waiting }: Contents): Promise<void> {
	const added = new Set<string>();
	for (const { id, files } of waiting) {
		const names = [...new Set(files), `${id}.json`].filter((name) => !added.has(name));
		const sources = await openAll(names.map((name) => join(store, 'waiting', name)));
		for (const [nth, source] of (sources ?? []).entries()) {
			const name = names[nth] ?? '';
			await addAndClose(out, `waiting/${name}`, source);
			added.add(name);
		}
	}
}

/** A draft may be sent meanwhile: its files are the archive's by then, and are no longer there. */
async function addDrafted(out: Outgoing, { store, drafted }: Contents): Promise<void> {
	for (const name of drafted) {
		const source = await openIfThere(join(store, 'drafts', name));
		if (source !== null) await addAndClose(out, `drafts/${name}`, source);
	}
}

type Filled = Pick<WrittenBackup, 'files' | 'sha256'>;

async function fill(handle: FileHandle, folder: string, contents: Contents, wish: BackupWish): Promise<Filled> {
	const out = writeTar(handle, folder, wish);
	const { at: made_at, version } = wish;
	await out.add(leafletName, Buffer.from(leaflet(made_at, version)));
	for (const { path, bytes } of contents.texts) await out.add(path, bytes);
	await addKept(out, contents);
	await addAside(out, contents);
	await addWaiting(out, contents);
	await addDrafted(out, contents);
	const files = [...out.listed];
	await out.add(manifestName, Buffer.from(writeManifest({ format: 1, version, made_at, head: contents.head, files })));
	return { files: files.length, sha256: await out.end() };
}

async function mustReadBack(file: string, shown: string): Promise<void> {
	try {
		const backup = await openBackup(file);
		try {
			const problems = await readBackup(backup);
			if (problems.length === 0) return;
		} finally {
			await backup.handle.close();
		}
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
	}
	throw refuse('not_as_written', backupWords.notAsWritten(shown));
}

/** Gives a file its own name; where there is one of that name, the next. */
async function giveName(temporary: string, folder: string, stem: string): Promise<string> {
	for (let nth = 1; ; nth++) {
		const file = join(folder, `${stem}${nth === 1 ? '' : `-${nth}`}.tar`);
		try {
			// Unlike a rename, a second name never takes the place of another file.
			await link(temporary, file);
			await rm(temporary);
			return file;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
				// The file systems of most memory sticks know only one name for a file.
				if (existsSync(file)) continue;
				await rename(temporary, file);
				return file;
			}
		}
	}
}

const partOf = /^\.watphon-(\d+)-.*\.part$/;

/** What a backup left behind that was killed. */
async function sweepParts(folder: string): Promise<void> {
	for (const name of await readdir(folder)) {
		const pid = partOf.exec(name)?.[1];
		if (pid !== undefined && !isAlive(Number(pid))) await rm(join(folder, name), { force: true });
	}
}

async function mustBeElsewhere(folder: string, store: string): Promise<void> {
	const there = existsSync(folder) ? folder : dirname(folder);
	if (!existsSync(there)) throw refuse('disk', say.disk(folder, 'ENOENT'));
	if (!(await stat(there)).isDirectory()) throw refuse('not_a_folder', backupWords.notFolder(there));
	if (isInside(await realpath(store), await realpath(there)))
		throw refuse('backup_inside', backupWords.insideStore(folder));
}

async function mustHaveRoom(folder: string, needed: number): Promise<void> {
	const { bavail, bsize } = await statfs(folder);
	if (bavail * bsize < needed) throw refuse('no_room', backupWords.noRoom(folder, needed, bavail * bsize));
}

/** The codes by which a disk says no; anything else is a fault of the program. */
function asRefusal(error: unknown, folder: string): unknown {
	const { code } = error as NodeJS.ErrnoException;
	if (error instanceof Refusal || code === undefined || !/^E[A-Z]+$/.test(code)) return error;
	return refuse('disk', backupWords.cannotWrite(folder, code));
}

async function writeInto(folder: string, contents: Contents, wish: BackupWish): Promise<WrittenBackup> {
	await sweepParts(folder);
	await mustHaveRoom(folder, contents.bytes);
	const stem = `watphon-${wish.at.slice(0, 19).replace('T', '-').replaceAll(':', '')}`;
	const temporary = join(folder, `.watphon-${process.pid}-${randomUUID()}.part`);
	const handle = await open(temporary, 'wx', 0o600);
	try {
		let filled: Filled;
		try {
			filled = await fill(handle, stem, contents, wish);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await mustReadBack(temporary, join(folder, `${stem}.tar`));
		const { size } = await stat(temporary);
		const file = await giveName(temporary, folder, stem);
		await syncFolder(folder);
		const { at: made_at, version } = wish;
		return { file, bytes: size, ...filled, head: contents.head, made_at, version };
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	}
}

/**
 * Writes a backup into a folder, which is made where only itself is missing. Refuses a folder in the store, a disk that cannot
 * take it, and a store with damaged files, and leaves nothing behind then.
 */
export async function writeBackup(folder: string, contents: Contents, wish: BackupWish): Promise<WrittenBackup> {
	if (contents.head.n === 0 && contents.texts.length === 1 && contents.aside.length === 0)
		throw refuse('nothing_to_back_up', backupWords.nothing(contents.store));
	await mustBeElsewhere(folder, contents.store);
	const made = !existsSync(folder);
	try {
		if (made) {
			await mkdir(folder);
			await syncFolder(dirname(folder));
		}
		return await writeInto(folder, contents, wish);
	} catch (error) {
		if (made && existsSync(folder)) await rmdir(folder);
		throw asRefusal(error, folder);
	}
}
