// A district's sheet, two pages: where it stands, how it compares, each of its results with the reason, what is open and what
// the next level takes, and who signs. What a district has not sent is said as such and is no zero.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { makeDistrictChart } from './chart.ts';
import { listDistrictData } from './data.ts';
import { gatherDistrict, type DistrictFacts } from './facts.ts';
import { makeChangeLines } from '../edition/pages.ts';
import { makeFoot } from './foot.ts';
import { makeDistrictHead, makeStanding } from './head.ts';
import { makeDuties, makeSteps } from './next.ts';
import { makeRunningHead, rowSize } from './pieces.ts';
import { makeIndicatorTables } from './table.ts';
import * as say from './words.ts';
import type { WritePaper } from '../paper.ts';
import type { Sheet } from '../sheet.ts';

/** The sheet without its foot: in a book nobody signs it, and the files have a place of their own. */
export const layDistrict = (view: RoundView, facts: DistrictFacts, sheet: Sheet): readonly Content[] => [
	makeDistrictHead(view, facts, sheet),
	makeStanding(view, facts, sheet),
	...makeDistrictChart(view, facts, sheet),
	...makeIndicatorTables(facts, sheet, rowSize(view.agreement, sheet)),
	makeDuties(view, facts, sheet),
	...makeSteps(facts, sheet)
];

/** @throws where the province has no such district */
export const writeDistrict =
	(code: string): WritePaper =>
	(view, sheet) => {
		const facts = gatherDistrict(view, code);
		return {
			title: say.title(view, facts),
			content: [
				...layDistrict(view, facts, sheet),
				...makeChangeLines(view, sheet, { district: code }),
				makeFoot(facts.received, sheet)
			],
			head: makeRunningHead(`อำเภอ${facts.district.name}`, view.agreement.round, sheet),
			data: listDistrictData(facts)
		};
	};
