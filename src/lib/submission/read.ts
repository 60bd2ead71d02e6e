// A file in, entries or problems out. The kind of file is told by what it holds; its name only helps to say what is wrong.
import type { Agreement } from '../agreement/schema.ts';
import { createCollector } from './collect.ts';
import { nameColumns } from './columns.ts';
import { decodeText } from './decode-text.ts';
import type { Submission } from './entry.ts';
import { makeColumnFinder } from './headings.ts';
import { gatherNames, type ProvinceNames } from './names.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import { readWorkbook } from './read-workbook.ts';
import { sayEmptyFile, sayFileTooBig, sayNotText, sayOldWorkbook, sayWrongKind } from './sentences.ts';

const MAX_MEGABYTES = 256;
const MAX_BYTES = MAX_MEGABYTES * 1024 * 1024;

const FOREIGN: readonly { readonly mark: string; readonly kind: string }[] = [
	{ mark: '%PDF', kind: ' PDF' },
	{ mark: '\x89PNG', kind: 'รูปภาพ' },
	{ mark: '\xff\xd8\xff', kind: 'รูปภาพ' },
	{ mark: 'Rar!', kind: 'บีบอัด RAR' },
	{ mark: '7z\xbc\xaf', kind: 'บีบอัด 7z' }
];

/**
 * Reads results sent as JSON, tidy or wide CSV, or .xlsx. Never throws for what a file holds: what cannot be used is a problem
 * with its place, and where nothing could be understood `readable` is false.
 */
export const readSubmission = async (
	bytes: Uint8Array,
	fileName: string,
	agreement: Agreement,
	province: ProvinceNames
): Promise<Submission> => {
	const names = gatherNames(agreement, province);
	const collector = createCollector(names, fileName);
	const refuse = (code: string, say: () => string): Submission => {
		collector.report('error', code, { file: fileName }, say);
		return collector.finish(false);
	};
	const mark = String.fromCharCode(...bytes.subarray(0, 4));
	const foreign = FOREIGN.find((kind) => mark.startsWith(kind.mark));
	if (bytes.length > MAX_BYTES) return refuse('too_big', () => sayFileTooBig(MAX_MEGABYTES));
	if (mark === '\xd0\xcf\x11\xe0') return refuse('old_workbook', sayOldWorkbook);
	if (foreign !== undefined) return refuse('wrong_kind', () => sayWrongKind(foreign.kind));

	const findColumn = makeColumnFinder(names, nameColumns(names));
	if (mark.startsWith('PK\x03\x04') || mark === 'PK\x05\x06')
		return collector.finish(await readWorkbook(bytes, fileName, collector, findColumn));

	const decoded = decodeText(bytes);
	if (decoded.kind === 'not_text') return refuse('not_text', sayNotText);
	const start = decoded.text.trimStart().slice(0, 1);
	if (start === '') return refuse('empty', sayEmptyFile);
	const isJson = start === '[' || start === '{' || /\.json$/i.test(fileName);
	return isJson
		? readJson(decoded.text, fileName, collector)
		: collector.finish(readCsv(decoded.text, fileName, collector, findColumn));
};
