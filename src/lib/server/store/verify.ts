// Proof that nothing in a store was changed: the journal's chain, every kept file, and the database against the two.
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Problem } from '../../submission/entry.ts';
import { isError } from '../../submission/outcome.ts';
import { createTables, openMemory } from './database.ts';
import fingerprintSql from './fingerprint.sql?raw';
import { findJournalDamage } from './journal-damage.ts';
import { readJournal, readJournalBytes, type Head } from './journal.ts';
import { keptBy } from './kept-by.ts';
import { errorAbout } from '../refusal.ts';
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

async function compareDatabase(store: Store): Promise<readonly Problem[]> {
	const problems: Problem[] = [];
	const memory = await openMemory();
	try {
		await createTables(memory.connection);
		const entriesOf = readFromArchive(store.directory, store.shelf(), problems);
		for (const line of store.lines()) await applyLine(memory.connection, line, store.shelf(), entriesOf);
		if ((await fingerprint(memory.connection)) !== (await fingerprint(store.connection()))) {
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
	if (!problems.some(isError)) problems.push(...(await compareDatabase(store)));
	return { ...proved, problems, head: journal.head, lines: journal.head.n };
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
