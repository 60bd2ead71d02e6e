import { redirect } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { readCode } from '$lib/server/editions/edition-code.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { aboutPublished } from '../about-published.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const code = readCode(params.code);
	if (code !== null && code !== params.code) redirect(303, `/verify/${code}`);
	try {
		const published = aboutPublished(await (await getApp()).editions.verify(params.code));
		return { written: params.code, wrong: null, published, invented: published.demo };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { written: params.code, wrong: error.message, published: null, invented: false };
	}
};
