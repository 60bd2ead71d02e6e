// Documents once printed are kept while nothing they are made of changes: who asks again is handed the same bytes, and who
// asks while one is being printed waits for it with the others. The oldest used go first when they grow past the bound.
import { sha256 } from '../store/durable.ts';
import type { Watch } from './print-lane.ts';
import type { Press } from './print-press.ts';
import type { PrintJob, Printed, PrintProgress } from './print.ts';

export interface PrintedDocument extends Printed {
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** of these bytes and no others, in quotes as HTTP writes it */
	readonly etag: string;
}

export interface DocumentDesk {
	/** what was printed of a key and is still kept */
	find(key: string): PrintedDocument | null;
	/** `key` names all that the job is made of */
	print(key: string, job: PrintJob, watch: Watch): Promise<PrintedDocument>;
	/** forgets what was printed */
	clear(): void;
	close(): Promise<void>;
}

/** A document being printed for all who wait for it; dropped when the last of them has gone. */
interface Shared {
	readonly watches: Set<Watch>;
	readonly leave: AbortController;
	readonly answer: Promise<PrintedDocument>;
	last: PrintProgress | null;
}

/** `most`: bytes kept. */
export function openDocumentDesk(press: Press, most = 48 * 1024 * 1024): DocumentDesk {
	const kept = new Map<string, PrintedDocument>();
	const printing = new Map<string, Shared>();
	let held = 0;

	function find(key: string): PrintedDocument | null {
		const found = kept.get(key);
		if (found === undefined) return null;
		kept.delete(key);
		kept.set(key, found);
		return found;
	}

	function keep(key: string, document: PrintedDocument): void {
		if (document.bytes.length > most) return;
		kept.set(key, document);
		held += document.bytes.length;
		for (const [oldest, old] of kept) {
			if (held <= most) break;
			kept.delete(oldest);
			held -= old.bytes.length;
		}
	}

	function start(key: string, job: PrintJob): Shared {
		const { promise: answer, resolve, reject } = Promise.withResolvers<PrintedDocument>();
		const shared: Shared = { watches: new Set(), leave: new AbortController(), answer, last: null };
		printing.set(key, shared);
		const onProgress = (progress: PrintProgress) => {
			shared.last = progress;
			for (const watch of shared.watches) watch.onProgress(progress);
		};
		press
			.print(job, { signal: shared.leave.signal, onProgress })
			.then((printed) => {
				const bytes = new Uint8Array(printed.bytes);
				const document = { ...printed, bytes, etag: `"${sha256(bytes).slice(0, 32)}"` };
				if (printing.get(key) === shared) keep(key, document);
				resolve(document);
			})
			.catch(reject)
			.finally(() => {
				if (printing.get(key) === shared) printing.delete(key);
			});
		return shared;
	}

	function leave(key: string, shared: Shared, watch: Watch): void {
		shared.watches.delete(watch);
		if (shared.watches.size > 0) return;
		if (printing.get(key) === shared) printing.delete(key);
		shared.leave.abort(watch.signal.reason);
	}

	async function wait(key: string, shared: Shared, watch: Watch): Promise<PrintedDocument> {
		shared.watches.add(watch);
		if (shared.last !== null) watch.onProgress(shared.last);
		const gone = Promise.withResolvers<never>();
		const go = () => {
			leave(key, shared, watch);
			gone.reject(watch.signal.reason);
		};
		watch.signal.addEventListener('abort', go, { once: true });
		try {
			return await Promise.race([shared.answer, gone.promise]);
		} finally {
			shared.watches.delete(watch);
			watch.signal.removeEventListener('abort', go);
		}
	}

	return {
		find,
		async print(key, job, watch) {
			watch.signal.throwIfAborted();
			return find(key) ?? (await wait(key, printing.get(key) ?? start(key, job), watch));
		},
		clear() {
			kept.clear();
			held = 0;
			printing.clear();
		},
		async close() {
			kept.clear();
			held = 0;
			await press.close();
		}
	};
}
