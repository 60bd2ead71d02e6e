import type { RequestEvent } from '@sveltejs/kit';
import process from 'node:process';
import { afterEach, expect, test } from 'vitest';
import { readAddress } from '../../src/lib/server/http/client-address.ts';

afterEach(() => {
	for (const name of ['ADDRESS_HEADER', 'XFF_DEPTH']) Reflect.deleteProperty(process.env, name);
});

/** As the adapter answers it: from its own connection, or from the header, counted from its end. */
function asked(forwarded: string | null): RequestEvent {
	const headers = new Headers(forwarded === null ? {} : { 'x-forwarded-for': forwarded });
	const told = forwarded
		?.split(',')
		.at(-Number(process.env.XFF_DEPTH ?? 1))
		?.trim();
	return {
		request: new Request('http://localhost/', { headers }),
		platform: { req: { socket: { remoteAddress: '127.0.0.1' } } },
		getClientAddress() {
			if (process.env.ADDRESS_HEADER === undefined) return '127.0.0.1';
			if (told === undefined) throw new Error('the header is absent');
			return told;
		}
	} as unknown as RequestEvent;
}

const far = '198.51.100.7';
const lied = '10.9.9.9';
test.each([
	['without a setting, what a reader says of himself counts for nothing', undefined, undefined, far, '127.0.0.1'],
	['behind one proxy', 'X-Forwarded-For', undefined, far, far],
	[
		'behind one proxy, what a reader wrote before it counts for nothing',
		'x-forwarded-for',
		'1',
		`${lied}, ${far}`,
		far
	],
	['behind two', 'x-forwarded-for', '2', `${far}, 10.0.0.2`, far],
	['past the proxy, as the command line comes', 'x-forwarded-for', '1', null, '127.0.0.1'],
	['past one of two', 'x-forwarded-for', '2', far, '127.0.0.1']
])('%s', (_, header, depth, forwarded, address) => {
	if (header !== undefined) process.env.ADDRESS_HEADER = header;
	if (depth !== undefined) process.env.XFF_DEPTH = depth;
	expect(readAddress(asked(forwarded))).toBe(address);
});
