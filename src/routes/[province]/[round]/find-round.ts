import { error } from '@sveltejs/kit';
import type { RoundView } from '$lib/ranking/round.ts';
import { getApp } from '$lib/server/app.ts';

/** The round an address names; 404 where there is none. */
export async function findRound(params: { province: string; round: string }): Promise<RoundView> {
	const app = await getApp();
	const view = await app.round(`${params.province}/${params.round}`);
	if (!view) error(404, 'ไม่พบรอบนี้');
	return view;
}
