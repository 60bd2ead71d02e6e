// One-time links: what is kept is only the hash of what stands in them.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { sha256 } from '../store/durable.ts';
import type { Auth } from './make-auth.ts';

export type LinkKind = 'join' | 'reset';

export interface KeptLink {
	readonly kind: LinkKind;
	/** the id of whose it is */
	readonly person: string;
	readonly expires: Date;
}

const day = 86_400_000;
const lives: Readonly<Record<LinkKind, number>> = { join: 7 * day, reset: day };

const valueSchema = z.strictObject({ kind: z.enum(['join', 'reset']), person: z.string() });
const identifierOf = (token: string) => `link:${sha256(token)}`;

export const makeToken = () => randomBytes(32).toString('base64url');
export const linkPath = (token: string) => `/join/${token}`;

interface Row {
	readonly identifier: string;
	readonly value: string;
	readonly expiresAt: Date;
}

function readRow({ value, expiresAt }: Row, now: number): KeptLink | null {
	const { kind, person } = valueSchema.parse(JSON.parse(value));
	return expiresAt.getTime() > now ? { kind, person, expires: expiresAt } : null;
}

const rowsOf = async (auth: Auth): Promise<readonly Row[]> =>
	await (
		await auth.$context
	).adapter.findMany<Row>({
		model: 'verification',
		where: [{ field: 'identifier', operator: 'starts_with', value: 'link:' }],
		limit: 10_000
	});

/** Those that still open something. */
export async function listLinks(auth: Auth, now: number): Promise<readonly KeptLink[]> {
	return (await rowsOf(auth)).map((row) => readRow(row, now)).filter((link) => link !== null);
}

export async function findLink(auth: Auth, token: string, now: number): Promise<KeptLink | null> {
	const { adapter } = await auth.$context;
	const where = [{ field: 'identifier', value: identifierOf(token) }];
	const row = await adapter.findOne<Row>({ model: 'verification', where });
	return row === null ? null : readRow(row, now);
}

/** Every link that somebody has opens nothing any more. */
export async function dropLinks(auth: Auth, person: string): Promise<void> {
	const { adapter } = await auth.$context;
	for (const { identifier, value } of await rowsOf(auth)) {
		if (valueSchema.parse(JSON.parse(value)).person !== person) continue;
		await adapter.deleteMany({ model: 'verification', where: [{ field: 'identifier', value: identifier }] });
	}
}

/** The only link that somebody has from now on; gives its token. */
export async function keepLink(auth: Auth, kind: LinkKind, person: string, now: number): Promise<string> {
	await dropLinks(auth, person);
	const token = makeToken();
	const value = JSON.stringify({ kind, person } satisfies z.infer<typeof valueSchema>);
	const { internalAdapter } = await auth.$context;
	const expiresAt = new Date(now + lives[kind]);
	await internalAdapter.createVerificationValue({ identifier: identifierOf(token), value, expiresAt });
	return token;
}
