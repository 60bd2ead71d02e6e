import { rankAnswer } from '$lib/server/rounds/rank-answer.ts';
import { answerOfRound } from '../answer-of-round.ts';
import type { RequestHandler } from './$types';

/** What `kpi rank <round> --json` prints; `?as-of=` for what it printed at a moment. */
export const GET: RequestHandler = (event) => answerOfRound(event, (view) => rankAnswer(view));
