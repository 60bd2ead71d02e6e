import { json } from '@sveltejs/kit';
import { listVisible } from '../../list-visible.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	const rounds = (await listVisible(locals.visitor)).map(({ id, province, round, demo, newest }) => ({
		id,
		province: { code: province.code, name: province.name, english: province.english },
		round,
		demo,
		newest
	}));
	return json({ rounds });
};
