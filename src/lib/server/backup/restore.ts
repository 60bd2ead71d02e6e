// A backup made a store again: unpacked beside what is there, its database built anew, all of it proved, and only then put in
// its place.
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Problem } from '../../submission/entry.ts';
import { isPrivatePath, isStorePath } from './manifest.ts';
import { backupName, openBackup, readBackup, type OpenBackup, type Sink } from './read.ts';
import { findServer } from '../beside.ts';
import { makeFolder, syncFolder } from '../store/durable.ts';
import type { Head } from '../store/journal.ts';
import { takeLock } from '../store/lock.ts';
import { refuse, Refusal, warningAbout, wrongUse } from '../refusal.ts';
import { finishRestore, isEmptyStore, markReady, stagingFolder } from './restore-switch.ts';
import { backupWords } from './sentences.ts';
import { openStore } from '../store/store.ts';
import { storedSubmissions } from '../store/stored-entries.ts';
import { verifyStore } from '../store/verify.ts';

export interface FoundBackup {
	readonly file: string;
	/** older ones in the same folder; null where the file itself was named */
	readonly others: number | null;
}

const ageOf = (name: string): readonly [string, number] => {
	const [, at = '', nth = '1'] = backupName.exec(name) ?? [];
	return [at, Number(nth)];
};

function compareAge(one: string, other: string): number {
	const [[at, nth], [otherAt, otherNth]] = [ageOf(one), ageOf(other)];
	return at === otherAt ? nth - otherNth : at < otherAt ? -1 : 1;
}

/** The backup of a path: the file itself, or the newest in a folder. Refuses where there is none. */
export async function findBackup(path: string): Promise<FoundBackup> {
	if (!existsSync(path)) throw wrongUse(backupWords.noBackup(path));
	if (!(await stat(path)).isDirectory()) return { file: path, others: null };
	const names = (await readdir(path)).filter((name) => backupName.test(name)).sort(compareAge);
	const newest = names.at(-1);
	if (newest === undefined) throw wrongUse(backupWords.noneIn(path));
	return { file: join(path, newest), others: names.length - 1 };
}

export interface CheckedBackup {
	readonly file: string;
	readonly made_at: string;
	/** of the program that made it */
	readonly version: string;
	readonly head: Head;
	readonly files: number;
	readonly bytes: number;
}

const describe = ({ file, manifest, bytes }: OpenBackup): CheckedBackup => {
	const { made_at, version, head, files } = manifest;
	return { file, made_at, version, head, files: files.length, bytes };
};

async function withBackup<Answer>(file: string, use: (backup: OpenBackup) => Promise<Answer>): Promise<Answer> {
	const backup = await openBackup(file);
	try {
		return await use(backup);
	} finally {
		await backup.handle.close();
	}
}

function mustBeWhole(problems: readonly Problem[]): void {
	if (problems.length > 0) throw new Refusal(problems);
}

/** Reads every byte of a backup; refuses a damaged one, naming all that is wrong with it. */
export async function checkBackup(file: string): Promise<CheckedBackup> {
	return await withBackup(file, async (backup) => {
		mustBeWhole(await readBackup(backup));
		return describe(backup);
	});
}

const modeOf = (path: string) => (path.includes('archive/') ? 0o444 : isPrivatePath(path) ? 0o600 : 0o644);

/** Writes what belongs into a store below a folder; each file is on disk before the next begins. */
function unpackInto(folder: string): Sink {
	return {
		async begin(path) {
			if (!isStorePath(path)) return { write: () => Promise.resolve(), end: () => Promise.resolve() };
			const to = join(folder, ...path.split('/'));
			await mkdir(dirname(to), { recursive: true });
			const handle = await open(to, 'wx', modeOf(path));
			return {
				write: (chunk) => handle.appendFile(chunk),
				async end() {
					try {
						await handle.sync();
					} finally {
						await handle.close();
					}
				}
			};
		}
	};
}

async function syncBelow(folder: string): Promise<void> {
	for (const entry of await readdir(folder, { withFileTypes: true }))
		if (entry.isDirectory()) await syncBelow(join(folder, entry.name));
	await syncFolder(folder);
}

export interface Restored extends CheckedBackup {
	readonly store: string;
	/** lines of the journal, and files of the archive that they speak of */
	readonly lines: number;
	readonly kept: number;
	readonly submissions: number;
	/** where the old store is; null where there was none */
	readonly put_aside: string | null;
	/** what was put right or should be looked at; no errors */
	readonly problems: readonly Problem[];
}

