// Proof that nothing in a store was changed: the journal's chain, every kept file, and the database against the two.
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Problem } from '../../submission/entry.ts';
import { isError } from '../../submission/outcome.ts';
import { createTables, openMemory } from './database.ts';
import fingerprintSql from './fingerprint.sql?raw';
import { findJournalDamage } from './journal-damage.ts';
import type { JournalLine } from './acts.ts';
import { noLines, readJournal, readJournalBytes, type Head } from './journal.ts';
import { keptBy } from './kept-by.ts';
import { errorAbout } from '../refusal.ts';
import { shelfOf, type Shelf } from '../rounds/letters.ts';
import { applyLine, checkKept, readFromArchive } from './replay.ts';
import { say } from '../sentences.ts';
import type { Store } from './store.ts';
import { proveAside } from './verify-aside.ts';
import { compareHeads, nothingToCompare, type Compared } from './verify-heads.ts';
import { checkPeople } from '../people/verify-people.ts';
import { checkOfficeFiles } from './verify-office.ts';
import { findUnnamed, readSeenEdition } from './verify-unnamed.ts';

export interface Verified {
	readonly problems: readonly Problem[];
	readonly lines: number;
	readonly files: number;
	/** where the journal stands: what to write down, and to compare with one day */
	readonly head: Head;
	/** heads that were brought and compared */
	readonly compared: number;
}

async function fingerprint(connection: DuckDBConnection): Promise<string> {
	return JSON.stringify((await connection.runAndReadAll(fingerprintSql)).getRows());
}

/** Builds it again in memory, and holds the two beside each other. */
async function compareDatabase(
	directory: string,
	lines: readonly JournalLine[],
	shelf: Shelf,
	stored: string
): Promise<readonly Problem[]> {
	const problems: Problem[] = [];
	const memory = await openMemory();
	try {
		await createTables(memory.connection);
		const entriesOf = readFromArchive(directory, shelf, problems);
		for (const line of lines) await applyLine(memory.connection, line, shelf, entriesOf);
		if ((await fingerprint(memory.connection)) !== stored) {
			problems.push(errorAbout('watphon.duckdb', 'database_differs', say.databaseDiffers));
		}
	} finally {
		memory.close();
	}
	return problems;
}

/** Reads everything anew from disk; changes nothing. Refuses a place to compare with that holds no backup. */
export async function verifyStore(store: Store, compared: Compared = nothingToCompare): Promise<Verified> {
	const { directory } = store;
	const journal = await readJournal(directory);
	const proved = await proveFiles(directory, compared);
	const problems: Problem[] = [];
	if (journal.head.hash !== store.head().hash && journal.problems.length === 0) {
		problems.push(errorAbout('journal.jsonl', 'journal_moved', say.journalMoved));
	}
	problems.push(...proved.problems);
	if (!problems.some(isError)) {
		const stored = await fingerprint(store.connection());
		problems.push(...(await compareDatabase(directory, store.lines(), store.shelf(), stored)));
	}
	return { ...proved, problems, head: journal.head, lines: journal.head.n };
}

/** What the process that has the store open says of it, to who proves it from beside. */
export interface StandingStore {
	readonly head: Head;
	/** what the database holds, as one text */
	readonly fingerprint: string;
}

export async function standOf(store: Store): Promise<StandingStore> {
	return { head: store.head(), fingerprint: await fingerprint(store.connection()) };
}

/**
 * The same for another thread, while the store stays open and may grow. What grew meanwhile may look like damage: only where the
 * head is the same afterwards does that stand which was found.
 */
export async function verifyBeside(directory: string, standing: StandingStore): Promise<Verified> {
	const journal = await readJournal(directory);
	const { head } = standing;
	const proved = await proveFiles(directory, nothingToCompare);
	const lines = journal.lines.slice(0, head.n);
	const problems: Problem[] = [];
	if (journal.problems.length === 0 && (lines.at(-1)?.hash ?? noLines.hash) !== head.hash)
		problems.push(errorAbout('journal.jsonl', 'journal_moved', say.journalMoved));
	problems.push(...proved.problems);
	if (!problems.some(isError))
		problems.push(...(await compareDatabase(directory, lines, shelfOf(directory, lines), standing.fingerprint)));
	return { ...proved, problems, head, lines: head.n };
}

/** The same of a store that does not open: all that is wrong with it, beside what it was refused for. */
export async function verifyUnopened(
	directory: string,
	refused: readonly Problem[],
	compared: Compared = nothingToCompare
): Promise<Verified> {
	const { head } = await readJournal(directory);
	const proved = await proveFiles(directory, compared);
	const told = new Set(proved.problems.map(({ message }) => message));
	// Of a broken journal opening tells the first line alone.
	const said = refused.filter(({ code, message }) => code !== 'journal_broken' && !told.has(message));
	return { ...proved, problems: [...said, ...proved.problems], head, lines: head.n };
}

/** Journal, archive, settings and what was put aside, as they lie on disk. */
async function proveFiles(
	directory: string,
	compared: Compared
): Promise<Pick<Verified, 'problems' | 'files' | 'compared'>> {
	const { problems: damage, lines } = findJournalDamage(await readJournalBytes(directory));
	const kept = await checkKept(directory, lines);
	const aside = await proveAside(directory, lines);
	const named = new Set(lines.flatMap(keptBy));
	// With lines gone, what they spoke of is no news.
	const unnamed = damage.length > 0 ? { problems: [], seen: [] } : await findUnnamed(directory, named);
	const editions = await Promise.all(
		lines.flatMap((line) => (line.act === 'publish' ? [readSeenEdition(directory, line.what.sha256)] : []))
	);
	const seen = [...editions.flatMap((one) => one?.head ?? []), ...unnamed.seen];
	const heads =
		damage.length > 0 ? { problems: [], heads: 0 } : await compareHeads(lines, aside.journals, compared, seen);
	const office = await checkOfficeFiles(directory, lines);
	// Accounts follow a journal that is whole.
	const people = damage.length > 0 ? [] : checkPeople(directory, lines);
	return {
		problems: [...damage, ...heads.problems, ...kept, ...unnamed.problems, ...aside.problems, ...office, ...people],
		files: named.size,
		compared: heads.heads
	};
}
