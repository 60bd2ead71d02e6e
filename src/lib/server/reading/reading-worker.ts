// A thread of its own for reading: a workbook of ten megabytes would hold up every page for seconds.
// It runs from this source wherever the program runs. Entries are handed over a few at a time, each time when they are asked for,
// because taking over a large file at once would hold up the pages as well.
import { parentPort } from 'node:worker_threads';
import type { Agreement } from '../../agreement/schema.ts';
import type { Entry, Place } from '../../submission/entry.ts';
import type { Unpacked } from '../../submission/files/unpack.ts';
import type { Excerpt } from '../imports/excerpt.ts';
import { excerptOf, openFile, readFile, type FileRead, type ToRead } from './read-job.ts';

/** What the worker is told. A letter that it was given last is not given again. */
export type ReadingWish =
	| { readonly kind: 'open'; readonly bytes: Uint8Array; readonly name: string }
	| (Omit<ToRead, 'agreement'> & { readonly kind: 'read'; readonly agreement: Agreement | null })
	| { readonly kind: 'excerpt'; readonly bytes: Uint8Array; readonly name: string; readonly place: Place }
	| { readonly kind: 'next' };

/** Some entries of a file, and which of them (by their place among these) cannot be stored. */
export interface SomeEntries {
	readonly entries: readonly Entry[];
	readonly unusable: readonly number[];
	readonly more: boolean;
}

export type ReadingWord =
	| { readonly kind: 'opened'; readonly opened: Unpacked }
	/** all of a file but its entries, and the first of these */
	| ({ readonly kind: 'read'; readonly read: FileRead } & SomeEntries)
	| ({ readonly kind: 'entries' } & SomeEntries)
	| { readonly kind: 'excerpt'; readonly excerpt: Excerpt | null }
	/** what went wrong, for whoever keeps the program */
	| { readonly kind: 'failed'; readonly why: string };

const port = parentPort;
if (port === null) throw new Error('reading-worker.ts runs as a worker thread only');
const tell = (word: ReadingWord, handed: ArrayBuffer[] = []) => port.postMessage(word, handed);

/** Taken over in a few milliseconds. */
const atOnce = 1000;

let agreement: Agreement | null = null;
/** entries that were not asked for yet, the last of them first, and those among them that can be stored */
let rest: Entry[] = [];
let usable: ReadonlySet<Entry> = new Set();

function takeSome(): SomeEntries {
	const entries = rest.splice(-atOnce).reverse();
	const unusable = entries.flatMap((entry, at) => (usable.has(entry) ? [] : [at]));
	if (rest.length === 0) usable = new Set();
	return { entries, unusable, more: rest.length > 0 };
}

async function fulfil(wish: ReadingWish): Promise<void> {
	switch (wish.kind) {
		case 'open': {
			const { files, problems } = openFile(wish.bytes, wish.name);
			// A buffer may be a part of a larger one: what is handed over must be its own.
			const own = files.map(({ name, bytes }) => ({ name, bytes: Uint8Array.from(bytes) }));
			tell(
				{ kind: 'opened', opened: { files: own, problems } },
				own.map(({ bytes }) => bytes.buffer)
			);
			return;
		}
		case 'read': {
			agreement = wish.agreement ?? agreement;
			if (agreement === null) throw new Error('a file came before any letter');
			const read = await readFile({ ...wish, agreement });
			rest = read.submission.entries.toReversed();
			usable = new Set(read.usable);
			const bare = { ...read, submission: { ...read.submission, entries: [] }, usable: [] };
			tell({ kind: 'read', read: bare, ...takeSome() });
			return;
		}
		case 'excerpt':
			tell({ kind: 'excerpt', excerpt: await excerptOf(wish.bytes, wish.name, wish.place) });
			return;
		case 'next':
			tell({ kind: 'entries', ...takeSome() });
	}
}

port.on('message', (wish: ReadingWish) => {
	fulfil(wish).catch((error: unknown) => {
		tell({ kind: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
	});
});
