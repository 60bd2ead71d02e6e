// Who has an account, and what each may do.
import { refuse } from '../refusal.ts';
import { compareThai } from '../../thai/words.ts';
import { isActiveDirector } from './first-director.ts';
import { dropLinks, listLinks, type KeptLink } from './links.ts';
import type { Core } from './people.ts';
import { managed, mustManage, provinceManaged, record, wholly } from './record.ts';
import { listRows, rowOf, stampOf, type Row } from './rows.ts';
import { readScope, type GivenScope } from './scope.ts';
import { peopleWords } from './sentences.ts';
import { roles, type Actor, type Person } from './visitor.ts';

export type GivenPerson = GivenScope & { readonly email: string };

export interface PersonLine {
	readonly person: Person;
	readonly state: 'active' | 'invited' | 'blocked';
	/** ISO time they last did something, null before the first time */
	readonly seen: string | null;
	/** a link that waits to be taken up: until when, as ISO time */
	readonly link: { readonly kind: KeptLink['kind']; readonly until: string } | null;
	/** how many machines they are signed in on */
	readonly sessions: number;
	/** of what is shown, for who changes it */
	readonly stamp: string;
}

export interface Roster {
	list(by: Actor): Promise<readonly PersonLine[]>;
	find(by: Actor, named: string): Promise<PersonLine | null>;
	change(by: Actor, id: string, given: GivenScope, stamp: string | null): Promise<Person>;
	block(by: Actor, id: string): Promise<Person>;
	unblock(by: Actor, id: string): Promise<Person>;
	endAll(by: Actor, id: string): Promise<Person>;
	recordAll(by: Actor): Promise<void>;
}

async function lineOf(
	{ sessions }: Core,
	{ person, joined, seen }: Row,
	links: readonly KeptLink[]
): Promise<PersonLine> {
	const link = links.find((one) => one.person === person.id);
	return {
		person,
		state: person.blocked ? 'blocked' : joined ? 'active' : 'invited',
		seen: seen?.toISOString() ?? null,
		link: link === undefined ? null : { kind: link.kind, until: link.expires.toISOString() },
		sessions: (await sessions.list(person.id)).length,
		stamp: stampOf(person)
	};
}

const byRole = (a: Person, b: Person) =>
	roles.indexOf(a.role) - roles.indexOf(b.role) ||
	compareThai(a.district ?? '', b.district ?? '') ||
	compareThai(a.name, b.name);

/** Refuses what would leave a province with nobody to manage it. */
async function mustLeaveDirector({ auth }: Core, row: Row): Promise<void> {
	if (!isActiveDirector(row)) return;
	const others = (await listRows(auth)).filter(
		(other) =>
			isActiveDirector(other) && other.person.id !== row.person.id && other.person.province === row.person.province
	);
	if (others.length === 0) throw refuse('last_director', peopleWords.lastDirector);
}

export function roster(open: () => Promise<Core>): Roster {
	async function list(by: Actor): Promise<readonly PersonLine[]> {
		const core = await open();
		const own = await provinceManaged(core, by);
		const rows = (await listRows(core.auth)).filter(({ person }) => own === null || person.province === own);
		const links = await listLinks(core.auth, core.now());
		const lines = await Promise.all(rows.map((row) => lineOf(core, row, links)));
		return lines.toSorted((a, b) => byRole(a.person, b.person));
	}

	/** One change at a time: it is written down, made, and forgotten nowhere. */
	async function act(by: Actor, id: string, work: (core: Core, row: Row) => Promise<Person>): Promise<Person> {
		const core = await open();
		return await core.inTurn(async () => {
			try {
				return await work(core, await managed(core, by, id));
			} finally {
				core.sessions.forget();
			}
		});
	}

	async function write({ auth }: Core, person: Person, data: Record<string, unknown>): Promise<void> {
		await (await auth.$context).internalAdapter.updateUser(person.id, data);
	}

	return {
		list,
		find: async (by, named) =>
			(await list(by)).find(({ person }) => person.id === named || person.email === named.trim().toLowerCase()) ?? null,
		change: (by, id, given, stamp) =>
			act(by, id, async (core, row) => {
				const { person } = row;
				if (stamp !== null && stamp !== stampOf(person)) throw refuse('moved', peopleWords.moved);
				const scope = readScope(given);
				await mustManage(core, by, scope.province);
				const changed = { ...person, ...scope };
				if (stampOf(changed) === stampOf(person)) return person;
				if (scope.role !== 'director' || scope.province !== person.province) await mustLeaveDirector(core, row);
				await wholly(core, id, async () => {
					await record(core, by, 'change', id, scope);
					await write(core, person, rowOf(scope));
				});
				return changed;
			}),
		block: (by, id) =>
			act(by, id, async (core, row) => {
				const { person } = row;
				if (person.blocked) return person;
				await mustLeaveDirector(core, row);
				await wholly(core, id, async () => {
					await record(core, by, 'block', id, person);
					await write(core, person, { blocked: true });
					await core.sessions.end(id, { except: null });
					await dropLinks(core.auth, id);
				});
				return { ...person, blocked: true };
			}),
		unblock: (by, id) =>
			act(by, id, async (core, { person }) => {
				if (!person.blocked) return person;
				await wholly(core, id, async () => {
					await record(core, by, 'unblock', id, person);
					await write(core, person, { blocked: false });
				});
				return { ...person, blocked: false };
			}),
		endAll: (by, id) =>
			act(by, id, async (core, { person }) => {
				await core.sessions.end(id, { except: null });
				return person;
			}),
		async recordAll(by) {
			const core = await open();
			for (const { person, joined } of await listRows(core.auth)) {
				await record(core, by, joined ? 'join' : 'invite', person.id, person);
				if (person.blocked) await record(core, by, 'block', person.id, person);
			}
		}
	};
}
