import { answerDocument } from '../../../../answer-document.ts';
import type { RequestHandler } from './$types';

/** The outgoing letters to all districts, one after the other. */
export const GET: RequestHandler = (event) =>
	answerDocument(event, `${event.params.province}/${event.params.round}`, { kind: 'letter', district: null });
