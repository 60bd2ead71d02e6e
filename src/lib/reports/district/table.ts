// Each indicator of a district: what it got and why, its weight, and the weighted points that add up to the section's percent.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { exceptionOf } from '../../agreement/applies.ts';
import { formatNumber } from '../../thai/numbers.ts';
import { drawMark, ink } from '../bar-picture.ts';
import type { DistrictFacts, DistrictItem, DistrictSection } from './facts.ts';
import { nameIndicator } from './pieces.ts';
import { saySum, sayResult, showPossible } from './words.ts';
import type { Sheet } from '../sheet.ts';
import { shortenReason } from '../short-reason.ts';
import { showValue } from '../../charts/show-value.ts';
import { keepVerbatim } from '../written-digits.ts';

/** Points of the columns beside the words. */
const widths = { number: 16, result: 57, points: 42 } as const;
const gap = 4.5;

/** `size`: points of the words in its rows. */
export const makeIndicatorTables = (facts: DistrictFacts, sheet: Sheet, size: number): readonly Content[] =>
	facts.sections.flatMap((section) => makeTable(section, facts.bounds, sheet, size));

/** The sum stands in the head, which is repeated: below the last row it could be left alone on the next page. */
function makeTable(
	section: DistrictSection,
	bounds: readonly number[],
	{ sizes, textWidth }: Sheet,
	size: number
): readonly Content[] {
	const fixed = Object.values(widths).reduce((sum, width) => sum + width, 0);
	const words = textWidth - fixed - gap * 3;
	const table: Content = {
		table: {
			headerRows: 1,
			keepWithHeaderRows: 1,
			dontBreakRows: true,
			widths: [widths.number, words, widths.result, widths.points],
			body: [
				[
					{
						text: [
							{ text: section.title, bold: true, fontSize: sizes.list },
							{ text: `   ${saySum(section, bounds)}`, fontSize: size }
						],
						colSpan: 2
					},
					{ text: '' },
					{ text: 'ผล / ค่าที่วัด', color: ink.soft, margin: [0, sizes.list - size, 0, 0] },
					{ text: 'ถ่วง / น้ำหนัก', alignment: 'right', color: ink.soft, margin: [0, sizes.list - size, 0, 0] }
				],
				...section.items.map((item) => makeRow(item, size))
			]
		},
		layout: {
			hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 0.7 : 0.25),
			vLineWidth: () => 0,
			hLineColor: (line) => (line === 1 ? ink.text : ink.line),
			paddingLeft: () => 0,
			paddingRight: (column) => (column === 3 ? 0 : gap),
			paddingTop: () => 1.8,
			paddingBottom: () => 0.2
		},
		fontSize: size,
		lineHeight: 1.22,
		margin: [0, 0, 0, section.elsewhere.length > 0 ? 0 : 5]
	};
	return section.elsewhere.length > 0 ? [table, sayElsewhere(section, size)] : [table];
}

function makeRow(item: DistrictItem, size: number): TableCell[] {
	const { indicator, score, explanation } = item;
	const scored = score.status === 'scored';
	return [
		{ text: indicator.indicator, alignment: 'right', bold: true },
		{
			stack: [keepVerbatim(indicator.title), { text: shortenReason(explanation), color: ink.soft }]
		},
		makeResult(item, size),
		{
			stack: [
				{ text: showPossible(item), ...(scored ? { bold: true } : { color: ink.soft }) },
				{ text: score.weight === null ? '—' : `/ ${formatNumber(score.weight)}`, color: ink.soft }
			],
			alignment: 'right'
		}
	];
}

/** The outcome, or the shape and words of why there is none, with what is proposed. */
function makeResult(item: DistrictItem, size: number): TableCell {
	const { status, value, recommended } = item.score;
	const measured: Content[] = value === null ? [] : [{ text: showValue(value) }];
	if (status === 'scored' || status === 'not_applicable')
		return { stack: [{ text: sayResult(item), bold: true }, ...measured] };
	return {
		stack: [
			{
				columns: [
					{ width: size, svg: drawMark(status, size * 0.9), margin: [0, 1, 0, 0] },
					{ width: '*', text: sayResult(item), noWrap: true }
				],
				columnGap: 1.5
			},
			...measured,
			...(recommended === null ? [] : [{ text: `เสนอ ${recommended.outcome}`, color: ink.soft }])
		]
	};
}

const sayElsewhere = ({ elsewhere }: DistrictSection, fontSize: number): Content => ({
	text: `ไม่ใช้กับอำเภอนี้ จึงไม่อยู่ในตัวหาร: ${elsewhere.map(sayItem).join(', ')}`,
	fontSize,
	lineHeight: 1.22,
	color: ink.soft,
	margin: [0, 3.5, 0, 5]
});

/** Where the letter prints it for the district, why it is not applied. */
function sayItem({ indicator, score }: DistrictItem): string {
	const why = exceptionOf(indicator, score.district);
	return why === null ? nameIndicator(indicator) : `${nameIndicator(indicator)} (${why})`;
}
