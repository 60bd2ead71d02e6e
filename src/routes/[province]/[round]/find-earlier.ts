import { getRequestEvent } from '$app/server';
import { getApp, type RoundAtHand } from '$lib/server/app.ts';
import { showOnly } from '$lib/ranking/only-district.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import { isNotNull, listPublished } from '../../list-published.ts';

/** The rounds of the same province that ended before this one began, the latest first; at most `most` of them. */
export async function findEarlier(view: RoundView, most = 3): Promise<readonly RoundView[]> {
	const { only } = getRequestEvent().locals;
	const app = await getApp();
	const before = (await listBefore(view)).slice(0, most);
	const views = (await Promise.all(before.map(({ id }) => app.round(id)))).filter(isNotNull);
	return only === null ? views : views.map((one) => showOnly(one, only));
}

/** Those of them that have results, the latest first: what this one can be compared with. */
export const listEarlier = async (view: RoundView): Promise<readonly RoundAtHand[]> =>
	(await listBefore(view)).filter(({ newest }) => newest !== null);

async function listBefore(view: RoundView): Promise<readonly RoundAtHand[]> {
	const province = view.id.split('/')[0];
	// Of a round as it was, the rounds before it as they were.
	const rounds = await (await getApp()).rounds(view.as_of ?? null);
	const before = rounds
		.filter(({ id, from }) => id.split('/')[0] === province && id !== view.id && from < view.agreement.from)
		.toSorted((a, b) => (a.from < b.from ? 1 : -1));
	// What is published stands beside what was published by then, and never moves.
	return view.edition === undefined ? before : await listPublished(before, view.edition.published_at);
}
