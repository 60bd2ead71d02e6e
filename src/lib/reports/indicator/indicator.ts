// An indicator's report for the work group that owns it: what came out and who owes, the letter's words and how they are read,
// and every district with its reason and its source.
import { makeRunningHead, nameIndicator } from '../district/pieces.ts';
import { makeChangeLines } from '../edition/pages.ts';
import { makeClause, makeReadings } from './clause.ts';
import { listIndicatorData } from './data.ts';
import { gatherIndicator } from './facts.ts';
import { makeIndicatorHead, makeNear, makeOwed, makeSpread } from './head.ts';
import { makeDistrictTable, makeSources } from './table.ts';
import * as say from './words.ts';
import type { WritePaper } from '../paper.ts';

/** @throws where the letter has no such indicator */
export const writeIndicator =
	(section: string, indicator: string): WritePaper =>
	(view, sheet) => {
		const facts = gatherIndicator(view, section, indicator);
		return {
			title: say.title(view, facts),
			content: [
				makeIndicatorHead(view, facts, sheet),
				...makeSpread(facts, sheet),
				makeOwed(view, facts, sheet),
				...makeNear(facts, sheet),
				...makeDistrictTable(facts, sheet),
				...makeChangeLines(view, sheet, { indicator: `${section}/${indicator}` }),
				...makeClause(facts, sheet),
				...makeReadings(facts, sheet),
				...makeSources(facts, sheet)
			],
			head: makeRunningHead(`${facts.sectionTitle} ${nameIndicator(facts.indicator)}`, view.agreement.round, sheet),
			data: listIndicatorData(facts)
		};
	};
