// How somebody comes to have an account: by a one-time link, or made at a terminal.
import { randomUUID } from 'node:crypto';
import { bangkokTime } from '../clock.ts';
import { Refusal, errorAbout, refuse } from '../refusal.ts';
import type { Door, SignInAnswer, Whence } from './door.ts';
import type { FirstDirector } from './first-director.ts';
import { dropLinks, findLink, keepLink, linkPath, type LinkKind } from './links.ts';
import { judgePassword } from './password-rules.ts';
import { hashPassword } from './passwords.ts';
import type { Core, GivenJoin } from './people.ts';
import { managed, mustManage, record, wholly } from './record.ts';
import type { GivenPerson } from './roster.ts';
import { findRow, findRowByEmail, rowOf, type Scope } from './rows.ts';
import { isEmail, readScope } from './scope.ts';
import { peopleWords } from './sentences.ts';
import { actorOf, type Actor, type Person } from './visitor.ts';

/** A link that was just made: it is shown once and kept nowhere. */
export interface LinkMade {
	readonly kind: LinkKind;
	readonly person: Person;
	/** below the server's address */
	readonly path: string;
	/** Bangkok time, with offset */
	readonly until: string;
}

/** What somebody who holds a link is asked. */
export type OpenLink = { readonly kind: 'first' } | { readonly kind: LinkKind; readonly person: Person };

export interface Invitations {
	look(token: string): Promise<OpenLink | null>;
	join(token: string, given: GivenJoin, from: Whence): Promise<SignInAnswer>;
	invite(by: Actor, given: GivenPerson): Promise<LinkMade>;
	add(by: Actor, given: GivenPerson & { readonly password: string }): Promise<Person>;
	renew(by: Actor, id: string): Promise<LinkMade>;
}

const itself = (person: Person): Actor => actorOf({ kind: 'person', person });

/** Reads what is given of a new person; refuses all that is wrong with it at once. */
function readNew(given: GivenPerson, password: string | null): { readonly scope: Scope; readonly email: string } {
	const email = given.email.trim().toLowerCase();
	const problems = [
		...(isEmail(email) ? [] : [errorAbout('', 'email', peopleWords.emailWrong)]),
		...(password === null ? [] : judged(password, { name: given.name, email }))
	];
	try {
		const scope = readScope(given);
		if (problems.length === 0) return { scope, email };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		throw new Refusal([...error.problems, ...problems]);
	}
	throw new Refusal(problems);
}

function judged(password: string, person: { readonly name: string; readonly email: string }) {
	const trouble = judgePassword(password, person);
	return trouble === null ? [] : [errorAbout('', 'password', trouble)];
}

async function mustBeNew({ auth }: Core, email: string): Promise<void> {
	const other = await findRowByEmail(auth, email);
	if (other !== null) throw refuse('email', peopleWords.emailTaken(other.person.name));
}

async function makePerson({ auth }: Core, id: string, scope: Scope, email: string): Promise<Person> {
	const { adapter } = await auth.$context;
	const now = new Date();
	// Blocked until the journal knows of it.
	const fresh = { blocked: true, joined: false, emailVerified: false, createdAt: now, updatedAt: now };
	await adapter.create({ model: 'user', data: { id, email, ...rowOf(scope), ...fresh }, forceAllowId: true });
	return { id, email, ...scope, blocked: false };
}

/** The link goes last: who was cut off before can take it up again. */
async function letIn({ auth, sessions }: Core, { id, name }: Person, hash: string): Promise<void> {
	const { internalAdapter } = await auth.$context;
	if ((await internalAdapter.findCredentialAccount(id)) === null)
		await internalAdapter.linkAccount({ userId: id, providerId: 'credential', accountId: id, password: hash });
	else await internalAdapter.updatePassword(id, hash);
	await internalAdapter.updateUser(id, { joined: true, name });
	await sessions.end(id, { except: null });
	await dropLinks(auth, id);
}

