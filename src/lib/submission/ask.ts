// The questions of one file: each asked once however many cells hang on it, or answered by what a person decided before.
import type { Problem } from './entry.ts';
import type { Answer, AnswersFor, Asked, Question, QuestionKind } from './question.ts';
import { sayAnswered } from './sentences/questions.ts';

const MAX_ASKED = 300;

/** A question with what tells whether an answer given to it holds. */
export interface Askable extends Asked {
	/** names may be answered with more than is offered; left out where only the choices count */
	readonly fits?: (means: string) => boolean;
}

export interface Asker {
	/** what is asked from here on is asked of a table of this shape */
	readonly startTable: (shape: string) => void;
	/**
	 * What a person decided: what is meant, or null where it is to be left out; undefined where it is asked now. `make` is
	 * called the first time only; `cells` more cells hang on it each time.
	 */
	readonly ask: (kind: QuestionKind, about: string, cells: number, make: () => Askable) => string | null | undefined;
	/** more is asked than a person can answer */
	readonly isFull: () => boolean;
	/** more cells that hang on what was asked, if it was */
	readonly hang: (kind: QuestionKind, about: string, cells: number) => void;
	readonly finish: () => {
		readonly questions: readonly Question[];
		readonly answers: readonly Answer[];
		/** which answers were used, for whoever reads what became of the file */
		readonly problems: readonly Problem[];
	};
}

interface Met {
	readonly asked: Askable;
	readonly shape: string;
	readonly answer: Answer | undefined;
	cells: number;
}

export const createAsker = (answersFor: AnswersFor): Asker => {
	const met = new Map<string, Met>();
	let shape = '';
	let given: ReadonlyMap<string, Answer> | undefined;

	const keyOf = (kind: QuestionKind, about: string): string => `${kind}\n${about}`;
	const metKey = (kind: QuestionKind, about: string): string => `${shape}\n${keyOf(kind, about)}`;
	const findAnswer = (asked: Askable): Answer | undefined => {
		given ??= new Map(answersFor(shape).map((answer) => [keyOf(answer.kind, answer.about), answer]));
		const answer = given.get(keyOf(asked.kind, asked.about));
		if (answer === undefined || answer.means === null) return answer;
		const { means } = answer;
		const fits = asked.fits?.(means) ?? asked.choices.some((choice) => choice.means === means);
		return fits ? answer : undefined;
	};

	return {
		startTable: (next) => {
			shape = next;
			given = undefined;
		},
		ask: (kind, about, cells, make) => {
			const key = metKey(kind, about);
			let one = met.get(key);
			if (one === undefined) {
				const asked = make();
				one = { asked, shape, answer: findAnswer(asked), cells: 0 };
				met.set(key, one);
			}
			one.cells += cells;
			return one.answer?.means;
		},
		hang: (kind, about, cells) => {
			const one = met.get(metKey(kind, about));
			if (one !== undefined) one.cells += cells;
		},
		isFull: () => met.size > MAX_ASKED,
		finish: () => {
			const all = [...met.values()];
			const answered = all.flatMap(({ asked, shape: of, answer, cells }) =>
				answer === undefined || cells === 0 ? [] : [{ asked, cells, answer: { ...answer, shape: of } }]
			);
			return {
				questions: all.flatMap(({ asked: { fits: _, ...asked }, shape: of, answer, cells }) =>
					// An empty column is nobody's to explain.
					answer === undefined && cells > 0 ? [{ ...asked, shape: of, times: cells }] : []
				),
				answers: answered.map(({ answer: { kind, about, shape: of, means } }) => ({ kind, about, shape: of, means })),
				problems: answered.map(({ asked, answer, cells }) => ({
					severity: 'warning',
					code: answer.means === null ? 'answered_left_out' : 'answered',
					at: asked.at,
					message: sayAnswered(asked, answer.means, cells)
				}))
			};
		}
	};
};
