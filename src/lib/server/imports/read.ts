// Files on their way in, read: each under the letter of its round, with what people answered about tables of its shape before.
import type { Problem, Submission } from '../../submission/entry.ts';
import { isWhole, listLeftOut, usableEntries, type LeftOut } from '../../submission/outcome.ts';
import type { Answer } from '../../submission/question.ts';
import { readSubmission } from '../../submission/read.ts';
import { unpackFiles } from '../../submission/files/unpack.ts';
import type { Arriving } from './arriving.ts';
import type { Staged } from '../bulk/bulk.ts';
import { sha256 } from '../store/durable.ts';
import type { Letter, Shelf } from '../rounds/letters.ts';
import { findProvinceNames } from '../places.ts';
import { asReceipted, type Receipted } from './received.ts';
import { errorAbout, Refusal, warningAbout } from '../refusal.ts';
import { rememberAnswers } from './remembered-answers.ts';
import { say } from '../sentences.ts';
import type { Store } from '../store/store.ts';
import { storedSubmissions } from '../store/stored-entries.ts';

export interface ReadFile {
	readonly file: Arriving;
	readonly letter: Letter;
	readonly hash: string;
	readonly submission: Submission;
	/** those that were used */
	readonly answers: readonly Answer[];
	/** nothing has to be left out */
	readonly whole: boolean;
	/** what a part of it would have to do without */
	readonly leftOut: readonly LeftOut[];
	readonly usable: Submission['entries'];
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
	answers: readonly Answer[] = []
): Promise<ReadBundle> {
	const problems: Problem[] = [];
	const reads: ReadFile[] = [];
	const known: { file: Arriving; received: Receipted }[] = [];
	const stored = await storedSubmissions(store.connection(), null);
	const seen = new Set<string>();
	for (const file of unfold(files, problems)) {
		const letter = letterFor(store.shelf(), file, problems);
		if (letter === null) continue;
		const hash = sha256(file.bytes);
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
		const read = await readFile(store, file, letter, hash, answers);
		for (const problem of read.submission.problems) problems.push(problem);
		reads.push(read);
	}
	return { reads, known, problems, stored: stored.length };
}

/** An archive of many files is the files in it, each of the round and the sender of the whole. */
export const unfold = (files: readonly Arriving[], problems: Problem[]): readonly Arriving[] =>
	files.flatMap((file) => {
		const unpacked = unpackFiles(file.bytes, file.name);
		problems.push(...unpacked.problems);
		return unpacked.files.map((one) => ({ ...file, ...one }));
	});

async function readFile(
	store: Store,
	file: Arriving,
	letter: Letter,
	hash: string,
	answers: readonly Answer[]
): Promise<ReadFile> {
	const { agreement } = letter;
	const province = agreement.agreement.split('/')[0] ?? '';
	const answersFor = rememberAnswers(store.lines(), province, answers);
	const read = await readSubmission(
		file.bytes,
		file.name,
		agreement,
		findProvinceNames(agreement.province),
		answersFor
	);
	const empty = read.readable && read.entries.length + read.problems.length + read.questions.length === 0;
	const submission = empty ? { ...read, problems: [warningAbout(file.name, 'no_entries', say.noEntries)] } : read;
	return {
		file,
		letter,
		hash,
		submission,
		answers: submission.answers,
		whole: isWhole(submission),
		leftOut: listLeftOut(submission),
		usable: usableEntries(submission)
	};
}
