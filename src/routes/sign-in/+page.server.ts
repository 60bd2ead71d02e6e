import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '$lib/components/form-text.ts';
import { getApp } from '$lib/server/app.ts';
import { keepCookies } from '../keep-cookies.ts';
import { readBack } from '../read-back.ts';
import { whenceOf } from '../whence.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { people } = await getApp();
	const error = url.searchParams.get('error');
	return {
		back: readBack(url.searchParams.get('back'), url),
		any: await people.any(),
		issuer: people.issuer.name(),
		told: error === null ? null : people.issuer.sayError(error),
		as: locals.visitor.kind === 'person' ? locals.visitor.person.name : null
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { people } = await getApp();
		const form = await event.request.formData();
		const email = textOf(form, 'email');
		// spaces at the ends of a password are part of it
		const password = form.get('password');
		const answer = await people.signIn(
			{ email: email.slice(0, 300), password: typeof password === 'string' ? password : '' },
			whenceOf(event)
		);
		if (answer.kind === 'refused') {
			if (answer.wait !== null) event.setHeaders({ 'retry-after': String(answer.wait) });
			return fail(answer.wait === null ? 401 : 429, { email, message: answer.message });
		}
		keepCookies(event.cookies, answer.cookies);
		redirect(303, readBack(textOf(form, 'back'), event.url));
	}
};
