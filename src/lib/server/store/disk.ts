// A disk that is full or takes nothing is no fault of the program: whoever asked is told so, and nothing of what was asked is kept.
import { access, constants, statfs } from 'node:fs/promises';
import { Refusal, refuse } from '../refusal.ts';
import { diskWords } from './sentences-disk.ts';

/** Left free for what an act writes beside its files: a line, the database's pages, the accounts'. */
const spareBytes = 2_000_000;

const noRoom = /ENOSPC|EDQUOT|EFBIG|No space left|disk is full|File too large|Disk quota/i;
const noWriting = /EROFS|\bEIO\b|Read-only file system|disk I\/O error|attempt to write a readonly database/i;

/** What whoever asked is told where it was the disk; anything else is given back. */
export function orOfDisk(error: unknown, store: string): unknown {
	if (!(error instanceof Error) || error instanceof Refusal) return error;
	const said = `${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}`;
	if (noRoom.test(said)) return new DiskRefusal('disk_full', diskWords.full(store), error);
	return noWriting.test(said) ? new DiskRefusal('disk_refuses', diskWords.refuses(store), error) : error;
}

/** Keeps what the system said, for the log. */
class DiskRefusal extends Refusal {
	constructor(code: string, message: string, cause: Error) {
		super(refuse(code, message).problems);
		this.cause = cause;
	}
}

/** Refuses before anything is written where what is written next would not fit. */
export async function mustHaveRoom(store: string): Promise<void> {
	const { bavail, bsize } = await statfs(store);
	if (bavail * bsize < spareBytes) throw refuse('disk_full', diskWords.full(store));
}

/** SQLite's words for a file it may not open or write. */
const mayNotWrite = /unable to open database file|readonly database|access permission denied/i;

/** What is told where the first file of a store cannot be opened for writing; anything else is given back. */
export function orReadOnly(error: unknown, store: string): unknown {
	if (!(error instanceof Error) || !mayNotWrite.test(error.message)) return error;
	return refuse('store_read_only', diskWords.readOnly(store, error.message));
}

/** Refuses a folder that cannot be written in. */
export async function mustBeWritable(store: string): Promise<void> {
	try {
		await access(store, constants.W_OK);
	} catch (error) {
		const { code = '' } = error as NodeJS.ErrnoException;
		throw refuse('store_read_only', diskWords.readOnly(store, code));
	}
}
