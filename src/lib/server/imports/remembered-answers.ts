// What people said about files: kept with each file that was taken, and asked again for the next table of the same shape.
import type { Answer, AnswersFor } from '../../submission/question.ts';
import type { JournalLine } from '../store/acts.ts';

const keyOf = ({ kind, about, shape }: Answer) => JSON.stringify([kind, about, shape]);

/** Answers of a province, the newest of each question; `more` (of files not yet taken) go before them. */
export function rememberAnswers(
	lines: readonly JournalLine[],
	province: string,
	more: readonly Answer[] = []
): readonly Answer[] {
	const newest = new Map<string, Answer>();
	const remember = (answer: Answer) => newest.set(keyOf(answer), answer);
	for (const line of lines) {
		if (line.act !== 'import' && line.act !== 'import-demo') continue;
		for (const { round, answers } of line.what.files) {
			if (round.split('/')[0] === province) answers?.forEach(remember);
		}
	}
	more.forEach(remember);
	return [...newest.values()];
}

/** Answers at hand, for tables of the shape each was given for. */
export const replayAnswers =
	(answers: readonly Answer[] = []): AnswersFor =>
	(shape) =>
		answers.filter((answer) => answer.shape === shape);
