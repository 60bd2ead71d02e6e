import { fail, redirect } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { filesOfForm, senderOf } from '$lib/server/imports/read-sent.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { importWords } from '$lib/server/imports/sentences.ts';
import { findRound } from '../find-round.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, setHeaders, locals }) => {
	// What waits is no part of the state that pages are kept for.
	setHeaders({ 'cache-control': 'no-store' });
	const view = await findRound(params);
	const { imports } = await getApp();
	const round = `${params.province}/${params.round}`;
	const received = view.received.map((one) => ({ ...one, receipt: importWords.receiptNumber(round, one.number) }));
	const taken = (url.searchParams.get('taken') ?? '').split(',').map(Number);
	return {
		submitBy: view.agreement.submit_by ?? null,
		received: received.toSorted((a, b) => b.number - a.number),
		taken: received.filter(({ number }) => taken.includes(number)),
		waiting: (await imports.waiting(round)).filter(({ district }) => locals.only === null || district === locals.only),
		office: locals.only === null,
		names: new Map(view.province.districts.map((district) => [district.code, district.name]))
	};
};

export const actions: Actions = {
	default: async ({ params, request, locals }) => {
		const form = await request.formData();
		const sender = senderOf(form.get('sender'));
		const files = await filesOfForm(form);
		if (files.length === 0) return fail(400, { sender, wrong: importWords.noFile });
		const view = await findRound(params);
		const app = await getApp();
		try {
			const { id } = await app.imports.hold(files, { round: view.id, sender, district: locals.only });
			redirect(303, `/${view.id}/submissions/waiting/${id}`);
		} catch (problem) {
			if (!(problem instanceof Refusal)) throw problem;
			return fail(422, { sender, wrong: problem.message });
		}
	}
};
