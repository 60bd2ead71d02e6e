import { redirect } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { keepCookies } from '../keep-cookies.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, cookies }) => {
	const { people } = await getApp();
	keepCookies(cookies, await people.signOut(request.headers));
	redirect(303, '/sign-in');
};
