// Rows of a sheet or CSV, one after another: first the heading is looked for, then every row is read by it.
import type { Collector } from '../collect.ts';
import { createHeadingSearch, HEADING_ROWS } from './heading-search.ts';
import { isDistrictHeading, readHeading, sameHeading, type Heading, type HeadingFinder } from './headings.ts';
import { shapeOf } from '../question.ts';
import { cellText } from '../cells/raw-value.ts';
import { createRowReader, type RowReader } from './read-rows.ts';
import { sayHeadingTwice, sayMissingHeadings, sayNoTable } from '../sentences/sentences.ts';
import { rowPlace, textAt, type TableRow, type Where } from './table-row.ts';

export interface TableReader {
	readonly take: (row: TableRow) => void;
	/** whether a heading was found; reports where the table cannot be read */
	readonly end: () => boolean;
}

interface Found {
	readonly heading: Heading;
	/** the last of its rows */
	readonly row: TableRow;
}

export const createTableReader = (where: Where, collector: Collector, finder: HeadingFinder): TableReader => {
	const { report } = collector;
	const search = createHeadingSearch(finder);
	let found: Found | undefined;
	/** the rows under the heading, once it is sure that it has no more rows */
	let rows: RowReader | undefined;
	let usable = true;
	/** rows looked at in vain: if no heading comes, one of them may be close to one */
	let looked: readonly TableRow[] = [];
	let searching = true;

	const startTable = ({ heading, row }: Found): void => {
		rows?.end();
		rows = undefined;
		collector.startTable(shapeOf(row.cells.map(cellText)));
		if (heading.kind === 'tidy') {
			const { twice, missing } = heading;
			usable = missing.length === 0 && twice === undefined;
			if (missing.length > 0)
				report('error', 'missing_heading', rowPlace(where, row), () => sayMissingHeadings(missing));
			if (twice !== undefined) report('error', 'heading_twice', rowPlace(where, row), () => sayHeadingTwice(twice));
		}
		if (usable) rows = createRowReader(heading, row, where, collector);
	};

	/** A heading that stands further down again, or that of another table on the sheet. */
	const isHeadingAgain = (row: TableRow, { heading }: Found): boolean => {
		if (!isDistrictHeading(textAt(row, heading.districts[0]))) return false;
		const again = readHeading(
			row.cells.map((cell) => [cellText(cell)].filter((text) => text !== '')),
			finder
		);
		if (again !== undefined && !sameHeading(again, heading)) {
			found = { heading: again, row };
			startTable(found);
		}
		return true;
	};

	const readRow = (row: TableRow, under: Found): void => {
		if (usable && !isHeadingAgain(row, under)) rows?.take(row);
	};

	/** The row under a heading may belong to it; any other ends it. */
	const settleHeading = (row: TableRow, first: Found): void => {
		const texts = row.cells.map(cellText);
		if (texts.every((text) => text === '')) return;
		const isRowOfDistrict = first.heading.districts.some((index) => {
			const cell = row.cells[index] ?? null;
			const merged = typeof cell === 'object' && cell !== null && 'broken' in cell;
			return cellText(cell) !== '' && !merged;
		});
		const deeper = isRowOfDistrict ? undefined : search.deepen(first.heading, texts);
		found = deeper === undefined ? first : { heading: deeper, row };
		startTable(found);
		if (deeper === undefined) readRow(row, found);
	};

	const lookFor = (row: TableRow): void => {
		const texts = row.cells.map(cellText);
		if (texts.every((text) => text === '')) return;
		looked = [...looked, row];
		const heading = search.offer(texts);
		if (heading === undefined) return collector.noteTitles(texts, rowPlace(where, row));
		found = { heading, row };
		looked = [];
		searching = false;
		if (heading.kind === 'tidy') startTable(found);
	};

	/** No row is a heading by its names: the first that comes close to one is asked about, and the rows after it are read by it. */
	const takeNear = (): void => {
		const waiting = looked;
		searching = false;
		for (const [nth, row] of waiting.entries()) {
			const heading = search.offerNear(row.cells.map(cellText));
			if (heading === undefined) continue;
			found = { heading, row };
			startTable(found);
			for (const later of waiting.slice(nth + 1)) readRow(later, found);
			break;
		}
		looked = found === undefined ? waiting : [];
	};

	const take = (row: TableRow): void => {
		if (found !== undefined && (rows !== undefined || !usable)) return readRow(row, found);
		if (found !== undefined) return settleHeading(row, found);
		if (searching) lookFor(row);
		if (searching && looked.length === HEADING_ROWS) takeNear();
	};

	const end = (): boolean => {
		if (found === undefined && searching) takeNear();
		if (found !== undefined && rows === undefined && usable) startTable(found);
		rows?.end();
		const [first] = looked;
		const seen = first?.cells.map(cellText).filter((text) => text !== '') ?? [];
		if (found === undefined && !where.mayBeOther)
			report('error', 'no_table', { file: where.file, sheet: where.sheet }, () => sayNoTable(seen));
		return found !== undefined && usable;
	};
	return { take, end };
};
