// Lines of the journal into the database: one transaction each, so that the database always stands at a whole line.
import { listValue, LIST, VARCHAR, type DuckDBConnection } from '@duckdb/node-api';
import { readSubmission } from '../../submission/read.ts';
import type { Entry, Problem } from '../../submission/entry.ts';
import { takeUsable } from '../../submission/outcome.ts';
import type { ImportedFile, JournalLine } from './acts.ts';
import { readKept } from './archive.ts';
import type { Staged } from '../bulk/bulk.ts';
import type { Letter, Shelf } from '../rounds/letters.ts';
import { findProvinceNames } from '../places.ts';
import { errorAbout, Refusal, warningAbout } from '../refusal.ts';
import { replayAnswers } from '../imports/remembered-answers.ts';
import { editionWords } from '../editions/sentences.ts';
import { entryWords } from '../entry/sentences.ts';
import { say } from '../sentences.ts';
import { storeEntries } from './stored-entries.ts';

/** Entries of a file of the journal, from wherever they can be had. */
export type EntriesOf = (file: ImportedFile) => Promise<readonly Entry[] | Staged>;

/** The files that came as evidence with results filled in on the web. */
export const listEvidenceFiles = ({ evidence = [] }: ImportedFile) => evidence.flatMap(({ file }) => file ?? []);

/** Files of the journal whose kept bytes are gone or no longer the same. */
export async function checkKept(store: string, lines: readonly JournalLine[]): Promise<readonly Problem[]> {
	const problems: Problem[] = [];
	for (const line of lines) {
		if (line.act === 'agreement') problems.push(...(await checkLetter(store, line)));
		if (line.act === 'publish') problems.push(...(await checkEdition(store, line)));
		if (line.act !== 'import' && line.act !== 'import-demo') continue;
		for (const file of line.what.files) {
			const kept = await readKept(store, file.sha256);
			const at = `archive/${file.sha256}`;
			if (kept.kind === 'missing')
				problems.push(errorAbout(at, 'archive_missing', say.keptMissing(file.file, file.number)));
			if (kept.kind === 'altered')
				problems.push(errorAbout(at, 'archive_altered', say.keptAltered(file.file, file.number)));
			problems.push(...(await checkEvidence(store, file)));
		}
	}
	return problems;
}

async function checkEvidence(store: string, file: ImportedFile): Promise<readonly Problem[]> {
	const problems: Problem[] = [];
	for (const { name, sha256 } of listEvidenceFiles(file)) {
		const kept = await readKept(store, sha256);
		const at = `archive/${sha256}`;
		if (kept.kind === 'missing')
			problems.push(errorAbout(at, 'archive_missing', entryWords.keptEvidenceMissing(name, file.number)));
		if (kept.kind === 'altered')
			problems.push(errorAbout(at, 'archive_altered', entryWords.keptEvidenceAltered(name, file.number)));
	}
	return problems;
}

async function checkLetter(
	store: string,
	{ round, what }: Extract<JournalLine, { act: 'agreement' }>
): Promise<readonly Problem[]> {
	const kept = await readKept(store, what.sha256);
	if (kept.kind === 'whole') return [];
	const code = kept.kind === 'missing' ? 'archive_missing' : 'archive_altered';
	return [errorAbout(`archive/${what.sha256}`, code, say.letterDamaged(what.file, round))];
}

async function checkEdition(
	store: string,
	{ round, what: { edition, sha256, code, beside = [] } }: Extract<JournalLine, { act: 'publish' }>
): Promise<readonly Problem[]> {
	const problems: Problem[] = [];
	for (const hash of [sha256, ...beside.map((file) => file.sha256)]) {
		const { kind } = await readKept(store, hash);
		const found = kind === 'missing' ? 'archive_missing' : 'archive_altered';
		if (kind !== 'whole')
			problems.push(errorAbout(`archive/${hash}`, found, editionWords.damaged(round, edition, code)));
	}
	return problems;
}

/** Reads kept files again under the letters of today; what no longer fits is said and left out. */
export function readFromArchive(
	store: string,
	shelf: Shelf,
	notices: Problem[]
): (file: ImportedFile) => Promise<readonly Entry[]> {
	const letters = new Map<string, Letter | null>();
	const letterOf = (round: string): Letter | null => {
		const known = letters.get(round);
		if (known !== undefined) return known;
		let letter: Letter | null = null;
		try {
			letter = shelf.find(round);
			if (letter === null) notices.push(warningAbout('', 'letter_missing', say.letterGone(round)));
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			notices.push(warningAbout('', 'letter_broken', say.letterBroken(round)), ...error.problems);
		}
		letters.set(round, letter);
		return letter;
	};
	return async (file) => {
		const letter = letterOf(file.round);
		if (letter === null) return [];
		const kept = await readKept(store, file.sha256);
		if (kept.kind !== 'whole') {
			throw new Refusal([
				errorAbout(`archive/${file.sha256}`, 'archive_damaged', say.keptMissing(file.file, file.number))
			]);
		}
		const province = findProvinceNames(letter.agreement.province);
		const answers = replayAnswers(file.answers);
		const read = await readSubmission(kept.bytes, file.file, letter.agreement, province, answers);
		const entries = file.outcome === 'partly_accepted' ? takeUsable(read.entries, placesOf(file)) : read.entries;
		if (entries.length !== file.entries) {
			notices.push(
				warningAbout(file.file, 'reads_differently', say.readsDifferently(file.number, file.entries, entries.length))
			);
		}
		return entries;
	};
}

const placesOf = ({ file, left_out = [] }: ImportedFile) =>
	left_out.map(({ sheet, line, cell }) => ({ at: { file, sheet, line, cell } }));

async function storeFile(
	connection: DuckDBConnection,
	file: ImportedFile,
	demo: boolean,
	digest: string,
	entries: readonly Entry[] | Staged
) {
	const { number, round, sha256, bytes, sender, received_at, districts } = file;
	const row = { number, round, file: file.file, sha256, bytes: BigInt(bytes), sender, received_at };
	await connection.run(
		`INSERT INTO submissions
		VALUES ($number, $round, $file, $sha256, $bytes, $sender, $received_at, $entries, $districts, $demo)`,
		{ ...row, entries: file.entries, districts: listValue(districts), demo },
		{ sender: VARCHAR, districts: LIST(VARCHAR) }
	);
	await connection.run('INSERT OR REPLACE INTO letters VALUES ($round, $digest)', {
		round: file.round,
		digest
	});
	if ('store' in entries) await entries.store(file.number);
	else await storeEntries(connection, file.number, entries);
}

/** Applies one line. Throws without having changed anything. */
export async function applyLine(
	connection: DuckDBConnection,
	line: JournalLine,
	shelf: Shelf,
	entriesOf: EntriesOf
): Promise<void> {
	await connection.run('BEGIN');
	try {
		if (line.act === 'import' || line.act === 'import-demo') {
			for (const file of line.what.files) {
				const demo = line.act === 'import-demo';
				await storeFile(connection, file, demo, shelf.digest(file.round), await entriesOf(file));
			}
		}
		await connection.run('UPDATE applied SET line = $n, hash = $hash', { n: line.n, hash: line.hash });
		await connection.run('COMMIT');
	} catch (error) {
		// where even that fails (a full disk), what went wrong first is what is to be told
		await connection.run('ROLLBACK').catch(() => undefined);
		throw error;
	}
}
