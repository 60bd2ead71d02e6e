// A file in, entries or problems out. The kind of file is told by what it holds; its name only helps to say what is wrong.
import type { Agreement } from '../agreement/schema.ts';
import { createCollector } from './collect.ts';
import { nameColumns } from './names/columns.ts';
import { decodeText } from './files/decode-text.ts';
import type { Submission } from './entry.ts';
import { isArchive, isFlatSpreadsheet, kindByStart, kindByText } from './files/file-kind.ts';
import { makeColumnFinder, type FindColumn } from './names/find-column.ts';
import type { ProvinceNames } from './names/name-districts.ts';
import { gatherNames, type Names } from './names/names.ts';
import { noAnswers, type AnswersFor } from './question.ts';
import { readCsv } from './files/read-csv.ts';
import { readJson } from './files/read-json.ts';
import { readArchive } from './files/read-archive.ts';
import { readOds } from './files/read-ods.ts';
import { makeHeadingFinder } from './tables/stacked-headings.ts';
import { sayEmptyFile, sayFileTooBig, sayNotText } from './sentences/sentences.ts';
import { sayOtherKind } from './sentences/kinds.ts';
import { watchStamps } from './template/return.ts';

export const MAX_MEGABYTES = 256;
export const MAX_BYTES = MAX_MEGABYTES * 1024 * 1024;

/** How far from a round its dates may be. */
const YEARS_AROUND = 3;
/** Years that the dates of a round may be of. */
export const likelyYears = ({ from, to }: Agreement) => ({
	from: Number(from.slice(0, 4)) - YEARS_AROUND,
	to: Number(to.slice(0, 4)) + YEARS_AROUND
});

/** Only wide tables ask for columns: what finds them is made when one does. */
const findColumnOf = (names: Names): FindColumn => {
	let find: FindColumn | undefined;
	return (written) => {
		find ??= makeColumnFinder(names, nameColumns(names));
		return find(written);
	};
};

/**
 * Reads results sent as JSON, tidy or wide CSV, .xlsx, .ods or the answers to a form. Never throws for what a file holds: what cannot be used is a problem
 * with its place, what only a person can say is a question unless `answersFor` has the answer, and where nothing could be
 * understood `readable` is false.
 */
export const readSubmission = async (
	bytes: Uint8Array,
	fileName: string,
	agreement: Agreement,
	province: ProvinceNames,
	answersFor: AnswersFor = noAnswers
): Promise<Submission> => {
	const names = gatherNames(agreement, province);
	const collected = createCollector(names, fileName, answersFor, likelyYears(agreement));
	const collector = watchStamps(collected, agreement, fileName);
	const refuse = (code: string, say: () => string): Submission => {
		collector.report('error', code, { file: fileName }, say);
		return collector.finish(false);
	};
	if (bytes.length > MAX_BYTES) return refuse('too_big', () => sayFileTooBig(MAX_MEGABYTES));
	const foreign = kindByStart(bytes, fileName);
	if (foreign !== undefined) return refuse(foreign, () => sayOtherKind(foreign));

	const finder = makeHeadingFinder(names, findColumnOf(names));
	if (isArchive(bytes)) return collector.finish(await readArchive(bytes, fileName, collector, finder));

	const decoded = decodeText(bytes);
	if (decoded.kind === 'not_text') return refuse('not_text', sayNotText);
	const start = decoded.text.trimStart().slice(0, 1);
	if (start === '') return refuse('empty', sayEmptyFile);
	const other = kindByText(decoded.text);
	if (other !== undefined) return refuse(other, () => sayOtherKind(other));
	if (isFlatSpreadsheet(decoded.text)) return collector.finish(readOds(decoded.text, fileName, collector, finder));
	const isJson = start === '[' || start === '{' || /\.json$/i.test(fileName);
	return isJson
		? readJson(decoded.text, fileName, collector)
		: collector.finish(readCsv(decoded.text, fileName, collector, finder));
};
