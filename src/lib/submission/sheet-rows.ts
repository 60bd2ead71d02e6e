// Cells of a sheet as they were meant: dates as ISO text, percents as percents, formulas and merged cells for what they are.
import type { readXlsx } from 'hucre/xlsx';
import { cellText, type Cell } from './raw-value.ts';
import type { TableRow } from './read-table.ts';

export type Sheet = Awaited<ReturnType<typeof readXlsx>>['sheets'][number];
type SheetCell = NonNullable<ReturnType<NonNullable<Sheet['cells']>['get']>>;

/** A spreadsheet shows and keeps 15 digits; the rest of a binary number is dust (57 ÷ 200 × 100 is stored as 28.499999999999996). */
const numeralOf = (value: number): string => String(Number(value.toPrecision(15)));

const showsPercent = (cell: SheetCell | undefined): boolean =>
	(cell?.style?.numFmt ?? '').replace(/"[^"]*"|\\./g, '').includes('%');

/** ISO text of a date cell, to the second; without a time where the cell has none. */
const isoOf = (value: Date): string => {
	const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19);
	return iso.endsWith('T00:00:00') ? iso.slice(0, 10) : iso;
};

const cellOf = (value: Sheet['rows'][number][number] | undefined, detail: SheetCell | undefined): Cell => {
	if (detail?.type === 'error') return { broken: 'error', text: String(value) };
	if (value === null || value === undefined)
		return detail?.formula === undefined ? null : { broken: 'no_result', text: `=${detail.formula}` };
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? { broken: 'error', text: '#NUM!' } : isoOf(value);
	if (typeof value !== 'number') return value;
	return showsPercent(detail) ? `${numeralOf(value * 100)}%` : { numeral: numeralOf(value) };
};

/** A larger merged area is a picture or a frame, not one value for many rows. */
const MAX_MERGED = 100_000;

/**
 * What merged cells show in the cells they cover, by row. Districts are often merged over their rows, and there the text names
 * them; a value merged over rows does not say whose it is.
 */
const spreadMerges = ({
	rows,
	cells,
	merges = []
}: Sheet): ReadonlyMap<number, readonly (readonly [number, Cell])[]> => {
	const spread = new Map<number, (readonly [number, Cell])[]>();
	for (const { startRow, startCol, endRow, endCol } of merges) {
		const value = cellOf(rows[startRow]?.[startCol], cells?.get(`${startRow},${startCol}`));
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
		found.push([col, cellOf(null, detail)]);
		unsolved.set(row, found);
	}
	return unsolved;
};

/** The rows of a sheet one by one, each as long as its last cell with something in it. */
export function* rowsOf(sheet: Sheet): Generator<TableRow, void, undefined> {
	const merged = spreadMerges(sheet);
	const unsolved = findUnsolved(sheet);
	for (const [r, values] of sheet.rows.entries()) {
		const length = values.findLastIndex((value) => value !== null) + 1;
		const cells = values
			.slice(0, length)
			.map((value, c) => (value === null ? null : cellOf(value, sheet.cells?.get(`${r},${c}`))));
		for (const [c, cell] of [...(merged.get(r) ?? []), ...(unsolved.get(r) ?? [])]) {
			while (cells.length <= c) cells.push(null);
			cells[c] ??= cell;
		}
		yield { cells, line: r + 1, row: r + 1 };
	}
}
