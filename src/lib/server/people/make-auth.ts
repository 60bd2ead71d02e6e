// How better-auth is set up: accounts are made by invitation only, nothing of it is open to the network, nothing is told to anybody.
import { betterAuth, type BetterAuthOptions, type BetterAuthPlugin } from 'better-auth';
import { APIError } from 'better-auth/api';
import { getMigrations } from 'better-auth/db/migration';
import type { DatabaseSync } from 'node:sqlite';
import { tellFault } from '../running/faults.ts';
import { addressHeader, basePath, blockedCode, sessionDays } from './auth-terms.ts';
import { leastLetters, mostLetters } from './password-rules.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

export interface AuthWish {
	readonly database: DatabaseSync;
	readonly secret: string;
	/** as readers know the server: https://kpi.example */
	readonly origin: string;
	readonly plugins: BetterAuthPlugin[];
}

const set = { required: true, input: false } as const;
/** What the other office gives for itself is of no use here, and shall be to nobody else. */
const noTokens = { accessToken: null, refreshToken: null, idToken: null } as const;

function optionsOf({ database, secret, origin, plugins }: AuthWish) {
	return {
		appName: 'watphon',
		database,
		secret,
		baseURL: origin,
		basePath,
		plugins,
		telemetry: { enabled: false },
		rateLimit: { enabled: false },
		logger: { level: 'error', log: (_level, message) => void tellFault(message, { place: 'people' }) },
		onAPIError: { errorURL: basePath },
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: leastLetters,
			// counted in UTF-16 there, in letters here
			maxPasswordLength: 2 * mostLetters,
			password: {
				hash: (password) => hashPassword(password),
				verify: ({ hash, password }) => verifyPassword(hash, password)
			}
		},
		user: {
			additionalFields: {
				role: { type: 'string', ...set },
				/** khon-kaen */
				province: { type: 'string', ...set },
				/** a JSON list */
				groups: { type: 'string', ...set },
				district: { type: 'string', required: false, input: false },
				blocked: { type: 'boolean', ...set },
				/** the invitation was taken up */
				joined: { type: 'boolean', ...set },
				seenAt: { type: 'date', required: false, input: false }
			}
		},
		session: {
			expiresIn: sessionDays * 86_400,
			// Idling is watched by us, with the time a session was last used.
			disableSessionRefresh: true
		},
		account: {
			updateAccountOnSignIn: false,
			accountLinking: { enabled: true, requireLocalEmailVerified: false }
		},
		advanced: {
			cookiePrefix: 'watphon',
			cookies: { session_token: { name: 'session' } },
			useSecureCookies: origin.startsWith('https:'),
			ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 128 }
		},
		databaseHooks: {
			account: {
				create: { before: (account) => Promise.resolve({ data: { ...account, ...noTokens } }) },
				update: { before: (account) => Promise.resolve({ data: { ...account, ...noTokens } }) }
			},
			session: {
				create: {
					async before(session, context) {
						const user = await context?.context.internalAdapter.findUserById(session.userId);
						if (user === null || user === undefined || ('blocked' in user && user.blocked === true))
							throw new APIError('FORBIDDEN', { code: blockedCode, message: blockedCode });
					}
				}
			}
		}
	} satisfies BetterAuthOptions;
}

/** Brings the tables up to what this version needs. */
export async function migrate(wish: AuthWish): Promise<void> {
	const { runMigrations } = await getMigrations(optionsOf(wish));
	await runMigrations();
}

export const makeAuth = (wish: AuthWish) => betterAuth(optionsOf(wish));
export type Auth = ReturnType<typeof makeAuth>;
