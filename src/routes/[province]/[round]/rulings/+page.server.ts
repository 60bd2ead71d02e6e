import { fail } from '@sveltejs/kit';
import { sayTake } from '$lib/agreement/say-ruling.ts';
import { findIndicator } from '$lib/agreement/rule.ts';
import type { Indicator } from '$lib/agreement/schema.ts';
import { textOf } from '$lib/components/form-text.ts';
import { sectionWords } from '$lib/components/words.ts';
import { weighRulings } from '$lib/ranking/ruling-stakes.ts';
import { getApp } from '$lib/server/app.ts';
import { sayWhoAndRole } from '$lib/server/journal/act-words.ts';
import { actorOf } from '$lib/server/people/visitor.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { listProposals } from '$lib/server/rounds/rulings.ts';
import { findRound } from '../find-round.ts';
import { readRulings } from './read-rulings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
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
	const { districts } = view.province;
	const spoken = (reading: string | null, at: string) => ({
		reading: desk.readings[reading ?? ''] ?? null,
		indicator: findIndicator(view.agreement, at),
		nameOf: (code: string) => districts.find((one) => one.code === code)?.name ?? code
	});
	return {
		questions: desk.questions.map((question) => {
			const { ruled, reading, indicator } = question;
			return {
				...question,
				ruledWords: ruled ? sayTake(ruled.take, spoken(reading, indicator)) : null,
				names: question.kind === 'words' ? namesOf(findIndicator(view.agreement, indicator)) : []
			};
		}),
		districts,
		places: view.agreement.sections.flatMap(({ section, indicators }) =>
			indicators.flatMap(({ indicator, weight }) => {
				const at = `${section}/${indicator}`;
				const name = names.get(at);
				return weight === null || !name ? [] : [{ at, ...name }];
			})
		),
		exemptions: desk.exemptions.map(({ ruling, districts: codes }) => ({
			indicator: ruling.indicator,
			codes,
			at: ruling.at,
			reason: ruling.reason,
			words: `${names.get(ruling.indicator)?.words ?? ruling.indicator} ${sayTake(
				{ kind: 'exempt', districts: [...codes] },
				spoken(null, ruling.indicator)
			)}`
		})),
		readings: desk.readings,
		// of one's own district alone no places can be told
		stakes: locals.only === null ? weighRulings(view) : null,
		names,
		idle: new Set(desk.idle.map((one) => `${one.line} ${one.reading ?? ''} ${one.indicator}`)),
		given: desk.given
			.toSorted((a, b) => b.line - a.line)
			.map((one) => {
				const who = sayWhoAndRole(one.who, desk.roles.get(one.line) ?? null);
				return { ...one, who, words: sayTake(one.take, spoken(one.reading, one.indicator)) };
			})
	};
};

/** What a condition in the place of lost words may speak of, with its type before its name. */
function namesOf(indicator: Indicator | null) {
	const types = { bool: 'bool', date: 'moment', datetime: 'moment', list: null } as const;
	const inputs = Object.entries(indicator?.inputs ?? {}).flatMap(([name, { type, label, information }]) => {
		const kind = type in types ? types[type as keyof typeof types] : 'number';
		return kind === null || information === true ? [] : [{ named: `${kind} ${name}`, label }];
	});
	const values = Object.entries(indicator?.values ?? {}).map(([name, { label }]) => ({
		named: `number ${name}`,
		label
	}));
	return [...inputs, ...values];
}

/** What a form that was not yet recorded carries back: what was chosen, why, and what would come of it. */
async function answer(id: string, { rulings, wrong, exempt }: ReturnType<typeof readRulings>, reason: string) {
	const told = { chosen: rulings, exempt, reason, recorded: 0 };
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

const nobody = { indicator: '', districts: [] };

export const actions: Actions = {
	preview: async ({ params, request }) => {
		const form = await request.formData();
		const view = await findRound(params);
		return await answer(view.id, readRulings(form), textOf(form, 'reason'));
	},
	propose: async ({ params, request }) => {
		const form = await request.formData();
		const view = await findRound(params);
		const proposals = listProposals(await (await getApp()).rulings(view.id));
		const chosen = { rulings: proposals, wrong: [], exempt: nobody };
		return await answer(view.id, chosen, textOf(form, 'reason'));
	},
	rule: async ({ params, request, locals }) => {
		const form = await request.formData();
		const { rulings, wrong, exempt } = readRulings(form);
		const reason = textOf(form, 'reason');
		const told = { chosen: rulings, exempt, reason, recorded: 0 };
		if (wrong.length > 0) return fail(422, { ...told, wrong, moves: null });
		const view = await findRound(params);
		try {
			await (await getApp()).rule(view.id, rulings, { ...actorOf(locals.visitor), reason });
		} catch (error) {
			return refused(error, told);
		}
		return { chosen: [], exempt: nobody, reason: '', recorded: rulings.length, wrong: [], moves: null };
	}
};
