// The store of a province: archive and journal, which are the truth, and the database built from them.
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Problem } from '../../submission/entry.ts';
import type { Act, JournalLine } from './acts.ts';
import { createDatabase, openDatabase, removeDatabase, type Database } from './database.ts';
import { makeFolder, syncFolder } from './durable.ts';
import { appendAct, putTornAside, readJournal, tornFile, type Head, type Journal } from './journal.ts';
import { forgetLetters, shelfOf, type Shelf } from '../rounds/letters.ts';
import type { Lock } from './lock.ts';
import { errorAbout, Refusal, refuse, warningAbout } from '../refusal.ts';
import { applyLine, checkKept, readFromArchive, type EntriesOf } from './replay.ts';
import { verifyWords } from './sentences-verify.ts';
import { finishRestore } from '../backup/restore-switch.ts';
import { say } from '../sentences.ts';
import { backupWords } from '../backup/sentences.ts';

export interface Store {
	readonly directory: string;
	/** what was put right on opening, to be said */
	readonly notices: readonly Problem[];
	lines(): readonly JournalLine[];
	head(): Head;
	/** the letters at hand, those the office put in force before the project's own */
	shelf(): Shelf;
	/** for the store's own questions; scoring takes a connection of its own */
	connection(): DuckDBConnection;
	instance(): DuckDBInstance;
	/** Commits an act: journal first, then the database. */
	commit(act: Act, entriesOf: EntriesOf): Promise<JournalLine>;
	/** Throws the database away and builds it again; what was noticed on the way. */
	rebuild(): Promise<readonly Problem[]>;
	/** Moves journal and archive into a folder of the store and begins again. */
	putAside(folder: string): Promise<void>;
	close(): void;
}

export const databaseFile = (store: string) => join(store, 'watphon.duckdb');

const freshFile = (store: string) => `${databaseFile(store)}.new`;

/** Builds a database beside the one in use. Refuses, leaving all as it was, where a kept file is gone or altered. */
async function buildFresh(directory: string, lines: readonly JournalLine[], notices: Problem[]): Promise<void> {
	const damaged = await checkKept(directory, lines);
	if (damaged.length > 0) throw new Refusal(damaged);
	const database = await createDatabase(freshFile(directory));
	try {
		const shelf = shelfOf(directory, lines);
		const entriesOf = readFromArchive(directory, shelf, notices);
		for (const line of lines) await applyLine(database.connection, line, shelf, entriesOf);
	} finally {
		database.close();
	}
}

/** Puts what buildFresh built in the place of the closed one, and opens it. */
async function takeFresh(directory: string): Promise<Database> {
	await removeDatabase(databaseFile(directory));
	await rename(freshFile(directory), databaseFile(directory));
	await syncFolder(directory);
	const opened = await openDatabase(databaseFile(directory));
	if (opened.kind !== 'open') throw new Error(say.databaseWillNotOpen);
	return opened.database;
}

async function build(directory: string, lines: readonly JournalLine[], notices: Problem[]): Promise<Database> {
	await buildFresh(directory, lines, notices);
	return await takeFresh(directory);
}

