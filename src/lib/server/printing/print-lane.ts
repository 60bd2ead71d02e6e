// One printing worker and the jobs before it, first come first served. A job nobody waits for any more is dropped; if it was
// being printed, its worker is ended with it, and the next job starts another. So does a worker that fell over.
import { Worker } from 'node:worker_threads';
import type { PrintJob, Printed, PrintProgress } from './print.ts';
import type { WorkerWord } from './print-worker.ts';
import { refuse } from '../refusal.ts';
import { tellFault } from '../running/faults.ts';
import { say } from '../sentences.ts';

export interface Watch {
	/** aborted when nobody waits for the document any more */
	readonly signal: AbortSignal;
	readonly onProgress: (progress: PrintProgress) => void;
}

export interface LaneBounds {
	/** jobs that may wait; one more is refused */
	readonly waiting: number;
	/** milliseconds a job may take */
	readonly patience: number;
	/** milliseconds without work after which the worker is ended; null keeps it for good */
	readonly idle: number | null;
}

export interface Lane {
	/** refuses when too many wait, when the worker fell over, and when it took too long; throws the signal's reason */
	print(job: PrintJob, watch: Watch): Promise<Printed>;
	/** starts the worker before there is work */
	warm(): void;
	close(): Promise<void>;
}

interface Waiting {
	readonly job: PrintJob;
	readonly watch: Watch;
	readonly settle: (outcome: { readonly printed: Printed } | { readonly error: Error }) => void;
}

export function openLane(startWorker: () => Worker, bounds: LaneBounds): Lane {
	const waiting: Waiting[] = [];
	let worker: Worker | null = null;
	let running: Waiting | null = null;
	let timer: NodeJS.Timeout | undefined;
	let closed = false;

	function setTimer(milliseconds: number, act: () => void): void {
		clearTimeout(timer);
		timer = setTimeout(act, milliseconds);
		timer.unref();
	}

	/** The worker at hand, or a new one. What a worker says after it was given up is not heard. */
	function readyWorker(): Worker {
		if (worker !== null) return worker;
		const mine = startWorker();
		worker = mine;
		mine.unref();
		mine.on('message', (word: WorkerWord) => {
			if (worker === mine) hear(word);
		});
		mine.on('error', (error: Error) => {
			if (worker === mine) fallOver(error);
		});
		mine.on('exit', (code) => {
			if (worker === mine) fallOver(new Error(`the printing worker ended with ${code}`));
		});
		return mine;
	}

	function hear(word: WorkerWord): void {
		if (word.kind === 'progress') running?.watch.onProgress(word.progress);
		else if (word.kind === 'printed') finish({ printed: word.printed });
		else {
			tellFault(word.why, { place: 'print' });
			finish({ error: refuse('print_failed', say.printFailed) });
		}
	}

	function fallOver(error: Error): void {
		tellFault(error, { place: 'print' });
		worker = null;
		finish({ error: refuse('print_failed', say.printFailed) });
	}

	function giveUpWorker(): Promise<unknown> {
		const mine = worker;
		worker = null;
		return mine === null ? Promise.resolve() : mine.terminate();
	}

	function finish(outcome: Parameters<Waiting['settle']>[0]): void {
		const done = running;
		running = null;
		worker?.unref();
		done?.settle(outcome);
		next();
	}

	function next(): void {
		if (running !== null || closed) return;
		clearTimeout(timer);
		const job = waiting.shift();
		if (job === undefined) {
			if (bounds.idle !== null) setTimer(bounds.idle, () => void giveUpWorker());
			return;
		}
		running = job;
		tellPlaces();
		const mine = readyWorker();
		// A process may end while its worker has nothing to do, and not before it has done what it was asked.
		mine.ref();
		try {
			mine.postMessage(job.job);
		} catch (error) {
			finish({ error: error as Error });
			return;
		}
		setTimer(bounds.patience, () => {
			void giveUpWorker();
			finish({ error: refuse('print_failed', say.printTooLong) });
		});
	}

	/** Of those that wait: one is being printed before them. */
	function tellPlaces(): void {
		for (const [at, { watch }] of waiting.entries()) watch.onProgress({ kind: 'waiting', before: at + 1 });
	}

	function drop(job: Waiting): void {
		const at = waiting.indexOf(job);
		if (at >= 0) {
			waiting.splice(at, 1);
			tellPlaces();
		} else if (running === job) {
			running = null;
			void giveUpWorker();
			next();
		}
	}

	return {
		print: (job, watch) =>
			new Promise((resolve, reject) => {
				if (closed || waiting.length >= bounds.waiting) {
					reject(refuse('print_busy', say.printBusy(waiting.length)));
					return;
				}
				watch.signal.throwIfAborted();
				const mine: Waiting = {
					job,
					watch,
					settle(outcome) {
						watch.signal.removeEventListener('abort', leave);
						if ('printed' in outcome) resolve(outcome.printed);
						else reject(outcome.error);
					}
				};
				const leave = () => {
					drop(mine);
					mine.settle({ error: watch.signal.reason as Error });
				};
				watch.signal.addEventListener('abort', leave, { once: true });
				waiting.push(mine);
				if (running !== null) watch.onProgress({ kind: 'waiting', before: waiting.length });
				next();
			}),
		warm: () => void readyWorker(),
		async close() {
			closed = true;
			clearTimeout(timer);
			const left = [...(running === null ? [] : [running]), ...waiting.splice(0)];
			running = null;
			for (const job of left) job.settle({ error: refuse('print_busy', say.printClosed) });
			await giveUpWorker();
		}
	};
}
