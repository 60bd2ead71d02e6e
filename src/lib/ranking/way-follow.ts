// How far each result has come: from what was sent of it and what was decided, in the order of the journal.
import { scoreKey } from './round.ts';
import type { Decision, ResultState } from './way.ts';
import type { SentResult } from './way-sent.ts';

export interface GivenDecision extends Decision {
	/** how many submissions the store had received by then: the number of the last */
	readonly received: number;
}

/**
 * A decision holds while the values are those it was made on: others are `sent` again, the same sent again are not. One that was
 * returned is `sent` again by whatever comes after, for its district has answered. A later decision takes the place of an earlier.
 */
export function followWay(
	sent: ReadonlyMap<string, SentResult>,
	decisions: readonly GivenDecision[],
	stampOf: (result: SentResult) => string
): ReadonlyMap<string, ResultState> {
	const last = new Map(decisions.map((decision) => [scoreKey(decision), decision]));
	return new Map(
		[...sent].map(([key, result]): readonly [string, ResultState] => {
			const decision = last.get(key);
			if (decision === undefined || decision.stamp !== stampOf(result)) return [key, { kind: 'sent' }];
			if (decision.kind === 'approve') return [key, { kind: 'approved', decision }];
			const answered = result.values.some(({ submission }) => submission > decision.received);
			return [key, answered ? { kind: 'sent' } : { kind: 'returned', decision }];
		})
	);
}
