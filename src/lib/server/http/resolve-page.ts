// Pages under the policy of svelte.config.js, which Kit sends with the hashes of what it writes into them itself.
import type { RequestEvent, ResolveOptions } from '@sveltejs/kit';
import { liftStyles } from './lift-styles.ts';

const policyHeader = 'content-security-policy';

type Resolve = (event: RequestEvent, options?: ResolveOptions) => Response | Promise<Response>;

/** What Kit resolves, with the styles of its elements in a sheet that the policy names. */
export const resolvePage =
	(resolve: Resolve): Resolve =>
	async (event, options = {}) => {
		const hashes: string[] = [];
		const response = await resolve(event, {
			...options,
			transformPageChunk({ html }) {
				const lifted = liftStyles(html);
				if (lifted.hash !== null) hashes.push(lifted.hash);
				return lifted.html;
			}
		});
		const policy = response.headers.get(policyHeader);
		if (policy !== null && hashes.length > 0)
			response.headers.set(policyHeader, policy.replace('style-src ', `$&${hashes.join(' ')} `));
		return response;
	};

/** What must go along where a page of ours is sent by another answer than its own. */
export function policyOf(page: Response): Readonly<Record<string, string>> {
	const policy = page.headers.get(policyHeader);
	return policy === null ? {} : { [policyHeader]: policy };
}
