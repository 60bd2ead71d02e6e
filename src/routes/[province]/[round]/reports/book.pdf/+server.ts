import { answerDocument } from '../../../../answer-document.ts';
import type { RequestHandler } from './$types';

/** The whole book of the round. */
export const GET: RequestHandler = (event) =>
	answerDocument(event, `${event.params.province}/${event.params.round}`, { kind: 'book' });
