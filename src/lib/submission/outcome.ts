// What becomes of a file: taken whole, taken with warnings, taken in part because the officer says so, or not taken.
import type { Entry, Place, Problem, Submission } from './entry.ts';
import type { Question } from './question.ts';

export const importOutcomes = ['accepted', 'accepted_with_warnings', 'partly_accepted', 'rejected'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** Something of a file that is not taken, and why. */
export interface LeftOut {
	readonly at: Place;
	/** a Thai sentence */
	readonly why: string;
	/** values that are not taken for this reason; 0 where the reason is about the whole file */
	readonly times: number;
}

type Read = Pick<Submission, 'readable' | 'entries' | 'problems'> & { readonly questions: readonly Question[] };

export const isError = (problem: Problem): boolean => problem.severity === 'error';

/** Nothing of it has to be left out. */
export const isWhole = ({ readable, problems, questions }: Read): boolean =>
	readable && questions.length === 0 && !problems.some(isError);

/** One key for one place of a file; null where it is the file or a sheet as a whole. */
export const placeKey = ({ sheet, line, cell }: Place): string | null =>
	line === undefined && cell === undefined ? null : JSON.stringify([sheet ?? null, line ?? null, cell ?? null]);

/** What a part of the file would have to do without: places with an error, values that cannot be used, open questions. */
export const listLeftOut = ({ entries, problems, questions }: Read): readonly LeftOut[] => {
	const errors = problems.filter(isError);
	const said = new Set(errors.map(({ at }) => placeKey(at)));
	return [
		...errors.map(({ at, message }) => ({ at, why: message, times: placeKey(at) === null ? 0 : 1 })),
		...entries
			.filter(({ value, at }) => value.kind === 'bad' && !said.has(placeKey(at)))
			.map(({ at, text }) => ({ at, why: text, times: 1 })),
		...questions.map(({ at, ask, times }) => ({ at, why: ask, times }))
	];
};

/** The entries that may be stored when these places are left out. */
export const takeUsable = (entries: readonly Entry[], leftOut: readonly Pick<LeftOut, 'at'>[]): readonly Entry[] => {
	const places = new Set(leftOut.map(({ at }) => placeKey(at)));
	return entries.filter(({ value, at }) => value.kind !== 'bad' && !places.has(placeKey(at) ?? 'whole file'));
};

/** The entries of a file that may be stored, whole or in part. */
export const usableEntries = (read: Read): readonly Entry[] =>
	read.readable ? takeUsable(read.entries, listLeftOut(read)) : [];

/** `partly`: the officer takes what can be used and leaves the rest. */
export const tellOutcome = (read: Read, partly: boolean): ImportOutcome => {
	if (isWhole(read)) return read.problems.length === 0 ? 'accepted' : 'accepted_with_warnings';
	return partly && usableEntries(read).length > 0 ? 'partly_accepted' : 'rejected';
};
