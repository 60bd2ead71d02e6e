// What only a person can say about a file. Nothing that hangs on a question is taken until it is answered.
import { nameKey } from '../thai/spelling.ts';
import type { Place } from './entry.ts';

/**
 * `district`, `section`, `indicator`, `input`, `column`: which of the known names is meant. `share`: whether a column of percents
 * is written as shares of one (0.95) or as percents. `value`: what a word that can be read in two ways stands for.
 */
export type QuestionKind = 'district' | 'section' | 'indicator' | 'input' | 'column' | 'share' | 'value';

/** An answer holds for one kind of question, about one thing, in tables of one shape. */
export interface AnswerKey {
	readonly kind: QuestionKind;
	/** what is asked about, made comparable: the key of the name written, or the path of the column */
	readonly about: string;
	/** the headings of the table, made comparable: what was answered once holds for the next table that has the same */
	readonly shape: string;
}

export interface Question extends AnswerKey {
	/** as it stands in the file */
	readonly written: string;
	/** where it stands first */
	readonly at: Place;
	/** cells that hang on it */
	readonly times: number;
	/** the question as a Thai sentence */
	readonly ask: string;
	readonly choices: readonly { readonly means: string; readonly label: string }[];
}

/** `means` is one of the choices; null: what hangs on it is left out. */
export interface Answer extends AnswerKey {
	readonly means: string | null;
}

/** The answers given so far for tables of a shape. */
export type AnswersFor = (shape: string) => readonly Answer[];

export const noAnswers: AnswersFor = () => [];

/** A question as whoever meets it words it; the collector knows the table and counts the cells. */
export type Asked = Omit<Question, 'shape' | 'times'>;

const FNV_START = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/** The shape of a table with these headings: alike for two tables whose headings differ only in spaces, digits and the like. */
export const shapeOf = (headings: readonly string[]): string => {
	let hash = FNV_START;
	// Short, because it stands in the journal with every answer; nothing secret hangs on it.
	for (const byte of new TextEncoder().encode(headings.map(nameKey).join('\n')))
		hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * FNV_PRIME);
	return `${headings.length}-${hash.toString(16).padStart(16, '0')}`;
};
