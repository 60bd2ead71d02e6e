// The store of a province: archive and journal, which are the truth, and the database built from them.
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Problem } from '../../submission/entry.ts';
import type { Act, JournalLine } from './acts.ts';
import { clearIncoming, dropMarked, forgetMarks, sweepArchive } from './archive.ts';
import { bangkokTime } from '../clock.ts';
import { bringUp, build, buildFresh, databaseFile, takeFresh } from './bring-up.ts';
import { createTables, openMemory, removeDatabase, type Database } from './database.ts';
import { mustHaveRoom } from './disk.ts';
import { makeFolder, sweepParts, syncFolder } from './durable.ts';
import {
	appendAct,
	journalSize,
	putTornAside,
	readJournal,
	takeBack,
	tornFile,
	type Head,
	type Journal
} from './journal.ts';
import { forgetLetters, shelfOf, type Shelf } from '../rounds/letters.ts';
import { keptBy } from './kept-by.ts';
import type { Lock } from './lock.ts';
import { Refusal, warningAbout } from '../refusal.ts';
import { applyLine, readFromArchive, type EntriesOf } from './replay.ts';
import { diskWords } from './sentences-disk.ts';
import { asideParts, forgetUnfinished, noteUnfinished, settleUnfinished, type Beside } from './unfinished.ts';
import { finishRestore } from '../backup/restore-switch.ts';
import { say } from '../sentences.ts';
import { backupWords } from '../backup/sentences.ts';

export interface Store {
	readonly directory: string;
	/** what was put right on opening, to be said */
	readonly notices: readonly Problem[];
	lines(): readonly JournalLine[];
	head(): Head;
	/** Bangkok time of what is done now; where the clock went back, no earlier than what was done before */
	now(): string;
	/** the letters at hand, those the office put in force before the project's own */
	shelf(): Shelf;
	/** for the store's own questions; scoring takes a connection of its own */
	connection(): DuckDBConnection;
	instance(): DuckDBInstance;
	/** Commits an act: journal first, then the database. Where the disk does not take it all, it never was. */
	commit(act: Act, entriesOf: EntriesOf): Promise<JournalLine>;
	/**
	 * Does an act that is more than its line in the journal: killed at any moment or refused in its middle, all of it is done or
	 * nothing, by whoever opens the store at the latest. For who has the turn; one at a time.
	 */
	wholly<Done>(beside: Beside, work: () => Promise<Done>): Promise<Done>;
	/** Throws the database away and builds it again; what was noticed on the way. */
	rebuild(): Promise<readonly Problem[]>;
	/** Moves journal and archive into a folder of the store and begins again. */
	putAside(folder: string): Promise<void>;
	close(): void;
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

/** The journal once nothing stands half done beside it. */
async function readSettledJournal(directory: string, notices: Problem[]): Promise<Journal> {
	for (const folder of ['', 'archive', 'drafts', 'waiting', 'office']) await sweepParts(join(directory, folder));
	// What was put aside is brought back before the journal is read, the rest is told by it.
	await settleUnfinished(directory, async () => (await readWholeJournal(directory, notices)).lines);
	const journal = await readWholeJournal(directory, notices);
	await sweepArchive(directory, new Set(journal.lines.flatMap(keptBy)));
	return journal;
}

/** Clocks that are set by the network go back a little now and then. */
const clockMayDiffer = 300_000;

function checkClock(lines: readonly JournalLine[]): readonly Problem[] {
	const last = lines.at(-1)?.at ?? '';
	if (last <= bangkokTime(new Date(Date.now() + clockMayDiffer))) return [];
	return [warningAbout('', 'clock_behind', diskWords.clockBehind(bangkokTime(new Date()), last))];
}

/**
 * Opens a store whose lock is held, making it if there is none. The lock is released by `close`, or here if it refuses:
 * a journal that is not what was written, kept files gone or altered, a database ahead of its journal.
 */
export async function openStore(directory: string, lock: Lock): Promise<Store> {
	const notices: Problem[] = [];
	forgetLetters();
	try {
		await clearIncoming(directory);
		if (await finishRestore(directory)) notices.push(warningAbout('', 'restore_finished', backupWords.finished));
		const journal = await readSettledJournal(directory, notices);
		notices.push(...checkClock(journal.lines));
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
	/** set when there is no database on disk that stands at the head of the journal */
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

	async function isAtHead(): Promise<boolean> {
		try {
			const read = await database.connection.runAndReadAll('SELECT hash FROM applied');
			return read.getRows()[0]?.[0] === head.hash;
		} catch {
			// DuckDB answers nothing any more once a write of its own failed.
			return false;
		}
	}

	/** After a line that was written and could not be stored: it never was, and what was stored before can still be asked. */
	async function undo(size: number): Promise<void> {
		lines = lines.slice(0, head.n);
		const stands = await isAtHead();
		if (!stands) {
			database.close();
			// It must not be found ahead of its journal. Until there is room again there is one in memory.
			await removeDatabase(databaseFile(directory));
			behind = true;
		}
		await takeBack(directory, size);
		if (stands) return;
		database = await openMemory();
		await createTables(database.connection);
		const shelf = shelfOf(directory, lines);
		const entriesOf = readFromArchive(directory, shelf, []);
		for (const line of lines) await applyLine(database.connection, line, shelf, entriesOf);
	}

	async function write(act: Act, entriesOf: EntriesOf): Promise<JournalLine> {
		await mustHaveRoom(directory);
		if (behind) await rebuild();
		const size = await journalSize(directory);
		const line = await appendAct(directory, act, head);
		lines = [...lines, line];
		try {
			await applyLine(database.connection, line, shelfOf(directory, lines), entriesOf);
		} catch (error) {
			await undo(size);
			throw error;
		}
		head = { n: line.n, hash: line.hash };
		return line;
	}

	return {
		directory,
		notices,
		now() {
			const clock = bangkokTime(new Date());
			const last = lines.at(-1)?.at ?? '';
			return last > clock ? last : clock;
		},
		lines: () => lines,
		head: () => head,
		shelf: () => shelfOf(directory, lines),
		connection: () => database.connection,
		instance: () => database.instance,
		rebuild,
		async commit(act, entriesOf) {
			const line = await write(act, entriesOf).catch(async (error: unknown) => {
				await dropMarked(directory, keptBy(act));
				throw error;
			});
			await forgetMarks(directory, keptBy(line));
			return line;
		},
		async wholly(beside, work) {
			await settleUnfinished(directory, () => Promise.resolve(lines));
			await noteUnfinished(directory, head.n, beside);
			try {
				const done = await work();
				if (beside.kind === 'aside') await forgetUnfinished(directory);
				else await settleUnfinished(directory, () => Promise.resolve(lines));
				return done;
			} catch (error) {
				if (beside.kind === 'aside') database.close();
				await settleUnfinished(directory, () => Promise.resolve(lines));
				if (beside.kind === 'aside') {
					const journal = await readWholeJournal(directory, []);
					lines = [...journal.lines];
					head = journal.head;
					database = await bringUp(directory, journal, []);
				}
				throw error;
			}
		},
		async putAside(folder) {
			await makeFolder(join(directory, folder));
			database.close();
			// The database goes first: without it, a journal found missing later is no loss but a beginning.
			await removeDatabase(databaseFile(directory));
			for (const name of asideParts) {
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
