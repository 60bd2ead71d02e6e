// An office elsewhere that says who somebody is, cut down to what a sign-in asks of it.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a token of an issuer opens at the issuer itself. */
export const accessToken = 'opens-what-the-other-office-has';

export interface Claims {
	readonly sub: string;
	readonly email: string;
	readonly email_verified?: boolean;
	/** signed with a key that is not the issuer's */
	readonly forged?: boolean;
	/** what the answer is bound to, where not to what was asked */
	readonly nonce?: string;
}

export interface FakeIssuer {
	readonly address: string;
	/** what somebody's browser does there: agrees, and is sent back to this address */
	agree(asked: string, claims: Claims): URL;
	/** paths that were asked of it */
	readonly asked: readonly string[];
	close(): void;
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const makeKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

export async function openFakeIssuer(clientId: string): Promise<FakeIssuer> {
	const [key, other] = [makeKey(), makeKey()];
	const asked: string[] = [];
	const codes = new Map<string, { readonly token: string; readonly challenge: string }>();
	let address = '';
	const server = createServer((request, response) => {
		const path = request.url ?? '';
		asked.push(path);
		const answer = (value: unknown, status = 200) =>
			void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
		if (path === '/.well-known/openid-configuration')
			answer({
				issuer: address,
				authorization_endpoint: `${address}/authorize`,
				token_endpoint: `${address}/token`,
				jwks_uri: `${address}/keys`,
				id_token_signing_alg_values_supported: ['RS256']
			});
		else if (path === '/keys')
			answer({ keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] });
		else if (path === '/token')
			void text(request).then((body) => {
				const form = new URLSearchParams(body);
				const known = codes.get(form.get('code') ?? '');
				const verifier = form.get('code_verifier') ?? '';
				const right = known?.challenge === createHash('sha256').update(verifier).digest('base64url');
				if (known === undefined || !right) answer({ error: 'invalid_grant' }, 400);
				else answer({ access_token: accessToken, token_type: 'Bearer', expires_in: 60, id_token: known.token });
			});
		else answer({}, 404);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		address,
		asked,
		agree(where, { forged = false, ...claims }) {
			const query = new URL(where).searchParams;
			const now = Math.floor(Date.now() / 1000);
			const body = { iss: address, aud: clientId, iat: now, exp: now + 60, nonce: query.get('nonce'), ...claims };
			const signed = `${part({ alg: 'RS256', kid: 'one' })}.${part(body)}`;
			const signature = sign('sha256', Buffer.from(signed), (forged ? other : key).privateKey).toString('base64url');
			const code = `code-${codes.size}`;
			codes.set(code, { token: `${signed}.${signature}`, challenge: query.get('code_challenge') ?? '' });
			const back = new URL(query.get('redirect_uri') ?? '');
			back.searchParams.set('code', code);
			back.searchParams.set('state', query.get('state') ?? '');
			return back;
		},
		close: () => void server.close()
	};
}
