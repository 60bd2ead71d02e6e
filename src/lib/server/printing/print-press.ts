// Where documents are printed: here, for a command that prints one and ends; in worker threads, for a server with pages to show.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DocumentRequest } from '../../reports/documents.ts';
import { openLane, type Watch } from './print-lane.ts';
import type { PrintJob, Printed } from './print.ts';
import { projectRoot } from '../root.ts';

export interface Press {
	print(job: PrintJob, watch: Watch): Promise<Printed>;
	/** gets ready before there is work */
	warm(): void;
	close(): Promise<void>;
}

export const printHere: Press = {
	async print(job, { signal, onProgress }) {
		// Only who prints has the typesetting loaded.
		const { printJob } = await import('./print.ts');
		signal.throwIfAborted();
		return await printJob(job, onProgress);
	},
	warm: () => undefined,
	close: () => Promise.resolve()
};

const source = (path: string) => pathToFileURL(join(projectRoot, 'src', path));

/** The worker runs from its source, as the command line does, whichever way this process was started. */
const startWorker = () =>
	new Worker(source('lib/server/printing/print-worker.ts'), {
		execArgv: ['--import', source('load-text.js').href],
		resourceLimits: { maxOldGenerationSizeMb: 512 }
	});

const seconds = 1000;

/** What takes a lane of its own, so that a memo never waits for a book. */
const isLong = (request: DocumentRequest) =>
	request.kind === 'book' || (request.kind === 'letter' && request.district === null);

/** Two lanes: short documents keep a warm worker, long ones have theirs started when asked for and ended when idle. */
export function openPress(): Press {
	const short = openLane(startWorker, { waiting: 64, patience: 60 * seconds, idle: null });
	const long = openLane(startWorker, { waiting: 8, patience: 180 * seconds, idle: 120 * seconds });
	return {
		print: (job, watch) => (isLong(job.request) ? long : short).print(job, watch),
		warm: () => short.warm(),
		async close() {
			await Promise.all([short.close(), long.close()]);
		}
	};
}
