import { findRound } from '../find-round.ts';
import type { PageServerLoad } from './$types';

/** Every indicator of the letter, with how many results have come in. */
export const load: PageServerLoad = async ({ params }) => {
	const view = await findRound(params);
	const scores = Map.groupBy(view.answer.scores, ({ section, indicator }) => `${section}/${indicator}`);
	return {
		sections: view.agreement.sections.map((section) => ({
			section: section.section,
			title: section.title,
			indicators: section.indicators.map(({ indicator, short, title, weight, work_group: group }) => {
				const due = (scores.get(`${section.section}/${indicator}`) ?? []).filter((s) => s.status !== 'not_applicable');
				return {
					indicator,
					short,
					title,
					weight,
					group,
					due: due.length,
					scored: due.filter((s) => s.status === 'scored').length
				};
			})
		}))
	};
};
