// A chart with its twin: the picture, and the table of exactly what it shows, for whoever cannot see it or wants the figures.
import type { ChartSize } from './draw-chart.ts';
import type { ChartLook } from './look.ts';

/** Rows as they stand on screen or paper; numbers are numbers. */
export interface DataTable {
	/** file name without ending, Latin: ranking-team */
	readonly name: string;
	/** in Thai */
	readonly title: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface ChartSheet {
	/** the finding, in Thai */
	readonly title: string;
	/** what the picture shows, for those who hear it */
	readonly alt: string;
	/** an `<svg>` that is so wide; the height follows from what it shows. `fit` of a phone is 358, of a card 640 */
	readonly draw: (look: ChartLook, width: number) => { readonly svg: string; readonly size: ChartSize };
	readonly table: DataTable;
}

/** A chart as a page holds it: for wide screens and for phones, with its figures. */
export interface DrawnChart {
	/** the address of its files without ending */
	readonly href: string;
	readonly title: string;
	readonly alt: string;
	readonly wide: string;
	readonly narrow: string;
	readonly table: DataTable;
}

export const drawForScreen = (sheet: ChartSheet, href: string, look: ChartLook, wide = 640): DrawnChart => ({
	href,
	title: sheet.title,
	alt: sheet.alt,
	wide: sheet.draw(look, wide).svg,
	narrow: sheet.draw(look, 326).svg,
	table: sheet.table
});
