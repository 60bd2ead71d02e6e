// An import: all files of one command are taken, or none, unless somebody says that what can be used be taken and the rest left.
// Everything wrong with any of them is said at once.
import type { Problem } from '../../submission/entry.ts';
import { isError, isWhole, type ImportOutcome } from '../../submission/outcome.ts';
import type { Answer, Question } from '../../submission/question.ts';
import type { Arriving } from './arriving.ts';
import { compareEntries, countChanges, type ChangeCounts, type EntryChange } from './changes.ts';
import { checkTogether } from './check.ts';
import { withLargeTable } from './large.ts';
import { readArriving, type ReadBundle, type ReadFile } from './read.ts';
import { commitFiles, type Whose } from './commit.ts';
import { readHere, type Reader } from '../reading/reader.ts';
import type { Receipted } from './received.ts';
import { warningAbout } from '../refusal.ts';
import { importWords } from './sentences.ts';
import type { Store } from '../store/store.ts';
import { entriesInForce } from '../store/stored-entries.ts';

export interface ImportWish {
	/** take what can be used and leave the rest */
	readonly partly?: boolean;
	/** what was said about these files */
	readonly answers?: readonly Answer[];
}

export interface ImportResult {
	readonly accepted: boolean;
	readonly outcome: ImportOutcome;
	/** one for each file taken, those received before included */
	readonly receipts: readonly Receipted[];
	readonly problems: readonly Problem[];
	/** what nobody has answered yet */
	readonly questions: readonly Question[];
	/** values that could be taken, and those that could not */
	readonly usable: number;
	readonly unusable: number;
}

/** What files would do, nothing stored. */
export interface Prepared extends ReadBundle {
	/** of all files together; `partly_accepted` where a part of them could be taken and not the whole */
	readonly outcome: ImportOutcome;
	readonly questions: readonly Question[];
	readonly usable: number;
	readonly unusable: number;
}

/** Reads files and looks at them together with what is there. */
export async function prepareFiles(
	store: Store,
	files: readonly Arriving[],
	answers: readonly Answer[] = [],
	reader: Reader = readHere
): Promise<Prepared> {
	const bundle = await readArriving(store, files, answers, reader);
	return tellPrepared({ ...bundle, problems: [...bundle.problems, ...(await checkTogether(store, bundle.reads))] });
}

function tellPrepared(bundle: ReadBundle): Prepared {
	const questions = bundle.reads.flatMap(({ submission }) => submission.questions);
	const usable = bundle.reads.reduce((sum, read) => sum + read.usable.length, 0);
	const unusable = bundle.reads.reduce((sum, { leftOut }) => sum + leftOut.reduce((n, { times }) => n + times, 0), 0);
	return { ...bundle, questions, usable, unusable, outcome: outcomeOf(bundle, usable) };
}

function outcomeOf({ reads, known, problems }: ReadBundle, usable: number): ImportOutcome {
	const whole = reads.every(({ submission }) => isWhole(submission)) && !problems.some(isError);
	if (whole && reads.length + known.length > 0) return problems.length === 0 ? 'accepted' : 'accepted_with_warnings';
	return usable > 0 ? 'partly_accepted' : 'rejected';
}

/** The files of which something is taken. */
export const takenFiles = (reads: readonly ReadFile[]): readonly ReadFile[] =>
	reads.filter(({ whole, usable }) => whole || usable.length > 0);

export interface Compared {
	/** of each file taken, in the order of their entries */
	readonly changes: readonly { readonly read: ReadFile; readonly changes: readonly EntryChange[] }[];
	readonly counts: ChangeCounts;
}

/** What would be taken against what is there, round by round. */
export async function compareFiles(store: Store, reads: readonly ReadFile[]): Promise<Compared> {
	const taken = takenFiles(reads);
	const changes: { read: ReadFile; changes: readonly EntryChange[] }[] = [];
	for (const [round, ofRound] of Map.groupBy(taken, ({ letter }) => letter.agreement.agreement)) {
		const before = await entriesInForce(store.connection(), round);
		const compared = compareEntries(
			before,
			ofRound.map(({ usable }) => usable)
		);
		for (const [at, read] of ofRound.entries()) changes.push({ read, changes: compared[at] ?? [] });
	}
	return { changes, counts: countChanges(changes.flatMap((one) => one.changes)) };
}

/** `whose` is who does it and whether it is the demo being loaded. */
export async function importFiles(
	store: Store,
	files: readonly Arriving[],
	whose: Whose,
	{ partly = false, answers = [] }: ImportWish = {},
	reader: Reader = readHere
): Promise<ImportResult> {
	const large = await withLargeTable(store, files, answers, (bundle) =>
		takePrepared(store, tellPrepared(bundle), whose, partly)
	);
	return large ?? (await takePrepared(store, await prepareFiles(store, files, answers, reader), whose, partly));
}

/** Takes what was prepared in the same turn; only a part of it where the officer said so. */
export async function takePrepared(
	store: Store,
	prepared: Prepared,
	whose: Whose,
	partly: boolean
): Promise<ImportResult> {
	const { outcome, reads, known, questions, usable, unusable } = prepared;
	const told = { questions, usable, unusable };
	if (outcome === 'rejected' || (outcome === 'partly_accepted' && !partly))
		return { ...told, accepted: false, outcome: 'rejected', receipts: [], problems: prepared.problems };
	const taken = await commitFiles(store, takenFiles(reads), prepared, whose);
	const problems =
		outcome === 'partly_accepted'
			? [...prepared.problems, warningAbout('', 'left_out', importWords.leftOut(unusable))]
			: prepared.problems;
	return { ...told, accepted: true, outcome, receipts: [...known.map(({ received }) => received), ...taken], problems };
}
