// What people said about files: kept with each file that was taken, and asked again for the next table of the same shape.
import type { Answer, AnswersFor } from '../../submission/question.ts';
import type { JournalLine } from '../store/acts.ts';

const keyOf = ({ kind, about, shape }: Answer) => JSON.stringify([kind, about, shape]);

/** Answers of a province by shape, the newest of each question; `more` (of files not yet taken) go before them. */
export function rememberAnswers(
	lines: readonly JournalLine[],
	province: string,
	more: readonly Answer[] = []
): AnswersFor {
	const byShape = new Map<string, Map<string, Answer>>();
	const remember = (answer: Answer) => {
		const known = byShape.get(answer.shape) ?? new Map<string, Answer>();
		byShape.set(answer.shape, known.set(keyOf(answer), answer));
	};
	for (const line of lines) {
		if (line.act !== 'import' && line.act !== 'import-demo') continue;
		for (const { round, answers } of line.what.files) {
			if (round.split('/')[0] === province) answers?.forEach(remember);
		}
	}
	more.forEach(remember);
	return (shape) => [...(byShape.get(shape)?.values() ?? [])];
}

/** Answers given once for one file, as its journal line keeps them. */
export const replayAnswers =
	(answers: readonly Answer[] = []): AnswersFor =>
	(shape) =>
		answers.filter((answer) => answer.shape === shape);
