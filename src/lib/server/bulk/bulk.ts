// A large plain table on its way in. It is checked and stored inside DuckDB, and only where that gives the very entries that the
// reader gives who goes row by row, and neither problem nor question; any other file is that reader's.
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Agreement } from '../../agreement/schema.ts';
import type { Entry } from '../../submission/entry.ts';
import type { ProvinceNames } from '../../submission/names/name-districts.ts';
import { noAnswers, type AnswersFor } from '../../submission/question.ts';
import { readDialect, type Dialect } from './dialect.ts';
import { readProbe, type Meanings } from './probe.ts';
import { readBulkTable, surveyTable, type BulkNames } from './table.ts';
import { listStaged } from './list.ts';
import { closeGaps, storeStaged } from './store.ts';

export interface BulkFile {
	/** where it lies, in a folder that the database may read */
	readonly path: string;
	readonly bytes: Uint8Array;
	/** its name as it came */
	readonly name: string;
}

/** A table that lies checked in the connection's temporary tables. */
export interface Staged {
	readonly entries: number;
	/** codes, in order */
	readonly districts: readonly string[];
	/** The entries one by one, in the order of the file. */
	list(): Promise<readonly Entry[]>;
	/** Stores the entries as those of a submission. */
	store(submission: number): Promise<void>;
	/** Forgets the table. */
	drop(): Promise<void>;
}

/** The names that a form of the letter bears, which are most often those that a file bears. */
function expectNames({ sections }: Agreement, { code, districts }: ProvinceNames): BulkNames {
	const indicators = sections.flatMap((section) => section.indicators);
	const some = (texts: readonly string[]) => [...new Set(texts)];
	return {
		district: some([...districts.flatMap((one) => [one.code, one.name]), code]),
		section: some(sections.flatMap(({ section, title }) => [section, title])),
		indicator: some(indicators.map(({ indicator }) => indicator)),
		input: some(indicators.flatMap(({ inputs }) => Object.keys(inputs)))
	};
}

/** Every value of an indicator that not all districts have is of one that has it. */
async function isForAll(connection: DuckDBConnection, agreement: Agreement, meanings: Meanings): Promise<boolean> {
	const restricted = new Map(
		agreement.sections.flatMap(({ section, indicators }) =>
			indicators.flatMap(({ indicator, applies_to: districts }) =>
				districts === 'all' ? [] : [[`${section}/${indicator}`, new Set(districts)] as const]
			)
		)
	);
	const whats = [...meanings.inputs].filter(([, one]) => restricted.has(`${one.section}/${one.indicator}`));
	if (whats.length === 0) return true;
	const pairs = await connection.runAndReadAll(`SELECT DISTINCT what, whom FROM bulk_rows
		WHERE value IS NOT NULL AND what IN (${whats.map(([what]) => what).join(', ')})`);
	return pairs.getRows().every(([what, whom]) => {
		const { section = '', indicator = '' } = meanings.inputs.get(Number(what)) ?? {};
		const district = meanings.districts.get(Number(whom)) ?? '';
		return district.length === 2 || restricted.get(`${section}/${indicator}`)?.has(district) === true;
	});
}

/**
 * Reads a plain tidy table and checks it whole. Null where it is not plain, or where there is anything to say of it: then nothing
 * is kept, and it is to be read row by row.
 */
export async function stageTable(
	connection: DuckDBConnection,
	{ path, bytes, name }: BulkFile,
	agreement: Agreement,
	province: ProvinceNames,
	answersFor: AnswersFor = noAnswers
): Promise<Staged | null> {
	const dialect = readDialect(bytes);
	if (dialect === null) return null;
	const drop = async () => {
		for (const table of ['bulk_rows', 'bulk_filled', 'bulk_districts', 'bulk_inputs', 'bulk_words'])
			await connection.run(`DROP TABLE IF EXISTS temp.${table}`);
	};
	const staged = await stage();
	if (staged === null) await drop();
	return staged;

	async function stage(): Promise<Staged | null> {
		if (dialect === null) return null;
		const names = await readNames(connection, path, dialect, expectNames(agreement, province));
		const surveyed = names === null ? null : await surveyTable(connection, names);
		if (names === null || surveyed === null || !surveyed.single) return null;
		const meanings = await readProbe(surveyed, names, dialect, name, agreement, province, answersFor);
		if (meanings === null || !(await isForAll(connection, agreement, meanings))) return null;
		if (surveyed.empty > 0) await closeGaps(connection);
		return {
			entries: surveyed.filled,
			districts: [...meanings.districts.values()].toSorted(),
			list: () => listStaged(connection, name, meanings, dialect),
			store: (submission) => storeStaged(connection, submission, meanings, dialect, surveyed.empty > 0),
			drop
		};
	}
}

/** Null also where DuckDB finds that the table is not plain after all. */
async function readNames(
	connection: DuckDBConnection,
	path: string,
	dialect: Dialect,
	expected: BulkNames
): Promise<BulkNames | null> {
	try {
		return await readBulkTable(connection, path, dialect, expected);
	} catch (error) {
		if (error instanceof Error && /^(Invalid Input|Conversion) Error/.test(error.message)) return null;
		throw error;
	}
}
