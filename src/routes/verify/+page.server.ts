import { fail, redirect } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { readCode } from '$lib/server/editions/edition-code.ts';
import { editionWords } from '$lib/server/editions/sentences.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { aboutPublished } from './about-published.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
	const written = url.searchParams.get('code')?.trim() ?? '';
	const code = written === '' ? null : readCode(written);
	if (code !== null) redirect(303, `/verify/${code}`);
	return { written, wrong: written === '' ? null : editionWords.noCode(written.slice(0, 60)) };
};

export const actions: Actions = {
	default: async ({ request }) => {
		const file = (await request.formData()).get('file');
		if (!(file instanceof File) || file.size === 0) return fail(400, { wrong: editionWords.notPdf, checked: null });
		try {
			const found = await (await getApp()).editions.verifyDocument(new Uint8Array(await file.arrayBuffer()));
			const { kind, message } = found;
			return { wrong: null, checked: { file: file.name, kind, message, published: aboutPublished(found) } };
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return fail(422, { wrong: error.message, checked: null });
		}
	}
};
