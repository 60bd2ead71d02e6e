// What sending a draft would do, and sending it: one document into the same archive as every file.
import { applyRulings } from '../../agreement/rule.ts';
import type { Agreement } from '../../agreement/schema.ts';
import { writeDocument, type EnteredResult } from '../../submission/entered/write-document.ts';
import { isError } from '../../submission/outcome.ts';
import { editionOf, writeStamp } from '../../submission/template/stamp.ts';
import type { Arriving } from '../imports/arriving.ts';
import { prepareFiles, takePrepared } from '../imports/import-files.ts';
import { previewFiles, showPrepared, type ScoredPreview } from '../imports/preview.ts';
import type { Receipted } from '../imports/received.ts';
import type { Actor } from '../people/visitor.ts';
import { findProvince } from '../places.ts';
import { givenRulings } from '../rounds/rulings.ts';
import type { Evidence } from '../store/acts.ts';
import { keepFile } from '../store/archive.ts';
import { sha256 } from '../store/durable.ts';
import type { Store } from '../store/store.ts';
import { entriesInForce } from '../store/stored-entries.ts';
import { dropDraft, readDraft, readDraftFile, type Draft } from './draft.ts';
import { gatherDraft, type FieldFault } from './gather.ts';
import { entryWords } from './sentences.ts';

export interface EntryReview {
	readonly draft: Draft;
	/** fields that cannot be sent as they stand */
	readonly faults: readonly FieldFault[];
	/** Thai sentences about the whole: no value, a file that is gone */
	readonly troubles: readonly string[];
	/** what would be sent of values; null where there is none */
	readonly preview: ScoredPreview | null;
	readonly evidence: readonly Evidence[];
	/** equal as long as sending does the same */
	readonly stamp: string;
	readonly maySend: boolean;
}

export type SentEntry =
	| { readonly kind: 'sent'; readonly receipt: Receipted }
	| { readonly kind: 'moved' }
	| { readonly kind: 'refused' }
	/** nothing waits to be sent, or not any more */
	| { readonly kind: 'gone' };

interface Ready {
	readonly agreement: Agreement;
	readonly draft: Draft;
	readonly results: readonly EnteredResult[];
	readonly faults: readonly FieldFault[];
	readonly troubles: readonly string[];
	readonly evidence: readonly Evidence[];
}

async function readyDraft(store: Store, round: string, district: string): Promise<Ready | null> {
	const letter = store.shelf().find(round);
	const draft = await readDraft(store.directory, round, district);
	if (letter === null || draft === null) return null;
	const agreement = applyRulings(letter.agreement, givenRulings(store.lines(), round));
	const { results, faults } = gatherDraft(agreement, await entriesInForce(store.connection(), round), draft);
	const evidence = results.flatMap(({ section, indicator, evidence: of }) =>
		of.map((one) => ({ district, section, indicator, ...one }))
	);
	const troubles: string[] = [];
	for (const { file } of evidence) {
		if (file !== null && (await readDraftFile(store.directory, file.sha256)) === null)
			troubles.push(entryWords.evidenceGone(file.name));
	}
	const valueless = results.every(({ inputs }) => inputs.length === 0) && faults.length === 0;
	if (valueless) troubles.push(evidence.length === 0 ? entryWords.nothingToSend : entryWords.noValue);
	return { agreement, draft, results, faults, troubles, evidence };
}

/** `2565-09-20 14.05.09`, as names of files may have it. */
const nameTime = (at: string) =>
	`${Number(at.slice(0, 4)) + 543}${at.slice(4, 10)} ${at.slice(11, 19).replaceAll(':', '.')}`;

function asFile({ agreement, draft, results, evidence }: Ready, by: string, at: string): Arriving {
	const { code, name: _, districts } = findProvince(agreement.province);
	const { district, round } = draft;
	const whose =
		district === code ? entryWords.wholeProvince : (districts.find((one) => one.code === district)?.name ?? district);
	const stamp = writeStamp({ round, whom: district, edition: editionOf(agreement) });
	const text = writeDocument({ stamp, at, by, certified: entryWords.certify, district, results });
	const bytes = new TextEncoder().encode(text);
	return { name: entryWords.fileName(whose, nameTime(at)), bytes, round, sender: by, received_at: null, evidence };
}

const stampOf = (ready: Ready, values: string): string =>
	sha256(JSON.stringify([ready.draft.version, ready.draft.saved_at, values, ready.evidence])).slice(0, 24);

const hasValues = ({ results }: Ready) => results.some(({ inputs }) => inputs.length > 0);

/** Null where nothing waits to be sent. */
export async function reviewDraft(store: Store, round: string, district: string): Promise<EntryReview | null> {
	const ready = await readyDraft(store, round, district);
	if (ready === null) return null;
	const { draft, faults, troubles, evidence } = ready;
	const file = asFile(ready, entryWords.onWeb, store.now());
	const preview = hasValues(ready) ? await previewFiles(store, round, [file], []) : null;
	const sound = preview !== null && (preview.outcome === 'accepted' || preview.outcome === 'accepted_with_warnings');
	return {
		draft,
		faults,
		troubles,
		preview,
		evidence,
		stamp: stampOf(ready, preview?.stamp ?? ''),
		maySend: sound && faults.length + troubles.length === 0 && !preview.problems.some(isError)
	};
}

/** Sends what waits, unless it would now do something else than what carries this stamp. */
export async function sendDraft(
	store: Store,
	round: string,
	district: string,
	{ stamp, actor, by }: { readonly stamp: string; readonly actor: Actor; readonly by: string }
): Promise<SentEntry> {
	const ready = await readyDraft(store, round, district);
	if (ready === null) return { kind: 'gone' };
	if (!hasValues(ready)) return { kind: 'refused' };
	const prepared = await prepareFiles(store, [asFile(ready, by, store.now())]);
	const shown = await showPrepared(store, prepared);
	if (stampOf(ready, shown.stamp) !== stamp) return { kind: 'moved' };
	if (ready.faults.length + ready.troubles.length > 0) return { kind: 'refused' };
	return await store.wholly({ kind: 'draft', round, district }, async () => {
		for (const { file } of ready.evidence) {
			const bytes = file === null ? null : await readDraftFile(store.directory, file.sha256);
			if (file !== null && bytes !== null) await keepFile(store.directory, file.sha256, bytes);
		}
		const { accepted, receipts } = await takePrepared(store, prepared, { ...actor, demo: false }, false);
		const [receipt] = receipts;
		if (!accepted || receipt === undefined) return { kind: 'refused' };
		await dropDraft(store.directory, round, district);
		return { kind: 'sent', receipt };
	});
}
