// Sheets of an OpenDocument spreadsheet, row by row: values as the document says them exactly, not as they are shown.
import { isHidden, numberOf, readOdsCell, type Attributes, type OpenCell } from './ods-cells.ts';
import { cellText, type Cell } from '../cells/raw-value.ts';
import { scanXml } from './scan-xml.ts';
import type { TableRow } from '../tables/table-row.ts';

export interface OdsSheet {
	readonly name: string;
	readonly hidden: boolean;
	readonly hiddenColumns: ReadonlySet<number>;
}

export interface OdsHandlers {
	readonly startSheet: (sheet: OdsSheet) => void;
	readonly row: (row: TableRow) => void;
	readonly endSheet: () => void;
}

/** Cells of all sheets together. */
const MAX_CELLS = 2_000_000;
/** The same, with those that are empty below a merged one. */
const MAX_PUSHED = 5_000_000;
const MAX_COLUMNS = 16_384;
/** A larger merged area is a picture or a frame, not one value for many rows. */
const MAX_MERGED = 100_000;
const MAX_ROWS = 1_048_576;
/** What a merged cell shows in the cells it covers, until the row it ends with. */
interface Spread {
	readonly cell: Cell;
	readonly lastRow: number;
}

/**
 * Reads the XML of a document's content. Throws a SyntaxError where it is not that, a RangeError where few words of it stand for
 * more cells than are read.
 */
