// Cells of a sheet as they were meant: dates as ISO text, percents as percents, formulas and merged cells for what they are.
import type { readXlsx } from 'hucre/xlsx';
import { signOf } from './picture-fonts.ts';
import { cellText, type Cell } from '../cells/raw-value.ts';
import { asPercent, numeralOf } from './sheet-numbers.ts';
import type { TableRow } from '../tables/table-row.ts';

export type Sheet = Awaited<ReturnType<typeof readXlsx>>['sheets'][number];
type SheetCell = NonNullable<ReturnType<NonNullable<Sheet['cells']>['get']>>;

const showsPercent = (cell: SheetCell | undefined): boolean =>
	(cell?.style?.numFmt ?? '').replace(/"[^"]*"|\\./g, '').includes('%');

/** ISO text of a date cell, to the second; without a time where the cell has none. */
const isoOf = (value: Date): string => {
	const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19);
	return iso.endsWith('T00:00:00') ? iso.slice(0, 10) : iso;
};

const fontOf = (cell: SheetCell | undefined): string | undefined =>
	cell?.style?.font?.name ?? cell?.richText?.[0]?.font?.name;

/** How the workbook counts days, where its cells do not show them as days. */
export type DateSystem = '1900' | '1904' | undefined;

const numberOf = (value: number, cell: SheetCell | undefined, system: DateSystem): Cell => {
	const numeral = numeralOf(value);
	if (showsPercent(cell)) return asPercent(numeral);
	return system === '1904' ? { numeral, from1904: true } : { numeral };
};

const cellOf = (
	value: Sheet['rows'][number][number] | undefined,
	detail: SheetCell | undefined,
	system: DateSystem
): Cell => {
	if (detail?.type === 'error') return { broken: 'error', text: String(value) };
	if (value === null || value === undefined)
		return detail?.formula === undefined ? null : { broken: 'no_result', text: `=${detail.formula}` };
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? { broken: 'error', text: '#NUM!' } : isoOf(value);
	if (typeof value === 'string') return signOf(value, fontOf(detail));
	return typeof value === 'number' ? numberOf(value, detail, system) : value;
};

/** A larger merged area is a picture or a frame, not one value for many rows. */
const MAX_MERGED = 100_000;

/**
 * What merged cells show in the cells they cover, by row. Districts are often merged over their rows, and there the text names
 * them; a value merged over rows does not say whose it is.
 */
const spreadMerges = (
	{ rows, cells, merges = [] }: Sheet,
	system: DateSystem
): ReadonlyMap<number, readonly (readonly [number, Cell])[]> => {
	const spread = new Map<number, (readonly [number, Cell])[]>();
	for (const { startRow, startCol, endRow, endCol } of merges) {
		const value = cellOf(rows[startRow]?.[startCol], cells?.get(`${startRow},${startCol}`), system);
		const lastRow = Math.min(endRow, rows.length - 1);
		if (value === null || (lastRow - startRow + 1) * (endCol - startCol + 1) > MAX_MERGED) continue;
		for (let row = startRow; row <= lastRow; row += 1) {
			const given = spread.get(row) ?? [];
			for (let col = startCol; col <= endCol; col += 1) given.push([col, { broken: 'merged', text: cellText(value) }]);
			spread.set(row, given);
		}
	}
	return spread;
};

/** Formulas whose result was never saved, by row: their value is empty, which must not pass for not reported. */
const findUnsolved = ({ rows, cells }: Sheet): ReadonlyMap<number, readonly (readonly [number, Cell])[]> => {
	const unsolved = new Map<number, (readonly [number, Cell])[]>();
	for (const [key, detail] of cells ?? []) {
		const [row = 0, col = 0] = key.split(',').map(Number);
		if (detail.formula === undefined || (rows[row]?.[col] ?? null) !== null) continue;
		const found = unsolved.get(row) ?? [];
		found.push([col, cellOf(null, detail, undefined)]);
		unsolved.set(row, found);
	}
	return unsolved;
};

/** Columns that are hidden, counted from 0. */
export const hiddenColumnsOf = ({ columns = [] }: Sheet): ReadonlySet<number> =>
	new Set(columns.flatMap(({ hidden }, index) => (hidden === true ? [index] : [])));

/** The rows of a sheet one by one, each as long as its last cell with something in it. */
export function* rowsOf(sheet: Sheet, system?: DateSystem): Generator<TableRow, void, undefined> {
	const merged = spreadMerges(sheet, system);
	const unsolved = findUnsolved(sheet);
	const { cells: details } = sheet;
	for (const [r, values] of sheet.rows.entries()) {
		const length = values.findLastIndex((value) => value !== null) + 1;
		const cells: Cell[] = [];
		for (let c = 0; c < length; c += 1) {
			const value = values[c] ?? null;
			cells.push(value === null ? null : cellOf(value, details?.get(`${r},${c}`), system));
		}
		for (const others of [merged.get(r), unsolved.get(r)])
			for (const [c, cell] of others ?? []) {
				while (cells.length <= c) cells.push(null);
				cells[c] ??= cell;
			}
		const hidden = sheet.rowDefs?.get(r)?.hidden === true;
		yield hidden ? { cells, line: r + 1, row: r + 1, hidden } : { cells, line: r + 1, row: r + 1 };
	}
}
