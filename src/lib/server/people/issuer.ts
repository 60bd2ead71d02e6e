// In by way of another office. It only says whose e-mail somebody has: who may come in, and what they may do, is said here.
import type { BetterAuthPlugin } from 'better-auth';
import { Refusal, refuse } from '../refusal.ts';
import { log } from '../running/log.ts';
import type { Store } from '../store/store.ts';
import { readCookie, readSetCookies, type SetCookie } from './cookies.ts';
import { headersFor, type Whence } from './door.ts';
import { readIssuerSettings, type IssuerSettings } from './issuer-settings.ts';
import { dropLinks } from './links.ts';
import { basePath, blockedCode, readRefusal } from './auth-terms.ts';
import type { Auth } from './make-auth.ts';
import type { OpenCore } from './people.ts';
import { record } from './record.ts';
import { findRow } from './rows.ts';
import { peopleWords } from './sentences.ts';
import { tellTried } from './tell-door.ts';
import { actorOf } from './visitor.ts';

/** The name of the one issuer in addresses: `/sign-in/callback/office`. */
export const issuerId = 'office';

/** What the way in is told where the issuer could not be asked. */
export const awayCode = 'away';

export interface IssuerDesk {
	/** what the button says; null where none is set up, or set up wrongly */
	name(): string | null;
	/** where to send a reader, who comes back to `back` on this server; refuses where the issuer cannot be asked */
	start(back: string, from: Whence): Promise<{ readonly address: string; readonly cookies: readonly SetCookie[] }>;
	/** answers what the issuer sends back with a redirect, signed in or with an `error` that `sayError` reads */
	finish(url: URL, from: Whence): Promise<Response>;
	sayError(code: string): string;
}

async function makePlugin(settings: IssuerSettings): Promise<BetterAuthPlugin> {
	const { issuer, client_id, client_secret, name, trust_email } = settings;
	const { genericOAuth } = await import('better-auth/plugins/generic-oauth');
	return genericOAuth({
		config: [
			{
				providerId: issuerId,
				name,
				discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
				clientId: client_id,
				clientSecret: client_secret,
				scopes: ['openid', 'email', 'profile'],
				pkce: true,
				disableSignUp: true,
				requireIdTokenVerification: true,
				...(trust_email ? { mapProfileToUser: () => ({ emailVerified: true }) } : {})
			}
		]
	});
}

export function openIssuer(store: Store, open: () => Promise<OpenCore>, isThere: () => boolean): IssuerDesk {
	// Made when somebody first asks for it: until then nothing goes over the network.
	let made: { readonly settings: string; readonly auth: Auth } | null = null;

	const readSettings = () => readIssuerSettings(store.directory);

	async function authWith(settings: IssuerSettings): Promise<Auth> {
		const text = JSON.stringify(settings);
		if (made?.settings !== text) made = { settings: text, auth: (await open()).makeAuth([await makePlugin(settings)]) };
		return made.auth;
	}

	function mustBeSet(): IssuerSettings {
		const settings = readSettings();
		if (settings === null) throw refuse('oidc', peopleWords.issuerWrong(peopleWords.issuerShape));
		return settings;
	}

	/** Whoever comes in this way for the first time has taken up the invitation. */
	async function welcome(auth: Auth, response: Response, address: string): Promise<void> {
		const core = await open();
		const { name } = (await auth.$context).authCookies.sessionToken;
		const cookies = readSetCookies(response.headers);
		const set = cookies.find((cookie) => cookie.name === name && cookie.maxAge > 0);
		core.sessions.forget();
		const session =
			set === undefined ? null : await core.sessions.find(new Headers({ cookie: `${name}=${set.value}` }));
		const outcome = session === null ? 'refused' : 'in';
		tellTried({ outcome, way: 'issuer', who: session?.person.id ?? null, address });
		if (session === null) return;
		await core.inTurn(async () => {
			const row = await findRow(core.auth, session.person.id);
			if (row === null || row.joined) return;
			await record(core, actorOf({ kind: 'person', person: row.person }), 'join', row.person.id, row.person);
			await (await core.auth.$context).internalAdapter.updateUser(row.person.id, { joined: true });
			await dropLinks(core.auth, row.person.id);
		});
	}

	/** Settings that cannot be used are told where the program was started, and offer nothing. */
	function readName(): string | null {
		try {
			return readSettings()?.name ?? null;
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			log({ level: 'warn', event: 'issuer_unusable', message: error.message });
			return null;
		}
	}

	return {
		name: () => (isThere() ? readName() : null),
		async start(back, from) {
			const settings = mustBeSet();
			const auth = await authWith(settings);
			try {
				const { headers, response } = await auth.api.signInSocial({
					body: {
						provider: issuerId,
						callbackURL: back,
						errorCallbackURL: `${basePath}?back=${encodeURIComponent(back)}`,
						disableRedirect: true
					},
					headers: headersFor(from),
					returnHeaders: true
				});
				if (response.url === undefined) throw refuse('oidc', peopleWords.issuerAway(settings.name));
				return { address: response.url, cookies: readSetCookies(headers) };
			} catch (error) {
				if (readRefusal(error) === null) throw error;
				// It could not be asked what it is; the next who tries asks again.
				made = null;
				throw refuse('oidc', peopleWords.issuerAway(settings.name));
			}
		},
		async finish(url, from) {
			const auth = await authWith(mustBeSet());
			const headers = headersFor(from);
			const cookie = from.headers.get('cookie');
			if (cookie !== null) headers.set('cookie', cookie);
			const core = await open();
			const asked = new URL(url.pathname + url.search, core.origin);
			const before = await core.sessions.find(from.headers);
			const response = await auth.handler(new Request(asked, { headers }));
			const { name } = (await auth.$context).authCookies.sessionToken;
			const fresh = readSetCookies(response.headers).some((one) => one.name === name && one.maxAge > 0);
			if (fresh && before !== null && readCookie(from.headers, name) !== null)
				await core.sessions.end(before.person.id, { only: before.sessionId });
			await welcome(auth, response, from.address);
			return response;
		},
		sayError(code) {
			const name = readName() ?? 'หน่วยงานอื่น';
			if (code === awayCode) return peopleWords.issuerAway(name);
			if (code === blockedCode) return peopleWords.blocked;
			return ['signup_disabled', 'account_not_linked'].includes(code)
				? peopleWords.notInvited(name)
				: peopleWords.issuerFailed(name);
		}
	};
}
