import { redirect } from '@sveltejs/kit';
import { listVisible } from './list-visible.ts';
import type { PageServerLoad } from './$types';

/** An office has one province: the first page is its newest round. `/?rounds` shows all there are. */
export const load: PageServerLoad = async ({ url, locals }) => {
	const all = await listVisible(locals.visitor);
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
	const waits = locals.visitor.kind === 'person' && locals.visitor.person.role === 'viewer';
	return { rounds, waits, invented: rounds.some((round) => round.demo && round.newest !== null) };
};
