// A thread of its own for proving a store: reading every kept file again would hold up every page for as long as it takes.
// It runs from this source wherever the program runs, does one proof and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { verifyBeside, type StandingStore } from '../store/verify.ts';

export interface VerifyJob {
	readonly directory: string;
	readonly standing: StandingStore;
}

const port = parentPort;
if (port === null) throw new Error('verify-worker.ts runs as a worker thread only');
const { directory, standing } = workerData as VerifyJob;
port.postMessage(await verifyBeside(directory, standing));
