// Results filled in on the web: a draft of each district that is saved while it is typed, looked at as a whole, and sent.
import type { Outcome } from '../../agreement/schema.ts';
import { bangkokTime } from '../clock.ts';
import { cleanName } from '../imports/clean-name.ts';
import type { Actor } from '../people/visitor.ts';
import { mustBePresent, presentOf } from '../rounds/round-moment.ts';
import type { Store } from '../store/store.ts';
import {
	emptySheet,
	keepDraftFile,
	listDrafts,
	readDraft,
	readDraftFile,
	writeDraft,
	type Draft,
	type DraftFile
} from './draft.ts';
import { judgeEvidence } from './evidence-kind.ts';
import { listEvidence, readEvidenceFile, type EvidenceFile, type SentEvidence } from './evidence.ts';
import { mergeCells, type Clash, type PostedCell } from './merge-draft.ts';
import { reviewDraft, sendDraft, type EntryReview, type SentEntry } from './review.ts';
import { entryWords } from './sentences.ts';

/** Where a form stands. */
export interface SheetAt {
	readonly round: string;
	/** DOPA code: a district's, or the province's for what holds for all */
	readonly district: string;
	readonly section: string;
	readonly indicator: string;
}

/** What a form sends of an indicator. */
export interface PostedSheet {
	readonly cells: readonly PostedCell[];
	readonly files: readonly { readonly outcome: Outcome | null; readonly name: string; readonly bytes: Uint8Array }[];
	/** files to take out of the draft again */
	readonly drop: readonly { readonly outcome: Outcome | null; readonly sha256: string }[];
}

export interface SavedSheet {
	/** null where nothing is left of it */
	readonly draft: Draft | null;
	/** fields that somebody else changed as well: not saved until somebody chooses; all others are */
	readonly clashes: readonly Clash[];
	/** files that were not taken, and why: Thai sentences */
	readonly fileFaults: readonly string[];
}

export interface EntryDesk {
	/** what is typed in a round and not sent */
	drafts(round: string): Promise<readonly Draft[]>;
	/** null where there is nothing of it */
	draft(round: string, district: string): Promise<Draft | null>;
	/** `base`: by the keys of fields, what stands in a field that nobody changed. Refuses a round as it was */
	save(at: SheetAt, posted: PostedSheet, base: ReadonlyMap<string, string>, by: string): Promise<SavedSheet>;
	/** null where nothing waits to be sent */
	review(round: string, district: string): Promise<EntryReview | null>;
	/** sends what waits as one document, unless it would now do something else than what carries this stamp */
	send(
		round: string,
		district: string,
		wish: { readonly stamp: string; readonly actor: Actor; readonly by: string }
	): Promise<SentEntry>;
	/** evidence that was sent, in the order it came */
	evidence(round: string): readonly SentEvidence[];
	/** a file that a submission of the round brought as evidence; null where none did */
	evidenceOf(round: string, submission: number, sha256: string): Promise<EvidenceFile | null>;
	/** a file that a district has sent, or has in its draft, as evidence; null where it has none */
	evidenceFor(round: string, district: string, sha256: string): Promise<EvidenceFile | null>;
}

/** Files that prove one level. */
export const mostFiles = 5;

export function openEntryDesk(store: Store, inTurn: <T>(work: () => Promise<T>) => Promise<T>): EntryDesk {
	const { directory } = store;

	/** The files of a sheet with those that came and without those to be taken out. */
	async function addFiles(
		before: readonly DraftFile[],
		{ files, drop }: PostedSheet,
		who: { readonly by: string; readonly at: string }
	): Promise<{ readonly files: readonly DraftFile[]; readonly fileFaults: readonly string[] }> {
		const left = before.filter(
			(file) => !drop.some((one) => one.outcome === file.outcome && one.sha256 === file.sha256)
		);
		const fileFaults: string[] = [];
		for (const { outcome, name: written, bytes } of files) {
			const name = cleanName(written).split('/').at(-1) ?? '';
			const fault = judgeEvidence(name, bytes);
			if (fault !== null) fileFaults.push(entryWords.evidenceFault(name, fault));
			else if (left.filter((file) => file.outcome === outcome).length >= mostFiles)
				fileFaults.push(entryWords.tooManyFiles(mostFiles));
			else {
				const sha256 = await keepDraftFile(directory, bytes);
				const known = left.some((file) => file.outcome === outcome && file.sha256 === sha256);
				if (!known) left.push({ outcome, name, sha256, bytes: bytes.byteLength, ...who });
			}
		}
		return { files: left, fileFaults };
	}

	async function save(
		{ round, district, section, indicator }: SheetAt,
		posted: PostedSheet,
		base: ReadonlyMap<string, string>,
		by: string
	): Promise<SavedSheet> {
		mustBePresent(round);
		const draft = await readDraft(directory, round, district);
		const at = bangkokTime(new Date());
		const key = `${section}/${indicator}`;
		const before = draft?.sheets[key] ?? emptySheet;
		const { sheet, clashes } = mergeCells(before, base, posted.cells, { by, at });
		const { files, fileFaults } = await addFiles(before.files, posted, { by, at });
		const after = { ...sheet, files: [...files] };
		if (JSON.stringify(after) === JSON.stringify(before)) return { draft, clashes, fileFaults };
		const sheets = { ...draft?.sheets, [key]: after };
		const version = (draft?.version ?? 0) + 1;
		await writeDraft(directory, { round, district, version, saved_at: at, saved_by: by, sheets });
		return { draft: await readDraft(directory, round, district), clashes, fileFaults };
	}

	return {
		drafts: (round) =>
			inTurn(async () => (await listDrafts(directory)).filter((draft) => draft.round === presentOf(round))),
		draft: (round, district) => inTurn(() => readDraft(directory, presentOf(round), district)),
		save: (at, posted, base, by) => inTurn(() => save(at, posted, base, by)),
		review: (round, district) => inTurn(() => reviewDraft(store, presentOf(round), district)),
		send: (round, district, wish) =>
			inTurn(() => {
				mustBePresent(round);
				return sendDraft(store, round, district, wish);
			}),
		evidence: (round) => listEvidence(store.lines(), presentOf(round)),
		evidenceOf: (round, submission, sha256) =>
			readEvidenceFile(store, round, sha256, (one) => one.submission === submission),
		evidenceFor: (round, district, sha256) =>
			inTurn(async () => {
				const draft = await readDraft(directory, presentOf(round), district);
				const files = Object.values(draft?.sheets ?? {}).flatMap((sheet) => sheet.files);
				const named = files.find((file) => file.sha256 === sha256);
				const bytes = named === undefined ? null : await readDraftFile(directory, sha256);
				if (named !== undefined && bytes !== null) return { name: named.name, bytes };
				return await readEvidenceFile(store, round, sha256, (one) => one.district === district);
			})
	};
}
