// Where files are read: here, for a command that takes some and ends; in worker threads, for a server with pages to show.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Place } from '../../submission/entry.ts';
import { isArchive } from '../../submission/files/file-kind.ts';
import type { Unpacked } from '../../submission/files/unpack.ts';
import type { Answer } from '../../submission/question.ts';
import type { Excerpt } from '../imports/excerpt.ts';
import { importWords } from '../imports/sentences.ts';
import { errorAbout } from '../refusal.ts';
import { projectRoot } from '../root.ts';
import type { Letter } from '../rounds/letters.ts';
import { keepRead } from './keep-read.ts';
import { excerptOf, openFile, readFile, type FileRead } from './read-job.ts';
import { openReadingLane } from './reading-lane.ts';

/** A file as it came. */
export interface Sent {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** Everything wrong with a file is among what was read; refuses when the program is closing. */
export interface Reader {
	/** whether it reads beside everything else, and keeps what it read for a while */
	readonly apart: boolean;
	/** the files of an archive; a file that is none comes back as it is */
	open(file: Sent): Promise<Unpacked>;
	/** `hash`: SHA-256 of its bytes. What was read last is not read again */
	read(file: Sent, hash: string, letter: Letter, answers: readonly Answer[]): Promise<FileRead>;
	/** rows around a place of a file, or of a file in it; null where there is nothing to show */
	excerpt(file: Sent, place: Place): Promise<Excerpt | null>;
	/** gets ready before there is work */
	warm(): void;
	close(): Promise<void>;
}

export const readHere: Reader = {
	apart: false,
	open: ({ bytes, name }) => Promise.resolve(openFile(bytes, name)),
	read: (file, _, { agreement }, answers) => readFile({ ...file, agreement, answers }),
	excerpt: ({ bytes, name }, place) => excerptOf(bytes, name, place),
	warm: () => undefined,
	close: () => Promise.resolve()
};

const source = (path: string) => pathToFileURL(join(projectRoot, 'src', path));

/** The worker runs from its source, as the command line does, whichever way this process was started. */
const startWorker = (megabytes: number) => () =>
	new Worker(source('lib/server/reading/reading-worker.ts'), {
		execArgv: ['--import', source('load-text.js').href],
		resourceLimits: { maxOldGenerationSizeMb: megabytes }
	});

const seconds = 1000;
const MEGABYTE = 1024 * 1024;
/** What takes a lane of its own, so that a district's workbook never waits for one of ten megabytes. */
const isLong = ({ bytes }: Sent) => bytes.length > MEGABYTE;

const tooHeavy = (name: string) => errorAbout(name, 'too_heavy', importWords.tooHeavy);

const unread = (name: string): FileRead => ({
	submission: { readable: false, entries: [], problems: [tooHeavy(name)], questions: [], answers: [] },
	whole: false,
	leftOut: [{ at: { file: name }, why: importWords.tooHeavy, times: 0 }],
	usable: []
});

/** Two lanes: small files keep a warm worker, large ones have theirs started when one comes and ended when idle. */
export function openReader(): Reader {
	const small = openReadingLane(startWorker(256), { patience: 30 * seconds, idle: null });
	const large = openReadingLane(startWorker(1024), { patience: 120 * seconds, idle: 30 * seconds });
	const laneFor = (file: Sent) => (isLong(file) ? large : small);
	const kept = keepRead();
	return {
		apart: true,
		async open(file) {
			if (!isArchive(file.bytes)) return { files: [file], problems: [] };
			const opened = await laneFor(file).open(file.bytes, file.name);
			return opened ?? { files: [], problems: [tooHeavy(file.name)] };
		},
		async read(file, hash, { agreement, sha256: letter }, answers) {
			const { name, bytes } = file;
			const read = await kept.find([hash, name, letter, answers], () =>
				laneFor(file).read({ name, bytes, agreement, answers }, letter)
			);
			return read ?? unread(name);
		},
		excerpt: (file, place) => laneFor(file).excerpt(file.bytes, file.name, place),
		warm: () => small.warm(),
		async close() {
			await Promise.all([small.close(), large.close()]);
		}
	};
}
