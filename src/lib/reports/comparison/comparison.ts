// The comparison of rounds: what moved and why, as far as the arithmetic shows it; places over all rounds; what made each
// district's percent change; each indicator in both rounds; and what cannot be compared, with the reason.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundChange, SectionChange } from '../../ranking/compare.ts';
import type { RoundView } from '../../ranking/round.ts';
import { ink } from '../bar-picture.ts';
import { makeComparisonCharts } from './charts.ts';
import { listComparisonData } from './data.ts';
import { compareViews, inOrder, type RoundsCompared } from './facts.ts';
import { makeDistrictTables } from './districts.ts';
import { makeIndicatorTable } from './indicators.ts';
import * as say from './words.ts';
import { makeRunningHead } from '../district/pieces.ts';
import { demoNotice, officeName, sayMoment } from '../memo/words.ts';
import type { WritePaper } from '../paper.ts';
import { nameSection } from '../rank-lines.ts';
import type { Sheet } from '../sheet.ts';

/** `earlier`: the rounds compared besides the one that is printed, in any order, at least one. */
export const writeComparison =
	(earlier: readonly RoundView[]): WritePaper =>
	(view, sheet) => {
		const compared = compareViews(inOrder([...earlier, view]));
		const step = compared.steps.at(-1) ?? compared.whole;
		const title = say.title(compared.rounds);
		return {
			title,
			content: [
				makeHead(view, title, sheet),
				...step.sections.flatMap((section) => makeLine(nameSection(section), listFindings(section), sheet)),
				...makeReach(compared, step, sheet),
				...makeComparisonCharts(compared, step, sheet),
				...makeDistrictTables(step, sheet),
				...makeIndicatorTable(step, sheet)
			],
			head: makeRunningHead(
				`${officeName(view)}`,
				`เทียบ ${compared.rounds.map((round) => say.shortRound(round, compared.rounds)).join(' กับ ')}`,
				sheet
			),
			breakBefore: (node, { getFollowingNodesOnPage }) =>
				node.headlineLevel === 2 && getFollowingNodesOnPage().length === 0,
			data: listComparisonData(compared, step)
		};
	};

function makeHead(view: RoundView, title: string, { sizes, textWidth }: Sheet): Content {
	return [
		{
			columns: [
				{ width: '*', text: officeName(view), fontSize: sizes.list },
				{ width: 'auto', text: sayMoment(view), fontSize: sizes.key, color: ink.soft }
			],
			columnGap: 8
		},
		{ text: title, bold: true, fontSize: sizes.label, lineHeight: 1.3, headlineLevel: 1 },
		...(view.demo ? [{ text: demoNotice, bold: true, fontSize: sizes.key, lineHeight: 1.25 } satisfies Content] : []),
		{
			canvas: [{ type: 'line', x1: 0, y1: 0, x2: textWidth, y2: 0, lineWidth: 0.8, lineColor: ink.text }],
			margin: [0, 3, 0, 5]
		}
	];
}

const listFindings = (section: SectionChange): readonly string[] =>
	[say.sayMean(section), say.sayLeaders(section), ...say.sayMoved(section)].filter((sentence) => sentence !== null);

/** A lead in bold, then its sentences; a sentence ends where a wider space stands. */
function makeLine(lead: string, sentences: readonly string[], { sizes }: Sheet): readonly Content[] {
	if (sentences.length === 0) return [];
	return [
		{
			text: [{ text: `${lead}  `, bold: true }, sentences.join('  ')],
			fontSize: sizes.list,
			lineHeight: 1.34,
			alignment: 'justify',
			margin: [0, 0, 0, 2]
		}
	];
}

function makeReach({ rounds }: RoundsCompared, step: RoundChange, sheet: Sheet): readonly Content[] {
	const [before, after] = [step.before.agreement.round, step.after.agreement.round];
	const which =
		rounds.length > 2
			? [`ข้อความ ตาราง และสิ่งที่ทำให้เปลี่ยน เทียบ ${after} กับ ${before} ส่วนเส้นทางอันดับแสดงทั้ง ${rounds.length} รอบ`]
			: [];
	return [
		...makeLine('ผลที่ขาด', say.sayGaps(step.sections), sheet),
		...makeLine('เทียบกันได้เพียงใด', [...say.sayCompared(step), ...which], sheet)
	];
}
