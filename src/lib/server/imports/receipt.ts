// The receipt of a file: what was taken and left out, what it changed, and the file itself as it came.
import type { Received } from '../../ranking/round.ts';
import type { EntryValue, Place } from '../../submission/entry.ts';
import type { ImportOutcome } from '../../submission/outcome.ts';
import type { Answer } from '../../submission/question.ts';
import type { Role } from '../people/visitor.ts';
import type { ImportedFile, JournalLine } from '../store/acts.ts';
import { readKept } from '../store/archive.ts';
import type { ChangeCounts, ChangeKind } from './changes.ts';
import { asReceived } from './received.ts';
import type { Store } from '../store/store.ts';
import { storedSubmissions, valueOf, type Row } from '../store/stored-entries.ts';
import submissionChanges from '../store/submission_changes.sql?raw';
import { placeOf } from './versions.ts';

export interface ReceiptChange {
	readonly kind: 'changed' | 'withdrawn';
	readonly district: string;
	readonly section: string;
	readonly indicator: string;
	readonly input: string;
	readonly at: Place;
	readonly before: EntryValue;
	/** the submission that had brought it */
	readonly submission: number;
	readonly after: EntryValue;
}
interface Said {
	readonly at: Place;
	readonly why: string;
}

export interface Receipt {
	readonly received: Received;
	/** who took it: of an account its name, else a name of the computer's or the door it came through */
	readonly who: string;
	readonly role: Role | null;
	/** of the journal */
	readonly line: number;
	readonly outcome: ImportOutcome;
	readonly counts: ChangeCounts;
	/** the first of them, in the order of the file */
	readonly changes: readonly ReceiptChange[];
	readonly leftOut: readonly (Said & { readonly times: number })[];
	readonly warnings: readonly Said[];
	readonly answers: readonly Answer[];
	/** the file is still there and as it came */
	readonly fileWhole: boolean;
}

/** More are counted and not listed: the file itself has them all. */
const mostChanges = 500;

function findFile(
	store: Store,
	round: string,
	number: number
): { readonly file: ImportedFile; readonly line: JournalLine } | null {
	for (const line of store.lines()) {
		if (line.act !== 'import' && line.act !== 'import-demo') continue;
		const file = line.what.files.find((one) => one.number === number && one.round === round);
		if (file !== undefined) return { file, line };
	}
	return null;
}

/** Null where the round has no submission of this number. Lines written before files could be taken in part have receipts too. */
export async function openReceipt(store: Store, round: string, number: number): Promise<Receipt | null> {
	const found = findFile(store, round, number);
	const letter = store.shelf().find(round);
	const stored = (await storedSubmissions(store.connection(), round)).find((one) => one.number === number);
	if (found === null || letter === null || stored === undefined) return null;
	const { file, line } = found;
	const { counts, changes } = await readChanges(store, round, file);
	const said = ({
		why,
		...at
	}: {
		sheet?: string | undefined;
		line?: number | undefined;
		cell?: string | undefined;
		why: string;
	}) => ({
		at: { file: file.file, ...at },
		why
	});
	return {
		received: asReceived(stored, letter),
		who: line.who,
		role: line.person?.role ?? null,
		line: line.n,
		outcome: file.outcome ?? 'accepted',
		counts,
		changes,
		leftOut: (file.left_out ?? []).map(({ times, ...rest }) => ({ ...said(rest), times })),
		warnings: (file.warnings ?? []).map(said),
		answers: file.answers ?? [],
		fileWhole: (await readKept(store.directory, file.sha256)).kind === 'whole'
	};
}

async function readChanges(store: Store, round: string, { number, file }: ImportedFile) {
	const connection = store.connection();
	const counted = await connection.runAndReadAll(
		`SELECT change, count(*)::INTEGER AS times FROM (${submissionChanges}) GROUP BY change`,
		{ round, number }
	);
	const counts = { new: 0, same: 0, changed: 0, withdrawn: 0 };
	for (const row of counted.getRowObjects()) counts[String(row.change) as ChangeKind] = Number(row.times);
	const read = await connection.runAndReadAll(
		`FROM (${submissionChanges}) WHERE change IN ('changed', 'withdrawn') ORDER BY ordinal LIMIT ${mostChanges}`,
		{ round, number }
	);
	const changes = read.getRowObjects().map((row): ReceiptChange => {
		return {
			kind: row.change === 'withdrawn' ? 'withdrawn' : 'changed',
			district: String(row.district),
			section: String(row.section),
			indicator: String(row.indicator),
			input: String(row.input),
			at: placeOf(row, file),
			before: valueOf(beforeOf(row)),
			submission: Number(row.before_submission),
			after: valueOf(row)
		};
	});
	return { counts, changes };
}

/** The columns of what stood before, under the names of an entry's own. */
const beforeOf = (row: Row): Row =>
	Object.fromEntries(
		Object.entries(row).flatMap(([name, value]) => (name.startsWith('before_') ? [[name.slice(7), value]] : []))
	);

/** Null where there is no such submission, or its file is gone or altered. */
export async function readReceivedFile(
	store: Store,
	round: string,
	number: number
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
	const found = findFile(store, round, number);
	if (found === null) return null;
	const kept = await readKept(store.directory, found.file.sha256);
	return kept.kind === 'whole' ? { name: found.file.file, bytes: kept.bytes } : null;
}
