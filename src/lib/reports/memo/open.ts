// What is open, on what is left of the page behind the letter: as fully as there is room for. What a short form leaves out
// stands in the book of the round.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { ink } from '../bar-picture.ts';
import type { MemoFacts } from './facts.ts';
import { forms, isOwing, sayOpen, type Form, type OpenWords, type Point } from './open-words.ts';
import { makeQuestions, sayQuestion } from './questions.ts';
import * as say from './words.ts';
import { heightOfOpenTable, makeOpenTable } from '../open-table.ts';
import type { PrintedTable } from '../paper.ts';
import { widthOf } from '../ranking/shape.ts';
import type { Sheet } from '../sheet.ts';

export interface OpenPart {
	readonly content: readonly Content[];
	readonly data: readonly PrintedTable[];
}

/** `room`: points left on the page. */
export function setOpen(view: RoundView, facts: MemoFacts, sheet: Sheet, room: number): OpenPart {
	const said = forms.map((form) => sayOpen(view, facts, form));
	const fitting = said.find((words) => measure(view, facts, words, sheet) <= room) ?? said.at(-1);
	return fitting === undefined
		? { content: [], data: [] }
		: { content: lay(view, facts, fitting, sheet), data: fitting.data };
}

const hasTable = ({ form, partly }: OpenWords) => form.owed === 'table' && partly.some(isOwing);

function lay(view: RoundView, facts: MemoFacts, words: OpenWords, sheet: Sheet): readonly Content[] {
	const { form, partly, owed, asked } = words;
	const note = (short: boolean) => (short ? say.restInBook : null);
	const points = (list: readonly Point[]) => list.map((point) => makePoint(point, fontOf(form, sheet)));
	const brief = form.owed === 'counts' || form.owed === 'tally';
	return [
		...(owed.length > 0 || hasTable(words)
			? [makeHeading(say.openTitle, sheet, note(brief && partly.length > 0))]
			: []),
		...points(owed),
		...(hasTable(words) ? [makeOpenTable(partly, facts.bounds, sheet)] : []),
		...(facts.questions.length > 0 ? [makeHeading(say.questionsTitle, sheet, note(form.asked !== 'words'))] : []),
		...points(asked),
		...(form.asked === 'words' && facts.questions.length > 0 ? [makeQuestions(view, facts.questions, sheet)] : [])
	];
}

const headingLine = 1.2;
const pointLine = 1.22;

/** `note` stands smaller behind the words. What it heads may be a single line. */
export function makeHeading(text: string, { sizes }: Sheet, note: string | null = null): Content {
	const room = { room: (sizes.body + sizes.list) * 1.3 * headingLine };
	return {
		text: [
			{ text, bold: true },
			...(note === null ? [] : [{ text: `   ${note}`, fontSize: sizes.key, color: ink.soft }])
		],
		fontSize: sizes.body,
		headlineLevel: 3,
		lineHeight: headingLine,
		margin: [0, 3, 0, 0],
		...room
	};
}

/** The shortest form is for pages that hold little else. */
const fontOf = ({ owed }: Form, { sizes }: Sheet): number => (owed === 'tally' ? sizes.key : sizes.list);

const makePoint = ([title, text]: Point, fontSize: number): Content => ({
	text: title === '' ? text : [{ text: title, bold: true }, text],
	fontSize,
	lineHeight: pointLine
});

function measure(view: RoundView, facts: MemoFacts, words: OpenWords, sheet: Sheet): number {
	const { sizes, textWidth } = sheet;
	const { form, partly, owed, asked } = words;
	const font = fontOf(form, sheet);
	const lines = ([title, text]: Point, size: number, width = textWidth) =>
		Math.ceil((widthOf(title, size, 'bold') + widthOf(text, size)) / (width * 0.97));
	const sum = (heights: readonly number[]) => heights.reduce((all, height) => all + height, 0);
	const headings = (owed.length > 0 || hasTable(words) ? 1 : 0) + (facts.questions.length > 0 ? 1 : 0);
	const questions = form.asked === 'words' ? facts.questions : [];
	return (
		headings * (sizes.body * 1.3 * headingLine + 3) +
		(hasTable(words) ? heightOfOpenTable(partly, facts.bounds, sheet) : 0) +
		sum([...owed, ...asked].map((point) => lines(point, font) * font * 1.3 * pointLine)) +
		sum(
			questions.map((question) => {
				const [{ text }, rest] = sayQuestion(view, question);
				return lines([text, rest], sizes.list, textWidth - 15) * sizes.list * 1.3 * 1.35;
			})
		)
	);
}
