// Sheets of an .xlsx file as tables. Its archive has been checked before.
import { readXlsx } from 'hucre/xlsx';
import { attempt } from './attempt.ts';
import type { Collector } from '../collect.ts';
import { guardRows } from '../tables/guard-rows.ts';
import { hasHeading, HEADING_ROWS } from '../tables/heading-search.ts';
import type { HeadingFinder } from '../tables/headings.ts';
import { cellText } from '../cells/raw-value.ts';
import { readPlainRows } from './plain-sheet.ts';
import { createTableReader } from '../tables/read-table.ts';
import { sayHiddenSheet, sayNoTable, sayTooSpread } from '../sentences/sentences.ts';
import { hiddenColumnsOf, rowsOf, type DateSystem, type Sheet } from './sheet-rows.ts';

/** Cells of all sheets together, empty ones in between included. */
const MAX_CELLS = 20_000_000;

const startsTable = (sheet: Sheet, finder: HeadingFinder): boolean =>
	hasHeading(
		rowsOf(sheet)
			.take(HEADING_ROWS)
			.map(({ cells }) => cells.map(cellText)),
		finder
	);

interface Listed {
	readonly name: string;
	readonly hidden: boolean;
}

/** The sheets, without reading any, and how the workbook counts days. */
const listSheets = async (bytes: Uint8Array) => {
	const sheets: Listed[] = [];
	const { dateSystem } = await readXlsx(bytes, {
		sheets: ({ name, hidden, veryHidden }) => {
			sheets.push({ name, hidden: hidden === true || veryHidden === true });
			return false;
		}
	});
	return { sheets, dateSystem };
};

const readOne = async (bytes: Uint8Array, index: number): Promise<Sheet | undefined> =>
	(await readXlsx(bytes, { readStyles: true, sheets: [index] })).sheets[0];

/** The sheet of a workbook that has but one, if it is a plain one. */
const readPlain = ([only, ...others]: readonly Listed[], bytes: Uint8Array): Sheet | undefined => {
	const rows = only === undefined || only.hidden || others.length > 0 ? undefined : readPlainRows(bytes);
	return only === undefined || rows === undefined ? undefined : { name: only.name, rows };
};

const firstTexts = (sheet: Sheet): readonly string[] =>
	rowsOf(sheet)
		.take(HEADING_ROWS)
		.map(({ cells }) => cells.map(cellText).filter((text) => text !== ''))
		.find((texts) => texts.length > 0) ?? [];

/** Answers whether the sheet holds a table that could be read. */
const readSheet = (
	sheet: Sheet,
	system: DateSystem,
	file: string,
	collector: Collector,
	finder: HeadingFinder
): boolean => {
	const hiddenColumns = hiddenColumnsOf(sheet);
	const where = { file, sheet: sheet.name, mayShift: false, mayBeOther: true, hiddenColumns };
	if (sheet.hidden === true || sheet.veryHidden === true) {
		if (startsTable(sheet, finder))
			collector.report('warning', 'hidden_sheet', { file, sheet: sheet.name }, sayHiddenSheet);
		return false;
	}
	const reader = guardRows(createTableReader(where, collector, finder), where, collector);
	for (const row of rowsOf(sheet, system)) reader.take(row);
	return reader.end();
};

/** Answers whether any sheet could be read; what could not is reported. */
export const readWorkbook = async (
	bytes: Uint8Array,
	file: string,
	collector: Collector,
	finder: HeadingFinder
): Promise<boolean> => {
	const { report } = collector;
	const refuse = (code: string, say: () => string): false => {
		report('error', code, { file }, say);
		return false;
	};
	const seen: string[] = [];
	let readable = false;
	let cells = 0;
	const listed = await attempt(() => listSheets(bytes));
	if (listed.refused !== undefined) return refuse(listed.refused.code, listed.refused.say);
	const { sheets, dateSystem } = listed.it;
	for (const index of sheets.keys()) {
		// One sheet at a time: a sheet is held as a full rectangle, however few cells of it are filled.
		const unfolded = await attempt(async () => readPlain(sheets, bytes) ?? (await readOne(bytes, index)));
		if (unfolded.refused !== undefined) return refuse(unfolded.refused.code, unfolded.refused.say);
		const sheet = unfolded.it;
		if (sheet === undefined) continue;
		cells += sheet.rows.length * (sheet.rows[0]?.length ?? 0);
		if (cells > MAX_CELLS) return refuse('too_many_cells_in_workbook', sayTooSpread);
		if (seen.length === 0) seen.push(...firstTexts(sheet));
		readable = readSheet(sheet, dateSystem, file, collector, finder) || readable;
	}
	return readable || refuse('no_table', () => sayNoTable(seen));
};
