import { findLowest, layHeat } from '$lib/charts/heat.ts';
import { titleHeat } from '$lib/charts/heat-sheet.ts';
import { sectionWords } from '$lib/components/words.ts';
import { findRound } from '../find-round.ts';
import { readAsked, sortRows } from './asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const view = await findRound(params);
	const wanted = url.searchParams.get('section');
	const known = view.agreement.sections.some(({ section }) => section === wanted);
	const map = layHeat(view, known ? wanted : null);
	const asked = { ...readAsked(url.searchParams, map), section: known ? wanted : null };
	const lowest = findLowest(map);
	return {
		asked,
		finding: titleHeat(map),
		lowest: lowest === null ? null : { section: lowest.group.section, indicator: lowest.column.indicator },
		groups: map.groups.map((group) => ({ ...group, words: sectionWords[group.section] ?? group.title })),
		rows: sortRows(map, asked)
	};
};
