// What of a round is another than was published last: said over every page of it, so that nothing published moves silently.
import type { EditionDifference } from '$lib/components/edition-difference.ts';
import { isUnchanged } from '$lib/ranking/edition-change.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import { listCounts } from '$lib/reports/edition/words.ts';
import { getApp } from '$lib/server/app.ts';

/** Null where nothing differs or nothing is published, where it is looked at as it was, and for who may not see what differs. */
export async function findDifference(view: RoundView): Promise<EditionDifference | null> {
	const last = view.editions.at(-1);
	const present = view.as_of === undefined && view.edition === undefined && view.only === undefined;
	if (last === undefined || !present) return null;
	const change = await (await getApp()).editions.since(view.id);
	if (change === null || isUnchanged(change)) return null;
	return { number: last.number, published_at: last.published_at, counts: listCounts(change) };
}
