import { answerDocument } from '../../../../../answer-document.ts';
import type { RequestHandler } from './$types';

/** The sheet of one district. */
export const GET: RequestHandler = (event) =>
	answerDocument(event, `${event.params.province}/${event.params.round}`, {
		kind: 'district',
		district: event.params.code
	});
