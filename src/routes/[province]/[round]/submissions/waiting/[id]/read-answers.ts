// Answers to the questions of files, as the form sends them: a field for each question, by its place in the list.
import { textOf } from '$lib/components/form-text.ts';
import type { Answer, AnswerKey, Question } from '$lib/submission/question.ts';

/** How a form says that what hangs on a question be left out. */
export const leaveOut = '-';
export const answerField = (at: number) => `answer-${at}`;
export const aboutField = (at: number) => `about-${at}`;
/** Which question a field is about, in letters that a form leaves as they are. */
export const questionKey = ({ kind, about, shape }: AnswerKey) =>
	encodeURIComponent(JSON.stringify([kind, about, shape]));

/** Only what is a choice of its question; a question without an answer stays open. */
export function readAnswers(form: FormData, questions: readonly Question[]): readonly Answer[] {
	return questions.flatMap((question, at): readonly Answer[] => {
		// The list may have changed since the page was made: then the answer is to another question.
		if (textOf(form, aboutField(at)) !== questionKey(question)) return [];
		const { kind, about, shape, choices } = question;
		const given = textOf(form, answerField(at));
		if (given === leaveOut) return [{ kind, about, shape, means: null }];
		return choices.some(({ means }) => means === given) ? [{ kind, about, shape, means: given }] : [];
	});
}
