import { error } from '@sveltejs/kit';
import { Refusal } from '$lib/server/refusal.ts';
import { statusOf } from '$lib/server/printing/send-document.ts';
import { findRound } from '../find-round.ts';
import { sendTemplate } from '../send-file.ts';
import type { RequestHandler } from './$types';

/** The template of the district that `district` names; of all districts in one workbook where it names none. */
export const GET: RequestHandler = async ({ params, url }) => {
	const view = await findRound(params);
	try {
		return await sendTemplate(view, url);
	} catch (problem) {
		if (!(problem instanceof Refusal)) throw problem;
		error(statusOf(problem), problem.message);
	}
};
