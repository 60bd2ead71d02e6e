// The memo to the governor: a บันทึกข้อความ of one page, and behind it the ranking of every district, what is still owed,
// what waits for a ruling, and how places are made. It carries the time of its data, so the same data print the same bytes.
import type { Style, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { RoundView } from '../ranking/round.ts';
import type { Digits } from '../thai/digits.ts';
import { breakBefore, makeAttachment } from './memo-attachment.ts';
import { gatherFacts } from './memo-facts.ts';
import { makeLetter } from './memo-letter.ts';
import * as say from './memo-words.ts';
import { lineHeight, margins, sizes } from './typesetting/sizes.ts';
import { writeDigitsOf } from './written-digits.ts';

export interface MemoOptions {
	readonly digits: Digits;
}

export function writeMemo(view: RoundView, { digits }: MemoOptions): TDocumentDefinitions {
	const style: Style & { keepTogether: readonly string[] } = {
		font: 'Sarabun',
		fontSize: sizes.body,
		lineHeight,
		keepTogether: [view.province.name, ...view.province.districts.map(({ name }) => name)]
	};
	const facts = gatherFacts(view);
	const written = new Date(view.newest ?? `${view.agreement.dated ?? view.agreement.from}T00:00:00+07:00`);
	return {
		pageSize: 'A4',
		pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
		language: 'th-TH',
		info: {
			title: say.subject(view),
			author: say.officeName(view),
			creator: 'watphon',
			producer: 'watphon',
			creationDate: written,
			modDate: written
		},
		defaultStyle: style,
		header: (page) =>
			page === 1
				? ''
				: writeDigitsOf(
						{ text: `- ${page} -`, alignment: 'center', margin: [margins.left, margins.top - 28, margins.right, 0] },
						digits
					),
		...(view.demo ? { watermark: { text: say.demoMark, font: 'Sarabun', bold: true, opacity: 0.04, angle: -50 } } : {}),
		pageBreakBefore: breakBefore,
		content: writeDigitsOf([makeLetter(view, facts), makeAttachment(view, facts)], digits)
	};
}
