import { getApp } from '$lib/server/app.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** An office has one province: the first page is its newest round. `/?rounds` shows all there are. */
export const load: PageServerLoad = async ({ url }) => {
	const app = await getApp();
	const all = await app.rounds();
	const reported = all.filter((round) => round.newest !== null);
	const [newest] = reported;
	if (
		newest &&
		!url.searchParams.has('rounds') &&
		reported.every((round) => round.province.code === newest.province.code)
	)
		redirect(307, `/${newest.id}`);
	const rounds = all.map(({ id, province, round, demo, newest }) => ({
		id,
		province: province.name,
		districts: province.districts.length,
		round,
		demo,
		newest
	}));
	return { rounds, invented: rounds.some((round) => round.demo && round.newest !== null) };
};
