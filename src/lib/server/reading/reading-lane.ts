// One reading worker and the wishes before it, one after the other. A file that takes too long or too much memory ends its worker,
// and is answered with null; the next wish starts another.
import type { Worker } from 'node:worker_threads';
import type { Entry, Place } from '../../submission/entry.ts';
import type { Unpacked } from '../../submission/files/unpack.ts';
import type { Excerpt } from '../imports/excerpt.ts';
import { breathe } from '../breathe.ts';
import { refuse } from '../refusal.ts';
import { importWords } from '../imports/sentences.ts';
import type { FileRead, ToRead } from './read-job.ts';
import type { ReadingWish, ReadingWord, SomeEntries } from './reading-worker.ts';

export interface ReadingBounds {
	/** milliseconds that a file may take */
	readonly patience: number;
	/** milliseconds without work after which the worker is ended; null keeps it for good */
	readonly idle: number | null;
}

/** Each answers null where the file took too long or too much memory; refuses when the program is closing. */
export interface ReadingLane {
	open(bytes: Uint8Array, name: string): Promise<Unpacked | null>;
	/** `letter` tells one letter from another */
	read(file: ToRead, letter: string): Promise<FileRead | null>;
	excerpt(bytes: Uint8Array, name: string, place: Place): Promise<Excerpt | null>;
	/** starts the worker before there is work */
	warm(): void;
	close(): Promise<void>;
}

type Heard = ReadingWord | { readonly kind: 'gave up' };
type Ask = (wish: ReadingWish) => Promise<Heard>;

export function openReadingLane(startWorker: () => Worker, { patience, idle }: ReadingBounds): ReadingLane {
	let worker: Worker | null = null;
	/** the letter that the worker was given last */
	let known: string | null = null;
	let answer: PromiseWithResolvers<Heard> | null = null;
	let last: Promise<unknown> = Promise.resolve();
	let resting: NodeJS.Timeout | undefined;
	let closed = false;

	function readyWorker(): Worker {
		if (worker !== null) return worker;
		const mine = startWorker();
		worker = mine;
		known = null;
		mine.unref();
		mine.on('message', (word: ReadingWord) => {
			if (worker !== mine) return;
			if (word.kind === 'failed') answer?.reject(new Error(word.why));
			else answer?.resolve(word);
		});
		const fall = (error: Error) => {
			if (worker !== mine) return;
			worker = null;
			if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') answer?.resolve({ kind: 'gave up' });
			else answer?.reject(error);
		};
		mine.on('error', fall);
		mine.on('exit', (code) => fall(new Error(`the reading worker ended with ${code}`)));
		return mine;
	}

	async function endWorker(): Promise<void> {
		const mine = worker;
		worker = null;
		await mine?.terminate();
	}

	/** What is asked of one worker; nothing more once it was given up. */
	const askerOf =
		(mine: Worker): Ask =>
		async (wish) => {
			if (worker !== mine) return { kind: 'gave up' };
			answer = Promise.withResolvers<Heard>();
			mine.postMessage(wish);
			return await answer.promise;
		};

	/** Begun when all that was wished before is done; the process does not end meanwhile. */
	function inTurn<Answer>(work: (ask: Ask) => Promise<Answer>): Promise<Answer> {
		const result = last.then(async () => {
			if (closed) throw refuse('closing', importWords.closing);
			clearTimeout(resting);
			const mine = readyWorker();
			mine.ref();
			const overdue = setTimeout(() => {
				void endWorker();
				answer?.resolve({ kind: 'gave up' });
			}, patience);
			try {
				return await work(askerOf(mine));
			} finally {
				clearTimeout(overdue);
				mine.unref();
				if (idle !== null) resting = setTimeout(() => void endWorker(), idle).unref();
			}
		});
		last = result.catch(() => undefined);
		return result;
	}

	async function gatherEntries(read: FileRead, first: SomeEntries, ask: Ask): Promise<FileRead | null> {
		const entries: Entry[] = [];
		const usable: Entry[] = [];
		for (let some = first; ;) {
			const unusable = new Set(some.unusable);
			for (const [at, entry] of some.entries.entries()) {
				entries.push(entry);
				if (!unusable.has(at)) usable.push(entry);
			}
			if (!some.more) return { ...read, submission: { ...read.submission, entries }, usable };
			// Who asks for a page meanwhile is answered between two handfuls.
			await breathe();
			const heard = await ask({ kind: 'next' });
			if (heard.kind !== 'entries') return null;
			some = heard;
		}
	}

	return {
		open: (bytes, name) =>
			inTurn(async (ask) => {
				const heard = await ask({ kind: 'open', bytes, name });
				return heard.kind === 'opened' ? heard.opened : null;
			}),
		read: ({ agreement, ...file }, letter) =>
			inTurn(async (ask) => {
				const given = known === letter ? null : agreement;
				known = null;
				const heard = await ask({ kind: 'read', ...file, agreement: given });
				known = letter;
				return heard.kind === 'read' ? await gatherEntries(heard.read, heard, ask) : null;
			}),
		excerpt: (bytes, name, place) =>
			inTurn(async (ask) => {
				const heard = await ask({ kind: 'excerpt', bytes, name, place });
				return heard.kind === 'excerpt' ? heard.excerpt : null;
			}),
		warm: () => void readyWorker(),
		async close() {
			closed = true;
			clearTimeout(resting);
			answer?.reject(refuse('closing', importWords.closing));
			await endWorker();
		}
	};
}
