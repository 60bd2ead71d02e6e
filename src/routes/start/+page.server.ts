import { redirect } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { actorOf } from '$lib/server/people/visitor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const app = await getApp();
	const rounds = (await app.rounds()).filter((round) => round.newest !== null);
	return { demo: rounds.some((round) => round.demo), received: rounds.length };
};

export const actions: Actions = {
	default: async ({ locals }) => {
		const app = await getApp();
		// Only invented results may be put aside from a page: a second press after real results came in changes nothing.
		if ((await app.rounds()).some((round) => round.demo && round.newest !== null)) await app.startClean(actorOf(locals.visitor));
		redirect(303, '/');
	}
};
