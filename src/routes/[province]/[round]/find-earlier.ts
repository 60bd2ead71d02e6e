import { getApp } from '$lib/server/app.ts';
import type { RoundView } from '$lib/ranking/round.ts';

/** The rounds of the same province that ended before this one began, the latest first; at most `most` of them. */
export async function findEarlier(view: RoundView, most = 3): Promise<readonly RoundView[]> {
	const app = await getApp();
	const province = view.id.split('/')[0];
	const rounds = await app.rounds();
	const before = rounds
		.filter(({ id, from }) => id.split('/')[0] === province && id !== view.id && from < view.agreement.from)
		.sort((a, b) => (a.from < b.from ? 1 : -1))
		.slice(0, most);
	const views = await Promise.all(before.map(({ id }) => app.round(id)));
	return views.filter((one) => one !== null);
}
