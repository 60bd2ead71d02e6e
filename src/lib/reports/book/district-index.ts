// The first page of the fourth chapter: the districts in the order of their sheets, each with its places and its page.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { head, makeNote, makeOpening, makeTable, widthOf } from './pieces.ts';
import { idOfDistrict, type Plan } from './plan.ts';
import type { MemoFacts } from '../memo/facts.ts';
import { showPlace, showTotal } from '../ranking/cells.ts';
import type { Sheet } from '../sheet.ts';

const countWidth = 34;
const pageWidth = 34;
/** With the space before and after it. */
const gap = 6;
/** A column narrower than this holds a place but no percent. */
const narrowest = 54;
const widest = 84;

export function makeIndex(view: RoundView, facts: MemoFacts, plan: Plan, sheet: Sheet): Content {
	const { rankings, open } = facts;
	const owed = (code: string) =>
		open
			.filter(({ line }) => line.district === code)
			.reduce((sum, { missing, invalid, undecided }) => sum + missing.length + invalid.length + undecided.length, 0);
	const names = Math.max(...view.province.districts.map(({ name }) => widthOf(name, sheet.sizes.table)));
	const room = sheet.textWidth - names - countWidth - pageWidth - (rankings.length + 2) * gap;
	const width = Math.min(widest, room / rankings.length);
	const right = (text: string): TableCell => ({ text, alignment: 'right' });
	return [
		makeOpening(plan.districts, sheet),
		makeNote('เรียงตามรหัสอำเภอ ใต้แต่ละส่วนคืออันดับและร้อยละ ช่องค้างคือจำนวนผลที่ยังไม่มีคะแนน', sheet),
		makeTable(
			{
				widths: ['*', ...rankings.map(() => width), countWidth, pageWidth],
				heads: [
					[
						head('อำเภอ', sheet),
						...rankings.map(({ title }) => head(title, sheet, 'right')),
						head('ค้าง', sheet, 'right'),
						head('หน้า', sheet, 'right')
					]
				],
				rows: view.province.districts.map(({ code, name }) => [
					{ text: name, linkToDestination: idOfDistrict(code), noWrap: true },
					...rankings.map(({ lines }) => {
						const line = lines.find(({ district }) => district === code);
						if (line === undefined) return right('—');
						return right(width < narrowest ? showPlace(line) : `${showPlace(line)} (${showTotal(view, line)})`);
					}),
					right(String(owed(code))),
					{ pageReference: idOfDistrict(code), alignment: 'right', noWrap: true }
				])
			},
			sheet
		)
	];
}
