// What reaches nobody's hands ends the process, as it should; before that it is logged and kept, so that somebody learns why.
import process from 'node:process';
import { tellFault } from './faults.ts';

// the pages' code is loaded again at each change in development, the process is not
let watched = false;

export function watchProcess(): void {
	if (watched) return;
	watched = true;
	process.on('uncaughtExceptionMonitor', (error) => void tellFault(error, { place: 'process' }));
	process.stderr.on('error', (error: NodeJS.ErrnoException) => {
		// whoever read the log has gone; the pages go on
		if (error.code !== 'EPIPE') throw error;
	});
}
