import { fileNameOf } from '$lib/server/printing/send-document.ts';
import { sendJournal } from '../../../../journal/send-journal.ts';
import { findRound } from '../../find-round.ts';
import { wantedOf } from '../wanted-of.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
	const view = await findRound(params);
	const name = `${fileNameOf(view.id)}-journal`;
	return await sendJournal(params.file, wantedOf(view, url).wanted, name);
};
