// What somebody who decides on results looks at beside their scores: the values with their stamps, what stood there before, the
// last decision, and what the district showed as proof.
import { scoreKey, type EntryInForce } from '../../ranking/round.ts';
import { listSent, type SentResult } from '../../ranking/way-sent.ts';
import type { GivenDecision } from '../../ranking/way-follow.ts';
import { entryKey } from '../imports/changes.ts';
import { listEvidence, type SentEvidence } from '../entry/evidence.ts';
import type { JournalLine } from '../store/acts.ts';
import type { Store } from '../store/store.ts';
import { entryOf } from '../store/stored-entries.ts';
import valuesBefore from '../store/values_before.sql?raw';
import { presentOf, storeAt, untilOf } from './round-moment.ts';
import type { ScoredRound } from './round-view.ts';
import { stampAll } from './stamps.ts';
import { lastDecisions } from './way-decisions.ts';

/** By `district/section/indicator` unless said. */
export interface WayLook {
	readonly sent: ReadonlyMap<string, SentResult>;
	readonly stamps: ReadonlyMap<string, string>;
	/** by `district/section/indicator/input`, where another value stood before the one in force */
	readonly before: ReadonlyMap<string, EntryInForce>;
	/** the last decision on each, whether it still holds or not */
	readonly decisions: ReadonlyMap<string, GivenDecision>;
	/** of the newest submission that brought any */
	readonly evidence: ReadonlyMap<string, readonly SentEvidence[]>;
}

/** Of a round as it is now, or as it was at its moment. */
export async function lookAtWay(store: Store, view: ScoredRound): Promise<WayLook> {
	const round = presentOf(view.id);
	const until = untilOf(store, view.id) ?? '9999';
	const lines = storeAt(store, until).lines();
	const sent = listSent(view);
	const read = await store.connection().runAndReadAll(valuesBefore, { round, until });
	const before = read.getRowObjects().map(entryOf);
	return {
		sent,
		stamps: stampAll(sent),
		before: new Map(before.map((entry) => [entryKey(entry), entry])),
		decisions: lastDecisions(lines, round),
		evidence: newestEvidence(lines, round)
	};
}

function newestEvidence(lines: readonly JournalLine[], round: string): WayLook['evidence'] {
	const all = Map.groupBy(listEvidence(lines, round), scoreKey);
	return new Map(
		[...all].map(([key, some]) => [key, some.filter(({ submission }) => submission === some.at(-1)?.submission)])
	);
}
