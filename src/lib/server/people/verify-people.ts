// Proof that accounts are what the journal says was made of them: who edits people.sqlite by hand is told of.
import process from 'node:process';
import { z } from 'zod';
import type { Problem } from '../../submission/entry.ts';
import { errorAbout } from '../refusal.ts';
import type { JournalLine } from '../store/acts.ts';
import { hasPeopleFile, peopleFile } from './people-file.ts';
import { nameScope, peopleWords, type ScopeName } from './sentences.ts';

const { DatabaseSync } = process.getBuiltinModule('node:sqlite');

type Account = Readonly<Record<ScopeName, string>>;

const rowSchema = z.object({
	id: z.string(),
	name: z.string(),
	role: z.string(),
	province: z.string(),
	groups: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)).join()),
	district: z
		.string()
		.nullable()
		.transform((district) => district ?? ''),
	blocked: z.number().transform(String)
});

/** What the journal says of each account. */
function tellAccounts(lines: readonly JournalLine[]): ReadonlyMap<string, Account> {
	const accounts = new Map<string, Account>();
	for (const line of lines) {
		if (line.act !== 'person') continue;
		const { did, id, name, role, province, groups, district } = line.what;
		const before = accounts.get(id)?.blocked ?? '0';
		const blocked = did === 'block' ? '1' : did === 'unblock' ? '0' : before;
		accounts.set(id, { name, role, province, groups: groups.join(), district: district ?? '', blocked });
	}
	return accounts;
}

interface Found {
	readonly damage: string | null;
	readonly accounts: ReadonlyMap<string, Account>;
}

function readAccounts(store: string): Found {
	if (!hasPeopleFile(store)) return { damage: null, accounts: new Map() };
	try {
		const database = new DatabaseSync(peopleFile(store), { readOnly: true, timeout: 2000 });
		try {
			const said = z.object({ integrity_check: z.string() }).parse(database.prepare('PRAGMA integrity_check').get());
			if (said.integrity_check !== 'ok') return { damage: said.integrity_check, accounts: new Map() };
			const rows = database.prepare('SELECT id, name, role, province, groups, district, blocked FROM user').all();
			return {
				damage: null,
				accounts: new Map(rows.map((row) => rowSchema.parse(row)).map(({ id, ...rest }) => [id, rest]))
			};
		} finally {
			database.close();
		}
	} catch (error) {
		return {
			damage: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
			accounts: new Map()
		};
	}
}

const wrong = (code: string, message: string) => errorAbout('people.sqlite', code, message);

export function checkPeople(store: string, lines: readonly JournalLine[]): readonly Problem[] {
	const { damage, accounts } = readAccounts(store);
	if (damage !== null) return [wrong('people_damaged', peopleWords.fileDamaged(damage))];
	const told = tellAccounts(lines);
	const problems: Problem[] = [];
	for (const [id, account] of accounts) {
		const said = told.get(id);
		if (said === undefined) {
			problems.push(wrong('person_unknown', peopleWords.unknown(account.name)));
			continue;
		}
		const names: readonly ScopeName[] = ['name', 'role', 'province', 'groups', 'district', 'blocked'];
		const unlike = names.filter((name) => account[name] !== said[name]);
		if (unlike.length > 0) problems.push(wrong('person_altered', peopleWords.unlike(said.name, unlike.map(nameScope))));
	}
	for (const [id, { name }] of told)
		if (!accounts.has(id)) problems.push(wrong('person_missing', peopleWords.missing(name)));
	return problems;
}
