// What a district can still do: what is open and who acts on it, then what the next level takes, the most worth first.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { ink } from '../bar-picture.ts';
import type { DistrictFacts, DistrictItem } from './facts.ts';
import { makeSubhead } from './pieces.ts';
import { duties, nothingDue } from './words.ts';
import type { Sheet } from '../sheet.ts';
import { showPoints } from '../shown-points.ts';

/** So many are named, fewer where many indicators fill the pages; the table above holds the rest. */
const mostSteps = (items: number): number => (items < 12 ? 5 : items < 20 ? 3 : 2);

export function makeDuties(view: RoundView, facts: DistrictFacts, sheet: Sheet): Content {
	const listed = duties(view, facts);
	const { sizes } = sheet;
	return {
		stack: [
			makeSubhead('สิ่งที่ค้างและผู้ดำเนินการ', listed.length === 0 ? nothingDue : null, sheet),
			...listed.map(({ title, text }): Content => ({ text: [{ text: `${title}  `, bold: true }, text] }))
		],
		fontSize: sizes.key,
		lineHeight: 1.3,
		unbreakable: true,
		margin: [0, 0, 0, 3]
	};
}

/** Steps up, the most worth first; equal worth in the letter's order. */
export const listSteps = ({ items }: DistrictFacts): readonly DistrictItem[] =>
	items
		.filter(({ explanation }) => explanation.next !== null)
		.toSorted((a, b) => (b.explanation.next?.worth ?? 0) - (a.explanation.next?.worth ?? 0))
		.slice(0, mostSteps(items.length));

export function makeSteps(facts: DistrictFacts, sheet: Sheet): readonly Content[] {
	const steps = listSteps(facts);
	if (steps.length === 0) return [];
	const { sizes } = sheet;
	const head = (text: string, alignment: 'left' | 'right' = 'left'): TableCell => ({
		text,
		alignment,
		color: ink.soft
	});
	return [
		{
			unbreakable: true,
			stack: [
				makeSubhead('ระดับถัดไปที่ได้คะแนนเพิ่มมากที่สุด', 'อันดับเมื่ออำเภออื่นคงเดิม', sheet),
				{
					table: {
						headerRows: 1,
						dontBreakRows: true,
						widths: [112, '*', 34, 32],
						body: [
							[head('ตัวชี้วัด'), head('ที่ยังขาด'), head('ได้เพิ่ม', 'right'), head('อันดับ', 'right')],
							...steps.map(makeStep)
						]
					},
					layout: {
						hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 0.7 : 0.25),
						vLineWidth: () => 0,
						hLineColor: (line) => (line === 1 ? ink.text : ink.line),
						paddingLeft: () => 0,
						paddingRight: (column) => (column === 3 ? 0 : 6),
						paddingTop: () => 1.8,
						paddingBottom: () => 0.4
					},
					fontSize: sizes.key,
					lineHeight: 1.22
				}
			],
			margin: [0, 0, 0, 4]
		}
	];
}

function makeStep(item: DistrictItem): TableCell[] {
	const { sectionTitle, indicator, explanation } = item;
	const next = explanation.next;
	if (next === null) return [];
	return [
		{ text: [`${sectionTitle} ข้อ ${indicator.indicator} `, { text: `→ ${next.outcome}`, bold: true }] },
		{ text: next.needs.join(' และ ') },
		{ text: `+${showPoints(next.worth)}`, alignment: 'right', bold: true, noWrap: true },
		{ text: next.place === null ? '—' : String(next.place), alignment: 'right', noWrap: true }
	];
}
