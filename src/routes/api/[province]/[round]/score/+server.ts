import { answerOfRound } from '../answer-of-round.ts';
import type { RequestHandler } from './$types';

/** What `kpi score <round> … --json` prints, of the results in force; `?as-of=` for what they were at a moment. */
export const GET: RequestHandler = (event) => answerOfRound(event, (view) => view.answer);