/** Opens the unpacked store, which builds its database, and proves it. Refuses what is not whole. */
async function proveStaged(staging: string): Promise<Pick<Restored, 'lines' | 'kept' | 'submissions' | 'problems'>> {
	const store = await openStore(staging, { release: () => undefined });
	try {
		const { problems, lines, files } = await verifyStore(store);
		mustBeWhole(problems.filter(({ severity }) => severity === 'error'));
		const submissions = await storedSubmissions(store.connection(), null);
		const said = store.notices.filter(({ code }) => code !== 'rebuilt');
		const fresh = problems.filter(({ message }) => !said.some((one) => one.message === message));
		return { lines, kept: files, submissions: submissions.length, problems: [...said, ...fresh] };
	} finally {
		store.close();
	}
}

/** A database is built beside the files, about as large as they are. */
const databaseBytes = (bytes: number) => bytes + 8_000_000;
/** With less than this left, whatever went wrong went wrong for want of room: DuckDB has no one way of saying so. */
const scarceBytes = 1_000_000;

async function freeBytes(folder: string): Promise<number> {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}

async function mustHaveRoom(store: string, bytes: number): Promise<void> {
	const [needed, free] = [bytes + databaseBytes(bytes), await freeBytes(store)];
	if (free < needed) throw refuse('no_room', backupWords.noRoomToRestore(store, needed, free));
}

async function asRefusal(error: unknown, store: string): Promise<unknown> {
	if (error instanceof Refusal || (await freeBytes(store)) >= scarceBytes) return error;
	return refuse('no_room', backupWords.diskFull(store));
}

function nameAside(store: string, at: string): string {
	const stem = `before-restore/${at.slice(0, 19).replaceAll(':', '')}`;
	let name = stem;
	for (let nth = 2; existsSync(join(store, name)); nth++) name = `${stem}-${nth}`;
	return name;
}

async function restoreLocked(store: string, backup: OpenBackup, wish: RestoreWish): Promise<Restored> {
	const finished = await finishRestore(store);
	const empty = await isEmptyStore(store);
	if (!empty && !wish.aside) throw refuse('store_not_empty', backupWords.notEmpty(store));
	await mustHaveRoom(store, backup.bytes);
	const staging = stagingFolder(store);
	await mkdir(staging);
	try {
		mustBeWhole(await readBackup(backup, unpackInto(staging)));
		const proved = await proveStaged(staging);
		await syncBelow(staging);
		const aside = empty ? null : nameAside(store, wish.at);
		await markReady(store, aside);
		await finishRestore(store);
		const said = finished ? [warningAbout('', 'restore_finished', backupWords.finished)] : [];
		const put_aside = aside === null ? null : join(store, ...aside.split('/'));
		return {
			...describe(backup),
			...proved,
			store,
			put_aside,
			problems: [...said, ...proved.problems]
		};
	} catch (error) {
		const said = await asRefusal(error, store);
		await abandon(store);
		throw said;
	}
}

/** Nothing is left of what was not marked; what was marked is finished by the next who opens the store. */
async function abandon(store: string): Promise<void> {
	if (!existsSync(join(stagingFolder(store), 'ready.json')))
		await rm(stagingFolder(store), { recursive: true, force: true });
}

/** The lock says that somebody works there; what a server says of itself is asked only for the sentence. */
async function refuseBusy(store: string): Promise<Refusal> {
	const server = await findServer(store);
	return refuse('store_busy', server === null ? backupWords.storeBusy : backupWords.serving(server.url));
}

export interface RestoreWish {
	/** what is there already is put aside, not deleted */
	readonly aside: boolean;
	/** Bangkok time, with offset */
	readonly at: string;
}

/**
 * Restores a backup as the store of a directory. Refuses, leaving all as it was: a damaged backup, a store that is not empty
 * (unless it may be put aside), one that a server or command works in, a disk without room.
 */
export async function restoreBackup(file: string, store: string, wish: RestoreWish): Promise<Restored> {
	return await withBackup(file, async (backup) => {
		await makeFolder(store);
		const lock = takeLock(store);
		if (lock === null) throw await refuseBusy(store);
		try {
			return await restoreLocked(store, backup, wish);
		} finally {
			lock.release();
		}
	});
}
