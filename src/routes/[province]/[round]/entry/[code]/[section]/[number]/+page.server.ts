import { fail, redirect } from '@sveltejs/kit';
import { readDigits } from '$lib/components/display.ts';
import { makeSay } from '$lib/components/say.ts';
import { sectionWords } from '$lib/components/words.ts';
import { getApp } from '$lib/server/app.ts';
import { entryWords } from '$lib/server/entry/sentences.ts';
import { listItems } from '../../../list-items.ts';
import { findSheet } from './find-sheet.ts';
import { saveSheet } from './save-sheet.ts';
import { showFields, showLevelWords } from './show-fields.ts';
import { showLive } from './show-live.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, cookies, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const sheetOf = await findSheet(params);
	const { view, subject, section, indicator } = sheetOf;
	const app = await getApp();
	const draft = await app.entry.draft(view.id, subject.code);
	const say = makeSay(readDigits(url.searchParams.get('digits')) ?? readDigits(cookies.get('digits')) ?? 'arabic');
	const items = listItems(view, subject, draft);
	const nth = items.findIndex((item) => item.section === section && item.indicator === indicator.indicator);
	const addressOf = (at: number) => {
		const item = items[at];
		return item === undefined ? null : `${item.section}/${item.indicator}`;
	};
	const item = items[nth];
	return {
		subject,
		section,
		sectionWords: sectionWords[section] ?? section,
		indicator: {
			indicator: indicator.indicator,
			title: indicator.title,
			group: indicator.work_group,
			weight: indicator.weight,
			clause: indicator.clause ?? null,
			formula: indicator.formula ?? null,
			notes: indicator.notes ?? []
		},
		state: item === undefined ? null : { state: item.state, drafted: item.drafted },
		returned: item?.returned ?? null,
		fields: showFields(sheetOf),
		...showLevelWords(indicator),
		sent: app.entry
			.evidence(view.id)
			.filter(
				(one) => one.district === subject.code && one.section === section && one.indicator === indicator.indicator
			),
		live: await showLive(app, sheetOf, draft, say),
		previous: addressOf(nth - 1),
		next: addressOf(nth + 1),
		place: { nth: nth + 1, of: items.length }
	};
};

export const actions: Actions = {
	default: async ({ params, url, request, locals }) => {
		const sheetOf = await findSheet(params);
		const form = await request.formData();
		const { clashes, fileFaults } = await saveSheet(await getApp(), sheetOf, form, locals.visitor, makeSay('arabic'));
		if (clashes.length > 0) return fail(409, { clashes, fileFaults, wrong: entryWords.clash });
		if (fileFaults.length > 0) return fail(422, { clashes, fileFaults, wrong: null });
		const base = `/${sheetOf.view.id}/entry/${sheetOf.subject.code}`;
		const then = form.get('then');
		if (then === 'list') redirect(303, base);
		const [, section, number] = (typeof then === 'string' && /^([a-z][a-z0-9_]*)\/(\d+(?:\.\d+)?)$/.exec(then)) || [];
		redirect(303, section === undefined ? url.pathname : `${base}/${section}/${number ?? ''}`);
	}
};
