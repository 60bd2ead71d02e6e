import { zipTemplates } from '$lib/server/imports/template-files.ts';
import { findRound } from '../find-round.ts';
import { sendFile } from '../send-file.ts';
import type { RequestHandler } from './$types';

/** A template for each district, to be sent out. */
export const GET: RequestHandler = async ({ params }) => {
	const { agreement } = await findRound(params);
	return sendFile(await zipTemplates(agreement), 'application/zip');
};
