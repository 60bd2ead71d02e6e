// What a reader is told of an error that no page expected. The error itself is for the log and for whoever looks after the program.
import type { RequestEvent } from '@sveltejs/kit';
import { Refusal } from '../refusal.ts';
import { tellFault } from './faults.ts';
import { whoOf } from './request-log.ts';
import { runningWords } from './sentences.ts';

/** A disk that takes nothing is no fault of the program, and whoever is in the office can see to it. */
function sayDisk(error: unknown): string | null {
	const { code } = error as NodeJS.ErrnoException;
	if (code === 'ENOSPC' || code === 'EDQUOT') return runningWords.diskFull;
	return code === 'EROFS' || code === 'EIO' ? runningWords.diskRefuses : null;
}

/** `message`: what is said where the error says nothing to people. */
export function tellError(error: unknown, event: RequestEvent, status: number, message: string): App.Error {
	if (error instanceof Refusal) return { message: error.message };
	// an address that leads nowhere, a body too large: the reader's own, and answered as such
	if (status < 500) return { message };
	const { locals, request, route } = event;
	const ref = tellFault(error, {
		place: 'page',
		route: route.id,
		method: request.method,
		who: whoOf(locals.visitor)
	});
	return { message: sayDisk(error) ?? message, ref };
}
