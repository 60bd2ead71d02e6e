// What a received file becomes: entries (one input of one district) and problems (what could not be read, where, and what to do).
import type { Answer, Question } from './question.ts';

/** Where a value stood in the file it came in. */
export interface Place {
	readonly file: string;
	readonly sheet?: string | undefined;
	/** 1-based line of a text file, or row of a sheet */
	readonly line?: number | undefined;
	/** A1-style cell, e.g. D8; or a JSON path, e.g. [3].inputs.spent_baht */
	readonly cell?: string | undefined;
}

/**
 * A value, exact. Numbers are integers of millionths (`scaled` = value × 10^6), never binary floating point;
 * `decimals` is how many decimals were written. Dates are local (Asia/Bangkok) ISO text; null is "not done".
 * `bad` is a value that was sent and cannot be used. `withdrawn` takes back what was sent before: it counts as never sent.
 */
export type EntryValue =
	| { readonly kind: 'number'; readonly scaled: bigint; readonly decimals: number }
	| { readonly kind: 'bool'; readonly yes: boolean }
	| { readonly kind: 'moment'; readonly iso: string | null }
	| { readonly kind: 'list'; readonly scaled: readonly bigint[] }
	| { readonly kind: 'bad' }
	| { readonly kind: 'withdrawn' };

export interface Entry {
	/** DOPA code: 4 digits, or 2 for a fact of the whole province */
	readonly district: string;
	readonly section: string;
	readonly indicator: string;
	readonly input: string;
	readonly value: EntryValue;
	/** the value as written in the file */
	readonly text: string;
	readonly at: Place;
}

/** Something to put right. `error`: the entry cannot be used. `warning`: it is used, but look. */
export interface Problem {
	readonly severity: 'error' | 'warning';
	readonly code: string;
	readonly at: Place;
	/** a Thai sentence: what, where, and what to do */
	readonly message: string;
}

/** What reading a file gives. `readable: false` when nothing of it could be understood. */
export interface Submission {
	readonly readable: boolean;
	readonly entries: readonly Entry[];
	readonly problems: readonly Problem[];
	/** what only a person can say; no cell that hangs on one is among the entries */
	readonly questions: readonly Question[];
	/** the answers that were used, as they were given */
	readonly answers: readonly Answer[];
}
