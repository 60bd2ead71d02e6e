import { fail } from '@sveltejs/kit';
import { sectionWords } from '$lib/components/words.ts';
import { getApp } from '$lib/server/app.ts';
import { checkOfficeForm, readOfficeForm, showOffice } from './office-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** The sections of all letters at hand, each once. */
async function listSections() {
	const app = await getApp();
	const rounds = await app.rounds();
	const views = await Promise.all(rounds.map((round) => app.round(round.id)));
	const sections = new Map<string, string>();
	for (const view of views) {
		for (const { section, title } of view?.agreement.sections ?? []) {
			if (!sections.has(section)) sections.set(section, sectionWords[section] ?? title);
		}
	}
	return [...sections].map(([section, words]) => ({ section, words }));
}

export const load: PageServerLoad = async () => {
	const app = await getApp();
	const sections = await listSections();
	return {
		sections,
		values: showOffice(
			await app.office(),
			sections.map((s) => s.section)
		)
	};
};

export const actions: Actions = {
	default: async ({ request }) => {
		const sections = await listSections();
		const values = readOfficeForm(
			await request.formData(),
			sections.map((s) => s.section)
		);
		const { office, wrong } = checkOfficeForm(values);
		if (wrong) return fail(422, { values, wrong, saved: false });
		const app = await getApp();
		await app.saveOffice(office);
		return { values, wrong: null, saved: true };
	}
};
