import type { RequestEvent } from '@sveltejs/kit';
import type { Whence } from '$lib/server/people/door.ts';

/** Where a request comes from; behind a proxy, as ADDRESS_HEADER says. */
export const whenceOf = ({ request, getClientAddress }: RequestEvent): Whence => ({
	address: getClientAddress(),
	headers: request.headers
});
