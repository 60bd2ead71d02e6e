import { error } from '@sveltejs/kit';
import { nameEdition } from '$lib/ranking/edition.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import { getApp } from '$lib/server/app.ts';
import { editionWords } from '$lib/server/editions/sentences.ts';
import { presentOf } from '$lib/server/rounds/round-moment.ts';
import { findRound } from '../../find-round.ts';
import { shapeChange } from '../shape-change.ts';
import type { PageServerLoad } from './$types';

/** What an edition changed of the one before it; `now` is what the present would change of the last. */
export const load: PageServerLoad = async ({ params }) => {
	const view = await findRound(params);
	const present = presentOf(view.id);
	if (params.n === 'now') return { present, edition: null, change: await changeNow(view) };
	const number = Number(/^\d{1,4}$/.exec(params.n)?.[0] ?? 0);
	const head = view.editions.find((one) => one.number === number);
	if (head === undefined) error(404, editionWords.noSuch(present, number, view.editions.length));
	const published = await findRound({ province: params.province, round: shortOf(nameEdition(present, number)) });
	const change = published.edition?.change ?? null;
	const { published_at, code, reason, sha256 } = head;
	return {
		present,
		edition: { number, published_at, code, reason, sha256, by: published.office.name },
		change: change && shapeChange(published, change)
	};
};

const shortOf = (id: string) => id.slice(id.indexOf('/') + 1);

/** What is not published is shown only where the present is. */
async function changeNow(view: RoundView) {
	if (view.edition !== undefined || view.as_of !== undefined || view.only !== undefined) error(404, 'ไม่พบหน้านี้');
	const change = await (await getApp()).editions.since(view.id);
	return change && shapeChange(view, change);
}
