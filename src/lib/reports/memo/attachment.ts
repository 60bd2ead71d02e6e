// Behind the letter, on one page: the ranking of every district and how it is made, then what is open and what waits for a ruling.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { ink } from '../bar-picture.ts';
import type { MemoFacts } from './facts.ts';
import { makeHeading, setOpen } from './open.ts';
import * as say from './words.ts';
import type { PrintedTable } from '../paper.ts';
import { listRankings } from '../ranking/cells.ts';
import { widthOf } from '../ranking/shape.ts';
import { setRanking } from '../ranking/table.ts';
import { smallSheet, type Sheet } from '../sheet.ts';

export interface Attachment {
	readonly content: Content;
	readonly data: readonly PrintedTable[];
}

const titleLine = 1.3;
const policyLine = 1.28;

export function makeAttachment(view: RoundView, facts: MemoFacts, office: Sheet): Attachment {
	const sheet = smallSheet(office);
	const ranking = setRanking(view, sheet, facts.rankings);
	const policies = say.policies(view);
	const room = sheet.textHeight - heightOfTitle(sheet) - ranking.height - heightOfPolicies(policies, sheet);
	const open = setOpen(view, facts, sheet, room);
	return {
		content: [
			makeTitle(view, sheet),
			...ranking.content,
			makeHeading(say.policiesTitle, sheet),
			{
				ul: policies.map((text) => ({ text })),
				fontSize: sheet.sizes.key,
				lineHeight: policyLine,
				markerColor: ink.soft,
				margin: [0, 0, 0, 3]
			},
			...open.content
		],
		data: [...listRankings(view, facts.rankings), ...open.data]
	};
}

const makeTitle = (view: RoundView, { sizes }: Sheet): Content => ({
	text: [
		{ text: say.rankingTitle(view), bold: true, fontSize: sizes.label },
		{ text: `   ${say.sayMoment(view)}`, fontSize: sizes.list, color: ink.soft }
	],
	headlineLevel: 2,
	pageBreak: 'before',
	lineHeight: titleLine,
	margin: [0, 0, 0, 2]
});
const heightOfTitle = ({ sizes }: Sheet) => sizes.label * 1.3 * titleLine + 2;

function heightOfPolicies(policies: readonly string[], { sizes, textWidth }: Sheet): number {
	const lines = policies.reduce((sum, text) => sum + Math.ceil(widthOf(text, sizes.key) / (textWidth - 12)), 0);
	return sizes.body * 1.3 * 1.3 + 6 + lines * sizes.key * 1.3 * policyLine;
}
