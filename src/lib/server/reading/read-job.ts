// What reading comes to, wherever it is done: files out of an archive, entries out of a file, rows around a place.
import type { Agreement } from '../../agreement/schema.ts';
import type { Entry, Place, Submission } from '../../submission/entry.ts';
import { unpackFiles, type Unpacked } from '../../submission/files/unpack.ts';
import { isWhole, listLeftOut, usableEntries, type LeftOut } from '../../submission/outcome.ts';
import type { Answer } from '../../submission/question.ts';
import { readSubmission } from '../../submission/read.ts';
import { readExcerpt, type Excerpt } from '../imports/excerpt.ts';
import { say } from '../sentences.ts';
import { findProvinceNames } from '../places.ts';
import { warningAbout } from '../refusal.ts';
import { replayAnswers } from '../imports/remembered-answers.ts';

/** A file to be read under its round's letter. */
export interface ToRead {
	readonly name: string;
	readonly bytes: Uint8Array;
	readonly agreement: Agreement;
	/** what people said about tables, of any shape */
	readonly answers: readonly Answer[];
}

export interface FileRead {
	readonly submission: Submission;
	/** nothing has to be left out */
	readonly whole: boolean;
	/** what a part of it would have to do without */
	readonly leftOut: readonly LeftOut[];
	readonly usable: readonly Entry[];
}

export const openFile = (bytes: Uint8Array, name: string): Unpacked => unpackFiles(bytes, name);

export async function readFile({ name, bytes, agreement, answers }: ToRead): Promise<FileRead> {
	const names = findProvinceNames(agreement.province);
	const read = await readSubmission(bytes, name, agreement, names, replayAnswers(answers));
	const empty = read.readable && read.entries.length + read.problems.length + read.questions.length === 0;
	const submission = empty ? { ...read, problems: [warningAbout(name, 'no_entries', say.noEntries)] } : read;
	return {
		submission,
		whole: isWhole(submission),
		leftOut: listLeftOut(submission),
		usable: usableEntries(submission)
	};
}

/** `bytes`: of the file that was sent; `place`: in it, or in the file of it that an archive holds. */
export async function excerptOf(bytes: Uint8Array, name: string, place: Place): Promise<Excerpt | null> {
	const file = openFile(bytes, name).files.find((one) => one.name === place.file);
	return file === undefined ? null : await readExcerpt(file.bytes, place);
}
