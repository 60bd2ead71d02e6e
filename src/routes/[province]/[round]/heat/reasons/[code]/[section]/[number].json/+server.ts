import { error, json } from '@sveltejs/kit';
import { explainScore } from '$lib/scoring/explain.ts';
import { findRound } from '../../../../../find-round.ts';
import type { Reason } from '../../../../reason.ts';
import { sayPlaces } from '../../../../say-places.ts';
import type { RequestHandler } from './$types';

/** Why one district got what it got on one indicator, as short as a pop-over shows it. */
export const GET: RequestHandler = async ({ params }) => {
	const view = await findRound(params);
	const { code, section, number } = params;
	const scored = view.answer.scores.some(
		(score) => score.district === code && score.section === section && score.indicator === number
	);
	if (!scored) error(404, 'ไม่พบผลนี้');
	const { headline, next, todo, arithmetic } = explainScore(view, code, section, number);
	const files = Map.groupBy(
		arithmetic.flatMap(({ entry }) => entry ?? []),
		(entry) => entry.at.file
	);
	return json({
		headline,
		next:
			next === null
				? null
				: {
						outcome: next.outcome,
						// The sentence above has named what was not reached already.
						needs: next.needs.filter((need) => !headline.includes(need)),
						worth: next.worth,
						place: next.place
					},
		todo,
		state: view.way.get(`${code}/${section}/${number}`) ?? null,
		review:
			view.edition === undefined
				? `/${view.id}/review?indicator=${section}-${number}&district=${code}&state=all`
				: null,
		sources: [...files].map(([file, entries]) => ({
			file: file.split('/').at(-1) ?? file,
			places: sayPlaces(entries.map(({ at }) => at))
		}))
	} satisfies Reason);
};