export const scanOds = (xml: string, handlers: OdsHandlers): void => {
	const path: string[] = [];
	const hiddenStyles = new Set<string>();
	const fonts = new Map<string, string>();
	let style: { readonly name: string } | undefined;
	let from1904 = false;
	let total = 0;
	let pushed = 0;

	let sheet: { name: string; hidden: boolean; columns: number; hiddenColumns: Set<number>; told: boolean } | undefined;
	let rowNumber = 0;
	let row: { readonly repeat: number; readonly hidden: boolean; readonly cells: Cell[]; empty: number } | undefined;
	let cell: OpenCell | undefined;
	let spreads = new Map<number, Spread>();
	/** depth of a note or drawing in a cell, whose text is not the cell's */
	let aside = 0;

	const endCell = (current: { readonly cells: Cell[]; empty: number }, done: OpenCell): void => {
		const { attributes, covered } = done;
		const column = current.cells.length + current.empty;
		const value = covered ? null : readOdsCell(done, fonts.get(attributes.get('table:style-name') ?? ''), from1904);
		const repeat = numberOf(attributes, 'table:number-columns-repeated', MAX_COLUMNS);
		const isEmpty = value === null || value === '';
		// Rows end in thousands of empty cells, which cost nothing unless something stands over them or after them.
		if (isEmpty && ![...spreads.values()].some(({ lastRow }) => lastRow >= rowNumber)) {
			current.empty += repeat;
			return;
		}
		for (; current.empty > 0 && current.cells.length < MAX_COLUMNS; current.empty -= 1) current.cells.push(null);
		current.empty = 0;
		for (let nth = 0; nth < repeat && current.cells.length < MAX_COLUMNS; nth += 1) {
			const over = spreads.get(column + nth);
			const shown = over !== undefined && over.lastRow >= rowNumber ? over.cell : null;
			current.cells.push(isEmpty ? shown : value);
		}
		if (isEmpty) return;
		const down = numberOf(attributes, 'table:number-rows-spanned', MAX_ROWS);
		const across = numberOf(attributes, 'table:number-columns-spanned', MAX_COLUMNS);
		if (down * across === 1 || down * across > MAX_MERGED) return;
		const lastRow = rowNumber + down - 1;
		for (let nth = 0; nth < across; nth += 1)
			spreads.set(column + nth, { lastRow, cell: { broken: 'merged', text: cellText(value) } });
	};

	const endRow = (done: NonNullable<typeof row>): void => {
		const { cells, repeat, hidden } = done;
		const length = cells.findLastIndex((one) => one !== null && one !== '') + 1;
		// Of many empty rows one is enough to say that the table may be over.
		const times = length === 0 ? 1 : repeat;
		total += length * times;
		pushed += cells.length;
		if (total > MAX_CELLS || pushed > MAX_PUSHED || rowNumber > MAX_ROWS) throw new RangeError('too many cells');
		const kept = cells.slice(0, length);
		for (let nth = 0; nth < times; nth += 1) {
			const at = rowNumber + nth;
			handlers.row(hidden ? { cells: kept, line: at, row: at, hidden } : { cells: kept, line: at, row: at });
		}
		rowNumber += repeat;
	};

	const openColumn = (attributes: Attributes, of: NonNullable<typeof sheet>): void => {
		const repeat = numberOf(attributes, 'table:number-columns-repeated', MAX_COLUMNS);
		if (isHidden(attributes))
			for (let nth = 0; nth < repeat && of.columns + nth < MAX_COLUMNS; nth += 1)
				of.hiddenColumns.add(of.columns + nth);
		of.columns += repeat;
	};
	const openRow = (attributes: Attributes, of: NonNullable<typeof sheet>): void => {
		if (!of.told) handlers.startSheet(of);
		of.told = true;
		const repeat = numberOf(attributes, 'table:number-rows-repeated', MAX_ROWS);
		row = { repeat, hidden: isHidden(attributes), cells: [], empty: 0 };
	};

	const open = (name: string, attributes: Attributes): void => {
		const parent = path.at(-1);
		path.push(name);
		if (name === 'office:annotation' || name.startsWith('draw:') || name === 'table:shapes') aside += 1;
		if (aside > 0) return;
		switch (name) {
			case 'style:style':
				style = { name: attributes.get('style:name') ?? '' };
				break;
			case 'style:table-properties':
				if (style !== undefined && attributes.get('table:display') === 'false') hiddenStyles.add(style.name);
				break;
			case 'style:text-properties': {
				const font = attributes.get('style:font-name') ?? attributes.get('fo:font-family');
				if (style !== undefined && font !== undefined) fonts.set(style.name, font);
				break;
			}
			case 'table:null-date':
				from1904 = attributes.get('table:date-value') === '1904-01-01';
				break;
			case 'table:table': {
				if (parent !== 'office:spreadsheet') break;
				const hidden = hiddenStyles.has(attributes.get('table:style-name') ?? '');
				sheet = { name: attributes.get('table:name') ?? '', hidden, columns: 0, hiddenColumns: new Set(), told: false };
				rowNumber = 1;
				spreads = new Map();
				break;
			}
			case 'table:table-column':
				if (sheet !== undefined) openColumn(attributes, sheet);
				break;
			case 'table:table-row':
				if (sheet !== undefined) openRow(attributes, sheet);
				break;
			case 'table:table-cell':
			case 'table:covered-table-cell':
				if (row !== undefined) cell = { attributes, covered: name !== 'table:table-cell', paragraphs: [] };
				break;
			case 'text:p':
				cell?.paragraphs.push('');
				break;
			case 'text:s':
				addText(' '.repeat(numberOf(attributes, 'text:c', 1000)));
				break;
			case 'text:tab':
			case 'text:line-break':
				addText(' ');
				break;
		}
	};

	const addText = (text: string): void => {
		if (cell === undefined || aside > 0 || cell.paragraphs.length === 0) return;
		cell.paragraphs.push((cell.paragraphs.pop() ?? '') + text);
	};

	const close = (name: string): void => {
		path.pop();
		if (aside > 0) {
			if (name === 'office:annotation' || name.startsWith('draw:') || name === 'table:shapes') aside -= 1;
			return;
		}
		switch (name) {
			case 'style:style':
				style = undefined;
				break;
			case 'table:table-cell':
			case 'table:covered-table-cell':
				if (row !== undefined && cell !== undefined) endCell(row, cell);
				cell = undefined;
				break;
			case 'table:table-row':
				if (row !== undefined) endRow(row);
				row = undefined;
				break;
			case 'table:table':
				if (path.at(-1) === 'office:spreadsheet' && sheet !== undefined) {
					if (!sheet.told) handlers.startSheet(sheet);
					handlers.endSheet();
					sheet = undefined;
				}
				break;
		}
	};
	scanXml(xml, { open, close, text: (text) => addText(text) });
};
