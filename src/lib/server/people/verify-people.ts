// Proof that accounts are what the journal says was made of them: who edits people.sqlite by hand is told of.
import process from 'node:process';
import { z } from 'zod';
import type { Problem } from '../../submission/entry.ts';
import { errorAbout } from '../refusal.ts';
import type { JournalLine } from '../store/acts.ts';
import { hasPeopleFile, hasTables, peopleFile } from './people-file.ts';
import { nameScope, peopleWords, type ScopeName } from './sentences.ts';
import { tellAccounts, type ToldAccount } from './told-accounts.ts';

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

const asAccount = ({ name, role, province, groups, district, blocked }: ToldAccount): Account => ({
	...{ name, role, province, groups: groups.join(), district: district ?? '' },
	blocked: blocked ? '1' : '0'
});

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
			if (!hasTables(database)) return { damage: null, accounts: new Map() };
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
		const known = told.get(id);
		if (known === undefined) {
			problems.push(wrong('person_unknown', peopleWords.unknown(account.name)));
			continue;
		}
		const said = asAccount(known);
		const names: readonly ScopeName[] = ['name', 'role', 'province', 'groups', 'district', 'blocked'];
		const unlike = names.filter((name) => account[name] !== said[name]);
		if (unlike.length > 0) problems.push(wrong('person_altered', peopleWords.unlike(said.name, unlike.map(nameScope))));
	}
	for (const [id, { name }] of told)
		if (!accounts.has(id)) problems.push(wrong('person_missing', peopleWords.missing(name)));
	return problems;
}
