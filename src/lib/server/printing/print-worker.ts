// A thread of its own for printing: laying a book would hold up every page for as long as it takes.
// It runs from this source wherever the program runs; it is told a job, and tells how far it has come and what came of it.
import { parentPort } from 'node:worker_threads';
import { printJob, readTravellingFonts, type PrintJob, type Printed, type PrintProgress } from './print.ts';

export type WorkerWord =
	| { readonly kind: 'progress'; readonly progress: PrintProgress }
	| { readonly kind: 'printed'; readonly printed: Printed }
	/** what went wrong, for whoever keeps the program */
	| { readonly kind: 'failed'; readonly why: string };

const port = parentPort;
if (port === null) throw new Error('print-worker.ts runs as a worker thread only');
const tell = (word: WorkerWord, handed: ArrayBuffer[] = []) => port.postMessage(word, handed);

async function print(job: PrintJob): Promise<void> {
	try {
		const printed = await printJob(job, (progress) => tell({ kind: 'progress', progress }));
		// A buffer may be a part of a larger one that others use: what is handed over must be its own.
		const bytes = Uint8Array.from(printed.bytes);
		tell({ kind: 'printed', printed: { ...printed, bytes } }, [bytes.buffer]);
	} catch (error) {
		tell({ kind: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
	}
}

port.on('message', (job: PrintJob) => void print(job));
await readTravellingFonts();
