import { setTimeout as wait } from 'node:timers/promises';
import { redirect } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { actorOf } from '$lib/server/people/visitor.ts';
import { showRunning } from './show-running.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const app = await getApp();
	const [state, people] = await Promise.all([app.running.look(), app.people.list(actorOf(locals.visitor))]);
	const names = new Map(people.map(({ person }) => [person.id, person.name]));
	return showRunning(state, app.isDemo(), names);
};

/** Milliseconds for which who asked is kept waiting: most stores are proved by then, and of others the page says how it stands. */
const patience = 8_000;

export const actions: Actions = {
	verify: async ({ locals }) => {
		const app = await getApp();
		await Promise.race([app.running.verify(actorOf(locals.visitor)), wait(patience, null, { ref: false })]);
		redirect(303, '/admin#verify');
	}
};
