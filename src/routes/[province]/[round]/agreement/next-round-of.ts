import type { RoundId } from '$lib/agreement/round-id.ts';

/** The round after a round of the same length, and its id. */
export function nextRoundOf(round: RoundId): { readonly round: RoundId; readonly id: string } {
	const last = round.part === 12 / round.months;
	const next = { ...round, year: last ? round.year + 1 : round.year, part: last ? 1 : round.part + 1 };
	return { round: next, id: `${next.province}/${next.year}-${next.months === 3 ? 'q' : ''}${next.part}` };
}
