// The desk where people are invited, sign in and out, and are given or refused what they may do. Accounts lie in a file of their
// own beside the journal, which says who changed what of whom; it is opened when somebody first needs it.
import type { BetterAuthPlugin } from 'better-auth';
import process from 'node:process';
import type { Store } from '../store/store.ts';
import type { SetCookie } from './cookies.ts';
import { openDoor, type SignInAnswer, type Whence } from './door.ts';
import { firstDirector } from './first-director.ts';
import { invitations, type LinkMade, type OpenLink } from './invitations.ts';
import { openIssuer, type IssuerDesk } from './issuer.ts';
import type { Auth } from './make-auth.ts';
import { hasPeopleFile, openPeopleDatabase, readSecret } from './people-file.ts';
import { roster, type GivenPerson, type PersonLine } from './roster.ts';
import { listRows } from './rows.ts';
import type { GivenScope } from './scope.ts';
import { openSessions, type OpenSession, type Sessions, type SignedIn } from './sessions.ts';
import { makeThrottle, type Throttle } from './throttle.ts';
import type { Actor, Person } from './visitor.ts';

export interface PeopleDesk {
	/** whether anybody can sign in */
	any(): Promise<boolean>;
	/** who holds the session of a request's cookies; null where nobody does */
	personOf(headers: Headers): Promise<SignedIn | null>;
	signIn(given: { readonly email: string; readonly password: string }, from: Whence): Promise<SignInAnswer>;
	/** ends the session of a request's cookies */
	signOut(headers: Headers): Promise<readonly SetCookie[]>;
	/** sign-in at an office elsewhere, where one is set up */
	readonly issuer: IssuerDesk;

	/**
	 * The path of a link that makes the first director, the only one that works from now on; null where there is a director.
	 * It lives as long as this process.
	 */
	firstLink(): Promise<string | null>;
	/** this process begins to answer readers: from now on links of the first director are worth something in it */
	beginServing(): void;
	serving(): boolean;
	/** what a link of `/join/` opens; null where it opens nothing (any more) */
	look(token: string): Promise<OpenLink | null>;
	/** takes a link up: sets name and password, and signs in. Refuses a dead link, and what cannot be taken by its field */
	join(token: string, given: GivenJoin, from: Whence): Promise<SignInAnswer>;

	/** those a director or a terminal may manage, by role and name */
	list(by: Actor): Promise<readonly PersonLine[]>;
	/** by id or e-mail; null where there is none that may be managed */
	find(by: Actor, named: string): Promise<PersonLine | null>;
	/** refuses what cannot be taken, the code of each problem being its field, and an e-mail that somebody has */
	invite(by: Actor, given: GivenPerson): Promise<LinkMade>;
	/** an account that works at once; refuses as `invite` does, and a password that cannot be taken */
	add(by: Actor, given: GivenPerson & { readonly password: string }): Promise<Person>;
	/** a new one-time link: an invitation to who has not joined, else one to set a new password */
	link(by: Actor, id: string): Promise<LinkMade>;
	/** `stamp` is of what was looked at; refuses where it moved, and what would leave a province without a director */
	change(by: Actor, id: string, given: GivenScope, stamp: string | null): Promise<Person>;
	/** ends the sessions and links of a person as well; refuses as `change` does */
	block(by: Actor, id: string): Promise<Person>;
	unblock(by: Actor, id: string): Promise<Person>;
	/** the same for somebody of `list`: all sessions end */
	endAll(by: Actor, id: string): Promise<Person>;

	/** one's own */
	sessions(person: string): Promise<readonly OpenSession[]>;
	/** one of one's own, or all but one; false where there was none */
	end(person: string, which: { readonly only: string } | { readonly except: string | null }): Promise<boolean>;
	/** ends every other session; refuses a wrong present password and a new one that cannot be taken */
	changePassword(me: SignedIn, given: { readonly present: string; readonly next: string }, from: Whence): Promise<void>;

