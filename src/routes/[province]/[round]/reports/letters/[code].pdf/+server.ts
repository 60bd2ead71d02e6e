import { answerDocument } from '../../../../../answer-document.ts';
import type { RequestHandler } from './$types';

/** The outgoing letter to one district. */
export const GET: RequestHandler = (event) =>
	answerDocument(event, `${event.params.province}/${event.params.round}`, {
		kind: 'letter',
		district: event.params.code
	});
