import { headOf } from '$lib/components/round-head.ts';
import { findRound } from './find-round.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params }) => ({ round: headOf(await findRound(params)) });
