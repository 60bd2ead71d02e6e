// Keeps the files, then writes the line that makes them received.
import type { Problem } from '../../submission/entry.ts';
import type { LeftOut } from '../../submission/outcome.ts';
import type { Act, ImportedFile } from '../store/acts.ts';
import { whoseLine, type Actor } from '../people/visitor.ts';
import { keepFile } from '../store/archive.ts';
import type { ReadBundle, ReadFile } from './read.ts';
import { asReceipted, type Receipted } from './received.ts';
import type { Store } from '../store/store.ts';

export interface Whose extends Actor {
	/** the demo is being loaded */
	readonly demo: boolean;
}

/** A line of the journal must stay readable; what is past this is counted. */
const mostWarnings = 200;

const placed = ({ at: { sheet, line, cell } }: Pick<Problem, 'at'>) => ({
	...(sheet === undefined ? {} : { sheet }),
	...(line === undefined ? {} : { line }),
	...(cell === undefined ? {} : { cell })
});
const leftOutLine = ({ at, why, times }: LeftOut) => ({ ...placed({ at }), why, times });

function describe(read: ReadFile, problems: readonly Problem[], number: number, now: string): ImportedFile {
	const { file, letter, hash, usable, whole, leftOut, answers } = read;
	const warnings = problems.filter(({ severity, at }) => severity === 'warning' && at.file === file.name);
	return {
		number,
		round: letter.agreement.agreement,
		file: file.name,
		sha256: hash,
		bytes: file.bytes.byteLength,
		sender: file.sender,
		received_at: file.received_at ?? now,
		entries: usable.length,
		districts: [...new Set(usable.map((entry) => entry.district))].sort(),
		outcome: !whole ? 'partly_accepted' : warnings.length > 0 ? 'accepted_with_warnings' : 'accepted',
		...(answers.length > 0 ? { answers: [...answers] } : {}),
		...(file.evidence !== undefined && file.evidence.length > 0 ? { evidence: [...file.evidence] } : {}),
		...(whole ? {} : { left_out: leftOut.map(leftOutLine) }),
		...(warnings.length > 0
			? { warnings: warnings.slice(0, mostWarnings).map((one) => ({ ...placed(one), why: one.message })) }
			: {})
	};
}

/** `reads` are the files taken of a bundle. */
export async function commitFiles(
	store: Store,
	reads: readonly ReadFile[],
	{ stored: before, problems }: Pick<ReadBundle, 'stored' | 'problems'>,
	{ demo, ...actor }: Whose
): Promise<readonly Receipted[]> {
	if (reads.length === 0) return [];
	const now = store.now();
	const imported = reads.map((read, at) => describe(read, problems, before + at + 1, now));
	for (const { hash, file } of reads) await keepFile(store.directory, hash, file.bytes);
	const rounds = [...new Set(imported.map((file) => file.round))];
	const act: Act = {
		at: now,
		...whoseLine(actor),
		act: demo ? 'import-demo' : 'import',
		round: rounds.length === 1 ? (rounds[0] ?? null) : null,
		what: { files: imported }
	};
	await store.commit(act, (file) => {
		const read = reads[file.number - before - 1];
		return Promise.resolve(read?.staged ?? read?.usable ?? []);
	});
	return reads.flatMap(({ letter }, at) => {
		const file = imported[at];
		if (file === undefined) return [];
		const { answers: _, left_out: __, warnings: ___, outcome: ____, evidence: _____, ...stored } = file;
		return [asReceipted({ ...stored, demo }, letter)];
	});
}
