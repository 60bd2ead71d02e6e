import { wrongUse } from '$lib/server/refusal.ts';
import { readRounds } from '$lib/server/printing/send-document.ts';
import { say } from '$lib/server/sentences.ts';
import { answerDocument, answerRefusal } from '../../answer-document.ts';
import type { RequestHandler } from './$types';

/** Rounds compared, `?rounds=2565-1,2565-2` in any order: the latest beside the others; one alone at its reporting dates. */
export const GET: RequestHandler = (event) => {
	const [latest, ...rounds] = readRounds(event.params.province, event.url.searchParams.getAll('rounds'));
	if (latest === undefined) return answerRefusal(event, `${event.params.province}/none`, wrongUse(say.compareTwo));
	return answerDocument(event, latest, { kind: 'comparison', rounds });
};
