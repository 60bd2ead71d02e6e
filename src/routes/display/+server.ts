// Keeps what the reader chose (digits, theme) in cookies and sends them back to where they stood.
import { redirect } from '@sveltejs/kit';
import { readDigits, readTheme } from '$lib/components/display.ts';
import { textOf } from '$lib/components/form-text.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	const keep = (name: string, value: string | null) => {
		// Offices open this over plain http on their own network: a secure cookie would never come back.
		if (value) cookies.set(name, value, { path: '/', maxAge: 31_536_000, secure: url.protocol === 'https:' });
	};
	keep('digits', readDigits(textOf(form, 'digits')));
	keep('theme', readTheme(textOf(form, 'theme')));
	const back = URL.parse(textOf(form, 'back'), url);
	// Back to a page of ours and nowhere else: a path that begins with two strokes would name another host.
	if (back?.origin !== url.origin || !/^\/(?!\/)/.test(back.pathname) || back.pathname === url.pathname)
		redirect(303, '/');
	back.searchParams.delete('digits');
	back.searchParams.delete('theme');
	redirect(303, back.pathname + back.search);
};
