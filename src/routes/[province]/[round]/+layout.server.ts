import { headOf } from '$lib/components/round-head.ts';
import { listEarlier } from './find-earlier.ts';
import { findRound } from './find-round.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params }) => {
	const view = await findRound(params);
	const [before] = await listEarlier(view);
	return { round: headOf(view), before: before?.id ?? null };
};
