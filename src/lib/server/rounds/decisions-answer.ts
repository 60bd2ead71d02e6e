import type { RoundView } from '../../ranking/round.ts';
import { listSent } from '../../ranking/way-sent.ts';
import { stampOf } from './stamps.ts';

/** The state of every result that was sent, in the form others rely on. */
export interface DecisionsAnswer {
	readonly round: string;
	readonly results: readonly {
		readonly district: string;
		readonly section: string;
		readonly indicator: string;
		readonly state: 'sent' | 'returned' | 'approved';
		/** of the values in force: what a decision on them is given with */
		readonly stamp: string;
		/** the line of the decision that holds; 0 where none does */
		readonly seen: number;
		readonly at: string | null;
		readonly who: string | null;
		readonly reason: string | null;
	}[];
}

export const decisionsAnswer = (view: RoundView): DecisionsAnswer => ({
	round: view.id,
	results: [...listSent(view)].map(([key, sent]) => {
		const { district, section, indicator } = sent;
		const state = view.way.get(key) ?? { kind: 'sent' };
		const decision = state.kind === 'sent' ? null : state.decision;
		return {
			...{ district, section, indicator, state: state.kind, stamp: stampOf(sent), seen: decision?.line ?? 0 },
			...{ at: decision?.at ?? null, who: decision?.who ?? null, reason: decision?.reason ?? null }
		};
	})
});
