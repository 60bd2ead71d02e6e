import { fail } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { actorOf } from '$lib/server/people/visitor.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { listSections } from './list-sections.ts';
import { checkOfficeForm, readOfficeForm, showOffice } from './office-form.ts';
import { readUploads } from './office-uploads.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const app = await getApp();
	const sections = await listSections(app);
	const office = await app.office();
	return {
		sections,
		emblem: office.paper.emblem,
		ownFont: await app.hasOwnFont(),
		values: showOffice(
			office,
			sections.map((s) => s.section)
		)
	};
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const app = await getApp();
		const sections = await listSections(app);
		const form = await request.formData();
		const values = readOfficeForm(
			form,
			sections.map((s) => s.section)
		);
		const uploads = await readUploads(form);
		const before = await app.office();
		const emblem = uploads.emblem === undefined ? before.paper.emblem : uploads.emblem;
		const checked = checkOfficeForm(values, emblem);
		const wrong = { ...checked.wrong, ...uploads.wrong };
		const { carried } = uploads;
		if (checked.office === null || Object.keys(wrong).length > 0) {
			return fail(422, { values, wrong, carried, saved: false });
		}
		try {
			await app.saveOffice(checked.office, actorOf(locals.visitor), uploads.fonts);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const refused = Object.fromEntries(error.problems.map(({ code, message }) => [code, message]));
			return fail(422, { values, wrong: refused, carried: {}, saved: false });
		}
		return { values, wrong: null, carried: {}, saved: true };
	}
};
