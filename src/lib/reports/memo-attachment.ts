// Behind the letter: the ranking of every district and how it is made, then what is open and what waits for a ruling.
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { RoundView } from '../ranking/round.ts';
import { ink } from './bar-picture.ts';
import type { MemoFacts } from './memo-facts.ts';
import { makeKey } from './memo-key.ts';
import { makeQuestions } from './memo-questions.ts';
import * as say from './memo-words.ts';
import { byDistrict } from './open-results.ts';
import { makeOpenTable } from './open-table.ts';
import { chooseShape, showsPieces } from './ranking-shape.ts';
import { makeRankingTables } from './ranking-table.ts';
import { sizes } from './typesetting/sizes.ts';

const openHeading = 'open';

/** No heading stands alone at the foot of a page, and what is open stands together where it can. */
export const breakBefore: NonNullable<TDocumentDefinitions['pageBreakBefore']> = (
	node,
	{ getFollowingNodesOnPage, getNodesOnNextPage, getPreviousNodesOnPage }
) =>
	(node.headlineLevel === 1 && getFollowingNodesOnPage().length === 0) ||
	(node.id === openHeading && getPreviousNodesOnPage().length > 0 && getNodesOnNextPage().length > 0);

export function makeAttachment(view: RoundView, facts: MemoFacts): Content {
	return [
		makeTitle(view),
		...makeRankingTables(view, facts.rankings),
		makeKey(facts.rankings, showsPieces(chooseShape(view, facts.rankings.length))),
		makeHeading(say.policiesTitle),
		{
			ul: say.policies(view).map((text) => ({ text })),
			fontSize: sizes.list,
			lineHeight: 1.35,
			markerColor: ink.soft,
			margin: [0, 0, 0, 6]
		},
		...makeOpen(facts),
		...(facts.questions.length === 0 ? [] : [makeHeading(say.questionsTitle), makeQuestions(view, facts.questions)])
	];
}

const makeTitle = (view: RoundView): Content => ({
	text: [
		{ text: say.rankingTitle(view), bold: true, fontSize: sizes.label },
		{ text: `   ${say.sayMoment(view)}`, fontSize: sizes.list, color: ink.soft }
	],
	pageBreak: 'before',
	lineHeight: 1.3,
	margin: [0, 0, 0, 2]
});

const makeHeading = (text: string, id?: string): Content => ({
	text,
	bold: true,
	fontSize: sizes.body,
	headlineLevel: 1,
	lineHeight: 1.3,
	margin: [0, 4, 0, 1],
	...(id === undefined ? {} : { id })
});

function makeOpen({ open, silent, bounds }: MemoFacts): readonly Content[] {
	const partly = byDistrict(open.filter(({ line }) => !silent.codes.has(line.district)));
	const content: Content[] = [];
	if (open.length > 0) content.push(makeHeading(say.openTitle, openHeading));
	if (silent.names.length > 0) {
		const text = say.silentOnes(silent.names, silent.lines);
		content.push({ text, fontSize: sizes.list, lineHeight: 1.35, margin: [0, 0, 0, 2] });
	}
	if (partly.length > 0) content.push(makeOpenTable(partly, bounds));
	return content;
}
