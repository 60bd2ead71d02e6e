import { fail, redirect } from '@sveltejs/kit';
import { allGroups } from '$lib/ranking/way-groups.ts';
import { scoreKey } from '$lib/ranking/round.ts';
import { getApp } from '$lib/server/app.ts';
import { actorOf, type Visitor } from '$lib/server/people/visitor.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { wayWords } from '$lib/server/rounds/sentences-way.ts';
import { groupsOf } from '$lib/server/rounds/way-desk.ts';
import { sectionWords } from '$lib/components/words.ts';
import { findRound } from '../find-round.ts';
import { askFor, readAsked } from './asked.ts';
import { keyOf, listReview } from './list-review.ts';
import { readChosen, readReason } from './read-chosen.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const view = await findRound(params);
	if (view.edition !== undefined) redirect(303, `/${params.province}/${params.round.split('@')[0] ?? ''}/review`);
	const app = await getApp();
	const asked = readAsked(url.searchParams);
	const groups = groupsOf(locals.visitor);
	const [look, warnings] = [await app.way.look(view.id), await app.audit(view.id)];
	const count = Number(url.searchParams.get('count') ?? 0);
	const did = url.searchParams.get('did');
	return {
		asked,
		list: listReview({ view, look, warnings, groups, asked }),
		/** it can be decided on: not as it was */
		open: view.as_of === undefined && view.edition === undefined,
		groups: allGroups(view.agreement),
		ungrouped: view.agreement.sections.some(({ indicators }) => indicators.some((one) => one.work_group === null)),
		/** what of the letter is the reader's; null is all of it */
		own: groups,
		indicators: view.agreement.sections.flatMap(({ section, title, indicators }) =>
			indicators.map(({ indicator, short }) => ({
				key: keyOf(section, indicator),
				words: `${sectionWords[section] ?? title} ข้อ ${indicator} ${short}`
			}))
		),
		done: (did === 'approve' || did === 'return') && count > 0 ? { did, count } : null
	};
};

/** Most that is said of what stands in the way. */
const mostSaid = 12;

async function decide(kind: 'approve' | 'return', { params, request, locals, url }: RequestEvent) {
	const form = await request.formData();
	const results = readChosen(form);
	const reason = readReason(form);
	const told = { ticked: results.map(scoreKey), reason, moved: [] as readonly { key: string; why: string }[] };
	const visitor: Visitor = locals.visitor;
	const round = `${params.province}/${params.round}`;
	let done: number;
	try {
		const wish = { kind, results, reason, actor: actorOf(visitor), groups: groupsOf(visitor) };
		const decided = await (await getApp()).way.decide(round, wish);
		if (decided.kind === 'moved') {
			const { moved } = decided;
			return fail(409, { ...told, moved, wrong: [wayWords.moved, ...cut(moved.map(({ why }) => why))] });
		}
		done = decided.results;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return fail(422, { ...told, wrong: cut(error.problems.map(({ message }) => message)) });
	}
	const asked = askFor(readAsked(url.searchParams), { tick: null });
	redirect(303, `/${round}/review${asked}${asked === '?' ? '' : '&'}did=${kind}&count=${done}`);
}

const cut = (said: readonly string[]): readonly string[] =>
	said.length > mostSaid ? [...said.slice(0, mostSaid), wayWords.andMore(said.length - mostSaid)] : said;

export const actions: Actions = {
	approve: (event) => decide('approve', event),
	return: (event) => decide('return', event)
};
