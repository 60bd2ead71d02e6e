// The head of an indicator's report: which it is, what came out, how the districts stand on its ladder, and who owes.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { drawShapes } from '../../charts/draw-shapes.ts';
import { paperLook } from '../../charts/look.ts';
import { showValue } from '../../charts/show-value.ts';
import { drawSpreadCounts } from '../../charts/spread-counts.ts';
import { drawSpreadLine } from '../../charts/spread-line.ts';
import type { RoundView } from '../../ranking/round.ts';
import { sayOutcome } from '../../agreement/say.ts';
import { ink } from '../bar-picture.ts';
import { makePicture, makeSubhead, nameIndicator } from '../district/pieces.ts';
import { statusWords } from '../district/words.ts';
import type { IndicatorFacts, NearLine } from './facts.ts';
import * as say from './words.ts';
import { demoNotice, officeName, sayMoment } from '../memo/words.ts';
import type { Sheet } from '../sheet.ts';
import { showPoints } from '../shown-points.ts';
import { keepVerbatim } from '../written-digits.ts';

export function makeIndicatorHead(view: RoundView, facts: IndicatorFacts, { sizes, textWidth }: Sheet): Content {
	const { agreement, province } = view;
	return [
		{
			columns: [
				{ width: '*', text: `ผลตามข้อตกลง ${agreement.round} จังหวัด${province.name}` },
				{ width: 'auto', text: officeName(view), noWrap: true, alignment: 'right' }
			],
			columnGap: 8,
			fontSize: sizes.list,
			lineHeight: 1.2
		},
		{
			text: nameIndicator(facts.indicator),
			bold: true,
			fontSize: sizes.title,
			lineHeight: 1.25,
			headlineLevel: 1,
			// its tone marks reach above its line
			margin: [0, 3, 0, 0]
		},
		{ ...keepVerbatim(facts.indicator.title), fontSize: sizes.body, lineHeight: 1.3 },
		{
			columns: [
				{ width: '*', text: say.about(facts) },
				{ width: 'auto', text: sayMoment(view), alignment: 'right' }
			],
			columnGap: 8,
			fontSize: sizes.key,
			color: ink.soft,
			lineHeight: 1.25
		},
		...(view.demo ? [{ text: demoNotice, bold: true, fontSize: sizes.key, lineHeight: 1.25 } satisfies Content] : []),
		{
			canvas: [{ type: 'line', x1: 0, y1: 0, x2: textWidth, y2: 0, lineWidth: 0.8, lineColor: ink.text }],
			margin: [0, 3, 0, 4]
		},
		{ text: say.findings(facts).join(' '), fontSize: sizes.list, lineHeight: 1.35, margin: [0, 0, 0, 3] }
	];
}

export function makeSpread({ spread, lines }: IndicatorFacts, sheet: Sheet): readonly Content[] {
	if (lines.length === 0) return [];
	const drawing =
		spread.kind === 'line'
			? drawSpreadLine(spread, paperLook, sheet.textWidth)
			: drawSpreadCounts(spread.spread, paperLook, sheet.textWidth);
	const { width, height } = drawing;
	return [
		{
			unbreakable: true,
			stack: [
				makeSubhead('อำเภออยู่ที่ใดบนเกณฑ์', sayKey(spread), sheet),
				makePicture(drawShapes(drawing.shapes, { width, height }), width, sayPicture(spread))
			],
			margin: [0, 0, 0, 5]
		}
	];
}

function sayKey(spread: IndicatorFacts['spread']): string {
	if (spread.kind === 'counts') return 'หนึ่งจุดคือหนึ่งอำเภอ จุดโปร่งคือยังไม่มีผล';
	const { dots } = spread;
	return [
		'หนึ่งจุดคือหนึ่งอำเภอ แถบคือระดับ',
		...(dots.some(({ near }) => near) ? ['มีชื่อเมื่อขาดอีกไม่มาก'] : []),
		...(dots.some(({ open }) => open !== null) ? ['จุดโปร่งยังไม่มีผล'] : []),
		...(dots.some(({ held }) => held) ? ['สีต่างจากแถบเมื่อเงื่อนไขอื่นไม่ครบ'] : [])
	].join(' · ');
}

/** The picture in words. */
function sayPicture(spread: IndicatorFacts['spread']): string {
	if (spread.kind === 'line') return spread.dots.map(({ name, value }) => `${name} ${showValue(value)}`).join(', ');
	return spread.spread.pieces
		.map((piece) => {
			const what = piece.kind === 'outcome' ? sayOutcome(piece.outcome) : statusWords[piece.status];
			return `${what} ${piece.count} อำเภอ`;
		})
		.join(', ');
}

export function makeOwed(view: RoundView, facts: IndicatorFacts, sheet: Sheet): Content {
	const listed = say.duties(view, facts);
	return {
		unbreakable: true,
		stack: [
			makeSubhead('สิ่งที่ค้างและผู้ดำเนินการ', listed.length === 0 ? say.nothingDue : null, sheet),
			...listed.map(({ title, text }): Content => ({ text: [{ text: `${title}  `, bold: true }, text] }))
		],
		fontSize: sheet.sizes.list,
		lineHeight: 1.3,
		margin: [0, 0, 0, 4]
	};
}

/** So many are listed. */
const mostNear = 8;

export function makeNear({ near }: IndicatorFacts, sheet: Sheet): readonly Content[] {
	if (near.length === 0) return [];
	const { sizes } = sheet;
	const head = (text: string, alignment: 'left' | 'right' = 'right'): TableCell => ({
		text,
		alignment,
		color: ink.soft
	});
	return [
		{
			unbreakable: true,
			stack: [
				makeSubhead('ขาดอีกไม่มากจะถึงระดับถัดไป', say.nearNote, sheet),
				{
					table: {
						headerRows: 1,
						dontBreakRows: true,
						widths: ['*', 62, 62, 76, 56, 50],
						body: [
							[head('อำเภอ', 'left'), head('ค่าที่วัด'), head('ขาด'), head('จะได้'), head('ได้เพิ่ม'), head('เป็นอันดับ')],
							...near.slice(0, mostNear).map(makeNearRow)
						]
					},
					layout: {
						hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 0.7 : 0.25),
						vLineWidth: () => 0,
						hLineColor: (line) => (line === 1 ? ink.text : ink.line),
						paddingLeft: () => 0,
						paddingRight: (column) => (column === 5 ? 0 : 6),
						paddingTop: () => 1.8,
						paddingBottom: () => 0.3
					},
					fontSize: sizes.key,
					lineHeight: 1.22
				},
				...(near.length > mostNear
					? [{ text: `และอีก ${near.length - mostNear} อำเภอในตารางข้างหลัง`, fontSize: sizes.key } satisfies Content]
					: [])
			],
			margin: [0, 0, 0, 5]
		}
	];
}

function makeNearRow({ dot, line }: NearLine): TableCell[] {
	const { next } = line.explanation;
	const right = (text: string): TableCell => ({ text, alignment: 'right', noWrap: true });
	return [
		{ text: line.name },
		right(showValue(dot.value)),
		right(dot.gap === null ? '—' : showValue(Number(dot.gap.missing.toFixed(6)))),
		right(dot.gap === null ? '—' : sayOutcome(dot.gap.outcome)),
		right(next === null ? '—' : `+${showPoints(next.worth)}`),
		right(next?.place == null ? '—' : String(next.place))
	];
}
