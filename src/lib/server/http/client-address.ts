// Whose request it is, where a reverse proxy passes it on and where none does.
import type { RequestEvent } from '@sveltejs/kit';
import process from 'node:process';

/** How many addresses a header names, and at least how many the proxies before us must have written. */
const named = (header: string | null): number => (header === null ? 0 : header.split(',').length);
const wanted = (header: string): number => (header === 'x-forwarded-for' ? Number(process.env.XFF_DEPTH ?? 1) : 1);

/**
 * The address that ADDRESS_HEADER tells. What comes without it did not come by the proxy, such as the command line beside this
 * server: it is told by its own connection.
 */
export function readAddress({ request, platform, getClientAddress }: RequestEvent): string {
	const header = (process.env.ADDRESS_HEADER ?? '').toLowerCase();
	const own = platform?.req.socket.remoteAddress;
	if (header === '' || own === undefined || named(request.headers.get(header)) >= wanted(header))
		return getClientAddress();
	return own;
}