/** The database brought to the head of the journal, however far it had come. */
async function bringUp(directory: string, { lines, head }: Journal, notices: Problem[]): Promise<Database> {
	const path = databaseFile(directory);
	if (!existsSync(path)) {
		if (lines.length > 0) notices.push(warningAbout('', 'rebuilt', say.databaseMissing(lines.length)));
		return await build(directory, lines, notices);
	}
	const opened = await openDatabase(path);
	if (opened.kind === 'locked') throw refuse('store_busy', say.databaseBusy);
	if (opened.kind === 'unusable') {
		notices.push(warningAbout('', 'rebuilt', say.databaseDamaged(lines.length)));
		return await build(directory, lines, notices);
	}
	const { database, applied, letters } = opened;
	if (applied.n > head.n) {
		database.close();
		throw new Refusal([errorAbout('journal.jsonl', 'journal_short', say.journalShort(head.n, applied.n))]);
	}
	// A chain written anew follows as well as the one it took the place of: what was built from that one tells them apart.
	if (applied.n > 0 && lines[applied.n - 1]?.hash !== applied.hash) {
		database.close();
		throw new Refusal([errorAbout('journal.jsonl', 'other_book', verifyWords.otherBook(applied.n, applied.hash))]);
	}
	const shelf = shelfOf(directory, lines);
	const changedLetters = [...letters]
		.filter(([round, digest]) => shelf.digest(round) !== digest)
		.map(([round]) => round);
	if (changedLetters.length > 0) {
		database.close();
		notices.push(warningAbout('', 'rebuilt', say.lettersChanged(changedLetters)));
		return await build(directory, lines, notices);
	}
	const missing = lines.slice(applied.n);
	if (missing.length > 0) notices.push(warningAbout('', 'replayed', say.databaseBehind(missing.length)));
	try {
		const damaged = await checkKept(directory, missing);
		if (damaged.length > 0) throw new Refusal(damaged);
		const entriesOf = readFromArchive(directory, shelf, notices);
		for (const line of missing) await applyLine(database.connection, line, shelf, entriesOf);
	} catch (error) {
		database.close();
		throw error;
	}
	return database;
}

async function readWholeJournal(directory: string, notices: Problem[]): Promise<Journal> {
	const journal = await readJournal(directory);
	if (journal.problems.length > 0) throw new Refusal(journal.problems);
	if (journal.torn !== null) {
		await putTornAside(directory, journal.torn);
		notices.push(warningAbout('journal.jsonl', 'journal_torn', say.journalTorn(journal.head.n, tornFile(directory))));
	}
	return journal;
}

/**
 * Opens a store whose lock is held, making it if there is none. The lock is released by `close`, or here if it refuses:
 * a journal that is not what was written, kept files gone or altered, a database ahead of its journal.
 */
export async function openStore(directory: string, lock: Lock): Promise<Store> {
	const notices: Problem[] = [];
	forgetLetters();
	try {
		if (await finishRestore(directory)) notices.push(warningAbout('', 'restore_finished', backupWords.finished));
		const journal = await readWholeJournal(directory, notices);
		return hold(directory, lock, notices, journal, await bringUp(directory, journal, notices));
	} catch (error) {
		lock.release();
		throw error;
	}
}

function hold(directory: string, lock: Lock, notices: readonly Problem[], journal: Journal, first: Database): Store {
	let database = first;
	let lines = [...journal.lines];
	let head = journal.head;
	/** set when the journal is ahead because the database failed on a line that is already committed */
	let behind = false;

	async function rebuild(): Promise<readonly Problem[]> {
		const noticed: Problem[] = [];
		forgetLetters();
		await buildFresh(directory, lines, noticed);
		database.close();
		database = await takeFresh(directory);
		behind = false;
		return noticed;
	}

	return {
		directory,
		notices,
		lines: () => lines,
		head: () => head,
		shelf: () => shelfOf(directory, lines),
		connection: () => database.connection,
		instance: () => database.instance,
		rebuild,
		async commit(act, entriesOf) {
			if (behind) await rebuild();
			const line = await appendAct(directory, act, head);
			lines.push(line);
			head = { n: line.n, hash: line.hash };
			behind = true;
			await applyLine(database.connection, line, shelfOf(directory, lines), entriesOf);
			behind = false;
			return line;
		},
		async putAside(folder) {
			await makeFolder(join(directory, folder));
			database.close();
			// The database goes first: without it, a journal found missing later is no loss but a beginning.
			await removeDatabase(databaseFile(directory));
			for (const name of ['journal.jsonl', 'journal.torn', 'archive', 'drafts']) {
				const from = join(directory, name);
				if (existsSync(from)) await rename(from, join(directory, folder, name));
			}
			await syncFolder(join(directory, folder));
			await syncFolder(directory);
			lines = [];
			head = { n: 0, hash: '0'.repeat(64) };
			database = await build(directory, lines, []);
		},
		close() {
			database.close();
			lock.release();
		}
	};
}
