import { getApp, type RoundAtHand } from '$lib/server/app.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import { presentOf } from '$lib/server/rounds/round-moment.ts';
import { listPublished } from '../../list-published.ts';

/** The other rounds of the province with results: beside a round as it was as they were, beside an edition what was published by then. */
export async function listBeside(view: RoundView): Promise<readonly RoundAtHand[]> {
	const rounds = (await (await getApp()).rounds(view.as_of ?? null)).filter(
		({ id, province, newest }) =>
			presentOf(id) !== presentOf(view.id) && province.code === view.province.code && newest !== null
	);
	return view.edition === undefined ? rounds : await listPublished(rounds, view.edition.published_at);
}
