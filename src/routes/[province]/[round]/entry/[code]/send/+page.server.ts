import { error, fail, redirect } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { entryWords } from '$lib/server/entry/sentences.ts';
import { importWords } from '$lib/server/imports/sentences.ts';
import { actorOf } from '$lib/server/people/visitor.ts';
import { findPresent, findSubject } from '../../find-subject.ts';
import { showEffect } from './show-effect.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders, locals }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const view = await findPresent(params);
	const subject = findSubject(view, params.code);
	const review = await (await getApp()).entry.review(view.id, subject.code);
	const titles = new Map<string, string>(
		view.agreement.sections.flatMap(({ section, indicators }) =>
			indicators.map(({ indicator, title }) => [`${section}/${indicator}`, title] as const)
		)
	);
	const { certify } = entryWords;
	if (review === null) return { subject, certify, review: null };
	const { faults, troubles, preview, evidence, stamp, maySend } = review;
	const indicators = [
		...new Set<string>(
			[...(preview?.entries ?? []), ...evidence, ...faults].map((one) => `${one.section}/${one.indicator}`)
		)
	];
	return {
		subject,
		certify,
		review: {
			stamp,
			maySend,
			troubles,
			counts: preview?.counts ?? null,
			// What is like another district's figures is the office's to look into.
			problems: (preview?.problems ?? [])
				.filter(({ code }) => locals.only === null || code !== 'audit_copied')
				.map(({ severity, message }) => ({ severity, message })),
			indicators: indicators.map((at) => {
				const [section = '', indicator = ''] = at.split('/');
				const isOf = (one: { readonly section: string; readonly indicator: string }) =>
					one.section === section && one.indicator === indicator;
				return {
					section,
					indicator,
					title: titles.get(at) ?? '',
					values: (preview?.entries ?? []).filter(isOf),
					evidence: evidence.filter(isOf),
					faults: faults.filter(isOf),
					effect: subject.whole || preview === null ? null : showEffect(preview, subject.code, section, indicator)
				};
			}),
			touched: preview === null ? 0 : new Set(preview.moves.scores.map(({ district }) => district)).size
		}
	};
};

export const actions: Actions = {
	default: async ({ params, request, locals }) => {
		const view = await findPresent(params);
		const subject = findSubject(view, params.code);
		const form = await request.formData();
		const stamp = form.get('stamp');
		if (form.get('certified') !== 'yes') return fail(400, { wrong: entryWords.notCertified });
		const actor = actorOf(locals.visitor);
		const by = locals.visitor.kind === 'person' ? actor.who : entryWords.onWeb;
		const { entry } = await getApp();
		const sent = await entry.send(view.id, subject.code, { stamp: typeof stamp === 'string' ? stamp : '', actor, by });
		switch (sent.kind) {
			case 'sent': {
				const number = importWords.receiptNumber(view.id, sent.receipt.number);
				redirect(303, `/${view.id}/submissions/${number}?taken`);
				break;
			}
			case 'moved':
				return fail(409, { wrong: entryWords.moved });
			case 'refused':
				return fail(422, { wrong: entryWords.mustBePutRight });
			case 'gone':
				error(409, entryWords.nothingToSend);
		}
	}
};
