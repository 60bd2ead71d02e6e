import { json } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { statusOf } from '$lib/server/printing/send-document.ts';
import { sendTemplate } from '../../../../[province]/[round]/send-file.ts';
import { roundOf } from '../answer-of-round.ts';
import type { RequestHandler } from './$types';

/** The same bytes as the pages give. */
export const GET: RequestHandler = async ({ params, url }) => {
	try {
		const view = await (await getApp()).round(roundOf({ params, url }));
		return view ? await sendTemplate(view, url) : json({ error: 'ไม่พบรอบนี้' }, { status: 404 });
	} catch (problem) {
		if (!(problem instanceof Refusal)) throw problem;
		return json({ error: problem.message }, { status: statusOf(problem) });
	}
};
