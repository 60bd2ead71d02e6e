// Who a cookie stands for, asked at every request and therefore remembered for a moment; a change forgets all of it at once.
import { readCookie } from './cookies.ts';
import { sessionDays } from './auth-terms.ts';
import type { Auth } from './make-auth.ts';
import { readRow } from './rows.ts';
import type { Person } from './visitor.ts';

/** A session nobody used for so long is over. */
export const idleHours = 12;

const hour = 3_600_000;
const remembered = 3000;
const mostRemembered = 2000;
/** How exactly it is known when somebody was last seen. */
const seenEvery = 5 * 60_000;

export interface SignedIn {
	readonly person: Person;
	readonly sessionId: string;
}

export interface OpenSession {
	readonly id: string;
	/** ISO times */
	readonly since: string;
	readonly seen: string;
	readonly address: string;
	/** as the browser calls itself */
	readonly browser: string;
}

interface SessionRow {
	readonly id: string;
	readonly token: string;
	readonly createdAt: Date;
	readonly updatedAt: Date;
	readonly expiresAt: Date;
	readonly ipAddress?: string | null | undefined;
	readonly userAgent?: string | null | undefined;
}

const isOver = ({ createdAt, updatedAt, expiresAt }: SessionRow, now: number) =>
	now >= expiresAt.getTime() ||
	now >= createdAt.getTime() + sessionDays * 24 * hour ||
	now >= updatedAt.getTime() + idleHours * hour;

export interface Sessions {
	find(headers: Headers): Promise<SignedIn | null>;
	/** of a person, the one used last first */
	list(person: string): Promise<readonly OpenSession[]>;
	/** ends one of a person's, or all but one; whether there was any */
	end(person: string, which: { readonly only: string } | { readonly except: string | null }): Promise<boolean>;
	forget(): void;
}

export function openSessions(auth: Auth, now: () => number): Sessions {
	const memo = new Map<string, { readonly found: SignedIn | null; readonly until: number }>();
	let generation = 0;
	const forget = () => {
		memo.clear();
		generation += 1;
	};

	async function look(cookie: string, name: string): Promise<SignedIn | null> {
		const { internalAdapter } = await auth.$context;
		const headers = new Headers({ cookie: `${name}=${cookie}` });
		const answer = await auth.api.getSession({ headers, query: { disableRefresh: true } });
		if (answer === null) return null;
		const { session, user } = answer;
		const { person, seen } = readRow(user);
		if (person.blocked || isOver(session, now())) {
			await internalAdapter.deleteSession(session.token);
			return null;
		}
		const moment = new Date(now());
		if (now() - session.updatedAt.getTime() > seenEvery)
			await internalAdapter.updateSession(session.token, { updatedAt: moment });
		if (seen === null || now() - seen.getTime() > seenEvery)
			await internalAdapter.updateUser(person.id, { seenAt: moment });
		return { person, sessionId: session.id };
	}

	const rowsOf = async (person: string): Promise<readonly SessionRow[]> =>
		await (await auth.$context).internalAdapter.listSessions(person);

	return {
		async find(headers) {
			const { name } = (await auth.$context).authCookies.sessionToken;
			const cookie = readCookie(headers, name);
			if (cookie === null) return null;
			const known = memo.get(cookie);
			if (known !== undefined && now() < known.until) return known.found;
			const started = generation;
			const found = await look(cookie, name);
			// Somebody may have ended it while it was being looked for.
			if (started === generation) {
				if (memo.size >= mostRemembered) memo.clear();
				memo.set(cookie, { found, until: now() + remembered });
			}
			return found;
		},
		async list(person) {
			const rows = (await rowsOf(person)).filter((row) => !isOver(row, now()));
			return rows
				.toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
				.map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
					id,
					since: createdAt.toISOString(),
					seen: updatedAt.toISOString(),
					address: ipAddress ?? '',
					browser: userAgent ?? ''
				}));
		},
		async end(person, which) {
			const rows = await rowsOf(person);
			const ended = rows.filter(({ id }) => ('only' in which ? id === which.only : id !== which.except));
			if (ended.length > 0) await (await auth.$context).internalAdapter.deleteSessions(ended.map(({ token }) => token));
			forget();
			return ended.length > 0;
		},
		forget
	};
}
