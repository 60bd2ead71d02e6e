// Sheets of an OpenDocument spreadsheet as tables.
import type { Collector } from '../collect.ts';
import { guardRows } from '../tables/guard-rows.ts';
import { hasHeading, HEADING_ROWS } from '../tables/heading-search.ts';
import type { HeadingFinder } from '../tables/headings.ts';
import { scanOds, type OdsSheet } from './ods-sheets.ts';
import { cellText } from '../cells/raw-value.ts';
import { createTableReader, type TableReader } from '../tables/read-table.ts';
import { sayHiddenSheet, sayNoTable, sayTooSpread } from '../sentences/sentences.ts';
import { sayBrokenDocument } from '../sentences/kinds.ts';
import type { TableRow } from '../tables/table-row.ts';

/** A sheet that nobody sees: it is only looked at for whether it holds a table. */
const createHiddenReader = (
	sheet: OdsSheet,
	file: string,
	collector: Collector,
	finder: HeadingFinder
): TableReader => {
	const first: (readonly string[])[] = [];
	return {
		take: ({ cells }) => {
			if (first.length < HEADING_ROWS && cells.length > 0) first.push(cells.map(cellText));
		},
		end: () => {
			if (hasHeading(first, finder))
				collector.report('warning', 'hidden_sheet', { file, sheet: sheet.name }, sayHiddenSheet);
			return false;
		}
	};
};

/** Reads the XML of a spreadsheet's content; answers whether any sheet could be read. */
export const readOds = (xml: string, file: string, collector: Collector, finder: HeadingFinder): boolean => {
	const { report } = collector;
	let reader: TableReader | undefined;
	let readable = false;
	let firstTexts: readonly string[] = [];
	const startSheet = (sheet: OdsSheet): void => {
		const { name, hiddenColumns } = sheet;
		const where = { file, sheet: name, mayShift: false, mayBeOther: true, hiddenColumns };
		reader = sheet.hidden
			? createHiddenReader(sheet, file, collector, finder)
			: guardRows(createTableReader(where, collector, finder), where, collector);
	};
	const row = (one: TableRow): void => {
		if (firstTexts.length === 0) firstTexts = one.cells.map(cellText).filter((text) => text !== '');
		reader?.take(one);
	};
	const endSheet = (): void => {
		readable = reader?.end() === true || readable;
		reader = undefined;
	};
	try {
		scanOds(xml, { startSheet, row, endSheet });
	} catch (error) {
		if (error instanceof RangeError) report('error', 'too_many_cells_in_workbook', { file }, sayTooSpread);
		else if (error instanceof SyntaxError) report('error', 'broken_document', { file }, sayBrokenDocument);
		else throw error;
		return false;
	}
	if (!readable) report('error', 'no_table', { file }, () => sayNoTable(firstTexts));
	return readable;
};
