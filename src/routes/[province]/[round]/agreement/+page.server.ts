import { error, fail } from '@sveltejs/kit';
import { readRoundId } from '$lib/agreement/round-id.ts';
import { textOf } from '$lib/components/form-text.ts';
import { getApp } from '$lib/server/app.ts';
import { actorOf } from '$lib/server/people/visitor.ts';
import { findRound } from '../find-round.ts';
import { laySections } from './lay-letter.ts';
import { nextRoundOf } from './next-round-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const view = await findRound(params);
	const { agreement } = view;
	const desk = await (await getApp()).letter(view.id);
	if (!desk) error(404, 'ไม่พบรอบนี้');
	const id = readRoundId(view.id);
	const places = new Set(agreement.sections.flatMap((s) => s.indicators.map((i) => `${s.section}/${i.indicator}`)));
	return {
		title: agreement.title,
		source: agreement.source,
		from: agreement.from,
		to: agreement.to,
		invented: agreement.invented,
		sections: laySections(view, desk),
		findings: desk.findings.filter((one) => !places.has(one.at) && one.severity !== 'note'),
		versions: desk.versions.toReversed(),
		next: id && nextRoundOf(id),
		readings: Object.entries(agreement.readings).map(([id, reading]) => ({ id, ...reading }))
	};
};

/** The file chosen, or the one already looked at, carried by the page byte for byte. */
async function readLetter(form: FormData) {
	const file = form.get('file');
	if (file instanceof File && file.size > 0)
		return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
	const name = textOf(form, 'name');
	const carried = textOf(form, 'carried');
	return carried === '' ? null : { name, bytes: new Uint8Array(Buffer.from(carried, 'base64')) };
}

export const actions: Actions = {
	preview: async ({ request }) => {
		const file = await readLetter(await request.formData());
		if (file === null) return fail(400, { nothing: true, looked: null, added: null });
		const { letter, problems, known, moves } = await (await getApp()).previewLetter(file);
		const looked = {
			name: file.name,
			round: letter?.agreement.agreement ?? null,
			problems,
			known,
			moves,
			carried: letter === null ? '' : Buffer.from(file.bytes).toString('base64')
		};
		return letter === null
			? fail(422, { nothing: false, looked, added: null })
			: { nothing: false, looked, added: null };
	},
	add: async ({ request, locals }) => {
		const file = await readLetter(await request.formData());
		if (file === null) return fail(400, { nothing: true, looked: null, added: null });
		const { accepted, changed, round, problems, versions } = await (
			await getApp()
		).addLetter(file, actorOf(locals.visitor));
		if (accepted && round !== null)
			return { nothing: false, looked: null, added: { round, changed, version: versions.length, problems } };
		const looked = { name: file.name, round: null, problems, known: false, moves: null, carried: '' };
		return fail(422, { nothing: false, looked, added: null });
	}
};
