import { answerDocument } from '../../../../../../answer-document.ts';
import type { RequestHandler } from './$types';

/** The report of one indicator for its work group. */
export const GET: RequestHandler = (event) =>
	answerDocument(event, `${event.params.province}/${event.params.round}`, {
		kind: 'indicator',
		section: event.params.section,
		indicator: event.params.number
	});
