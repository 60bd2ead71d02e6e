// The rows of a file around one place, as they stand there: whoever has to put something right sees it where it is.
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import type { Place } from '../../submission/entry.ts';
import { decodeText } from '../../submission/files/decode-text.ts';
import { cellText } from '../../submission/cells/raw-value.ts';
import { isArchive, isFlatSpreadsheet } from '../../submission/files/file-kind.ts';
import { scanOds } from '../../submission/files/ods-sheets.ts';
import { rowsOf } from '../../submission/files/sheet-rows.ts';
import { unfoldPart } from '../../submission/files/unfold-part.ts';
import { readZipDirectory } from '../../submission/files/zip-directory.ts';
import { rowsOfJson } from './excerpt-json.ts';
import { importWords } from './sentences.ts';

export interface Excerpt {
	/** null for a text file */
	readonly sheet: string | null;
	/** letters of the columns shown; of JSON what they are called */
	readonly columns: readonly string[];
	readonly rows: readonly {
		/** of a sheet, or the line of a text; several values of JSON may stand in one */
		readonly row: number;
		readonly cells: readonly { readonly text: string; readonly marked: boolean }[];
	}[];
}

const rowsAround = 2;
const mostColumns = 5;
/** A cell can hold a book; what is shown is its beginning. */
const mostText = 60;

const letterOf = (index: number): string =>
	index < 26
		? String.fromCharCode(65 + index)
		: letterOf(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
const indexOf = (letters: string): number =>
	[...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

interface Wanted {
	readonly row: number;
	readonly column: number;
}
type Rows = readonly { readonly row: number; readonly cells: readonly string[] }[];

function readCell(cell: string | undefined): Wanted | null {
	const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(cell ?? '') ?? [];
	return letters === '' ? null : { row: Number(digits), column: indexOf(letters) };
}

/** Null where the place is no cell, or the file no table. Only of files that were read: their size and shape are known to be fair. */
export async function readExcerpt(bytes: Uint8Array, { sheet, cell }: Place): Promise<Excerpt | null> {
	if (sheet === undefined && cell?.startsWith('[')) return excerptOfJson(bytes, cell);
	const wanted = readCell(cell);
	if (wanted === null) return null;
	const rows = sheet === undefined ? rowsOfText(bytes, wanted) : await rowsOfSheet(bytes, sheet, wanted);
	return rows.length === 0 ? null : cutOut(rows, sheet ?? null, wanted);
}

function excerptOfJson(bytes: Uint8Array, path: string): Excerpt | null {
	const decoded = decodeText(bytes);
	const rows = decoded.kind === 'not_text' ? [] : rowsOfJson(decoded.text, path);
	if (rows.length === 0) return null;
	return {
		sheet: null,
		columns: importWords.jsonColumns,
		rows: rows.map(({ line, key, text, wanted }) => ({
			row: line,
			cells: [
				{ text: cutText(key), marked: false },
				{ text: cutText(text), marked: wanted }
			]
		}))
	};
}

const isNear = (row: number, wanted: Wanted) => Math.abs(row - wanted.row) <= rowsAround;

function rowsOfText(bytes: Uint8Array, wanted: Wanted): Rows {
	const decoded = decodeText(bytes);
	if (decoded.kind === 'not_text') return [];
	const { data } = Papa.parse<string[]>(decoded.text, { preview: wanted.row + rowsAround });
	return data.flatMap((cells, at) => (isNear(at + 1, wanted) ? [{ row: at + 1, cells }] : []));
}

/** The XML of an OpenDocument spreadsheet, folded up or flat; null where the file is none. */
function documentOf(bytes: Uint8Array): string | null {
	const archive = isArchive(bytes) ? readZipDirectory(bytes) : null;
	if (archive === null) {
		const decoded = decodeText(bytes);
		return decoded.kind !== 'not_text' && isFlatSpreadsheet(decoded.text) ? decoded.text : null;
	}
	const part = archive.kind === 'archive' ? archive.parts.find(({ name }) => name === 'content.xml') : undefined;
	const unfolded = part === undefined ? undefined : unfoldPart(bytes, part);
	return unfolded === undefined ? null : new TextDecoder().decode(unfolded);
}

function rowsOfDocument(xml: string, sheet: string, wanted: Wanted): Rows {
	const rows: { row: number; cells: readonly string[] }[] = [];
	let here = false;
	scanOds(xml, {
		startSheet: ({ name }) => (here = name === sheet),
		row: ({ row, cells }) => {
			if (here && row !== undefined && isNear(row, wanted)) rows.push({ row, cells: cells.map(cellText) });
		},
		endSheet: () => (here = false)
	});
	return rows;
}

async function rowsOfSheet(bytes: Uint8Array, sheet: string, wanted: Wanted): Promise<Rows> {
	try {
		const document = documentOf(bytes);
		if (document !== null) return rowsOfDocument(document, sheet, wanted);
		const { sheets } = await readXlsx(bytes, { readStyles: true, sheets: ({ name }) => name === sheet });
		const [first] = sheets;
		if (first === undefined) return [];
		return [
			...rowsOf(first)
				.take(wanted.row + rowsAround)
				.flatMap(({ row, cells }) => (isNear(row, wanted) ? [{ row, cells: cells.map(cellText) }] : []))
		];
	} catch {
		// A kind of workbook that this reader does not open has no excerpt; what is wrong with it is said elsewhere.
		return [];
	}
}

const cutText = (text: string) => (text.length > mostText ? `${text.slice(0, mostText)}…` : text);
const isFilled = (text: string | undefined) => text !== undefined && text.trim() !== '';

/** The column of the place, and those before it that have something in these rows. */
function cutOut(rows: Rows, sheet: string | null, wanted: Wanted): Excerpt {
	const shown = rows.slice(0, rows.findLastIndex(({ row, cells }) => row === wanted.row || cells.some(isFilled)) + 1);
	const width = Math.max(wanted.column + 1, ...rows.map(({ cells }) => cells.length));
	const filled = [...Array(width).keys()].filter(
		(at) => at === wanted.column || rows.some(({ cells }) => isFilled(cells[at]))
	);
	const here = filled.indexOf(wanted.column);
	const first = Math.max(0, Math.min(here - mostColumns + 1, filled.length - mostColumns));
	const columns = filled.slice(first, Math.max(first + mostColumns, here + 1));
	return {
		sheet,
		columns: columns.map(letterOf),
		rows: shown.map(({ row, cells }) => ({
			row,
			cells: columns.map((at) => {
				const text = cells[at] ?? '';
				return {
					text: cutText(text),
					marked: row === wanted.row && at === wanted.column
				};
			})
		}))
	};
}
