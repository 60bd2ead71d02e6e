import { getApp, type RoundAtHand } from '$lib/server/app.ts';

export const isNotNull = <Thing>(thing: Thing | null): thing is Thing => thing !== null;

/** Rounds as they were last published, by a moment where one is given (ISO with offset); those never published are left out. */
export async function listPublished(
	rounds: readonly RoundAtHand[],
	until: string | null = null
): Promise<readonly RoundAtHand[]> {
	const app = await getApp();
	const published = await Promise.all(
		rounds.map(async (round) => {
			const view = round.newest === null ? null : await app.round(round.id);
			const last = view?.editions.findLast(({ published_at }) => until === null || published_at <= until);
			return last === undefined ? null : { ...round, id: `${round.id}@e${last.number}`, newest: last.published_at };
		})
	);
	return published.filter(isNotNull);
}
