// Rows of a sheet or CSV, one after another: first the heading is looked for, then every row is read by it.
import type { Collector, Target } from './collect.ts';
import type { Place } from './entry.ts';
import {
	isDistrictHeading,
	readHeading,
	type FindColumn,
	type Heading,
	type TidyHeading,
	type WideHeading
} from './headings.ts';
import { cellText, isNumeral, type Cell } from './raw-value.ts';
import {
	sayHeadingTwice,
	sayMissingHeadings,
	sayNoTable,
	sayOpenQuote,
	sayTooManyCells,
	sayTwoDistricts
} from './sentences.ts';

/** Titles may stand above a heading, but not more than these rows. */
export const HEADING_ROWS = 20;

export interface TableRow {
	readonly cells: readonly Cell[];
	/** line of the text file, or row of the sheet; from 1 */
	readonly line: number;
	/** row as a spreadsheet counts it; from 1 */
	readonly row: number;
	/** quotation marks do not pair, so cells may have run together */
	readonly torn?: boolean;
}

export interface TableReader {
	readonly take: (row: TableRow) => void;
	/** whether a heading was found; reports where the table cannot be read */
	readonly end: () => boolean;
}

interface Where {
	readonly file: string;
	readonly sheet?: string | undefined;
	/** cells are told apart by commas, so one too many may have shifted the row */
	readonly mayShift: boolean;
	/** several sheets: one without a table may be for people only */
	readonly mayBeOther: boolean;
}

/** 0 is A, 26 is AA. */
export const columnLetter = (index: number): string =>
	(index < 26 ? '' : columnLetter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

export const createTableReader = (where: Where, collector: Collector, findColumn: FindColumn): TableReader => {
	const { names, report, settle, take, takeBad } = collector;
	let heading: Heading | undefined;
	let usable = true;
	let firstTexts: readonly string[] = [];
	let looked = 0;

	const rowPlace = ({ line }: TableRow): Place => ({ file: where.file, sheet: where.sheet, line });
	const cellPlace = (row: TableRow, index: number): Place => ({
		...rowPlace(row),
		cell: `${columnLetter(index)}${row.row}`
	});
	const textAt = (row: TableRow, index: number | undefined): string =>
		index === undefined ? '' : cellText(row.cells[index]);

	const startTable = (found: Heading, row: TableRow): void => {
		heading = found;
		if (found.kind === 'wide') {
			for (const { index, written, found: column } of found.strange)
				settle('column', written, column, cellPlace(row, index));
			return;
		}
		usable = found.missing.length === 0 && found.twice === undefined;
		const { twice, missing } = found;
		if (missing.length > 0) report('error', 'missing_heading', rowPlace(row), () => sayMissingHeadings(missing));
		if (twice !== undefined) report('error', 'heading_twice', rowPlace(row), () => sayHeadingTwice(twice));
	};

	const findDistrict = (row: TableRow, columns: readonly number[]): string | undefined => {
		const [first, ...others] = columns.filter((index) => textAt(row, index) !== '');
		const at = cellPlace(row, first ?? columns[0] ?? 0);
		const written = textAt(row, first);
		const district = settle('district', written, names.findDistrict(written), at);
		for (const index of others) {
			const other = textAt(row, index);
			const also = settle('district', other, names.findDistrict(other), cellPlace(row, index));
			if (district === undefined || also === undefined) return undefined;
			if (district === also) continue;
			report('error', 'two_districts', cellPlace(row, index), () => sayTwoDistricts(written, other));
			return undefined;
		}
		return district;
	};

	/** Takes a cell for its input, unless the row has shifted. */
	const takeCell = (target: Target, row: TableRow, index: number, shifted: boolean): void => {
		const at = cellPlace(row, index);
		const cell = row.cells[index] ?? null;
		if (shifted) takeBad(target, cellText(cell), at);
		else take(target, cell, cellText(cell), at);
	};

	const readTidyRow = (row: TableRow, { districts, fields }: TidyHeading, shifted: boolean): void => {
		const { section: sectionAt = 0, indicator: indicatorAt = 0, input: inputAt = 0, value: valueAt = 0 } = fields;
		if (textAt(row, valueAt) === '' && !shifted) return;
		const district = findDistrict(row, districts);
		const [sectionText, indicatorText, inputText] = [
			textAt(row, sectionAt),
			textAt(row, indicatorAt),
			textAt(row, inputAt)
		];
		const section = settle('section', sectionText, names.findSection(sectionText), cellPlace(row, sectionAt));
		if (section === undefined) return;
		const foundIndicator = section.findIndicator(indicatorText, isNumeral(row.cells[indicatorAt]));
		const indicator = settle('indicator', indicatorText, foundIndicator, cellPlace(row, indicatorAt));
		if (indicator === undefined) return;
		const input = settle('input', inputText, indicator.findInput(inputText), cellPlace(row, inputAt));
		if (district !== undefined && input !== undefined)
			takeCell({ district, section, indicator, input }, row, valueAt, shifted);
	};

	const readWideRow = (row: TableRow, { districts, columns }: WideHeading, shifted: boolean): void => {
		const filled = columns.filter(({ index }) => textAt(row, index) !== '');
		if (filled.length === 0) return;
		const district = findDistrict(row, districts);
		if (district === undefined) return;
		for (const { index, column } of filled) takeCell({ ...column, district }, row, index, shifted);
	};

	const readRow = (row: TableRow, found: Heading): void => {
		if (row.torn === true) return report('error', 'open_quote', rowPlace(row), sayOpenQuote);
		if (isDistrictHeading(textAt(row, found.districts[0]))) return;
		const surplus = where.mayShift
			? row.cells.findIndex((cell, index) => index >= found.width && cellText(cell) !== '')
			: -1;
		const shifted = surplus >= 0;
		if (shifted) report('error', 'too_many_cells', cellPlace(row, surplus), sayTooManyCells);
		if (found.kind === 'tidy') readTidyRow(row, found, shifted);
		else readWideRow(row, found, shifted);
	};

	return {
		take: (row) => {
			if (heading !== undefined) {
				if (usable) readRow(row, heading);
				return;
			}
			if (looked >= HEADING_ROWS) return;
			const texts = row.cells.map(cellText);
			if (texts.every((text) => text === '')) return;
			looked += 1;
			if (firstTexts.length === 0) firstTexts = texts.filter((text) => text !== '');
			const found = readHeading(texts, findColumn);
			if (found !== undefined) startTable(found, row);
		},
		end: () => {
			if (heading === undefined && !where.mayBeOther)
				report('error', 'no_table', { file: where.file, sheet: where.sheet }, () => sayNoTable(firstTexts));
			return heading !== undefined && usable;
		}
	};
};
