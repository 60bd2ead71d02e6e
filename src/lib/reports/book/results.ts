// The third chapter: results by indicator, first as the heat table of all districts, then as how many stand where.
import type { Content, ContentSvg, TableCell } from 'pdfmake/interfaces.js';
import { sayOutcome } from '../../agreement/say.ts';
import type { Section } from '../../agreement/schema.ts';
import type { RoundView } from '../../ranking/round.ts';
import type { Outcome } from '../../scoring/results.ts';
import { formatNumber } from '../../thai/numbers.ts';
import { drawMark, ink } from '../bar-picture.ts';
import { makeHeatKey, makeHeatTables, statusWords } from './heat.ts';
import { listExtremes, listMeasures, sayShare, type Known, type Measure } from './measures.ts';
import { head, keepTogether, makeHeading, makeNote, makeNumbered, makeOpening, makeTable } from './pieces.ts';
import { idOfIndicator, type Plan } from './plan.ts';
import { showPercent } from '../percent.ts';
import { nameSection } from '../rank-lines.ts';
import type { Sheet } from '../sheet.ts';

export const makeResults = (view: RoundView, plan: Plan, sheet: Sheet): Content => [
	makeOpening(plan.results, sheet),
	makeNote('ผลของทุกอำเภอในทุกตัวชี้วัด ตัวเลขหรืออักษรในช่องคือระดับที่ได้ สีเข้มคือระดับสูง', sheet),
	...makeHeatTables(view, sheet).map((table, nth): Content =>
		nth === 0 ? table : { stack: [table], pageBreak: 'before' }
	),
	makeHeatKey(view, sheet),
	...makeCounts(view, sheet)
];

function makeCounts(view: RoundView, sheet: Sheet): readonly Content[] {
	const measures = listMeasures(view);
	return [
		{ ...makeHeading('จำนวนอำเภอในแต่ละระดับ', sheet), pageBreak: 'before' },
		makeNote(
			'ใต้แต่ละระดับคือจำนวนอำเภอ เครื่องหมาย – คือระดับที่เกณฑ์ของข้อนั้นไม่มี ช่องร้อยละคือคะแนนที่ได้เทียบคะแนนเต็ม รวมทุกอำเภอที่มีคะแนนแล้ว',
			sheet
		),
		makeHeatKey(view, sheet),
		...view.agreement.sections.map((section) =>
			countSection(
				section,
				measures.filter((one) => one.section === section),
				sheet
			)
		),
		...makeExtremes(measures, sheet)
	];
}

function countSection(section: Section, measures: readonly Measure[], sheet: Sheet): Content {
	const outcomes = orderOutcomes(measures);
	const right = (text: string): TableCell => ({ text, alignment: 'right' });
	return makeTable(
		{
			widths: ['*', 32, ...outcomes.map(outcomeWidth), ...openKinds.map(() => countWidth), 46],
			heads: [
				[
					head({ text: nameSection(section), bold: true, color: ink.text }, sheet),
					head('น้ำหนัก', sheet, 'right'),
					...outcomes.map((outcome) => head(nameOutcome(outcome), sheet, 'right')),
					...openKinds.map(drawOpen),
					head('ร้อยละ', sheet, 'right')
				]
			],
			rows: measures.map(({ indicator, counts, statuses, share }) => [
				{
					text: `ข้อ ${indicator.indicator} ${indicator.short}`,
					linkToDestination: idOfIndicator(section.section, indicator.indicator)
				},
				right(indicator.weight === null ? 'สูญหาย' : formatNumber(indicator.weight)),
				...outcomes.map((outcome) => right(String(counts.get(outcome) ?? '–'))),
				...openKinds.map((status) => right(String(statuses[status]))),
				right(share === null ? '—' : showPercent(share))
			])
		},
		sheet
	);
}

const countWidth = 17;
const outcomeWidth = (outcome: Outcome): number =>
	typeof outcome === 'string' && outcome.length > 1 ? 32 : countWidth;
const openKinds = ['not_reported', 'invalid', 'undecided', 'not_applicable'] as const;
const nameOutcome = (outcome: Outcome): string => sayOutcome(outcome).replace(/^(?:ระดับ|เกรด|สี)\s*/u, '');

/** The shape of a status at the head of its column. */
const drawOpen = (status: (typeof openKinds)[number]): TableCell =>
	({
		svg: drawMark(status, 8),
		width: 8,
		alignment: 'right',
		margin: [0, 1.5, 0, 0],
		alt: statusWords[status]
	}) as ContentSvg;

/** Of all indicators of a section: numbers from the highest, then what is not a number in the ladder's own order. */
function orderOutcomes(measures: readonly Measure[]): readonly Outcome[] {
	const all = [...new Set(measures.flatMap(({ counts }) => [...counts.keys()]))];
	const numbers = all.filter((one) => typeof one === 'number').toSorted((a, b) => b - a);
	return [...numbers, ...all.filter((one) => typeof one === 'string')];
}

/** The two ends side by side. */
function makeExtremes(measures: readonly Measure[], sheet: Sheet): readonly Content[] {
	const { strongest, weakest } = listExtremes(measures);
	if (weakest.length === 0) return [];
	const list = (title: string, side: readonly Known[]): Content => ({
		stack: [
			{ text: title, bold: true, fontSize: sheet.sizes.list, margin: [0, 0, 0, 1] },
			...makeNumbered(side.map(sayShare), sheet.sizes.list, 1.2)
		]
	});
	return [
		keepTogether(makeHeading('ตัวชี้วัดที่ได้ร้อยละของคะแนนเต็มน้อยที่สุดและมากที่สุด', sheet), {
			columns: [
				list('น้อยที่สุด (จำนวนอำเภอที่มีคะแนนแล้ว)', weakest),
				...(strongest.length === 0 ? [] : [list('มากที่สุด (จำนวนอำเภอที่มีคะแนนแล้ว)', strongest)])
			],
			columnGap: 18,
			fontSize: sheet.sizes.list,
			lineHeight: 1.2
		})
	];
}
