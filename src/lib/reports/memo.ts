// The memo to the governor: a บันทึกข้อความ of one page, and behind it the ranking of every district, what is still owed,
// what waits for a ruling, and how places are made. It carries the time of its data, so the same data print the same bytes.
import { breakBefore, makeAttachment } from './memo-attachment.ts';
import { gatherFacts } from './memo-facts.ts';
import { makeLetter } from './memo-letter.ts';
import * as say from './memo-words.ts';
import type { WritePaper } from './paper.ts';

export const writeMemo: WritePaper = (view) => {
	const facts = gatherFacts(view);
	return {
		title: say.subject(view),
		content: [makeLetter(view, facts), makeAttachment(view, facts)],
		breakBefore,
		data: []
	};
};
