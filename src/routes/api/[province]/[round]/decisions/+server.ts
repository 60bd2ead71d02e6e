import { json } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { decisionSchema } from '$lib/server/http/api-schemas.ts';
import { actorOf } from '$lib/server/people/visitor.ts';
import { statusOf } from '$lib/server/printing/send-document.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { wayWords } from '$lib/server/rounds/sentences-way.ts';
import { groupsOf } from '$lib/server/rounds/way-desk.ts';
import { decisionsAnswer } from '$lib/server/rounds/decisions-answer.ts';
import { answerOfRound, roundOf } from '../answer-of-round.ts';
import type { RequestHandler } from './$types';

/** How far each result has come that was sent, with the stamps that a decision is given with. */
export const GET: RequestHandler = (event) => answerOfRound(event, (view) => decisionsAnswer(view));

/** Approves or returns results as they were looked at: all of them, or where one has moved none (409, with what moved). */
export const POST: RequestHandler = async (event) => {
	const { request, locals } = event;
	const body: unknown = await request.json().catch(() => null);
	const asked = decisionSchema.safeParse(body);
	if (!asked.success) return json({ error: wayWords.notJson }, { status: 400 });
	const { kind, reason, results } = asked.data;
	const wish = {
		kind,
		results,
		reason: reason ?? '',
		actor: actorOf(locals.visitor),
		groups: groupsOf(locals.visitor)
	};
	try {
		const decided = await (await getApp()).way.decide(roundOf(event), wish);
		if (decided.kind === 'decided') return json({ line: decided.line, results: decided.results });
		return json({ error: wayWords.moved, moved: decided.moved }, { status: 409 });
	} catch (problem) {
		if (!(problem instanceof Refusal)) throw problem;
		const status = problem.problems[0]?.code === 'not_yours' ? 403 : statusOf(problem);
		return json({ error: problem.message }, { status: status === 400 ? 422 : status });
	}
};
