// An account after an act on it was cut off: what the journal says of it, or nothing where the journal never knew of it.
import process from 'node:process';
import type { DatabaseSync as Database } from 'node:sqlite';
import type { JournalLine } from '../store/acts.ts';
import { hasPeopleFile, hasTables, peopleFile } from './people-file.ts';
import { rowOf } from './rows.ts';
import { tellAccounts } from './told-accounts.ts';

const { DatabaseSync } = process.getBuiltinModule('node:sqlite');

function endAll(database: Database, id: string): void {
	database.prepare('DELETE FROM session WHERE userId = ?').run(id);
	database
		.prepare("DELETE FROM verification WHERE identifier LIKE 'link:%' AND json_extract(value, '$.person') = ?")
		.run(id);
}

/** For who has the turn, or is alone with the store. All of it is done, or nothing. */
export function mendPerson(store: string, lines: readonly JournalLine[], id: string): void {
	if (!hasPeopleFile(store)) return;
	const database = new DatabaseSync(peopleFile(store), { timeout: 2000 });
	try {
		database.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON');
		if (!hasTables(database)) return;
		const told = tellAccounts(lines).get(id);
		database.exec('BEGIN IMMEDIATE');
		if (told === undefined) {
			endAll(database, id);
			database.prepare('DELETE FROM account WHERE userId = ?').run(id);
			database.prepare('DELETE FROM user WHERE id = ?').run(id);
		} else {
			const { name, role, province, groups, district } = rowOf(told);
			database
				.prepare('UPDATE user SET name = ?, role = ?, province = ?, groups = ?, district = ?, blocked = ? WHERE id = ?')
				.run(name, role, province, groups, district, told.blocked ? 1 : 0, id);
			if (told.blocked) endAll(database, id);
		}
		database.exec('COMMIT');
	} finally {
		database.close();
	}
}
