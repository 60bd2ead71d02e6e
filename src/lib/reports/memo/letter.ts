// The letter itself, one page: what was measured, what came out, what is missing, and who signs.
import type { Content, ContentText } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { sumUpChange } from '../edition/pages.ts';
import { countLines, fitLetter, type Fullness } from '../fit.ts';
import type { MemoFacts } from './facts.ts';
import { heightOfHead, makeHead } from './head.ts';
import * as say from './words.ts';
import { heightOfNotice, makeNotice } from '../notice.ts';
import type { Sheet } from '../sheet.ts';
import { makeSignature } from '../signature.ts';

interface Point {
	readonly title: string;
	readonly text: string;
}

function listPoints(view: RoundView, facts: MemoFacts, fullness: Fullness): readonly Point[] {
	const { rankings, open, silent, questions, bounds } = facts;
	if (view.newest === null) return [];
	const found =
		fullness === 'least'
			? [{ title: say.leadersTitle, text: say.leaders(rankings, bounds) }]
			: rankings.map((ranking) => ({
					title: ranking.title,
					text: say.findings(ranking, bounds, fullness !== 'full')
				}));
	const [owed, late, waiting] = [say.owed(open, silent.names), say.lateOnes(view), say.waiting(questions)];
	const behind = [owed, late].filter((one) => one !== null);
	const corrected = sumUpChange(view);
	return [
		...(corrected === null ? [] : [corrected]),
		...found,
		...(behind.length === 0 ? [] : [{ title: say.behindTitle(owed !== null, late !== null), text: behind.join(' ') }]),
		...(waiting === null ? [] : [{ title: say.waitingTitle, text: waiting }])
	];
}

const titleOf = ({ title }: Point, nth: number) => `${nth + 1}. ${title} `;

export function makeLetter(view: RoundView, facts: MemoFacts, sheet: Sheet): Content {
	const { sizes, textWidth, indent } = sheet;
	const measured = say.measured(view, facts.sections);
	const received = say.received(view);
	const set = fitLetter(sheet, (fullness) => {
		const points = listPoints(view, facts, fullness);
		const texts = [measured, received, ...points.map((point, nth) => titleOf(point, nth) + point.text), say.attached];
		return {
			// addressee, closing, name and position are lines of their own
			lines: 4 + texts.reduce((sum, text) => sum + countLines(text, sizes.body, textWidth, indent), 0),
			fixed: heightOfHead(sheet) + 9 + points.length + (view.demo ? heightOfNotice(sheet) : 0)
		};
	});
	const paragraph = (text: ContentText['text'], after: number): Content => ({
		text,
		leadingIndent: indent,
		alignment: 'justify',
		margin: [0, 0, 0, after]
	});
	return {
		stack: [
			...(view.demo ? [makeNotice(sheet)] : []),
			makeHead(view, sheet),
			paragraph(measured, 3),
			paragraph(received, 3),
			...listPoints(view, facts, set.fullness).map((point, nth) =>
				paragraph([{ text: titleOf(point, nth), bold: true }, point.text], 1)
			),
			// a signature never stands on a page without words above it
			{
				stack: [
					paragraph(say.attached, 3),
					{ text: say.closing, leadingIndent: indent },
					makeSignature(view, sheet, set.hand)
				],
				unbreakable: true
			}
		],
		lineHeight: set.lineHeight
	};
}
