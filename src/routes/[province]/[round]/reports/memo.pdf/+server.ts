import { answerDocument } from '../../../../answer-document.ts';
import type { RequestHandler } from './$types';

/** The memo to the governor. */
export const GET: RequestHandler = (event) =>
	answerDocument(event, `${event.params.province}/${event.params.round}`, { kind: 'memo' });
