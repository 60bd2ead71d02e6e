// People as their rows say them.
import { z } from 'zod';
import type { Auth } from './make-auth.ts';
import { roles, type Person } from './visitor.ts';
import { sha256 } from '../store/durable.ts';

const rowSchema = z.object({
	id: z.string(),
	name: z.string(),
	email: z.string(),
	role: z.enum(roles),
	province: z.string(),
	groups: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
	district: z.string().nullish(),
	blocked: z.boolean(),
	joined: z.boolean(),
	seenAt: z.date().nullish()
});

/** A person with what the desk alone needs to know. */
export interface Row {
	readonly person: Person;
	/** the invitation was taken up: there is a way to sign in */
	readonly joined: boolean;
	readonly seen: Date | null;
}

export function readRow(row: unknown): Row {
	const { joined, seenAt, district, ...rest } = rowSchema.parse(row);
	return { person: { ...rest, district: district ?? null }, joined, seen: seenAt ?? null };
}

/** What of a person may be written with `rowOf`. */
export type Scope = Pick<Person, 'name' | 'role' | 'province' | 'groups' | 'district'>;

export const rowOf = ({ name, role, province, groups, district }: Scope) => ({
	name,
	role,
	province,
	groups: JSON.stringify(groups),
	district
});

/** Of what was looked at: a form carries it, so that two who change the same do not overwrite each other. */
export const stampOf = ({ name, email, role, province, groups, district, blocked }: Person): string =>
	sha256(JSON.stringify([name, email, role, province, groups, district, blocked])).slice(0, 16);

export async function listRows(auth: Auth): Promise<readonly Row[]> {
	const { adapter } = await auth.$context;
	return (await adapter.findMany({ model: 'user', limit: 10_000 })).map(readRow);
}

export async function findRow(auth: Auth, id: string): Promise<Row | null> {
	const { adapter } = await auth.$context;
	const row = await adapter.findOne({ model: 'user', where: [{ field: 'id', value: id }] });
	return row === null ? null : readRow(row);
}

export async function findRowByEmail(auth: Auth, email: string): Promise<Row | null> {
	const { adapter } = await auth.$context;
	const row = await adapter.findOne({ model: 'user', where: [{ field: 'email', value: email.toLowerCase() }] });
	return row === null ? null : readRow(row);
}
