// A large file by itself. A plain tidy table of this size is read and stored inside the database; every other file, and every
// smaller one, goes the common way.
import type { Answer } from '../../submission/question.ts';
import type { Arriving } from './arriving.ts';
import { holdFile } from '../store/archive.ts';
import { stageTable } from '../bulk/bulk.ts';
import { sha256 } from '../store/durable.ts';
import { checkTogether } from './check.ts';
import type { ReadBundle, ReadFile } from './read.ts';
import { findProvinceNames } from '../places.ts';
import { rememberAnswers, replayAnswers } from './remembered-answers.ts';
import type { Store } from '../store/store.ts';
import { storedSubmissions } from '../store/stored-entries.ts';

/** Below this the common way takes no longer. */
const LARGE = 4 * 1024 * 1024;

/**
 * Gives a large plain table, read and checked, to whoever takes it; its staged rows are forgotten after that. Null where the
 * files are to go the common way.
 */
export async function withLargeTable<Taken>(
	store: Store,
	files: readonly Arriving[],
	answers: readonly Answer[],
	take: (bundle: ReadBundle) => Promise<Taken>
): Promise<Taken | null> {
	const [file, ...others] = files;
	if (file === undefined || others.length > 0 || file.bytes.byteLength < LARGE || file.round === null) return null;
	const shelf = store.shelf();
	const letter = shelf.rounds(true).includes(file.round) ? shelf.find(file.round) : null;
	if (letter === null) return null;
	const hash = sha256(file.bytes);
	const stored = await storedSubmissions(store.connection(), null);
	if (stored.some((one) => one.sha256 === hash && one.round === file.round)) return null;
	const { agreement } = letter;
	const held = await holdFile(store.directory, file.bytes);
	try {
		const staged = await stageTable(
			store.connection(),
			{ path: held.path, bytes: file.bytes, name: file.name },
			agreement,
			findProvinceNames(agreement.province),
			replayAnswers(rememberAnswers(store.lines(), agreement.agreement.split('/')[0] ?? '', answers))
		);
		if (staged === null) return null;
		try {
			const entries = await staged.list();
			const submission = { readable: true, entries, problems: [], questions: [], answers: [] };
			const read: ReadFile = {
				...{ file, letter, hash, submission, staged },
				...{ answers: [], whole: true, leftOut: [], usable: entries }
			};
			const problems = await checkTogether(store, [read]);
			await held.keep(hash);
			return await take({ reads: [read], known: [], problems, stored: stored.length });
		} finally {
			await staged.drop();
		}
	} finally {
		await held.forget();
	}
}
