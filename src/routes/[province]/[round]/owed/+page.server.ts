import { makeSay } from '$lib/components/say.ts';
import { findRound } from '../find-round.ts';
import { readAsked } from './asked.ts';
import { byDistrict, countOwed, findDue, listOwed, noGroup, openStatuses } from './list-owed.ts';
import { nameGroup, writeByDistrict, writeByGroup } from './write-line.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, parent }) => {
	const view = await findRound(params);
	const { display } = await parent();
	const asked = readAsked(url.searchParams);
	const all = listOwed(view, { group: null, section: null, status: null, district: null });
	const groups = listOwed(view, asked);
	const districts = byDistrict(view, groups);
	const due = findDue(view.agreement, view.newest);
	const heading = {
		round: `${view.agreement.round} จังหวัด${view.province.name}`,
		newest: view.newest,
		due
	};
	const say = makeSay(display.digits);
	return {
		asked,
		due,
		groups: asked.by === 'group' ? groups : [],
		districts: asked.by === 'district' ? districts : [],
		/** of what the filters leave, and of everything */
		counts: openStatuses.map((status) => ({ status, count: countOwed(groups, status) })),
		owing: districts.length,
		whole: countOwed(all),
		choices: {
			groups: [...new Set(view.agreement.sections.flatMap((s) => s.indicators.map((one) => one.work_group)))].map(
				(group) => ({ group: group ?? noGroup, words: nameGroup(group) })
			),
			districts: view.province.districts.map(({ code, name }) => ({ code, name }))
		},
		text: asked.by === 'district' ? writeByDistrict(districts, heading, say) : writeByGroup(groups, heading, say)
	};
};
