import { redirect } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { tellFirstLink } from '$lib/server/people/tell-first-link.ts';
import { actorOf } from '$lib/server/people/visitor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const app = await getApp();
	const rounds = (await app.rounds()).filter((round) => round.newest !== null);
	return { demo: rounds.some((round) => round.demo), received: rounds.length };
};

export const actions: Actions = {
	default: async ({ locals, url }) => {
		const app = await getApp();
		// Only invented results may be put aside from a page: a second press after real results came in changes nothing.
		if ((await app.rounds()).some((round) => round.demo && round.newest !== null))
			await app.startClean(actorOf(locals.visitor));
		// Who looked at the demo had all rights in it: the link that makes the first director is theirs, and stands in the window too.
		const first = await app.people.firstLink();
		if (first !== null) tellFirstLink(url.origin + first);
		redirect(303, first ?? '/');
	}
};
