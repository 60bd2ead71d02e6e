// Reading a backup: its form to the last byte, its list, every file against the list, and the journal's chain.
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Problem } from '../../submission/entry.ts';
import { isStorePath, leafletName, manifestName, readManifest, type Manifest } from './manifest.ts';
import { blockBytes, endBytes, paddingAfter, readHead } from './tar.ts';
import { parseJournal } from '../store/journal.ts';
import { errorAbout, refuse } from '../refusal.ts';
import { backupWords } from './sentences.ts';
import { keptBy } from '../store/kept-by.ts';

/** watphon-2026-11-20-183412.tar, and -2 for another of the same second */
export const backupName = /^watphon-(\d{4}-\d\d-\d\d-\d{6})(?:-(\d+))?\.tar$/;

interface Member {
	/** below the archive's one folder */
	readonly path: string;
	readonly bytes: number;
	/** where its bytes begin */
	readonly from: number;
}

export interface OpenBackup {
	readonly file: string;
	readonly handle: FileHandle;
	readonly manifest: Manifest;
	readonly members: readonly Member[];
	/** of all files together */
	readonly bytes: number;
}

const damaged = (message: string) => refuse('backup_damaged', message);

async function readAt(handle: FileHandle, at: number, bytes: number): Promise<Buffer> {
	const buffer = Buffer.alloc(bytes);
	const { bytesRead } = await handle.read(buffer, 0, bytes, at);
	return buffer.subarray(0, bytesRead);
}

const firstOther = (block: Buffer) => block.findIndex((byte) => byte !== 0);

/** Goes from head to head; refuses where a byte is not what is written there, or a file has no place in a store. */
async function readLayout(handle: FileHandle, file: string, size: number): Promise<readonly Member[]> {
	const members: Member[] = [];
	let at = 0;
	for (;;) {
		const last = members.at(-1)?.path ?? null;
		const block = await readAt(handle, at, blockBytes);
		if (last === manifestName && block.length === blockBytes && firstOther(block) < 0) break;
		const head = block.length < blockBytes ? null : readHead(block);
		if (head === null && at === 0 && !backupName.test(basename(file)))
			throw refuse('not_a_backup', backupWords.notBackup(file));
		if (block.length < blockBytes) throw damaged(backupWords.cutShort(size, null));
		if (head === null) throw damaged(backupWords.headDamaged(at, last));
		const path = /^watphon-[\d-]+\/(.+)$/.exec(head.path)?.[1] ?? '';
		if (path !== manifestName && path !== leafletName && !isStorePath(path))
			throw refuse('backup_path', backupWords.strangePath(head.path));
		members.push({ path, bytes: head.bytes, from: at + blockBytes });
		const after = at + blockBytes + head.bytes;
		const padding = await readAt(handle, after, paddingAfter(head.bytes));
		if (after + paddingAfter(head.bytes) > size) throw damaged(backupWords.cutShort(size, path));
		const other = firstOther(padding);
		if (other >= 0) throw damaged(backupWords.gapDamaged(after + other, path));
		at = after + padding.length;
	}
	const end = await readAt(handle, at, endBytes);
	const other = firstOther(end);
	if (other >= 0) throw damaged(backupWords.endDamaged(at + other));
	if (end.length < endBytes) throw damaged(backupWords.cutShort(size, null));
	if (size > at + endBytes) throw damaged(backupWords.endDamaged(at + endBytes));
	return members;
}

async function readList(handle: FileHandle, file: string, member: Member | undefined): Promise<Manifest> {
	if (member?.path !== manifestName) throw refuse('not_a_backup', backupWords.notBackup(file));
	const read = readManifest((await readAt(handle, member.from, member.bytes)).toString('utf8'));
	if (read.kind === 'damaged') throw damaged(backupWords.manifestDamaged(read.expected, read.found));
	if (read.kind === 'newer') throw refuse('backup_newer', backupWords.newer);
	return read.manifest;
}

