// What all tables of rankings have in common: rules, heads and titles.
import type { TableCell, TableLayout } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { ink } from '../bar-picture.ts';
import { countIndicators } from '../memo/words.ts';
import type { Ranking } from '../rank-lines.ts';

/** Cells are ruled one by one, so that the space between two rankings stays open. */
export const ruled = (cell: TableCell): TableCell =>
	Object.assign(typeof cell === 'string' ? { text: cell } : cell, { border: [false, false, false, true] });

export const rankingLayout = (after: (column: number, last: number) => number): TableLayout => ({
	defaultBorder: false,
	hLineWidth: (line) => (line < 2 ? 0 : line === 2 ? 0.7 : 0.25),
	vLineWidth: () => 0,
	hLineColor: (line) => (line === 2 ? ink.text : ink.line),
	paddingLeft: () => 0,
	paddingRight: (column, node) => after(column, (node.table.widths?.length ?? 0) - 1),
	paddingTop: (row) => (row < 2 ? 0 : 1.2),
	paddingBottom: () => 0.4
});

export const titleCell = (title: string, about: string, font: number): TableCell => ({
	stack: [
		{ text: title, bold: true, fontSize: font * 1.23, lineHeight: 1.25 },
		{ text: about, fontSize: font * 0.93, color: ink.soft, lineHeight: 1.25 }
	],
	margin: [0, 0, 0, 1]
});

/** How many indicators a section has and what it weighs; of a total, whose shares made it. */
export function sayAbout(view: RoundView, { section, lines }: Ranking): string {
	const known = view.agreement.sections.find((one) => one.section === section);
	return known === undefined ? 'ตามสัดส่วนที่สำนักงานกำหนด' : `${countIndicators(known, lines)} น้ำหนัก ${known.weight}`;
}

/** Of the letters of a row. */
const headFont = 0.93;

export const headCell = (text: string, font: number, alignment: 'left' | 'right' = 'left'): TableCell => ({
	text,
	alignment,
	noWrap: true,
	fontSize: font * headFont,
	color: ink.soft,
	border: [false, false, false, true]
});