	/** writes everybody into a journal that begins anew; for who has the turn */
	recordAll(by: Actor): Promise<void>;
	close(): void;
}

export interface GivenJoin {
	readonly name: string;
	readonly password: string;
	/** of the first director only */
	readonly email?: string;
	readonly province?: string;
}

/** What the parts of the desk work with once the file is open. */
export interface Core {
	readonly store: Store;
	readonly auth: Auth;
	readonly sessions: Sessions;
	readonly throttle: Throttle;
	readonly now: () => number;
	readonly inTurn: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
}

/** The open file, and what more is made over it. */
export interface OpenCore extends Core {
	/** as readers know the server */
	readonly origin: string;
	makeAuth(plugins: BetterAuthPlugin[]): Auth;
	close(): void;
}

/** As readers know the server. */
export const originOfServer = (): string => process.env.ORIGIN ?? `http://localhost:${process.env.PORT ?? '3000'}`;

export interface PeopleWish {
	readonly inTurn: Core['inTurn'];
	/** milliseconds */
	readonly now?: () => number;
}

export function openPeople(store: Store, { inTurn, now = () => Date.now() }: PeopleWish): PeopleDesk {
	const throttle = makeThrottle(now);
	let serving = false;
	let opening: Promise<OpenCore> | null = null;

	async function openCore(): Promise<OpenCore> {
		const { makeAuth, migrate } = await import('./make-auth.ts');
		const secret = await readSecret(store.directory);
		const database = openPeopleDatabase(store.directory);
		const origin = originOfServer();
		const wish = { database, secret, origin, plugins: [] };
		await migrate(wish);
		const auth = makeAuth(wish);
		return {
			...{ store, auth, throttle, now, inTurn, origin },
			sessions: openSessions(auth, now),
			makeAuth: (plugins) => makeAuth({ ...wish, plugins }),
			close: () => database.close()
		};
	}
	const core = () =>
		(opening ??= openCore().catch((error: unknown) => {
			opening = null;
			throw error;
		}));
	const isThere = () => opening !== null || hasPeopleFile(store.directory);

	const first = firstDirector(async () => (isThere() ? await listRows((await core()).auth) : []));
	const door = openDoor(core);
	const links = invitations(core, isThere, first, door);
	const people = roster(core);

	return {
		any: async () => isThere() && (await listRows((await core()).auth)).some(({ joined }) => joined),
		personOf: async (headers) =>
			headers.has('cookie') && isThere() ? await (await core()).sessions.find(headers) : null,
		signIn: (given, from) => door.signIn(given, from),
		signOut: (headers) => door.signOut(headers),
		issuer: openIssuer(store, core, isThere),
		firstLink: () => first.make(),
		beginServing() {
			serving = true;
		},
		serving: () => serving,
		look: (token) => links.look(token),
		join: (token, given, from) => links.join(token, given, from),
		list: async (by) => (isThere() ? await people.list(by) : []),
		find: async (by, named) => (isThere() ? await people.find(by, named) : null),
		invite: (by, given) => links.invite(by, given),
		add: (by, given) => links.add(by, given),
		link: (by, id) => links.renew(by, id),
		change: (by, id, given, stamp) => people.change(by, id, given, stamp),
		block: (by, id) => people.block(by, id),
		unblock: (by, id) => people.unblock(by, id),
		endAll: (by, id) => people.endAll(by, id),
		sessions: async (person) => await (await core()).sessions.list(person),
		end: async (person, which) => await (await core()).sessions.end(person, which),
		changePassword: (me, given, from) => door.changePassword(me, given, from),
		recordAll: async (by) => (isThere() ? await people.recordAll(by) : undefined),
		close() {
			// What is only just opening is closed as soon as it is.
			opening?.then((open) => open.close()).catch(() => undefined);
			opening = null;
		}
	};
}
