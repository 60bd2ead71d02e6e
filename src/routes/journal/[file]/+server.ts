import { readAsked } from '../asked.ts';
import { sendJournal } from '../send-journal.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, url }) => {
	const { scope, ...asked } = readAsked(url.searchParams);
	return sendJournal(params.file, { ...asked, round: null, only: null, office: scope === 'office' }, 'journal');
};
