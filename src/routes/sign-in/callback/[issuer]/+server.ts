// Back from the office elsewhere.
import { redirect } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { awayCode } from '$lib/server/people/issuer.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { whenceOf } from '../../../whence.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { people } = await getApp();
	const answer = await people.issuer.finish(event.url, whenceOf(event)).catch((error: unknown) => {
		if (error instanceof Refusal) return null;
		throw error;
	});
	if (answer === null) redirect(303, `/sign-in?error=${awayCode}`);
	return answer;
};
