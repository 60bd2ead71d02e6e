// In with an e-mail and a password, and out again.
import { refuse } from '../refusal.ts';
import { readSetCookies, type SetCookie } from './cookies.ts';
import { addressHeader, blockedCode, readRefusal } from './auth-terms.ts';
import { judgePassword } from './password-rules.ts';
import { hashPassword, isOutdated, verifyPassword } from './passwords.ts';
import type { Core } from './people.ts';
import { peopleWords } from './sentences.ts';
import { findRowByEmail } from './rows.ts';
import type { SignedIn } from './sessions.ts';
import { tellTried } from './tell-door.ts';

/** Where a request comes from. */
export interface Whence {
	readonly address: string;
	/** of the request: its cookies, and what the browser calls itself */
	readonly headers: Headers;
}

export type SignInAnswer =
	| { readonly kind: 'in'; readonly cookies: readonly SetCookie[] }
	/** `wait` is in seconds, null where there is nothing to wait for */
	| { readonly kind: 'refused'; readonly message: string; readonly wait: number | null };

export interface Door {
	signIn(given: { readonly email: string; readonly password: string }, from: Whence): Promise<SignInAnswer>;
	signOut(headers: Headers): Promise<readonly SetCookie[]>;
	changePassword(me: SignedIn, given: { readonly present: string; readonly next: string }, from: Whence): Promise<void>;
}

const refused = (message: string, wait: number | null = null): SignInAnswer => ({ kind: 'refused', message, wait });
const mostBrowser = 400;

/** What better-auth writes down of a session; nothing else of the request reaches it. */
export const headersFor = ({ address, headers }: Whence): Headers =>
	new Headers({
		[addressHeader]: address,
		'user-agent': (headers.get('user-agent') ?? '').slice(0, mostBrowser)
	});

/** A session that the browser held before is over: nobody goes on in the session of another. */
async function endFormer({ sessions }: Core, headers: Headers): Promise<void> {
	const before = await sessions.find(headers);
	if (before !== null) await sessions.end(before.person.id, { only: before.sessionId });
	sessions.forget();
}

async function findPasswordHash({ auth }: Core, person: string): Promise<string | null> {
	const account = await (await auth.$context).internalAdapter.findCredentialAccount(person);
	return account?.password ?? null;
}

/** Parameters of the hash may have been raised since; only now is the password at hand. */
async function renewHash(core: Core, person: string, password: string): Promise<void> {
	const hash = await findPasswordHash(core, person);
	if (hash === null || !isOutdated(hash)) return;
	await (await core.auth.$context).internalAdapter.updatePassword(person, await hashPassword(password));
}

export function openDoor(open: () => Promise<Core>): Door {
	async function enter(core: Core, email: string, password: string, from: Whence): Promise<SignInAnswer> {
		try {
			const { headers, response } = await core.auth.api.signInEmail({
				body: { email, password },
				headers: headersFor(from),
				returnHeaders: true
			});
			await endFormer(core, from.headers);
			await renewHash(core, response.user.id, password);
			return { kind: 'in', cookies: readSetCookies(headers) };
		} catch (error) {
			const code = readRefusal(error);
			if (code === null) throw error;
			return refused(code === blockedCode ? peopleWords.blocked : peopleWords.wrongPassword);
		}
	}

	return {
		async signIn({ email, password }, from) {
			const core = await open();
			const account = email.trim();
			const wait = core.throttle.begin(account, from.address);
			const answer =
				wait > 0 ? refused(peopleWords.waitBefore(wait), wait) : await enter(core, account, password, from);
			if (answer.kind === 'in') core.throttle.right(account, from.address);
			const outcome = answer.kind === 'in' ? 'in' : wait > 0 ? 'wait' : 'refused';
			const who = (await findRowByEmail(core.auth, account))?.person.id ?? null;
			tellTried({ outcome, way: 'password', who, address: from.address });
			return answer;
		},
		async signOut(headers) {
			const core = await open();
			await endFormer(core, headers);
			const { name, attributes } = (await core.auth.$context).authCookies.sessionToken;
			return [{ name, value: '', maxAge: 0, secure: attributes.secure ?? false }];
		},
		async changePassword({ person, sessionId }, { present, next }, from) {
			const core = await open();
			const wait = core.throttle.begin(person.email, from.address);
			if (wait > 0) throw refuse('present', peopleWords.waitBefore(wait));
			const hash = await findPasswordHash(core, person.id);
			if (hash === null) throw refuse('present', peopleWords.passwordUnknown);
			const told = { way: 'change', who: person.id, address: from.address } as const;
			if (!(await verifyPassword(hash, present))) {
				tellTried({ ...told, outcome: 'refused' });
				throw refuse('present', peopleWords.presentWrong);
			}
			core.throttle.right(person.email, from.address);
			const trouble = judgePassword(next, person);
			if (trouble !== null) throw refuse('password', trouble);
			await (await core.auth.$context).internalAdapter.updatePassword(person.id, await hashPassword(next));
			await core.sessions.end(person.id, { except: sessionId });
			tellTried({ ...told, outcome: 'in' });
		}
	};
}
