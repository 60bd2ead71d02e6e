// Where accounts and sessions are: people.sqlite of the store, and the secret that signs the cookies, for nobody else to read.
import { randomBytes } from 'node:crypto';
import { closeSync, chmodSync, existsSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { DatabaseSync as Database } from 'node:sqlite';
import { writeWhole } from '../store/durable.ts';

// Asked for this way because bundlers do not know the module yet and warn of it.
const { DatabaseSync } = process.getBuiltinModule('node:sqlite');

export const peopleFile = (store: string) => join(store, 'people.sqlite');
export const secretFile = (store: string) => join(store, 'people.secret');
/** A store in which nobody was ever given an account has none. */
export const hasPeopleFile = (store: string): boolean => existsSync(peopleFile(store));

const ownerOnly = 0o600;

export async function readSecret(store: string): Promise<string> {
	const file = secretFile(store);
	if (!existsSync(file)) await writeWhole(file, randomBytes(32).toString('hex') + '\n', ownerOnly);
	return (await readFile(file, 'utf8')).trim();
}

/** False where the making of the file was cut off: it is finished when somebody first needs it, and nobody has an account. */
export const hasTables = (database: Database): boolean =>
	database.prepare("SELECT name FROM sqlite_master WHERE name = 'verification'").get() !== undefined;

/** Opens the file, made for its owner alone if there is none. What is committed is on disk. */
export function openPeopleDatabase(store: string): Database {
	const file = peopleFile(store);
	closeSync(openSync(file, 'a', ownerOnly));
	chmodSync(file, ownerOnly);
	const database = new DatabaseSync(file, { timeout: 2000 });
	database.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
	return database;
}
