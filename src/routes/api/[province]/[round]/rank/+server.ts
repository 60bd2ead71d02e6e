import { json } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { rankAnswer } from '$lib/server/rank-answer.ts';
import type { RequestHandler } from './$types';

/** What `kpi rank <round> --json` prints. */
export const GET: RequestHandler = async ({ params }) => {
	const app = await getApp();
	const view = await app.round(`${params.province}/${params.round}`);
	return view ? json(rankAnswer(view)) : json({ error: 'ไม่พบรอบนี้' }, { status: 404 });
};
