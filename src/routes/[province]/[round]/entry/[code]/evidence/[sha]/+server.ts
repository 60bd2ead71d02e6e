import { error } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { entryWords } from '$lib/server/entry/sentences.ts';
import { sendKept } from '../../../../submissions/send-kept.ts';
import type { RequestHandler } from './$types';

/** A file that stands beside the district's draft, or that it sent. */
export const GET: RequestHandler = async ({ params }) => {
	const { entry } = await getApp();
	const file = await entry.evidenceFor(`${params.province}/${params.round}`, params.code, params.sha);
	if (file === null) error(404, entryWords.noEvidence);
	return sendKept(file);
};
