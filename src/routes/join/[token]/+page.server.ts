import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '$lib/components/form-text.ts';
import { getApp } from '$lib/server/app.ts';
import { judgeRepeated, leastLetters } from '$lib/server/people/password-rules.ts';
import { roleWords } from '$lib/server/people/sentences.ts';
import { listProvinces } from '$lib/server/places.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { keepCookies } from '../../keep-cookies.ts';
import { nameOver } from '../../name-over.ts';
import { whenceOf } from '../../whence.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	// what stands in the address opens an account: it is told to no other server and kept nowhere
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
	const app = await getApp();
	const link = await app.people.look(params.token);
	if (link === null) return { kind: 'dead' as const };
	if (link.kind === 'first') {
		const atWork = new Set((await app.rounds()).map(({ province }) => province.slug));
		const provinces = listProvinces().map(({ slug, name }) => ({ slug, name, first: atWork.has(slug) }));
		return { kind: link.kind, leastLetters, provinces };
	}
	const { name, email, role } = link.person;
	return { kind: link.kind, leastLetters, name, email, role: roleWords[role], over: nameOver(link.person) };
};

export const actions: Actions = {
	default: async (event) => {
		const { people } = await getApp();
		const form = await event.request.formData();
		const text = (name: string) => {
			const value = form.get(name);
			return typeof value === 'string' ? value : '';
		};
		const typed = { name: textOf(form, 'name'), email: textOf(form, 'email'), province: textOf(form, 'province') };
		const password = text('password');
		try {
			judgeRepeated(password, text('again'));
			const answer = await people.join(event.params.token, { ...typed, password }, whenceOf(event));
			if (answer.kind === 'in') keepCookies(event.cookies, answer.cookies);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const wrong = Object.fromEntries(error.problems.map(({ code, message }) => [code, message]));
			return fail(422, { typed, wrong });
		}
		redirect(303, '/');
	}
};