/** The files are those of the list, in its order. */
function mustBeListed(members: readonly Member[], { files }: Manifest): void {
	for (const [nth, { path, bytes }] of members.entries()) {
		const listed = files[nth];
		if (listed?.path !== path || listed.bytes !== bytes) throw damaged(backupWords.notListed(path));
	}
	const missing = files[members.length];
	if (missing !== undefined) throw damaged(backupWords.listedMissing(missing.path));
	const seen = new Set<string>();
	for (const { path } of files) {
		if (seen.has(path)) throw damaged(backupWords.notListed(path));
		seen.add(path);
	}
}

/** Opens a backup whose form and list are whole; whoever opens it closes its handle. Refuses any other. */
export async function openBackup(file: string): Promise<OpenBackup> {
	const handle = await open(file, 'r');
	try {
		const { size } = await handle.stat();
		const members = await readLayout(handle, file, size);
		const manifest = await readList(handle, file, members.at(-1));
		const listed = members.slice(0, -1);
		mustBeListed(listed, manifest);
		return { file, handle, manifest, members: listed, bytes: listed.reduce((sum, { bytes }) => sum + bytes, 0) };
	} catch (error) {
		await handle.close();
		throw error;
	}
}

/** Where the files of a backup go while they are read. */
export interface Sink {
	begin(path: string): Promise<{ write(chunk: Uint8Array): Promise<void>; end(): Promise<void> }>;
}

const nowhere: Sink = {
	begin: () => Promise.resolve({ write: () => Promise.resolve(), end: () => Promise.resolve() })
};

const chunkBytes = 1024 * 1024;

async function readMember(handle: FileHandle, { path, bytes, from }: Member, sink: Sink, also: Uint8Array[] | null) {
	const hash = createHash('sha256');
	const out = await sink.begin(path);
	try {
		for (let done = 0; done < bytes;) {
			const chunk = await readAt(handle, from + done, Math.min(chunkBytes, bytes - done));
			if (chunk.length === 0) break;
			hash.update(chunk);
			also?.push(chunk);
			await out.write(chunk);
			done += chunk.length;
		}
	} finally {
		await out.end();
	}
	return hash.digest('hex');
}

/** The bytes of one file of an open backup, as they lie there; none where it has no such file. */
export async function readBackupFile({ handle, members }: OpenBackup, path: string): Promise<Buffer> {
	const member = members.find((one) => one.path === path);
	return member === undefined ? Buffer.alloc(0) : await readAt(handle, member.from, member.bytes);
}

/** The journal against the list, and what it speaks of against the files there are. */
function checkJournal({ manifest, members }: OpenBackup, bytes: Buffer): readonly Problem[] {
	const { head, lines, problems, torn } = parseJournal(bytes);
	if (problems.length > 0) return problems;
	if (torn !== null || head.hash !== manifest.head.hash || head.n !== manifest.head.n)
		return [errorAbout('journal.jsonl', 'backup_damaged', backupWords.otherHead(manifest.head.n, head.n))];
	const there = new Set(members.map(({ path }) => path));
	return [...new Set(lines.flatMap(keptBy))]
		.map((hash) => `archive/${hash}`)
		.filter((path) => !there.has(path))
		.map((path) => errorAbout(path, 'backup_damaged', backupWords.listedMissing(path)));
}

/** Reads every byte of an open backup; all that is wrong with it. */
export async function readBackup(backup: OpenBackup, sink: Sink = nowhere): Promise<readonly Problem[]> {
	const { handle, manifest, members } = backup;
	const problems: Problem[] = [];
	const journal: Uint8Array[] = [];
	for (const [nth, member] of members.entries()) {
		const { path } = member;
		const listed = manifest.files[nth]?.sha256 ?? '';
		// A file of the archive is called by its hash, whatever the list says.
		const expected = /archive\/([0-9a-f]{64})$/.exec(path)?.[1] ?? listed;
		const found = await readMember(handle, member, sink, path === 'journal.jsonl' ? journal : null);
		if (found !== expected || found !== listed)
			problems.push(errorAbout(path, 'backup_damaged', backupWords.fileDamaged(path, expected, found)));
	}
	return problems.length > 0 ? problems : checkJournal(backup, Buffer.concat(journal));
}
