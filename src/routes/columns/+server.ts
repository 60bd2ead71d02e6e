// Keeps which columns of the ranking the reader wants in a cookie and sends them back to where they stood.
import { redirect } from '@sveltejs/kit';
import { textOf } from '$lib/components/form-text.ts';
import { isColumn } from '../[province]/[round]/columns.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	const chosen = form
		.getAll('column')
		.filter((one) => typeof one === 'string')
		.filter(isColumn);
	// Offices open this over plain http on their own network: a secure cookie would never come back.
	// None at all is a choice too, told apart from never having chosen by a word of its own.
	cookies.set('columns', chosen.length === 0 ? 'none' : chosen.join('.'), {
		path: '/',
		maxAge: 31_536_000,
		secure: url.protocol === 'https:'
	});
	const back = URL.parse(textOf(form, 'back'), url);
	if (back?.origin !== url.origin || !/^\/(?!\/)/.test(back.pathname) || back.pathname === url.pathname)
		redirect(303, '/');
	redirect(303, back.pathname + back.search);
};
