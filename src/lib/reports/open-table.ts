// Who owes what: a row for each district and section with something open, what it is, and how far it can still move.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { ink } from './bar-picture.ts';
import type { OpenItem, OpenLine } from './open-results.ts';
import { showPercent } from './percent.ts';
import { widthOf, widthOfName } from './ranking/shape.ts';
import type { Sheet } from './sheet.ts';

/** Up to this many are named, more are numbered. */
const mostNamed = 2;

function nameItems(items: readonly OpenItem[]): string {
	if (items.length > mostNamed) return `ข้อ ${items.map(({ indicator }) => indicator.indicator).join(', ')}`;
	return items
		.map(
			({ indicator }) =>
				`ข้อ ${indicator.indicator} ${indicator.short}${indicator.work_group === null ? '' : ` (${indicator.work_group.replaceAll(' + ', 'และ')})`}`
		)
		.join(', ');
}

/** A line for each kind of openness. */
function sayOpen({ missing, invalid, undecided, applies }: OpenLine): readonly string[] {
	const parts: string[] = [];
	if (missing.length === applies && applies > 1) parts.push(`ยังไม่ส่งทั้ง ${applies} ข้อ`);
	else if (missing.length > 0) parts.push(`ยังไม่ส่ง ${nameItems(missing)}`);
	if (invalid.length > 0) parts.push(`ค่าใช้ไม่ได้ ${nameItems(invalid)}`);
	if (undecided.length > 0) parts.push(`รอคำวินิจฉัย ${nameItems(undecided)}`);
	return parts;
}

const range = (from: string, to: string) => (from === to ? from : `${from}–${to}`);

export interface OpenRow {
	readonly name: string;
	readonly section: string;
	/** a line for each kind of openness */
	readonly open: readonly string[];
	/** as far as they can still move */
	readonly percent: string;
	readonly place: string;
}

export const listOpenRows = (open: readonly OpenLine[], bounds: readonly number[]): readonly OpenRow[] =>
	open.map((one) => {
		const { name, percent_worst, percent_best, place_best, place_worst } = one.line;
		return {
			name,
			section: one.sectionTitle,
			open: sayOpen(one),
			percent: range(showPercent(percent_worst ?? 0, bounds), showPercent(percent_best ?? 0, bounds)),
			place: range(String(place_best ?? '—'), String(place_worst ?? '—'))
		};
	});

const lineHeight = 1.2;
const paddings = { top: 1.6, bottom: 0.6, right: 5 } as const;

function listWidths(rows: readonly OpenRow[], { sizes, textWidth }: Sheet) {
	const name = Math.max(...rows.map((row) => widthOfName(row.name, sizes.table)));
	const section = Math.min(80, Math.max(...rows.map((row) => widthOfName(row.section, sizes.table))) + 1);
	const [percent, place] = [sizes.table * 7.3, sizes.table * 3.7];
	return { name, section, percent, place, open: textWidth - name - section - percent - place - 5 * paddings.right };
}

/** Height in points, about. */
export function heightOfOpenTable(open: readonly OpenLine[], bounds: readonly number[], sheet: Sheet): number {
	const rows = listOpenRows(open, bounds);
	const width = listWidths(rows, sheet).open * 0.95;
	const lines = rows.reduce(
		(sum, row) => sum + row.open.reduce((own, text) => own + Math.ceil(widthOf(text, sheet.sizes.table) / width), 0),
		1
	);
	const padding = paddings.top + paddings.bottom + 0.25;
	return lines * sheet.sizes.table * 1.3 * lineHeight + (rows.length + 1) * padding + 6;
}

export function makeOpenTable(open: readonly OpenLine[], bounds: readonly number[], sheet: Sheet): Content {
	const { sizes } = sheet;
	const heading = (text: string, alignment: 'left' | 'right' = 'left'): TableCell => ({
		text,
		alignment,
		color: ink.soft,
		fontSize: sizes.key
	});
	const listed = listOpenRows(open, bounds);
	const widths = listWidths(listed, sheet);
	const rows = listed.map((row, nth): TableCell[] => [
		{ text: listed[nth - 1]?.name === row.name ? '' : row.name, noWrap: true },
		{ text: row.section },
		{ stack: row.open.map((text) => ({ text })) },
		{ text: row.percent, alignment: 'right', noWrap: true },
		{ text: row.place, alignment: 'right', noWrap: true }
	]);
	return {
		table: {
			headerRows: 1,
			keepWithHeaderRows: 1,
			dontBreakRows: true,
			widths: [widths.name, widths.section, '*', widths.percent, widths.place],
			body: [
				[
					heading('อำเภอ'),
					heading('ส่วน'),
					heading('สิ่งที่ค้าง (กลุ่มงานที่ติดตาม)'),
					heading('ร้อยละที่เป็นได้', 'right'),
					heading('อันดับ', 'right')
				],
				...rows
			]
		},
		layout: {
			hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 0.7 : 0.25),
			vLineWidth: () => 0,
			hLineColor: (line) => (line === 1 ? ink.text : ink.line),
			paddingLeft: () => 0,
			paddingRight: () => paddings.right,
			paddingTop: () => paddings.top,
			paddingBottom: () => paddings.bottom
		},
		fontSize: sizes.table,
		lineHeight,
		margin: [0, 0, 0, 6]
	};
}
