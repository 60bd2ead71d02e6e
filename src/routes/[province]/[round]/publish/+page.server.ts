import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '$lib/components/form-text.ts';
import { nameEdition } from '$lib/ranking/edition.ts';
import { countWay } from '$lib/ranking/way-next.ts';
import { getApp } from '$lib/server/app.ts';
import { editionWords } from '$lib/server/editions/sentences.ts';
import { actorOf } from '$lib/server/people/visitor.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { presentOf } from '$lib/server/rounds/round-moment.ts';
import { shapeChange } from '../editions/shape-change.ts';
import { shapePlaces } from '$lib/reports/edition/places.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	const id = `${params.province}/${params.round}`;
	// only the present is published
	if (presentOf(id) !== id) redirect(303, `/${presentOf(id)}/publish`);
	setHeaders({ 'cache-control': 'no-store' });
	const { view, number, stamp, obstacles, change } = await (await getApp()).editions.prepare(id);
	const count = (status: string) => view.answer.scores.filter((score) => score.status === status).length;
	return {
		number,
		stamp,
		obstacles: obstacles.map(({ code, message }) => ({ code, message })),
		change: change && shapeChange(view, change),
		way: countWay(view),
		files: view.received.length,
		open: { not_reported: count('not_reported'), invalid: count('invalid'), undecided: count('undecided') },
		places: shapePlaces(view),
		confirmation: editionWords.confirmation(number)
	};
};

/** As somebody types it: digits of either kind, spaces as they come. */
const plain = (text: string) =>
	text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50)).replace(/\s+/g, '');

export const actions: Actions = {
	default: async ({ params, request, locals, url }) => {
		const form = await request.formData();
		const [reason, stamp, confirmed] = [textOf(form, 'reason'), textOf(form, 'stamp'), textOf(form, 'confirmed')];
		const id = `${params.province}/${params.round}`;
		const { editions } = await getApp();
		const told = { reason, confirmed };
		let number: number;
		try {
			const next = (await editions.prepare(id)).number;
			if (plain(confirmed) !== plain(editionWords.confirmation(next)))
				return fail(422, { ...told, wrong: [editionWords.notConfirmed(next)] });
			const wish = { reason, stamp, origin: url.origin, actor: actorOf(locals.visitor) };
			({ number } = await editions.publish(id, wish));
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const moved = error.problems.some(({ code }) => code === 'moved');
			return fail(moved ? 409 : 422, { ...told, wrong: error.problems.map(({ message }) => message) });
		}
		redirect(303, `/${nameEdition(id, number)}/editions/${number}`);
	}
};
