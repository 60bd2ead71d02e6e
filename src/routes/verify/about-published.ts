// What anybody may know of an edition: the round, when, by which office, whether it was replaced, places as they were published.
import { editionWords } from '$lib/server/editions/sentences.ts';
import type { Published } from '$lib/server/editions/desk.ts';
import { presentOf } from '$lib/server/rounds/round-moment.ts';
import { shapePlaces } from '$lib/reports/edition/places.ts';

export function aboutPublished({ view, later }: Published) {
	const { edition, province, agreement, office, demo } = view;
	return {
		number: edition.number,
		round: agreement.round,
		title: agreement.title,
		province: province.name,
		/** where it can be looked at by who may */
		id: view.id,
		present: presentOf(view.id),
		published_at: edition.published_at,
		by: office.name,
		code: edition.code,
		sha256: edition.sha256,
		reason: edition.reason,
		demo,
		later: later && { number: later.number, published_at: later.published_at, code: later.code },
		newest: editionWords.newest,
		places: shapePlaces(view)
	};
}
