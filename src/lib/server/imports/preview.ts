// What taking files would do, shown before anything is stored: entry by entry against what is there, and what it does to places.
import { applyRulings } from '../../agreement/rule.ts';
import type { Input } from '../../agreement/schema.ts';
import type { ScoreAnswer } from '../../scoring/results.ts';
import type { Entry, EntryValue, Place, Problem } from '../../submission/entry.ts';
import { tellOutcome, type ImportOutcome } from '../../submission/outcome.ts';
import type { Question } from '../../submission/question.ts';
import type { Arriving } from './arriving.ts';
import { countChanges, stampOf, type ChangeCounts, type ChangeKind, type EntryChange } from './changes.ts';
import { putTogether } from './check.ts';
import { compareFiles, prepareFiles, takenFiles, type Compared, type Prepared } from './import-files.ts';
import type { ReadFile } from './read.ts';
import { readHere, type Reader } from '../reading/reader.ts';
import { compareAnswers, type Moves } from '../rounds/moves.ts';
import { findProvince } from '../places.ts';
import type { Receipted } from './received.ts';
import { givenRulings } from '../rounds/rulings.ts';
import { scoreOnce } from '../scoring/score-once.ts';
import type { Store } from '../store/store.ts';
import { entriesInForce } from '../store/stored-entries.ts';

/** An entry against what is there. */
export interface ShownChange {
	readonly kind: ChangeKind;
	readonly district: string;
	readonly section: string;
	readonly indicator: string;
	readonly input: string;
	/** as the letter calls the input, and its unit where it has one */
	readonly label: string;
	readonly unit: string | null;
	readonly at: Place;
	/** null where nothing is there */
	readonly before: EntryValue | null;
	/** the submission that brought what is there; null where nothing did, or another file of the bundle */
	readonly submission: number | null;
	readonly after: EntryValue;
}

export interface FilePreview {
	readonly name: string;
	readonly bytes: number;
	readonly sha256: string;
	readonly outcome: ImportOutcome;
	readonly usable: number;
	readonly unusable: number;
	readonly counts: ChangeCounts;
	readonly districts: readonly string[];
	readonly problems: readonly Problem[];
	readonly questions: readonly Question[];
}

export interface ImportPreview {
	/** `partly_accepted` where a part of it could be taken and not the whole */
	readonly outcome: ImportOutcome;
	readonly files: readonly FilePreview[];
	/** files received before, with their first receipt */
	readonly known: readonly { readonly name: string; readonly received: Receipted }[];
	readonly problems: readonly Problem[];
	readonly questions: readonly Question[];
	readonly usable: number;
	readonly unusable: number;
	readonly counts: ChangeCounts;
	/** changed and withdrawn values, in the order of the files */
	readonly changes: readonly ShownChange[];
	/** by code, in the province's order; the province's own code for a fact of all */
	readonly districts: readonly { readonly district: string; readonly counts: ChangeCounts }[];
	/** equal as long as taking the files does the same */
	readonly stamp: string;
}

/** A preview with what it does to results and places of its round. */
export interface ScoredPreview extends ImportPreview {
	readonly before: ScoreAnswer;
	readonly after: ScoreAnswer;
	readonly moves: Moves;
	/** every value that would be taken, in the order of the files */
	readonly entries: readonly ShownChange[];
}

const inputOf = ({ letter }: ReadFile, { section, indicator, input }: Entry): Input | undefined =>
	letter.agreement.sections
		.find((one) => one.section === section)
		?.indicators.find((one) => one.indicator === indicator)?.inputs[input];

function showChange(read: ReadFile, { kind, entry, before }: EntryChange): ShownChange {
	const { district, section, indicator, input, at } = entry;
	const named = inputOf(read, entry);
	const words = { label: named?.label ?? input, unit: named?.unit ?? null };
	const values = { before: before?.value ?? null, submission: before?.submission ?? null, after: entry.value };
	return { kind, district, section, indicator, input, ...words, at, ...values };
}

const isMove = ({ kind }: { readonly kind: ChangeKind }) => kind === 'changed' || kind === 'withdrawn';

function showFile(read: ReadFile, changes: readonly EntryChange[], problems: readonly Problem[]): FilePreview {
	const { file, hash, submission, usable, leftOut } = read;
	return {
		name: file.name,
		bytes: file.bytes.byteLength,
		sha256: hash,
		outcome: tellOutcome(submission, true),
		usable: usable.length,
		unusable: leftOut.reduce((sum, { times }) => sum + times, 0),
		counts: countChanges(changes),
		districts: [...new Set(usable.map(({ district }) => district))].sort(),
		problems: problems.filter(({ at }) => at.file === file.name),
		questions: submission.questions
	};
}

/** What was prepared, against what is there. */
export async function showPrepared(store: Store, prepared: Prepared): Promise<ImportPreview> {
	return show(prepared, await compareFiles(store, prepared.reads));
}

function show(prepared: Prepared, compared: Compared): ImportPreview {
	const { reads, known, problems, questions, usable, unusable, outcome } = prepared;
	const of = new Map(compared.changes.map(({ read, changes }) => [read, changes]));
	const all = compared.changes.flatMap(({ changes }) => changes);
	const byDistrict = Map.groupBy(all, ({ entry }) => entry.district);
	return {
		outcome,
		files: reads.map((read) => showFile(read, of.get(read) ?? [], problems)),
		known: known.map(({ file, received }) => ({ name: file.name, received })),
		problems,
		questions,
		usable,
		unusable,
		counts: compared.counts,
		changes: compared.changes.flatMap(({ read, changes }) =>
			changes.filter(isMove).map((change) => showChange(read, change))
		),
		districts: [...byDistrict]
			.map(([district, changes]) => ({ district, counts: countChanges(changes) }))
			.toSorted((a, b) => (a.district < b.district ? -1 : 1)),
		stamp: stampOf(all)
	};
}

/** Reads files of one round and scores the round with and without them. */
export async function previewFiles(
	store: Store,
	round: string,
	files: readonly Arriving[],
	answers: Parameters<typeof prepareFiles>[2],
	reader: Reader = readHere
): Promise<ScoredPreview | null> {
	const letter = store.shelf().find(round);
	if (letter === null) return null;
	const prepared = await prepareFiles(store, files, answers, reader);
	const compared = await compareFiles(store, prepared.reads);
	const agreement = applyRulings(letter.agreement, givenRulings(store.lines(), round));
	const inForce = await entriesInForce(store.connection(), round);
	const before = await scoreOnce(store.instance(), agreement, inForce);
	const taken = takenFiles(prepared.reads);
	const after = taken.length === 0 ? before : await scoreOnce(store.instance(), agreement, putTogether(inForce, taken));
	const moves = compareAnswers(findProvince(agreement.province), before.answer, after.answer);
	const entries = compared.changes.flatMap(({ read, changes }) => changes.map((change) => showChange(read, change)));
	return { ...show(prepared, compared), before: before.answer, after: after.answer, moves, entries };
}
