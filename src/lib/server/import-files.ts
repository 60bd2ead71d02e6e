// An import: all files of one command are taken, or none, and everything wrong with any of them is said at once.
import type { Agreement } from '../agreement/schema.ts';
import type { EntryInForce, Received } from '../ranking/round.ts';
import type { Entry, Problem } from '../submission/entry.ts';
import { readSubmission } from '../submission/read.ts';
import type { Act, ImportedFile } from './acts.ts';
import { keepFile } from './archive.ts';
import { bangkokTime, endOfMoment } from './clock.ts';
import { sha256 } from './durable.ts';
import type { Letter, Shelf } from './letters.ts';
import { findProvince } from './places.ts';
import { errorAbout, Refusal, warningAbout } from './refusal.ts';
import { scoreOnce } from './score-once.ts';
import { say } from './sentences.ts';
import type { Store } from './store.ts';
import { entriesInForce, storedSubmissions, type Stored } from './stored-entries.ts';

/** A file on its way in. */
export interface Arriving {
	readonly name: string;
	readonly bytes: Uint8Array;
	/** the round it belongs to; null when nobody could tell */
	readonly round: string | null;
	readonly sender: string | null;
	/** when it came, where that is known from elsewhere (the demo); null is now */
	readonly received_at: string | null;
}

export interface ImportResult {
	readonly accepted: boolean;
	/** one for each file, those received before included */
	readonly receipts: readonly Received[];
	readonly problems: readonly Problem[];
}

/** After the letter's closing time, or after the round's last day where it prints none. Local; a bare date lasts to the end of its day. */
export function isLate(letter: Pick<Agreement, 'submit_by' | 'to'>, receivedAt: string): boolean {
	return receivedAt > endOfMoment(letter.submit_by ?? letter.to);
}

export function asReceived({ round: _, demo: __, ...stored }: Stored, letter: Letter): Received {
	return { ...stored, late: isLate(letter.agreement, stored.received_at) };
}

interface Read {
	readonly file: Arriving;
	readonly letter: Letter;
	readonly hash: string;
	readonly entries: readonly Entry[];
}

function letterFor(shelf: Shelf, file: Arriving, problems: Problem[]): Letter | null {
	if (file.round === null) {
		problems.push(errorAbout(file.name, 'no_round', say.whichRound));
		return null;
	}
	try {
		const letter = shelf.find(file.round);
		if (letter === null) problems.push(errorAbout(file.name, 'unknown_round', say.noSuchRound(file.round)));
		return letter;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		problems.push(...error.problems);
		return null;
	}
}

const keyOf = (entry: { district: string; section: string; indicator: string; input: string }) =>
	`${entry.district}/${entry.section}/${entry.indicator}/${entry.input}`;

/** Scores each round as it would be with the new files in it, for what only the whole can show. */
async function checkTogether(store: Store, reads: readonly Read[], problems: Problem[]): Promise<void> {
	for (const round of new Set(reads.map((read) => read.letter.agreement.agreement))) {
		const arriving = reads.filter((read) => read.letter.agreement.agreement === round);
		const letter = arriving[0]?.letter;
		if (letter === undefined) continue;
		const together = new Map<string, Entry>();
		const before: readonly EntryInForce[] = await entriesInForce(store.connection(), round);
		for (const entry of [...before, ...arriving.flatMap((read) => read.entries)]) together.set(keyOf(entry), entry);
		const scored = await scoreOnce(store.instance(), letter.agreement, [...together.values()]);
		const names = new Set(arriving.map((read) => read.file.name));
		// What was wrong in the store before must not keep a good file out.
		for (const problem of scored.problems) if (names.has(problem.at.file)) problems.push(problem);
	}
}

/** `whose` is who does it and whether it is the demo being loaded. */
export async function importFiles(
	store: Store,
	files: readonly Arriving[],
	whose: { readonly who: string; readonly demo: boolean }
): Promise<ImportResult> {
	const problems: Problem[] = [];
	const reads: Read[] = [];
	const known: Received[] = [];
	const stored = await storedSubmissions(store.connection(), null);
	const seen = new Set<string>();
	for (const file of files) {
		const letter = letterFor(store.shelf(), file, problems);
		if (letter === null) continue;
		const hash = sha256(file.bytes);
		const same = stored.find((one) => one.sha256 === hash && one.round === file.round);
		if (same !== undefined) {
			known.push(asReceived(same, letter));
			problems.push(warningAbout(file.name, 'known_file', say.knownFile(same.number, same.received_at)));
			continue;
		}
		const twice = `${file.round ?? ''} ${hash}`;
		if (seen.has(twice)) {
			problems.push(warningAbout(file.name, 'same_file', say.sameFile));
			continue;
		}
		seen.add(twice);
		const read = await readSubmission(file.bytes, file.name, letter.agreement, findProvince(letter.agreement.province));
		for (const problem of read.problems) problems.push(problem);
		if (read.readable && read.entries.length === 0 && read.problems.length === 0) {
			problems.push(warningAbout(file.name, 'no_entries', say.noEntries));
		}
		reads.push({ file, letter, hash, entries: read.entries });
	}
	const refused = () => problems.some((problem) => problem.severity === 'error');
	if (!refused()) await checkTogether(store, reads, problems);
	if (refused()) return { accepted: false, receipts: [], problems };
	return { accepted: true, receipts: [...known, ...(await commit(store, reads, stored.length, whose))], problems };
}

/** Keeps the files, then writes the line that makes them received. */
async function commit(
	store: Store,
	reads: readonly Read[],
	before: number,
	whose: { readonly who: string; readonly demo: boolean }
): Promise<readonly Received[]> {
	if (reads.length === 0) return [];
	const now = bangkokTime(new Date());
	const imported = reads.map(({ file, letter, hash, entries }, at): ImportedFile => ({
		number: before + at + 1,
		round: letter.agreement.agreement,
		file: file.name,
		sha256: hash,
		bytes: file.bytes.byteLength,
		sender: file.sender,
		received_at: file.received_at ?? now,
		entries: entries.length,
		districts: [...new Set(entries.map((entry) => entry.district))].sort()
	}));
	for (const { hash, file } of reads) await keepFile(store.directory, hash, file.bytes);
	const rounds = [...new Set(imported.map((file) => file.round))];
	const act: Act = {
		at: now,
		who: whose.who,
		act: whose.demo ? 'import-demo' : 'import',
		round: rounds.length === 1 ? (rounds[0] ?? null) : null,
		what: { files: imported }
	};
	await store.commit(act, (file) => Promise.resolve(reads[file.number - before - 1]?.entries ?? []));
	return reads.flatMap(({ letter }, at) => {
		const file = imported[at];
		return file === undefined ? [] : [asReceived({ ...file, demo: whose.demo }, letter)];
	});
}
