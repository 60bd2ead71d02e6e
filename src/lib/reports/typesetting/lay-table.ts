// A table that may be longer than a page: its heads stand over every part of it and never alone, and no row is parted.
import type { Table, TableCell } from 'pdfmake/interfaces.js';

export interface TableParts {
	readonly widths: NonNullable<Table['widths']>;
	readonly heads: readonly (readonly TableCell[])[];
	readonly rows: readonly (readonly TableCell[])[];
	/** points; 'auto' where it is left out */
	readonly heights?: NonNullable<Table['heights']>;
}

export const layTable = ({ widths, heads, rows, heights }: TableParts): Table => ({
	headerRows: heads.length,
	keepWithHeaderRows: 1,
	dontBreakRows: true,
	widths,
	...(heights === undefined ? {} : { heights }),
	body: [...heads, ...rows].map((row) => [...row])
});
