// What SQL could do beside answering: none of it is possible, on any connection there is, whoever should bring a statement in.
import { globSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { readDialect } from '../../src/lib/server/bulk/dialect.ts';
import { readBulkTable } from '../../src/lib/server/bulk/table.ts';
import { archiveFolder, clearIncoming, holdFile, incomingFolder } from '../../src/lib/server/store/archive.ts';
import { createDatabase, openDatabase, openMemory, type Database } from '../../src/lib/server/store/database.ts';
import { sha256 } from '../../src/lib/server/store/durable.ts';
import { withFolder } from './with-store.ts';

/** `HERE` is the store, beside whose database these are asked. */
const statements: readonly (readonly [string, RegExp])[] = [
	["COPY (SELECT 1) TO 'HERE/out.csv'", /disabled/],
	["COPY (SELECT 1) TO 'HERE/archive/out.csv'", /disabled/],
	["COPY (SELECT 1) TO 'HERE/journal.jsonl'", /disabled/],
	["COPY (SELECT 1) TO 'HERE/incoming/../out.csv'", /disabled/],
	["EXPORT DATABASE 'HERE/out'", /disabled/],
	["IMPORT DATABASE '/etc'", /disabled/],
	["ATTACH 'HERE/other.duckdb'", /disabled/],
	["ATTACH 'HERE/people.sqlite' (TYPE sqlite)", /disabled|not exist/],
	["SELECT * FROM read_csv('/etc/passwd')", /disabled/],
	["SELECT * FROM '/etc/passwd'", /not exist/],
	["SELECT * FROM read_text('/etc/passwd')", /disabled/],
	["SELECT * FROM read_text('HERE/people.secret')", /disabled/],
	["SELECT * FROM read_blob('HERE/archive/kept')", /disabled/],
	["SELECT * FROM read_text('HERE/incoming/../people.secret')", /disabled/],
	["SELECT * FROM read_json('/etc/passwd')", /disabled/],
	["SELECT * FROM read_csv('https://example.com/a.csv')", /disabled/],
	["SELECT * FROM sniff_csv('/etc/passwd')", /disabled/],
	["SELECT * FROM glob('/etc/*')", /disabled/],
	['INSTALL httpfs', /disabled/],
	['LOAD httpfs', /disabled/],
	["LOAD 'HERE/own.duckdb_extension'", /disabled/],
	["SELECT getenv('HOME')", /not exist/],
	['SET enable_external_access = true', /locked/],
	['RESET enable_external_access', /locked/],
	['SET lock_configuration = false', /locked/],
	["SET allowed_directories = ['/']", /locked/],
	["SET allowed_paths = ['/etc/passwd']", /locked/],
	['SET autoinstall_known_extensions = true', /locked/],
	["SET temp_directory = 'HERE'", /locked/],
	["SET log_query_path = 'HERE/log'", /locked/],
	["SET profiling_output = 'HERE/out'", /locked/]
];

async function mustRefuseAll(connection: DuckDBConnection, folder: string): Promise<void> {
	for (const [sql, why] of statements)
		await expect(connection.run(sql.replaceAll('HERE', folder)), sql).rejects.toThrow(why);
}

async function withStoreFiles(work: (folder: string) => Promise<void>): Promise<void> {
	await withFolder(async (folder) => {
		for (const name of [archiveFolder(folder), incomingFolder(folder)]) await mkdir(name);
		await writeFile(join(folder, 'people.secret'), 'secret');
		await writeFile(join(archiveFolder(folder), 'kept'), 'kept');
		const before = await readdir(folder);
		await work(folder);
		const made = (await readdir(folder)).filter((name) => !before.includes(name) && !name.startsWith('watphon.duckdb'));
		expect(made).toEqual([]);
		expect(await readdir(archiveFolder(folder))).toEqual(['kept']);
	});
}

const doors: readonly (readonly [string, (path: string) => Promise<Database>])[] = [
	['a new database', createDatabase],
	[
		'a database opened again',
		async (path) => {
			(await createDatabase(path)).close();
			const opened = await openDatabase(path);
			if (opened.kind !== 'open') throw new Error(opened.kind);
			return opened.database;
		}
	],
	['a database in memory', openMemory]
];

describe.each(doors)('%s', (_, open) => {
	test('reaches no file but its own, and its settings stay', async () => {
		await withStoreFiles(async (folder) => {
			const database = await open(join(folder, 'watphon.duckdb'));
			try {
				await mustRefuseAll(database.connection, folder);
				// scoring takes connections of its own
				const other = await database.instance.connect();
				await mustRefuseAll(other, folder);
				other.closeSync();
			} finally {
				database.close();
			}
		});
	});
});

test('a file is read in the one folder that is open, and kept where nothing is', async () => {
	await withFolder(async (folder) => {
		const bytes = new TextEncoder().encode('ก,ข\n1,2\n');
		const database = await createDatabase(join(folder, 'watphon.duckdb'));
		try {
			const held = await holdFile(folder, bytes);
			const read = async (path: string) =>
				(await database.connection.runAndReadAll(`SELECT * FROM read_csv('${path}')`)).getRowsJS();
			expect(await read(held.path)).toHaveLength(1);
			await held.keep(sha256(bytes));
			const kept = join(archiveFolder(folder), sha256(bytes));
			expect(await readFile(kept)).toEqual(Buffer.from(bytes));
			await expect(read(kept)).rejects.toThrow(/disabled/);
			await expect(read(held.path)).rejects.toThrow(/No files found/);

			const left = await holdFile(folder, bytes);
			await clearIncoming(folder);
			await expect(readFile(left.path)).rejects.toThrow('ENOENT');
		} finally {
			database.close();
		}
	});
});

test('one file opens DuckDB, so that there is no other way in', () => {
	const opens = globSync('src/**/*.{ts,js,svelte}').filter((file) =>
		/\bDuckDBInstance\.(?:create|fromCache)|\bDuckDBInstanceCache\b/.test(readFileSync(file, 'utf8'))
	);
	expect(opens.map((file) => file.replaceAll('\\', '/'))).toEqual(['src/lib/server/store/database.ts']);
});

test('names of a large table that would end a statement are names', async () => {
	await withFolder(async (folder) => {
		const database = await createDatabase(join(folder, 'watphon.duckdb'));
		try {
			const names = [
				"4001'); DROP TABLE entry_rows; --",
				"4001' || (SELECT current_database()) || '",
				'4001\\',
				"''",
				'$1',
				'?'
			];
			const lines = names.map((name) => `${name},${name},${name},${name},${name}`);
			const bytes = new TextEncoder().encode(`district,section,indicator,input,value\n${lines.join('\n')}\n`);
			const dialect = readDialect(bytes);
			if (dialect === null) throw new Error('the table is plain');
			const held = await holdFile(folder, bytes);
			const none = { district: ['4001'], section: ['team'], indicator: ['1'], input: ['x'] };
			const read = await readBulkTable(database.connection, held.path, dialect, none);
			const found = [...new Set(names)].sort();
			expect(read).toEqual({ district: found, section: found, indicator: found, input: found });
			const { currentRowCount } = await database.connection.runAndReadAll('SELECT * FROM bulk_rows');
			expect(currentRowCount).toBe(names.length);
			await database.connection.run('SELECT count(*) FROM entry_rows');
		} finally {
			database.close();
		}
	});
});

/** What is put into the text of statements: the expressions between `${` and `}` of every template that holds SQL. */
function listHoles(file: string): readonly string[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	const look = (node: ts.Node): void => {
		if (
			ts.isTemplateExpression(node) &&
			/\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|SET|FROM|ENUM|read_csv)\b/.test(node.getText())
		)
			found.push(...node.templateSpans.map(({ expression }) => expression.getText()));
		node.forEachChild(look);
	};
	look(source);
	return found.map((hole) => `${file.replaceAll('\\', '/').replace('src/lib/server/', '')}: ${hole}`);
}

