// Proof that nothing in a store was changed: the journal's chain, every kept file, and the database against the two.
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Problem } from '../../submission/entry.ts';
import type { JournalLine } from './acts.ts';
import { listKept } from './archive.ts';
import { createTables, openMemory } from './database.ts';
import fingerprintSql from './fingerprint.sql?raw';
import { readJournal } from './journal.ts';
import { errorAbout, warningAbout } from '../refusal.ts';
import { applyLine, checkKept, readFromArchive } from './replay.ts';
import { say } from '../sentences.ts';
import type { Store } from './store.ts';
import { checkOfficeFiles } from './verify-office.ts';

export interface Verified {
	readonly problems: readonly Problem[];
	readonly lines: number;
	readonly files: number;
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

/** SHA-256 of the files in the archive that a line speaks of. */
export function keptBy(line: JournalLine): readonly string[] {
	if (line.act === 'agreement') return [line.what.sha256];
	return 'files' in line.what ? line.what.files.map((file) => file.sha256) : [];
}

/** Reads everything anew from disk; changes nothing. */
export async function verifyStore(store: Store): Promise<Verified> {
	const journal = await readJournal(store.directory);
	const damaged = await checkKept(store.directory, journal.lines);
	const problems = [...journal.problems, ...damaged];
	if (journal.head.hash !== store.head().hash && journal.problems.length === 0) {
		problems.push(errorAbout('journal.jsonl', 'journal_moved', say.journalMoved));
	}
	if (problems.length === 0) problems.push(...(await compareDatabase(store)));
	const named = new Set(journal.lines.flatMap(keptBy));
	const unused = (await listKept(store.directory)).filter((name) => !named.has(name));
	if (unused.length > 0) problems.push(warningAbout('archive', 'unused_kept', say.unusedKept(unused.length)));
	problems.push(...(await checkOfficeFiles(store.directory, journal.lines)));
	return { problems, lines: journal.head.n, files: named.size };
}
