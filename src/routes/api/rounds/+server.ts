import { json } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () => {
	const app = await getApp();
	const rounds = (await app.rounds()).map(({ id, province, round, demo, newest }) => ({
		id,
		province: { code: province.code, name: province.name, english: province.english },
		round,
		demo,
		newest
	}));
	return json({ rounds });
};
