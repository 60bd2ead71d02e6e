// Evidence that was sent: what lines of the journal name, and the files of it, which the archive keeps.
import type { Evidence, JournalLine } from '../store/acts.ts';
import { readKept } from '../store/archive.ts';
import { presentOf } from '../rounds/round-moment.ts';
import type { Store } from '../store/store.ts';

export interface SentEvidence extends Evidence {
	/** the submission it came with */
	readonly submission: number;
	readonly received_at: string;
	/** who sent it, as the receipt says */
	readonly sender: string | null;
}

/** All evidence of a round in the order it came. */
export const listEvidence = (lines: readonly JournalLine[], round: string): readonly SentEvidence[] =>
	lines.flatMap((line) =>
		line.act !== 'import' && line.act !== 'import-demo'
			? []
			: line.what.files
					.filter((file) => file.round === round)
					.flatMap(({ number, received_at, sender, evidence = [] }) =>
						evidence.map((one) => ({ ...one, submission: number, received_at, sender }))
					)
	);

export interface EvidenceFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** Null where nothing that is asked about names such a file, or it is gone. */
export async function readEvidenceFile(
	store: Store,
	round: string,
	sha256: string,
	isAsked: (one: SentEvidence) => boolean
): Promise<EvidenceFile | null> {
	const named = listEvidence(store.lines(), presentOf(round)).find(
		(one) => one.file?.sha256 === sha256 && isAsked(one)
	);
	if (named?.file == null) return null;
	const kept = await readKept(store.directory, sha256);
	return kept.kind === 'whole' ? { name: named.file.name, bytes: kept.bytes } : null;
}
