// The first chapter: what was measured, what came out of it, where results cluster, and which indicators pull up or down.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { head, keepTogether, makeHeading, makeOpening, makeParagraph, makeTable } from './pieces.ts';
import type { Plan } from './plan.ts';
import { listExtremes, listMeasures, sayEnds } from './measures.ts';
import { middleValue } from '../../charts/middle.ts';
import type { MemoFacts } from '../memo/facts.ts';
import * as say from '../memo/words.ts';
import { showPercent } from '../percent.ts';
import { isComplete, type Ranking } from '../rank-lines.ts';
import type { Sheet } from '../sheet.ts';

export function makeSummary(view: RoundView, facts: MemoFacts, plan: Plan, sheet: Sheet): Content {
	return [
		makeOpening(plan.summary, sheet),
		makeParagraph(say.measured(view, facts.sections), sheet),
		makeParagraph(say.received(view), sheet),
		...listPoints(view, facts).map(({ title, text }, nth) =>
			makeParagraph([{ text: `${nth + 1}. ${title} `, bold: true }, text], sheet)
		),
		...makeReach(facts, sheet)
	];
}

interface Point {
	readonly title: string;
	readonly text: string;
}

function listPoints(view: RoundView, { rankings, open, silent, questions, bounds }: MemoFacts): readonly Point[] {
	if (view.newest === null) return [];
	const [owed, late, waiting] = [say.owed(open, silent.names), say.lateOnes(view), say.waiting(questions)];
	const behind = [owed, late].filter((one) => one !== null);
	const ends = sayEnds(listExtremes(listMeasures(view)));
	return [
		...rankings.map((ranking) => ({ title: ranking.title, text: say.findings(ranking, bounds, false) })),
		...(ends === null ? [] : [{ title: 'รายตัวชี้วัด', text: ends }]),
		...(behind.length === 0 ? [] : [{ title: say.behindTitle(owed !== null, late !== null), text: behind.join(' ') }]),
		...(waiting === null ? [] : [{ title: say.waitingTitle, text: waiting }])
	];
}

/** Highest, middle and lowest percent of the districts whose results are complete: an open one may still move. */
function makeReach({ rankings, bounds }: MemoFacts, sheet: Sheet): readonly Content[] {
	if (!rankings.some(({ lines }) => lines.some(isComplete))) return [];
	const rows = rankings.map((ranking) => reachOf(ranking, bounds));
	return [
		keepTogether(
			makeHeading('ร้อยละของอำเภอที่มีผลครบทุกตัวชี้วัดของส่วน', sheet),
			makeTable(
				{
					widths: ['*', 90, 60, 60, 60],
					heads: [
						[
							head('ส่วน', sheet),
							head('ผลครบ (อำเภอ)', sheet, 'right'),
							head('สูงสุด', sheet, 'right'),
							head('ค่ากลาง', sheet, 'right'),
							head('ต่ำสุด', sheet, 'right')
						]
					],
					rows
				},
				sheet
			)
		)
	];
}

function reachOf({ title, lines }: Ranking, bounds: readonly number[]): readonly TableCell[] {
	const percents = lines.filter(isComplete).flatMap(({ percent }) => (percent === null ? [] : [percent]));
	const figure = (value: number | null): TableCell => ({
		text: value === null ? '—' : showPercent(value, bounds),
		alignment: 'right'
	});
	return [
		title,
		{ text: `${percents.length} จาก ${lines.length}`, alignment: 'right' },
		figure(percents.length === 0 ? null : Math.max(...percents)),
		figure(middleValue(percents)),
		figure(percents.length === 0 ? null : Math.min(...percents))
	];
}
