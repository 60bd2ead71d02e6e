// Sheets of an .xlsx file as tables. What the archive says it holds is checked first; only then is it unfolded.
import { readXlsx } from 'hucre/xlsx';
import type { Collector } from './collect.ts';
import { readHeading, type FindColumn } from './headings.ts';
import { cellText } from './raw-value.ts';
import { createTableReader, HEADING_ROWS } from './read-table.ts';
import {
	sayBomb,
	sayBrokenArchive,
	sayEncrypted,
	sayHiddenSheet,
	sayNoTable,
	sayNotWorkbook,
	sayTooSpread,
	sayTooManyParts
} from './sentences.ts';
import { rowsOf, type Sheet } from './sheet-rows.ts';
import { readZipDirectory } from './zip-directory.ts';

/** Cells of all sheets together, empty ones in between included. */
const MAX_CELLS = 20_000_000;

const startsTable = (sheet: Sheet, findColumn: FindColumn): boolean =>
	rowsOf(sheet)
		.take(HEADING_ROWS)
		.some(({ cells }) => readHeading(cells.map(cellText), findColumn) !== undefined);

/** Names of the sheets, without reading any. */
const listSheets = async (bytes: Uint8Array): Promise<readonly string[]> => {
	const sheets: string[] = [];
	await readXlsx(bytes, {
		sheets: ({ name }) => {
			sheets.push(name);
			return false;
		}
	});
	return sheets;
};

const firstTexts = (sheet: Sheet): readonly string[] =>
	rowsOf(sheet)
		.take(HEADING_ROWS)
		.map(({ cells }) => cells.map(cellText).filter((text) => text !== ''))
		.find((texts) => texts.length > 0) ?? [];

/** Answers whether the sheet holds a table that could be read. */
const readSheet = (sheet: Sheet, file: string, collector: Collector, findColumn: FindColumn): boolean => {
	const where = { file, sheet: sheet.name, mayShift: false, mayBeOther: true };
	if (sheet.hidden === true || sheet.veryHidden === true) {
		if (startsTable(sheet, findColumn))
			collector.report('warning', 'hidden_sheet', { file, sheet: sheet.name }, sayHiddenSheet);
		return false;
	}
	const reader = createTableReader(where, collector, findColumn);
	for (const row of rowsOf(sheet)) reader.take(row);
	return reader.end();
};

/** Answers whether any sheet could be read; what could not is reported. */
export const readWorkbook = async (
	bytes: Uint8Array,
	file: string,
	collector: Collector,
	findColumn: FindColumn
): Promise<boolean> => {
	const { report } = collector;
	const refuse = (code: string, say: () => string): false => {
		report('error', code, { file }, say);
		return false;
	};
	const archive = readZipDirectory(bytes);
	if (archive.kind === 'broken') return refuse('broken_archive', sayBrokenArchive);
	if (archive.kind === 'encrypted') return refuse('encrypted', sayEncrypted);
	if (archive.kind === 'too_big') return refuse('too_big_unfolded', () => sayBomb(archive.unfolded));
	if (archive.kind === 'too_many') return refuse('too_many_parts', () => sayTooManyParts(archive.entries));
	if (!archive.names.has('[Content_Types].xml') || ![...archive.names].some((name) => /^xl\/.*\.xml$/.test(name)))
		return refuse('not_workbook', sayNotWorkbook);

	const seen: string[] = [];
	let readable = false;
	let cells = 0;
	try {
		for (const index of (await listSheets(bytes)).keys()) {
			// One sheet at a time: a sheet is held as a full rectangle, however few cells of it are filled.
			const [sheet] = (await readXlsx(bytes, { readStyles: true, sheets: [index] })).sheets;
			if (sheet === undefined) continue;
			cells += sheet.rows.length * (sheet.rows[0]?.length ?? 0);
			if (cells > MAX_CELLS) return refuse('too_many_cells_in_workbook', sayTooSpread);
			if (seen.length === 0) seen.push(...firstTexts(sheet));
			readable = readSheet(sheet, file, collector, findColumn) || readable;
		}
	} catch (error) {
		// Whatever else the reader met, the file is not what a spreadsheet program writes.
		const spread = error instanceof Error && /cells\), over the/.test(error.message);
		return spread ? refuse('too_many_cells_in_workbook', sayTooSpread) : refuse('broken_archive', sayBrokenArchive);
	}
	return readable || refuse('no_table', () => sayNoTable(seen));
};
