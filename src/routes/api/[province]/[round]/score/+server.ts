import { json } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import type { RequestHandler } from './$types';

/** What `kpi score <round> … --json` prints, of the results in force. */
export const GET: RequestHandler = async ({ params }) => {
	const app = await getApp();
	const view = await app.round(`${params.province}/${params.round}`);
	return view ? json(view.answer) : json({ error: 'ไม่พบรอบนี้' }, { status: 404 });
};
