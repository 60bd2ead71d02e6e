// Files of the archive that no line of the journal speaks of: an import that was cut off leaves one, and so does a journal
// whose last lines were cut. An edition among them says itself how far the journal had come.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../submission/entry.ts';
import { readEdition } from '../editions/edition-file.ts';
import { bangkokTime } from '../clock.ts';
import { errorAbout, warningAbout } from '../refusal.ts';
import { archiveFolder, listKept, readKept } from './archive.ts';
import type { SeenHead } from './heads.ts';
import { verifyWords } from './sentences-verify.ts';

/** More are counted. */
const mostNamed = 20;

const beginning = Buffer.from('{"form":"watphon-edition"');

interface EditionSeen {
	readonly round: string;
	readonly number: number;
	readonly head: SeenHead;
}

/** What an edition says of itself; null where the file is none, or is not whole. */
export async function readSeenEdition(store: string, hash: string): Promise<EditionSeen | null> {
	const kept = await readKept(store, hash);
	if (kept.kind !== 'whole' || !beginning.equals(kept.bytes.subarray(0, beginning.length))) return null;
	try {
		const { round, number, journal } = readEdition(kept.bytes);
		return { round, number, head: { ...journal, from: verifyWords.fromEdition(round, number) } };
	} catch {
		// Written by another program: its hash is right, and it is for that program to read.
		return null;
	}
}

export interface UnnamedFound {
	readonly problems: readonly Problem[];
	/** heads that editions among them had seen */
	readonly seen: readonly SeenHead[];
}

export async function findUnnamed(store: string, named: ReadonlySet<string>): Promise<UnnamedFound> {
	const unnamed = (await listKept(store)).filter((name) => !named.has(name));
	const problems: Problem[] = [];
	const seen: SeenHead[] = [];
	for (const [nth, name] of unnamed.entries()) {
		const file = `archive/${name}`;
		const edition = await readSeenEdition(store, name);
		if (edition !== null) {
			seen.push(edition.head);
			const { round, number } = edition;
			problems.push(errorAbout(file, 'unnamed_edition', verifyWords.unnamedEdition(round, number)));
		} else if (nth < mostNamed) {
			const { size, mtime } = await stat(join(archiveFolder(store), name));
			problems.push(warningAbout(file, 'unused_kept', verifyWords.unnamed(size, bangkokTime(mtime))));
		}
	}
	if (unnamed.length > mostNamed)
		problems.push(warningAbout('archive', 'unused_kept', verifyWords.moreUnnamed(unnamed.length - mostNamed)));
	return { problems, seen };
}
