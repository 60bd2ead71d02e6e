// A round as pages, documents and commands read it, put together from the store.
import { applyRulings } from '../../agreement/rule.ts';
import type { EntryInForce, Office, RoundView } from '../../ranking/round.ts';
import type { Scored } from '../scoring/scoring.ts';
import { asReceived } from '../imports/received.ts';
import { findProvince } from '../places.ts';
import { listEditions } from './round-edition.ts';
import { givenRulings } from './rulings.ts';
import { scoreOnce } from '../scoring/score-once.ts';
import { say } from '../sentences.ts';
import type { Store } from '../store/store.ts';
import { entriesInForce, storedSubmissions } from '../store/stored-entries.ts';
import { findWay } from './way-decisions.ts';

export type ScoredRound = Omit<RoundView, 'office'> & {
	readonly problems: Scored['problems'];
	/** only of an edition: as the office was when it was published */
	readonly office?: Office;
};

/** What had been received of a round by a moment, ISO with offset. */
export interface Until {
	readonly until: string;
	readonly entries: readonly EntryInForce[];
}

/**
 * Scores what is in force of a round; null where there is no letter for it. With `then` only what had been received by that
 * moment, under the letter and the rulings that the store given has.
 */
export async function viewRound(store: Store, id: string, then: Until | null = null): Promise<ScoredRound | null> {
	const letter = store.shelf().find(id);
	if (letter === null) return null;
	const rulings = givenRulings(store.lines(), id);
	const agreement = applyRulings(letter.agreement, rulings);
	const all = await storedSubmissions(store.connection(), id);
	const submissions = then === null ? all : all.filter((one) => one.received_at <= then.until);
	const entries = then?.entries ?? (await entriesInForce(store.connection(), id));
	const province = findProvince(agreement.province);
	const scored = await scoreOnce(store.instance(), agreement, entries);
	return {
		id,
		agreement,
		province,
		answer: scored.answer,
		details: scored.details,
		problems: scored.problems,
		entries,
		received: submissions.map((one) => asReceived(one, letter)),
		newest:
			submissions.length === 0
				? null
				: latest([...submissions.map((one) => one.received_at), ...rulings.map((one) => one.at)]),
		demo: agreement.invented || submissions.some((one) => one.demo),
		way: findWay({ ...scored, province, entries }, store.lines(), id),
		editions: listEditions(store.lines(), id),
		...(rulings.length === 0 ? {} : { rulings })
	};
}

const latest = (times: readonly string[]) => times.reduce((newest, time) => (time > newest ? time : newest));

/** An office that has not said its name is called after its province. */
export function withOffice(round: ScoredRound, office: Office): RoundView {
	const { problems: _, office: then = office, ...view } = round;
	return { ...view, office: { ...then, name: then.name === '' ? say.officeOf(round.province.name) : then.name } };
}
