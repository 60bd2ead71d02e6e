// The DuckDB of a store, closed to the outside: it has its own file, and a folder in which files lie that are being read.
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { incomingFolder } from './archive.ts';
import { noLines, type Head } from './journal.ts';
import tables from './tables.sql?raw';

/** Raised when tables.sql changes, so that older files are built again. */
export const layout = 2;

const options = { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false', threads: '2' };

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Shut before anything is asked of it: but for one folder, where there is one, it opens its own file and nothing else. */
async function shut(connection: DuckDBConnection, folder: string | null): Promise<void> {
	if (folder !== null) await connection.run(`SET allowed_directories = [${quoted(folder)}]`);
	await connection.run('SET enable_external_access = false');
	await connection.run('SET lock_configuration = true');
}

export interface Database {
	readonly instance: DuckDBInstance;
	readonly connection: DuckDBConnection;
	close(): void;
}

async function connect(path: string, folder: string | null): Promise<Database> {
	const instance = await DuckDBInstance.create(path, options);
	const connection = await instance.connect();
	await shut(connection, folder);
	return {
		instance,
		connection,
		close() {
			connection.closeSync();
			instance.closeSync();
		}
	};
}

/** A database in memory: for scoring files that are not stored, and for proving the stored one. */
export async function openMemory(): Promise<Database> {
	return await connect(':memory:', null);
}

export async function createTables(connection: DuckDBConnection): Promise<void> {
	await connection.run(tables);
	await connection.run('INSERT INTO applied VALUES ($layout, $line, $hash)', {
		layout,
		line: noLines.n,
		hash: noLines.hash
	});
}

export async function removeDatabase(path: string): Promise<void> {
	await rm(path, { force: true });
	await rm(`${path}.wal`, { force: true });
}

/** An empty database in a new file; one that stood there is gone. */
export async function createDatabase(path: string): Promise<Database> {
	await removeDatabase(path);
	const database = await connect(path, incomingFolder(dirname(resolve(path))));
	await createTables(database.connection);
	return database;
}

export type Opened =
	| {
			readonly kind: 'open';
			readonly database: Database;
			readonly applied: Head;
			readonly letters: ReadonlyMap<string, string>;
	  }
	/** another program, not one of ours, has the file open */
	| { readonly kind: 'locked' }
	| { readonly kind: 'unusable' };

/** Opens a database file and says how far it has come. */
export async function openDatabase(path: string): Promise<Opened> {
	let database: Database | null = null;
	try {
		database = await connect(path, incomingFolder(dirname(resolve(path))));
		const read = await database.connection.runAndReadAll('SELECT layout, line, hash FROM applied');
		const [found, line, hash] = read.getRows()[0] ?? [];
		const letters = await database.connection.runAndReadAll('SELECT round, sha256 FROM letters');
		if (found === layout && typeof line === 'number' && typeof hash === 'string') {
			const digests = new Map(letters.getRows().map(([round, digest]) => [String(round), String(digest)]));
			return { kind: 'open', database, applied: { n: line, hash }, letters: digests };
		}
	} catch (error) {
		if (error instanceof Error && error.message.includes('Could not set lock')) return { kind: 'locked' };
		// Whatever else DuckDB says of its own file, the file can be built again.
	}
	database?.close();
	return { kind: 'unusable' };
}
