// Who owes what: a row for each district and section with something open, what it is, and how far it can still move.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { ink } from './bar-picture.ts';
import type { OpenItem, OpenLine } from './open-results.ts';
import { showPercent } from './percent.ts';
import { widthOfName } from './ranking-shape.ts';
import { sizes } from './typesetting/sizes.ts';

/** Up to this many are named, more are numbered. */
const mostNamed = 2;

function nameItems(items: readonly OpenItem[]): string {
	if (items.length > mostNamed) return `ข้อ ${items.map(({ indicator }) => indicator.indicator).join(', ')}`;
	return items
		.map(
			({ indicator }) =>
				`ข้อ ${indicator.indicator} ${indicator.short}${indicator.work_group === null ? '' : ` (${indicator.work_group})`}`
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

const nameWidth = (open: readonly OpenLine[]) => Math.max(...open.map(({ line }) => widthOfName(line.name)));
const range = (from: string, to: string) => (from === to ? from : `${from}–${to}`);

export function makeOpenTable(open: readonly OpenLine[], bounds: readonly number[]): Content {
	const heading = (text: string, alignment: 'left' | 'right' = 'left'): TableCell => ({
		text,
		alignment,
		color: ink.soft,
		fontSize: sizes.key
	});
	const rows = open.map((one, nth): TableCell[] => {
		const { line, sectionTitle } = one;
		const same = open[nth - 1]?.line.district === line.district;
		const worst = line.percent_worst ?? 0;
		const best = line.percent_best ?? 0;
		return [
			{ text: same ? '' : line.name, noWrap: true },
			{ text: sectionTitle },
			{ stack: sayOpen(one).map((text) => ({ text })) },
			{ text: range(showPercent(worst, bounds), showPercent(best, bounds)), alignment: 'right', noWrap: true },
			{ text: range(String(line.place_best ?? '—'), String(line.place_worst ?? '—')), alignment: 'right', noWrap: true }
		];
	});
	return {
		table: {
			headerRows: 1,
			keepWithHeaderRows: 1,
			dontBreakRows: true,
			widths: [nameWidth(open), 48, '*', 64, 32],
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
			hLineWidth: (line, node) => (line === 0 ? 0 : line === 1 ? 0.7 : line === node.table.body.length ? 0.25 : 0.25),
			vLineWidth: () => 0,
			hLineColor: (line) => (line === 1 ? ink.text : ink.line),
			paddingLeft: () => 0,
			paddingRight: () => 5,
			paddingTop: () => 1.6,
			paddingBottom: () => 0.6
		},
		fontSize: sizes.table,
		lineHeight: 1.2,
		margin: [0, 0, 0, 6]
	};
}
