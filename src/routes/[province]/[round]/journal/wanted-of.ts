import type { RoundView } from '$lib/ranking/round.ts';
import type { LinesAsked } from '$lib/server/journal/desk.ts';
import { readAsked, type AskedLines } from '../../../journal/asked.ts';

/** What the address asks of a round's journal: a district that may not see the others yet is told of itself alone. */
export function wantedOf(view: RoundView, url: URL): { readonly asked: AskedLines; readonly wanted: LinesAsked } {
	const asked = readAsked(url.searchParams);
	return { asked, wanted: { ...asked, round: view.id, only: view.only ?? null, office: false } };
}
