// One process at a time works in a store. The lock is the operating system's, held through an SQLite file:
// it falls when the process ends, however it ends, so that no stale lock ever keeps anybody out.
import { join } from 'node:path';
import { orReadOnly } from './disk.ts';
import process from 'node:process';

// Asked for this way because bundlers do not know the module yet and warn of it.
const { DatabaseSync } = process.getBuiltinModule('node:sqlite');

export interface Lock {
	release(): void;
}

const sqliteBusy = 5;

function openLock(store: string) {
	try {
		return new DatabaseSync(join(store, 'store.lock'), { timeout: 0 });
	} catch (error) {
		throw orReadOnly(error, store);
	}
}

/** Takes the lock of a store, or answers null when another process holds it. */
export function takeLock(store: string): Lock | null {
	const file = openLock(store);
	try {
		file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
	} catch (error) {
		file.close();
		if ((error as { errcode?: number }).errcode === sqliteBusy) return null;
		throw orReadOnly(error, store);
	}
	return { release: () => file.close() };
}
