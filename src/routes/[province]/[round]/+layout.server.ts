import { headOf } from '$lib/components/round-head.ts';
import type { Moments } from '$lib/components/moment-choices.ts';
import { listEarlier } from './find-earlier.ts';
import { findDifference } from './find-difference.ts';
import { findRound } from './find-round.ts';
import { listMoments } from './list-moments.ts';
import { listNext } from './next-lines.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params, locals, parent }) => {
	const view = await findRound(params);
	const [before] = await listEarlier(view);
	const [name = ''] = params.round.split('@');
	const present = view.as_of === undefined ? view : await findRound({ ...params, round: name });
	const times = present.received.map(({ received_at }) => received_at).sort();
	// what is published has no other moments
	const moments: Moments | null =
		view.edition === undefined ? { choices: listMoments(present), first: times[0] ?? null } : null;
	const { closed } = await parent();
	const turns = listNext(view, locals.visitor, closed);
	return { round: headOf(view), before: before?.id ?? null, moments, turns, differs: await findDifference(view) };
};
