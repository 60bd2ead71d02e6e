// To the office elsewhere that says who somebody is.
import { redirect } from '@sveltejs/kit';
import { textOf } from '$lib/components/form-text.ts';
import { getApp } from '$lib/server/app.ts';
import { plainPage } from '$lib/server/http/plain-page.ts';
import { doorWords } from '$lib/server/http/sentences-door.ts';
import { awayCode } from '$lib/server/people/issuer.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { keepCookies } from '../../keep-cookies.ts';
import { readBack } from '../../read-back.ts';
import { whenceOf } from '../../whence.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const { people } = await getApp();
	const back = readBack(textOf(await event.request.formData(), 'back'), event.url);
	const there = await people.issuer.start(back, whenceOf(event)).catch((error: unknown) => {
		if (error instanceof Refusal) return null;
		throw error;
	});
	if (there === null) redirect(303, `/sign-in?error=${awayCode}&back=${encodeURIComponent(back)}`);
	keepCookies(event.cookies, there.cookies);
	// a form of ours is led nowhere else by its policy: a page is, which goes on by itself
	const name = people.issuer.name() ?? '';
	const page = plainPage.write(doorWords.going(name), doorWords.goesByItself, {
		href: there.address,
		words: doorWords.goOn(name)
	});
	return new Response(page, { headers: plainPage.headers });
};