/** Somebody new, invited where there is no hash of a password: the line of the journal is what lets them in. */
async function addPerson(
	core: Core,
	byWhom: (person: Person) => Actor,
	scope: Scope,
	email: string,
	hash: string | null
): Promise<Person> {
	const id = randomUUID();
	return await wholly(core, id, async () => {
		const person = await makePerson(core, id, scope, email);
		if (hash !== null) await letIn(core, person, hash);
		await record(core, byWhom(person), hash === null ? 'invite' : 'join', id, scope);
		return person;
	});
}

export function invitations(
	open: () => Promise<Core>,
	isThere: () => boolean,
	first: FirstDirector,
	door: Door
): Invitations {
	async function findOpen(core: Core, token: string): Promise<Exclude<OpenLink, { kind: 'first' }> | null> {
		const link = await findLink(core.auth, token, core.now());
		const row = link === null ? null : await findRow(core.auth, link.person);
		return link === null || row === null || row.person.blocked ? null : { kind: link.kind, person: row.person };
	}

	async function joinFirst(token: string, given: GivenJoin): Promise<Person> {
		const asked = { ...given, email: given.email ?? '', province: given.province ?? '', groups: [], district: null };
		const { scope, email } = readNew({ ...asked, role: 'director' }, given.password);
		const core = await open();
		const hash = await hashPassword(given.password);
		return await core.inTurn(async () => {
			if (!(await first.opens(token))) throw refuse('link', peopleWords.linkDead);
			await mustBeNew(core, email);
			const person = await addPerson(core, itself, scope, email, hash);
			first.forget();
			return person;
		});
	}

	async function joinInvited(token: string, given: GivenJoin): Promise<Person> {
		const core = await open();
		const before = await findOpen(core, token);
		if (before === null) throw refuse('link', peopleWords.linkDead);
		const name = before.kind === 'join' ? given.name : before.person.name;
		readNew({ ...before.person, name }, given.password);
		const hash = await hashPassword(given.password);
		return await core.inTurn(async () => {
			// Two may have pressed at once: the link is taken up by one of them.
			const now = await findOpen(core, token);
			if (now === null) throw refuse('link', peopleWords.linkDead);
			const person = { ...now.person, ...readScope({ ...now.person, name }) };
			await wholly(core, person.id, async () => {
				await record(core, itself(person), now.kind, person.id, person);
				await letIn(core, person, hash);
			});
			return person;
		});
	}

	async function make(core: Core, by: Actor, given: GivenPerson, password: string | null): Promise<Person> {
		const { scope, email } = readNew(given, password);
		const hash = password === null ? null : await hashPassword(password);
		return await core.inTurn(async () => {
			await mustManage(core, by, scope.province);
			await mustBeNew(core, email);
			return await addPerson(core, () => by, scope, email, hash);
		});
	}

	async function linkFor(core: Core, kind: LinkKind, person: Person): Promise<LinkMade> {
		const token = await keepLink(core.auth, kind, person.id, core.now());
		const until = (await findLink(core.auth, token, core.now()))?.expires ?? new Date(core.now());
		return { kind, person, path: linkPath(token), until: bangkokTime(until) };
	}

	return {
		async look(token) {
			if (await first.opens(token)) return { kind: 'first' };
			return isThere() ? await findOpen(await open(), token) : null;
		},
		async join(token, given, from) {
			const opensFirst = await first.opens(token);
			const { email } = await (opensFirst ? joinFirst(token, given) : joinInvited(token, given));
			return await door.signIn({ email, password: given.password }, from);
		},
		async invite(by, given) {
			const core = await open();
			return await linkFor(core, 'join', await make(core, by, given, null));
		},
		add: async (by, given) => await make(await open(), by, given, given.password),
		async renew(by, id) {
			const core = await open();
			const { person, kind } = await core.inTurn(async () => {
				const row = await managed(core, by, id);
				if (row.person.blocked) throw refuse('blocked', peopleWords.blocked);
				await record(core, by, row.joined ? 'reset' : 'invite', id, row.person);
				return { person: row.person, kind: row.joined ? ('reset' as const) : ('join' as const) };
			});
			return await linkFor(core, kind, person);
		}
	};
}
