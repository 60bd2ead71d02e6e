// The letter itself, one page: what was measured, what came out, what is missing, and who signs.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../ranking/round.ts';
import type { MemoFacts } from './memo-facts.ts';
import { makeHead } from './memo-head.ts';
import * as say from './memo-words.ts';
import { paragraphIndent, sizes } from './typesetting/sizes.ts';

/** With more rankings than this the letter says less of each, to stay on one page. */
const mostInFull = 3;

interface Point {
	readonly title: string;
	readonly text: string;
}

function listPoints(view: RoundView, { rankings, open, silent, questions, bounds }: MemoFacts): readonly Point[] {
	if (view.newest === null) return [];
	const found = rankings.map((ranking) => ({
		title: ranking.title,
		text: say.findings(ranking, bounds, rankings.length > mostInFull)
	}));
	const [owed, late, waiting] = [say.owed(open, silent.names), say.lateOnes(view), say.waiting(questions)];
	const behind = [owed, late].filter((one) => one !== null);
	return [
		...found,
		...(behind.length === 0 ? [] : [{ title: say.behindTitle(owed !== null, late !== null), text: behind.join(' ') }]),
		...(waiting === null ? [] : [{ title: say.waitingTitle, text: waiting }])
	];
}

export function makeLetter(view: RoundView, facts: MemoFacts): Content {
	const paragraph = (text: string): Content => ({ text, leadingIndent: paragraphIndent, margin: [0, 0, 0, 3] });
	return [
		...(view.demo ? [makeNotice()] : []),
		makeHead(view),
		paragraph(say.measured(view, facts.sections)),
		paragraph(say.received(view)),
		...listPoints(view, facts).map(({ title, text }, nth): Content => ({
			text: [{ text: `${nth + 1}. ${title} `, bold: true }, text],
			leadingIndent: paragraphIndent,
			margin: [0, 0, 0, 1]
		})),
		// a signature never stands on a page without words above it
		{
			stack: [paragraph(say.attached), { text: say.closing, leadingIndent: paragraphIndent }, makeSignature(view)],
			unbreakable: true
		}
	];
}

const makeNotice = (): Content => ({
	table: {
		widths: ['*'],
		body: [[{ text: say.demoNotice, alignment: 'center', fontSize: sizes.list, lineHeight: 1.2, bold: true }]]
	},
	layout: { hLineWidth: () => 0.6, vLineWidth: () => 0.6, paddingTop: () => 3, paddingBottom: () => 1 },
	margin: [0, -14, 0, 0]
});

/** The right half of the page is the signer's; a memo has no ขอแสดงความนับถือ. */
function makeSignature({ office }: RoundView): Content {
	const dots = '.'.repeat(46);
	return {
		columns: [
			{ width: '*', text: '' },
			{
				width: 230,
				alignment: 'center',
				stack: [
					{ text: dots },
					{ text: `(${office.signer ?? dots})` },
					{ text: office.signer_position ?? `ตำแหน่ง ${dots}` }
				]
			}
		],
		margin: [0, 22, 0, 0]
	};
}
