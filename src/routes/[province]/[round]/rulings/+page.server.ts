import { fail } from '@sveltejs/kit';
import { sayTake } from '$lib/agreement/say-ruling.ts';
import type { Ruling } from '$lib/agreement/ruling.ts';
import { textOf } from '$lib/components/form-text.ts';
import { sectionWords } from '$lib/components/words.ts';
import { getApp } from '$lib/server/app.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { listProposals } from '$lib/server/rulings.ts';
import { findRound } from '../find-round.ts';
import { readRulings } from './read-rulings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const view = await findRound(params);
	const desk = await (await getApp()).rulings(view.id);
	const names = new Map(
		view.agreement.sections.flatMap((section) =>
			section.indicators.map(({ indicator, short }) => [
				`${section.section}/${indicator}`,
				{ words: `${sectionWords[section.section] ?? section.title} ข้อ ${indicator}`, short }
			])
		)
	);
	return {
		questions: desk.questions.map((question) => {
			const reading = desk.readings[question.reading];
			return { ...question, ruledWords: question.ruled && reading ? sayTake(question.ruled.take, reading) : null };
		}),
		readings: desk.readings,
		names,
		idle: new Set(desk.idle.map((one) => `${one.line} ${one.reading} ${one.indicator}`)),
		given: desk.given
			.toSorted((a, b) => b.line - a.line)
			.map((one) => {
				const reading = desk.readings[one.reading];
				return { ...one, words: reading ? sayTake(one.take, reading) : '' };
			})
	};
};

/** What a form that was not yet recorded carries back: what was chosen, why, and what would come of it. */
async function answer(id: string, rulings: readonly Ruling[], reason: string, wrong: readonly string[]) {
	const told = { chosen: rulings, reason, recorded: 0 };
	if (wrong.length > 0) return fail(422, { ...told, wrong, moves: null });
	try {
		const moves = await (await getApp()).previewRulings(id, rulings);
		return { ...told, wrong, moves };
	} catch (error) {
		return refused(error, told);
	}
}

function refused<Told extends object>(error: unknown, told: Told) {
	if (!(error instanceof Refusal)) throw error;
	return fail(422, { ...told, wrong: error.problems.map((problem) => problem.message), moves: null });
}

export const actions: Actions = {
	preview: async ({ params, request }) => {
		const form = await request.formData();
		const { rulings, wrong } = readRulings(form);
		const view = await findRound(params);
		return await answer(view.id, rulings, textOf(form, 'reason'), wrong);
	},
	propose: async ({ params, request }) => {
		const form = await request.formData();
		const view = await findRound(params);
		const proposals = listProposals(await (await getApp()).rulings(view.id));
		return await answer(view.id, proposals, textOf(form, 'reason'), []);
	},
	rule: async ({ params, request }) => {
		const form = await request.formData();
		const { rulings, wrong } = readRulings(form);
		const reason = textOf(form, 'reason');
		const told = { chosen: rulings, reason, recorded: 0 };
		if (wrong.length > 0) return fail(422, { ...told, wrong, moves: null });
		const view = await findRound(params);
		try {
			await (await getApp()).rule(view.id, rulings, { who: 'web', reason });
		} catch (error) {
			return refused(error, told);
		}
		return { chosen: [], reason: '', recorded: rulings.length, wrong: [], moves: null };
	}
};
