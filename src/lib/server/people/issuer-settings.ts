// Sign-in at another office (OpenID Connect), where this office has set one up: oidc.yaml of the store, or the environment.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { refuse } from '../refusal.ts';
import { isLoopback } from './demo-open.ts';
import { peopleWords } from './sentences.ts';

export const issuerFile = (store: string) => join(store, 'oidc.yaml');

/** Secrets and answers go over the wire: in the clear only within this machine. */
function isSafe(address: string): boolean {
	const url = URL.parse(address);
	return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
}

const schema = z.strictObject({
	issuer: z.string().refine(isSafe, peopleWords.issuerPlain),
	client_id: z.string().min(1),
	client_secret: z.string().min(1),
	/** what the button calls it */
	name: z.string().trim().min(1).max(60),
	/** it vouches for every e-mail it names, also where it does not say `email_verified` */
	trust_email: z.boolean().default(false)
});
export type IssuerSettings = z.infer<typeof schema>;

function readSource(store: string): unknown {
	const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_TRUST_EMAIL } = process.env;
	if (OIDC_ISSUER !== undefined && OIDC_ISSUER !== '') {
		return {
			issuer: OIDC_ISSUER,
			client_id: OIDC_CLIENT_ID,
			client_secret: OIDC_CLIENT_SECRET,
			name: OIDC_NAME ?? new URL(OIDC_ISSUER).hostname,
			trust_email: OIDC_TRUST_EMAIL === 'true'
		};
	}
	const file = issuerFile(store);
	return existsSync(file) ? parse(readFileSync(file, 'utf8')) : null;
}

/** Null where none is set up; refuses settings that cannot be used. */
export function readIssuerSettings(store: string): IssuerSettings | null {
	try {
		const source = readSource(store);
		if (source === null) return null;
		const read = schema.safeParse(source);
		if (read.success) return read.data;
		const said = read.error.issues.map(({ message }) => message).find((message) => message === peopleWords.issuerPlain);
		throw refuse('oidc', peopleWords.issuerWrong(said ?? peopleWords.issuerShape));
	} catch (error) {
		if (error instanceof YAMLParseError || error instanceof TypeError)
			throw refuse('oidc', peopleWords.issuerWrong(peopleWords.issuerShape));
		throw error;
	}
}
