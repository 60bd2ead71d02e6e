// Accounts as a backup holds them: whole as of one moment, while the desk goes on; without sessions and links, so that nothing
// that was ended since opens again where it is restored.
import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { hasPeopleFile, hasTables, peopleFile } from './people-file.ts';

const { DatabaseSync } = process.getBuiltinModule('node:sqlite');

/** Null where nobody was ever given an account. */
export async function copyPeople(store: string): Promise<Uint8Array | null> {
	if (!hasPeopleFile(store)) return null;
	const copy = join(store, `.${randomUUID()}.part`);
	closeSync(openSync(copy, 'wx', 0o600));
	try {
		const source = new DatabaseSync(peopleFile(store), { readOnly: true, timeout: 2000 });
		try {
			if (!hasTables(source)) return null;
			source.prepare('VACUUM INTO ?').run(copy);
		} finally {
			source.close();
		}
		const database = new DatabaseSync(copy);
		try {
			database.exec('PRAGMA secure_delete = ON; DELETE FROM session; DELETE FROM verification; VACUUM');
		} finally {
			database.close();
		}
		return await readFile(copy);
	} finally {
		await rm(copy, { force: true });
	}
}
