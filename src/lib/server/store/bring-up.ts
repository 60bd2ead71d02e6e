// The database of a store, built from archive and journal: beside the one in use, and then put in its place.
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../submission/entry.ts';
import type { JournalLine } from './acts.ts';
import { createDatabase, openDatabase, removeDatabase, type Database } from './database.ts';
import { syncFolder } from './durable.ts';
import type { Journal } from './journal.ts';
import { shelfOf } from '../rounds/letters.ts';
import { errorAbout, Refusal, refuse, warningAbout } from '../refusal.ts';
import { applyLine, checkKept, readFromArchive } from './replay.ts';
import { verifyWords } from './sentences-verify.ts';
import { say } from '../sentences.ts';

export const databaseFile = (store: string) => join(store, 'watphon.duckdb');

const freshFile = (store: string) => `${databaseFile(store)}.new`;

/** Builds a database beside the one in use. Refuses, leaving all as it was, where a kept file is gone or altered. */
export async function buildFresh(directory: string, lines: readonly JournalLine[], notices: Problem[]): Promise<void> {
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
export async function takeFresh(directory: string): Promise<Database> {
	await removeDatabase(databaseFile(directory));
	await rename(freshFile(directory), databaseFile(directory));
	await syncFolder(directory);
	const opened = await openDatabase(databaseFile(directory));
	if (opened.kind !== 'open') throw new Error(say.databaseWillNotOpen);
	return opened.database;
}

export async function build(directory: string, lines: readonly JournalLine[], notices: Problem[]): Promise<Database> {
	await buildFresh(directory, lines, notices);
	return await takeFresh(directory);
}

/** The database brought to the head of the journal, however far it had come. */
export async function bringUp(directory: string, { lines, head }: Journal, notices: Problem[]): Promise<Database> {
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
