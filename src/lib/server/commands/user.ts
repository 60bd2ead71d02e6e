// People at the terminal: whoever may read the store's files may give and take accounts.
import type { App } from '../app.ts';
import { originOfServer } from '../people/people.ts';
import type { PersonLine } from '../people/roster.ts';
import { splitGroups, type GivenScope } from '../people/scope.ts';
import { peopleWords, roleWords } from '../people/sentences.ts';
import { atTerminal, type Person } from '../people/visitor.ts';
import { refuse, wrongUse } from '../refusal.ts';
import { say } from '../sentences.ts';
import type { Command, Desk, Exit, Words } from './command.ts';
import { peopleText, sessionsText } from './user-text.ts';

const usage =
	'user list|invite|add|role|block|unblock|reset|sessions|link [อีเมล] [--name ชื่อ] [--role บทบาท] [--province จังหวัด] [--groups กลุ่ม,กลุ่ม] [--district รหัส] [--end] [--json]';

interface Job {
	readonly words: Words;
	readonly desk: Desk;
	readonly app: App;
}

const json = (value: unknown) => JSON.stringify(value, null, '\t') + '\n';
const addressOf = (path: string) => originOfServer() + path;

async function named({ words, desk, app }: Job): Promise<PersonLine> {
	const [, email] = words.names;
	if (email === undefined) throw wrongUse(say.usage(usage));
	const line = await app.people.find(atTerminal(desk.who), email);
	if (line === null) throw refuse('no_person', peopleWords.noSuchPerson(email));
	return line;
}

/** An office has one province: where all rounds that are at work are of one, it need not be said. */
async function onlyProvince(app: App): Promise<string> {
	const received = (await app.rounds()).filter(({ newest }) => newest !== null);
	const slugs = new Set(received.map(({ province }) => province.slug));
	const [only = ''] = slugs;
	return slugs.size === 1 ? only : '';
}

async function readScopeWords({ words, app }: Job, before: Person | null): Promise<GivenScope> {
	const { name, role, province, groups, district } = words.options;
	return {
		name: name ?? before?.name ?? '',
		role: role ?? before?.role ?? '',
		province: province ?? before?.province ?? (await onlyProvince(app)),
		groups: groups === undefined ? (before?.groups ?? []) : splitGroups(groups),
		district: district ?? before?.district ?? null
	};
}

async function bring(job: Job, verb: 'invite' | 'add'): Promise<void> {
	const { words, desk, app } = job;
	const [, email] = words.names;
	if (email === undefined) throw wrongUse(say.usage(usage));
	const given = { ...(await readScopeWords(job, null)), email };
	const by = atTerminal(desk.who);
	if (verb === 'add') {
		// A line end belongs to how it was sent, not to the password.
		const password = desk.input?.replace(/\r?\n$/, '') ?? '';
		if (password === '') throw wrongUse(peopleWords.passwordFromInput);
		const person = await app.people.add(by, { ...given, password });
		desk.print(words.json ? json({ person }) : peopleWords.added(person.name, roleWords[person.role]) + '\n');
		return;
	}
	const { person, path, until } = await app.people.invite(by, given);
	const address = addressOf(path);
	desk.print(words.json ? json({ person, address, until }) : peopleWords.invited(person.name, address, until) + '\n');
}

async function renew(job: Job): Promise<void> {
	const { words, desk, app } = job;
	const { kind, person, path, until } = await app.people.link(atTerminal(desk.who), (await named(job)).person.id);
	const address = addressOf(path);
	const said = kind === 'join' ? peopleWords.invited : peopleWords.resetLink;
	desk.print(words.json ? json({ kind, person, address, until }) : said(person.name, address, until) + '\n');
}

async function change(job: Job): Promise<void> {
	const { words, desk, app } = job;
	const { person: before } = await named(job);
	const given = await readScopeWords(job, before);
	const person = await app.people.change(atTerminal(desk.who), before.id, given, null);
	desk.print(words.json ? json({ person }) : peopleWords.changed(person.name, roleWords[person.role]) + '\n');
}

async function block(job: Job, verb: 'block' | 'unblock'): Promise<void> {
	const { words, desk, app } = job;
	const person = await app.people[verb](atTerminal(desk.who), (await named(job)).person.id);
	const said = verb === 'block' ? peopleWords.nowBlocked : peopleWords.nowUnblocked;
	desk.print(words.json ? json({ person }) : said(person.name) + '\n');
}

async function sessions(job: Job): Promise<void> {
	const { words, desk, app } = job;
	const { person } = await named(job);
	if (words.flags.includes('end')) {
		await app.people.endAll(atTerminal(desk.who), person.id);
		desk.print(words.json ? json({ person, sessions: [] }) : peopleWords.ended(person.name) + '\n');
		return;
	}
	const open = await app.people.sessions(person.id);
	desk.print(words.json ? json({ person, sessions: open }) : sessionsText(open));
}

/** A link of a process that ends at once would open nothing: only a server's is worth anything. */
async function firstLink({ words, desk, app }: Job): Promise<void> {
	if (app.isDemo()) throw refuse('demo', peopleWords.firstInDemo);
	if (!app.people.serving()) throw refuse('not_serving', peopleWords.firstNeedsServer);
	const path = await app.people.firstLink();
	if (path === null) throw refuse('has_director', peopleWords.firstTaken);
	desk.print(words.json ? json({ address: addressOf(path) }) : peopleWords.first(addressOf(path)) + '\n');
}

export const user: Command = {
	name: 'user',
	usage,
	least: 1,
	most: 2,
	options: ['name', 'role', 'province', 'groups', 'district'],
	flags: ['end'],
	json: true,
	needs: 'store',
	readsInput: ({ names: [verb] }) => verb === 'add',
	async run(words, desk, app): Promise<Exit> {
		const job = { words, desk, app };
		const [verb = '', email] = words.names;
		if ((verb === 'list' || verb === 'link') && email !== undefined) throw wrongUse(say.usage(usage));
		switch (verb) {
			case 'list': {
				const people = await app.people.list(atTerminal(desk.who));
				desk.print(words.json ? json({ people }) : peopleText(people));
				return 0;
			}
			case 'invite':
			case 'add':
				await bring(job, verb);
				return 0;
			case 'role':
				await change(job);
				return 0;
			case 'block':
			case 'unblock':
				await block(job, verb);
				return 0;
			case 'reset':
				await renew(job);
				return 0;
			case 'sessions':
				await sessions(job);
				return 0;
			case 'link':
				await firstLink(job);
				return 0;
			default:
				throw wrongUse(say.usage(usage));
		}
	}
};
