// The head of a district's sheet: whose it is, then where it stands in each section, with what is sure and what is possible.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { drawTotalBar, type TotalBar } from '../../charts/total-bar.ts';
import type { RoundView } from '../../ranking/round.ts';
import { drawBar, ink } from '../bar-picture.ts';
import type { DistrictFacts, DistrictSection } from './facts.ts';
import * as say from './words.ts';
import { demoNotice, nothingYet, officeName, sayMoment } from '../memo/words.ts';
import { showPercent } from '../percent.ts';
import { isComplete, isSilent, showGrade } from '../rank-lines.ts';
import type { Sheet } from '../sheet.ts';

export function makeDistrictHead(view: RoundView, facts: DistrictFacts, { sizes, textWidth }: Sheet): Content {
	const { agreement, province } = view;
	return [
		{
			columns: [
				{
					width: '*',
					text: `อำเภอ${facts.district.name}`,
					bold: true,
					fontSize: sizes.title,
					lineHeight: 1.2,
					headlineLevel: 1
				},
				{
					width: 'auto',
					stack: [
						{ text: officeName(view), fontSize: sizes.list, noWrap: true },
						{ text: sayMoment(view), fontSize: sizes.key, color: ink.soft }
					],
					alignment: 'right',
					lineHeight: 1.25
				}
			],
			columnGap: 8
		},
		{
			text: `ผลตามข้อตกลง ${agreement.round} จังหวัด${province.name}`,
			fontSize: sizes.body,
			lineHeight: 1.3
		},
		...(view.demo ? [{ text: demoNotice, bold: true, fontSize: sizes.key, lineHeight: 1.25 } satisfies Content] : []),
		{
			canvas: [{ type: 'line', x1: 0, y1: 0, x2: textWidth, y2: 0, lineWidth: 0.8, lineColor: ink.text }],
			margin: [0, 3, 0, 4]
		}
	];
}

const barHeight = 8;

/** A row for each section, and one for the combined total where there is one. */
export function makeStanding(view: RoundView, facts: DistrictFacts, sheet: Sheet): Content {
	const { sizes, textWidth } = sheet;
	const rows = [...facts.sections, ...(facts.combined === null ? [] : [facts.combined])];
	const graded = view.office.bands !== null;
	const widths = [100, 54, 0, 42, 72, 62, ...(graded ? [30] : [])];
	const bar = textWidth - widths.reduce((sum, width) => sum + width, 0) - widths.length * 6;
	widths[2] = bar;
	const head = (text: string, alignment: 'left' | 'right' = 'right'): TableCell => ({
		text,
		alignment,
		fontSize: sizes.key,
		color: ink.soft
	});
	return [
		{
			table: {
				headerRows: 1,
				dontBreakRows: true,
				widths,
				body: [
					[
						head('ส่วน', 'left'),
						head('อันดับ'),
						head('ร้อยละ 0–100', 'left'),
						head('ร้อยละ'),
						head('ร้อยละที่เป็นได้'),
						head('อันดับที่เป็นได้'),
						...(graded ? [head('เกรด')] : [])
					],
					...rows.map((row) => makeRow(view, row, facts.bounds, bar, graded))
				]
			},
			layout: {
				hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 0.7 : 0.25),
				vLineWidth: () => 0,
				hLineColor: (line) => (line === 1 ? ink.text : ink.line),
				paddingLeft: () => 0,
				paddingRight: () => 6,
				paddingTop: () => 2.4,
				paddingBottom: () => 0.8
			},
			fontSize: sizes.list,
			lineHeight: 1.2,
			margin: [0, 0, 0, 4]
		},
		{ text: say.findings(facts).join(' '), fontSize: sizes.list, lineHeight: 1.35, margin: [0, 0, 0, 4] }
	];
}

function makeRow(
	view: RoundView,
	{ section, title, line, ranked }: DistrictSection,
	bounds: readonly number[],
	bar: number,
	graded: boolean
): TableCell[] {
	const silent = isSilent(line);
	const settled = isComplete(line) || line.percent_worst === null || line.percent_best === null;
	const shown = silent || line.percent === null ? nothingYet : showPercent(line.percent, bounds);
	const place = silent || line.place === null ? '—' : `${line.place} จาก ${ranked}`;
	const right = (text: string): TableCell => ({ text, alignment: 'right', noWrap: true });
	return [
		{ text: title, bold: true },
		{ ...(right(place) as object), bold: !silent } as TableCell,
		{ svg: drawBar(barOf(line, section), bar, barHeight, section !== null), width: bar, margin: [0, 2.2, 0, 0] },
		right(shown),
		right(
			settled ? '—' : range(showPercent(line.percent_worst ?? 0, bounds), showPercent(line.percent_best ?? 0, bounds))
		),
		right(line.place_best === null ? '—' : range(String(line.place_best), String(line.place_worst))),
		...(graded ? [right(showGrade(line, view.office.bands) || '—')] : [])
	];
}

const range = (from: string, to: string) => (from === to ? from : `${from}–${to}`);

/** A combined total has no pieces: it is one length. */
function barOf(line: DistrictSection['line'], section: DistrictSection['section']): TotalBar {
	if (section !== null) return drawTotalBar(line, section);
	const [percent, worst, best] = [line.percent ?? 0, line.percent_worst ?? 0, line.percent_best ?? 0];
	const span = (x: number, to: number) => (to > x ? { x, width: to - x } : null);
	return {
		pieces: percent > 0 ? [{ indicator: '', outcome: 0, tone: 4, weighted: percent, x: 0, width: percent }] : [],
		assured: span(percent, worst),
		possible: span(Math.max(percent, worst), best)
	};
}
