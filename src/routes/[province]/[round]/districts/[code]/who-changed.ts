// Who changed the values that a result rests on: who took each file, and what was decided on them since.
import { scoreKey, type EntryInForce, type RoundView } from '$lib/ranking/round.ts';
import type { IndicatorScore } from '$lib/scoring/results.ts';
import type { SaidTrace } from '$lib/server/journal/say-trace.ts';
import { tellValues, type ToldEvidence } from '$lib/server/journal/tell-values.ts';
import type { RoundTraces } from '$lib/server/journal/trace.ts';

export interface WhoChanged {
	/** by the number of the submission */
	readonly taken: ReadonlyMap<number, SaidTrace>;
	/** approved, returned, published while these values were in force, in the order in which it was done */
	readonly then: readonly SaidTrace[];
	readonly proofs: readonly ToldEvidence[];
}

/** `entries`: those in force that the score was worked out from. */
export function tellWhoChanged(
	view: RoundView,
	score: IndicatorScore,
	entries: readonly EntryInForce[],
	traces: RoundTraces
): WhoChanged {
	const [round = ''] = view.id.split('@');
	const told = tellValues(round, entries, traces, score, view.way.get(scoreKey(score)) ?? null);
	const then = new Map(told.flatMap((one) => one.then.map((trace) => [trace.line, trace] as const)));
	const proofs = new Map(told.flatMap((one) => one.proofs.map((proof) => [JSON.stringify(proof), proof] as const)));
	return {
		taken: new Map(told.flatMap((one) => (one.taken === null ? [] : [[one.submission, one.taken] as const]))),
		then: [...then.values()].sort((a, b) => a.line - b.line),
		proofs: [...proofs.values()]
	};
}
