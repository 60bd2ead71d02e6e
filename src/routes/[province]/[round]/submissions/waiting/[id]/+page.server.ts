import { error, fail, redirect } from '@sveltejs/kit';
import { textOf } from '$lib/components/form-text.ts';
import { getApp } from '$lib/server/app.ts';
import { actorOf } from '$lib/server/people/visitor.ts';
import { importWords } from '$lib/server/imports/sentences.ts';
import { findRound } from '../../../find-round.ts';
import { showOwn, speakOfOthers } from '../../own-files.ts';
import { readAnswers } from './read-answers.ts';
import { shapePreview } from './shape-preview.ts';
import type { Actions, PageServerLoad } from './$types';

/** What waits under this address and is this visitor's to decide; 404 where there is nothing. */
async function findWaiting(round: string, id: string, only: string | null) {
	const waiting = await (await getApp()).imports.preview(round, id);
	if (waiting === null || (only !== null && waiting.bundle.district !== only)) error(404, importWords.gone);
	return waiting;
}

export const load: PageServerLoad = async ({ params, url, setHeaders, locals: { only } }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const view = await findRound(params);
	const { imports } = await getApp();
	const { bundle, preview } = await findWaiting(view.id, params.id, only);
	const shaped = shapePreview(view, showOwn(preview, only));
	const asked = Number(url.searchParams.get('look') ?? NaN);
	const looked = shaped.problems[asked] ?? shaped.problems.find(({ at }) => at.cell !== undefined) ?? null;
	return {
		bundle: { id: bundle.id, sender: bundle.sender, arrived_at: bundle.arrived_at },
		...shaped,
		names: new Map(view.province.districts.map(({ code, name }) => [code, name])),
		/** it speaks of districts that are not the sender's */
		places: only === null,
		foreign: speakOfOthers(preview, only) ? importWords.othersToo : null,
		looked: looked === null ? null : shaped.problems.indexOf(looked),
		shown: url.searchParams.get('district'),
		all: url.searchParams.has('all'),
		excerpt: looked === null ? null : await imports.excerpt(bundle, looked.at)
	};
};

export const actions: Actions = {
	answer: async ({ params, request, locals }) => {
		const { imports } = await getApp();
		const round = `${params.province}/${params.round}`;
		const waiting = await findWaiting(round, params.id, locals.only);
		const answers = readAnswers(await request.formData(), waiting.preview.questions);
		if (answers.length === 0) return fail(400, { wrong: importWords.noAnswer });
		await imports.answer(round, params.id, answers);
		redirect(303, `/${round}/submissions/waiting/${params.id}`);
	},
	drop: async ({ params, locals }) => {
		const round = `${params.province}/${params.round}`;
		await findWaiting(round, params.id, locals.only);
		await (await getApp()).imports.drop(round, params.id);
		redirect(303, `/${round}/submissions`);
	},
	take: async ({ params, request, locals }) => {
		const form = await request.formData();
		const { imports } = await getApp();
		const round = `${params.province}/${params.round}`;
		const { preview } = await findWaiting(round, params.id, locals.only);
		if (speakOfOthers(preview, locals.only)) return fail(403, { wrong: importWords.othersToo });
		const wish = {
			stamp: textOf(form, 'stamp'),
			partly: textOf(form, 'partly') === 'yes',
			actor: actorOf(locals.visitor)
		};
		const taken = await imports.take(round, params.id, wish);
		if (taken.kind === 'gone') error(404, importWords.gone);
		if (taken.kind === 'moved') return fail(409, { wrong: importWords.moved });
		if (taken.kind === 'refused') return fail(422, { wrong: importWords.nothingToTake });
		const [first, ...rest] = taken.receipts;
		const numbers = taken.receipts.map(({ number }) => number).join();
		redirect(
			303,
			first === undefined || rest.length > 0
				? `/${round}/submissions?taken=${numbers}`
				: `/${round}/submissions/${first.receipt}?taken`
		);
	}
};
