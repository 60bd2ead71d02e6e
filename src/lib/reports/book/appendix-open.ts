// Appendix ง: who owes what, and what waits for a ruling.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { keepTogether, makeHeading, makeNote, makeOpening, makeParagraph } from './pieces.ts';
import type { Plan } from './plan.ts';
import type { MemoFacts } from '../memo/facts.ts';
import { makeQuestions } from '../memo/questions.ts';
import * as say from '../memo/words.ts';
import { byDistrict } from '../open-results.ts';
import { makeOpenTable } from '../open-table.ts';
import type { Sheet } from '../sheet.ts';

export function makeOpenAppendix(view: RoundView, facts: MemoFacts, plan: Plan, sheet: Sheet): Content {
	const { open, silent, questions, bounds } = facts;
	const partly = byDistrict(open.filter(({ line }) => !silent.codes.has(line.district)));
	const late = say.lateOnes(view);
	return [
		makeOpening(plan.open, sheet),
		...(open.length === 0 ? [makeNote('ไม่มีผลที่ค้าง ทุกอำเภอมีผลครบทุกตัวชี้วัด', sheet)] : []),
		...(silent.names.length === 0 ? [] : [makeParagraph(say.silentOnes(silent.names, silent.lines), sheet)]),
		...(partly.length === 0 ? [] : [makeHeading(say.openTitle, sheet), makeOpenTable(partly, bounds, sheet)]),
		...(late === null
			? []
			: [keepTogether(makeHeading(say.behindTitle(false, true), sheet), makeParagraph(late, sheet))]),
		...(questions.length === 0 ? [] : [makeHeading(say.questionsTitle, sheet), makeQuestions(view, questions, sheet)])
	];
}
