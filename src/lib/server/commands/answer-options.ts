// What `--answer district:แวงนอย=4007` says, matched with the questions that files ask.
import type { Answer, Question } from '../../submission/question.ts';
import { nameKey } from '../../thai/spelling.ts';
import { wrongUse } from '../refusal.ts';
import { importWords } from '../imports/sentences.ts';

interface Given {
	readonly text: string;
	readonly kind: string;
	readonly written: string;
	/** null: what hangs on it is left out */
	readonly means: string | null;
}

/** Refuses what is not written `kind:as written=answer`. */
export function readGiven(texts: readonly string[]): readonly Given[] {
	return texts.map((text) => {
		const [, kind, written, means] = /^([a-z]+):(.+)=(.*)$/s.exec(text) ?? [];
		if (kind === undefined || written === undefined || means === undefined)
			throw wrongUse(importWords.answerShape(text));
		return { text, kind, written, means: means === '-' || means === '' ? null : means };
	});
}

const isAbout = (question: Question, { kind, written }: Given) =>
	question.kind === kind &&
	(question.written === written || question.about === written || nameKey(question.written) === nameKey(written));

/** What may be given, with its words where they do not hold it. */
const showChoice = ({ means, label }: Question['choices'][number]) =>
	label.includes(means) ? label : `${means} (${label})`;

const choiceOf = ({ choices }: Question, means: string) =>
	choices.find((choice) => choice.means === means || choice.label === means);

/** Answers to the questions they are about; refuses one that is no choice of its question. */
export function matchAnswers(given: readonly Given[], questions: readonly Question[]): readonly Answer[] {
	return questions.flatMap((question): readonly Answer[] => {
		const one = given.find((answer) => isAbout(question, answer));
		if (one === undefined) return [];
		const { kind, about, shape } = question;
		if (one.means === null) return [{ kind, about, shape, means: null }];
		const choice = choiceOf(question, one.means);
		if (choice === undefined) throw wrongUse(importWords.noSuchChoice(one.text, question.choices.map(showChoice)));
		return [{ kind, about, shape, means: choice.means }];
	});
}

/** A question as it is put at a terminal, with how to answer it. */
export function sayQuestion({ ask, kind, written, choices }: Question): string {
	const [first] = choices;
	return importWords.question(
		ask,
		[...choices.map(showChoice), importWords.leaveOut],
		`${kind}:${written}=${first?.means ?? '-'}`
	);
}
