import type { Cookies } from '@sveltejs/kit';
import type { SetCookie } from '$lib/server/people/cookies.ts';

/** Sets what signing in and out sets, as it is to go over the wire. */
export function keepCookies(cookies: Cookies, set: readonly SetCookie[]): void {
	for (const { name, value, maxAge, secure } of set)
		cookies.set(name, value, {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure,
			maxAge,
			encode: (text) => text
		});
}
