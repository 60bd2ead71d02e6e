// The memo to the governor: a บันทึกข้อความ of one page, and behind it one with the ranking of every district, how places
// are made, and what is open. It carries the time of its data, so the same data print the same bytes.
import { makeAttachment } from './attachment.ts';
import { gatherFacts } from './facts.ts';
import { makeChangePages } from '../edition/pages.ts';
import { makeLetter } from './letter.ts';
import * as say from './words.ts';
import type { WritePaper } from '../paper.ts';

export const writeMemo: WritePaper = (view, sheet) => {
	const facts = gatherFacts(view);
	const attachment = makeAttachment(view, facts, sheet);
	const changes = makeChangePages(view, sheet);
	return {
		title: say.subject(view),
		content: [makeLetter(view, facts, sheet), attachment.content, ...changes.content],
		data: [...attachment.data, ...changes.data]
	};
};