test('what is put into SQL as text is a number, a word of ours, or quoted: values go as parameters', () => {
	// another one is to be looked at before it is written here
	const holes = globSync('src/lib/**/*.ts').flatMap(listHoles);
	expect([...new Set(holes)].sort()).toMatchInlineSnapshot(`
		[
		  "bulk/bulk.ts: table",
		  "bulk/bulk.ts: whats.map(([what]) => what).join(', ')",
		  "bulk/store.ts: column",
		  "bulk/store.ts: rows",
		  "bulk/table.ts: MOST_ROWS + 1",
		  "bulk/table.ts: MOST_TEXTS + 1",
		  "bulk/table.ts: Math.max(whats * names.district.length - 1, 1)",
		  "bulk/table.ts: SCALED",
		  "bulk/table.ts: [...new Set(places.map(String))].join(', ')",
		  "bulk/table.ts: codeOf('district', names.district)",
		  "bulk/table.ts: codeOf('indicator', indicator)",
		  "bulk/table.ts: codeOf('input', input)",
		  "bulk/table.ts: codeOf('section', names.section)",
		  "bulk/table.ts: column",
		  "bulk/table.ts: indicator.length",
		  "bulk/table.ts: input.length",
		  "bulk/table.ts: line",
		  "bulk/table.ts: quoted(delimiter)",
		  "bulk/table.ts: quoted(path)",
		  "bulk/table.ts: tableAt(path, dialect)",
		  "bulk/table.ts: texts.map(quoted).join(', ')",
		  "bulk/table.ts: types",
		  "bulk/table.ts: whats",
		  "imports/receipt.ts: mostChanges",
		  "imports/receipt.ts: submissionChanges",
		  "scoring/run-rules.ts: stratum",
		  "store/database.ts: quoted(folder)",
		]
	`);
});
