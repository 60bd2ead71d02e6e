import { answerTerminal } from '$lib/server/terminal-door.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ request, getClientAddress }) => answerTerminal(request, getClientAddress());
