import { compareThai } from '$lib/thai/words.ts';
import { findRound } from '../find-round.ts';
import { hasNothing, listRankLines } from '../rank-lines.ts';
import type { PageServerLoad } from './$types';

/** Every district with where it stands in each section, in the order of names. */
export const load: PageServerLoad = async ({ params }) => {
	const view = await findRound(params);
	const lines = view.agreement.sections.map((section) => ({
		section: section.section,
		lines: new Map(listRankLines(view, section).map((line) => [line.district, line]))
	}));
	const districts = view.province.districts
		.map(({ code, name }) => ({
			code,
			name,
			sections: lines.map(({ section, lines: mine }) => {
				const line = mine.get(code);
				const heard = line !== undefined && line.percent !== null && !hasNothing(line.scores);
				return { section, place: heard ? line.place : null, percent: heard ? line.percent : null };
			}),
			open: lines.reduce((sum, { lines: mine }) => sum + countOpen(mine.get(code)?.scores ?? []), 0)
		}))
		.toSorted((a, b) => compareThai(a.name, b.name));
	return { districts };
};

const countOpen = (scores: readonly { readonly status: string }[]): number =>
	scores.filter(({ status }) => status !== 'scored' && status !== 'not_applicable').length;
