import { fail } from '@sveltejs/kit';
import { textOf } from '$lib/components/form-text.ts';
import { getApp } from '$lib/server/app.ts';
import { findRound } from '../find-round.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const view = await findRound(params);
	return {
		submitBy: view.agreement.submit_by ?? null,
		received: [...view.received].sort((a, b) => b.number - a.number),
		names: new Map(view.province.districts.map((district) => [district.code, district.name]))
	};
};

export const actions: Actions = {
	default: async ({ params, request }) => {
		const form = await request.formData();
		const sender = textOf(form, 'sender');
		// A form sent without a choice carries one nameless empty file.
		const chosen = form.getAll('files').filter((file) => file instanceof File && (file.name !== '' || file.size > 0));
		if (chosen.length === 0) return fail(400, { sender, nothing: true, result: null, names: [] });
		const files = await Promise.all(
			chosen.map(async (file) => {
				const { name } = file as File;
				return { name, bytes: new Uint8Array(await (file as File).arrayBuffer()) };
			})
		);
		const view = await findRound(params);
		const app = await getApp();
		const result = await app.importFiles(files, { round: view.id, sender: sender === '' ? null : sender });
		const told = { sender, nothing: false, result, names: files.map((file) => file.name) };
		return result.accepted ? told : fail(422, told);
	}
};
