// Stands before the reader of a table: rows wider than any sheet and cells longer than any cell may be never reach it.
import type { Collector } from '../collect.ts';
import type { Place } from '../entry.ts';
import { cellText, type Cell } from '../cells/raw-value.ts';
import type { TableReader } from './read-table.ts';
import { sayTooLong, sayTooWide } from '../sentences/hostile.ts';
import { cellPlace, rowPlace } from './table-row.ts';

/** What Excel and LibreOffice allow: 16,384 columns, 32,767 characters in a cell. */
export const MAX_COLUMNS = 16_384;
export const MAX_CELL = 32_767;

const isTooLong = (cell: Cell): boolean => typeof cell === 'string' && cell.length > MAX_CELL;

/** The same reader, which takes no row that only a broken or hostile file has; after one too wide it takes nothing more. */
export const guardRows = (
	reader: TableReader,
	where: Pick<Place, 'file' | 'sheet'>,
	{ report, isFull }: Pick<Collector, 'report' | 'isFull'>
): TableReader => {
	let tooWide = false;
	return {
		take: (row) => {
			if (tooWide || isFull()) return;
			if (row.cells.length > MAX_COLUMNS) {
				tooWide = true;
				report('error', 'too_wide', rowPlace(where, row), () => sayTooWide(row.cells.length, MAX_COLUMNS));
				return;
			}
			const long = row.cells.findIndex(isTooLong);
			if (long < 0) return reader.take(row);
			const { length } = cellText(row.cells[long]);
			report('error', 'too_long', cellPlace(where, row, long), () => sayTooLong(length, MAX_CELL));
		},
		end: () => (tooWide ? false : reader.end())
	};
};
