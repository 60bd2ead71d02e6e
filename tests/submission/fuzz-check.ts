// Looks up in the file itself, by other means than the reader's, what the reader says stands there.
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import type { Entry } from '../../src/lib/submission/entry.ts';
import type { Mutant } from './fuzz-files.ts';
import { province } from './letter.ts';

const toLatin = (text: string): string => text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
/** Letters and digits only: what is left of a text whatever quotes, spaces and marks around it. */
const bare = (text: string): string => toLatin(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** Every text the bytes may be: a mark damaged by one bit still leaves the file readable, so none is believed here. */
const decodings = (bytes: Uint8Array): readonly string[] =>
	['utf-8', 'utf-16le', 'utf-16be', 'windows-874'].map((encoding) => new TextDecoder(encoding).decode(bytes));

const namesDistrict = (text: string, code: string): boolean => {
	const name = province.districts.find((one) => one.code === code)?.name ?? '40';
	return bare(text).includes(code) || bare(text).includes(bare(name));
};

const columnOf = (cell: string): number =>
	[...(/^[A-Z]+/.exec(cell)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
const rowOf = (cell: string): number => Number(/\d+$/.exec(cell)?.[0] ?? '0') - 1;

/** How many lines a row takes that begins with the first of them: a quote left open goes on in the next. */
function countRowLines(lines: readonly string[]): number {
	let quotes = 0;
	const last = lines.findIndex((line) => (quotes += line.split('"').length - 1) % 2 === 0);
	return last + 1;
}

const inText = (text: string, { at, text: written, district }: Entry): string | undefined => {
	const lines = text
		.replace(/\r\n?/g, '\n')
		.split('\n')
		.slice((at.line ?? 1) - 1);
	const most = Math.max(countRowLines(lines), 1 + written.split('\n').length);
	const cellIsThere = bare(lines.slice(0, most).join('\n')).includes(bare(written));
	if (!cellIsThere) return `${written} does not stand in line ${at.line ?? 0}`;
	const row = lines.slice(0, 4).join('\n');
	return namesDistrict(row, district) ? undefined : `line ${at.line ?? 0} does not name ${district}`;
};

type JsonRecord = { readonly district: unknown; readonly inputs: Readonly<Record<string, unknown>> };
const parseRecords = (text: string): readonly JsonRecord[] => {
	try {
		return JSON.parse(text.replace(/^\ufeff/, '')) as readonly JsonRecord[];
	} catch {
		return []; // not in this encoding
	}
};

const inJson = (text: string, { at, text: written, district }: Entry): string | undefined => {
	const [, index = '', input = ''] = /^\[(\d+)\]\.inputs\.(.*)$/s.exec(at.cell ?? '') ?? [];
	const record = parseRecords(text)[Number(index)];
	const value = record?.inputs[input];
	const shown = typeof value === 'string' ? value : JSON.stringify(value);
	if (bare(shown) !== bare(written) && Number(shown) !== Number(written))
		return `${written} does not stand at ${at.cell ?? ''}`;
	return namesDistrict(String(record?.district), district) ? undefined : `${at.cell ?? ''} is not of ${district}`;
};

type Sheets = Awaited<ReturnType<typeof readXlsx>>['sheets'];
const inSheet = (sheets: Sheets, { at, text: written, district }: Entry): string | undefined => {
	const rows = sheets.filter(({ name }) => name === at.sheet).map((sheet) => sheet.rows);
	const cells = rows.map((sheet) => sheet[rowOf(at.cell ?? '')]?.[columnOf(at.cell ?? '')]);
	const same = (cell: Sheets[number]['rows'][number][number] | undefined): boolean => {
		if (cell === null || cell === undefined) return false;
		if (cell instanceof Date) return true;
		const figure = Number(toLatin(written).replace(/%$/, ''));
		if (typeof cell === 'number') return Math.abs(cell - figure) < 1e-9 || Math.abs(cell * 100 - figure) < 1e-9;
		return bare(String(cell)) === bare(written);
	};
	if (!cells.some(same)) return `${written} does not stand in ${at.sheet ?? ''} ${at.cell ?? ''}`;
	const near = rows.some((sheet) =>
		sheet.some(
			(row, n) =>
				n <= rowOf(at.cell ?? '') && row.some((cell) => cell !== null && namesDistrict(String(cell), district))
		)
	);
	return near ? undefined : `${at.sheet ?? ''} does not name ${district}`;
};

/** A plain figure means what it says; others are another test's business. */
const meansWhatItSays = ({ text, value }: Entry): boolean => {
	const [, sign = '', whole = '', part = ''] = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/.exec(toLatin(text)) ?? [];
	if (value.kind !== 'number' || whole === '') return true;
	const scaled = BigInt(whole + part.padEnd(6, '0'));
	return value.scaled === (sign === '-' ? -scaled : scaled);
};

/** What is wrong with entries that would be stored; nothing where all of them are in the file as they claim. */
export const findInvented = async ({ bytes, name }: Mutant, entries: readonly Entry[]): Promise<readonly string[]> => {
	if (entries.length === 0) return [];
	const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
	const texts = zipped ? [] : decodings(bytes);
	const inAnyText = (entry: Entry): string | undefined => {
		const told = texts.map((text) =>
			/^[^[{]*\[\s*\{/.test(text) && entry.at.cell?.startsWith('[') === true ? inJson(text, entry) : inText(text, entry)
		);
		return told.includes(undefined) ? undefined : told[0];
	};
	const sheets = !zipped ? [] : name.endsWith('.ods') ? (await readOds(bytes)).sheets : (await readXlsx(bytes)).sheets;
	return entries.flatMap((entry) => {
		const inFile = zipped ? inSheet(sheets, entry) : inAnyText(entry);
		return [
			...(inFile === undefined ? [] : [inFile]),
			...(meansWhatItSays(entry) ? [] : [`${entry.text} was read as another figure`])
		];
	});
};
