// Files on their way in, read: each under the letter of its round, with what people answered about tables of its shape before.
import type { Problem } from '../../submission/entry.ts';
import type { Answer } from '../../submission/question.ts';
import { findStampedRound } from '../../submission/template/stamped-round.ts';
import type { Arriving } from './arriving.ts';
import type { Staged } from '../bulk/bulk.ts';
import type { FileRead } from '../reading/read-job.ts';
import { readHere, type Reader } from '../reading/reader.ts';
import { sha256Apart } from '../store/durable.ts';
import type { Letter, Shelf } from '../rounds/letters.ts';
import { asReceipted, type Receipted } from './received.ts';
import { errorAbout, Refusal, warningAbout } from '../refusal.ts';
import { rememberAnswers } from './remembered-answers.ts';
import { say } from '../sentences.ts';
import type { Store } from '../store/store.ts';
import { storedSubmissions } from '../store/stored-entries.ts';

export interface ReadFile extends FileRead {
	readonly file: Arriving;
	readonly letter: Letter;
	readonly hash: string;
	/** those that were used */
	readonly answers: readonly Answer[];
	/** the same entries where they lie checked in the database already */
	readonly staged?: Staged;
}

export interface ReadBundle {
	readonly reads: readonly ReadFile[];
	/** files received before for the same round, with their first receipt */
	readonly known: readonly { readonly file: Arriving; readonly received: Receipted }[];
	/** of files as such and of what stands in them */
	readonly problems: readonly Problem[];
	/** submissions in the store so far */
	readonly stored: number;
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

/** `answers`: what was said about these very files, before what is remembered. */
export async function readArriving(
	store: Store,
	files: readonly Arriving[],
	answers: readonly Answer[] = [],
	reader: Reader = readHere
): Promise<ReadBundle> {
	const problems: Problem[] = [];
	const reads: ReadFile[] = [];
	const known: { file: Arriving; received: Receipted }[] = [];
	const stored = await storedSubmissions(store.connection(), null);
	const seen = new Set<string>();
	for (const arrived of await unfold(reader, files, problems)) {
		const file = { ...arrived, round: arrived.round ?? findStampedRound(arrived.bytes) };
		const letter = letterFor(store.shelf(), file, problems);
		if (letter === null) continue;
		const hash = await sha256Apart(file.bytes);
		const same = stored.find((one) => one.sha256 === hash && one.round === file.round);
		if (same !== undefined) {
			known.push({ file, received: asReceipted(same, letter) });
			problems.push(warningAbout(file.name, 'known_file', say.knownFile(same.number, same.received_at)));
			continue;
		}
		const twice = `${file.round ?? ''} ${hash}`;
		if (seen.has(twice)) {
			problems.push(warningAbout(file.name, 'same_file', say.sameFile));
			continue;
		}
		seen.add(twice);
		const read = await reader.read(file, hash, letter, answersAbout(store, letter, answers));
		for (const problem of read.submission.problems) problems.push(problem);
		reads.push({ ...read, file, letter, hash, answers: read.submission.answers });
	}
	return { reads, known, problems, stored: stored.length };
}

/** An archive of many files is the files in it, each of the round and the sender of the whole. */
async function unfold(reader: Reader, files: readonly Arriving[], problems: Problem[]): Promise<readonly Arriving[]> {
	const unfolded: Arriving[] = [];
	for (const file of files) {
		const opened = await reader.open(file);
		problems.push(...opened.problems);
		for (const one of opened.files) unfolded.push({ ...file, ...one });
	}
	return unfolded;
}

const answersAbout = (store: Store, { agreement }: Letter, answers: readonly Answer[]) =>
	rememberAnswers(store.lines(), agreement.agreement.split('/')[0] ?? '', answers);

/**
 * Has files read before their turn in the store comes, so that nobody waits for its turn meanwhile. What is wrong with them is
 * told in their turn.
 */
export async function readAhead(
	store: Store,
	files: readonly Arriving[],
	answers: readonly Answer[],
	reader: Reader
): Promise<void> {
	if (!reader.apart) return;
	for (const file of await unfold(reader, files, [])) {
		const letter = letterFor(store.shelf(), file, []);
		if (letter === null) continue;
		await reader.read(file, await sha256Apart(file.bytes), letter, answersAbout(store, letter, answers));
	}
}
