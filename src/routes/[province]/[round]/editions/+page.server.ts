import { presentOf } from '$lib/server/rounds/round-moment.ts';
import { findRound } from '../find-round.ts';
import type { PageServerLoad } from './$types';

/** What was published of a round, the newest first; also under the address of an edition, for who sees nothing else. */
export const load: PageServerLoad = async ({ params }) => {
	const view = await findRound(params);
	return {
		present: presentOf(view.id),
		// who did it is the office's to know
		editions: view.editions
			.toReversed()
			.map(({ number, published_at, code, reason }) => ({ number, published_at, code, reason }))
	};
};
