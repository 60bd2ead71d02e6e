import { getApp } from '$lib/server/app.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const app = await getApp();
	const rounds = (await app.rounds()).map(({ id, province, round, demo, newest }) => ({
		id,
		province: province.name,
		districts: province.districts.length,
		round,
		demo,
		newest
	}));
	return { rounds, invented: rounds.some((round) => round.demo && round.newest !== null) };
};
