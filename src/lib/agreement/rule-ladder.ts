// A ladder with what was ruled on it: an unsure edge becomes a bound, a state of affairs without an outcome gets one.
import { readEdge } from './edges.ts';
import { mapInner } from './leaves.ts';
import type { Decided } from './ruling.ts';
import type { Adjust, Bound, Condition, Ladder, Outcome, Rung, Unsure } from './schema.ts';

export type Decisions = ReadonlyMap<string, Decided>;

export function ruleLadder(ladder: Ladder, decisions: Decisions): Ladder {
	const { otherwise } = ladder;
	return {
		...ladder,
		rungs: ladder.rungs.map((rung) => ruleRung(rung, ladder, decisions)),
		...(otherwise ? { otherwise: ruleOtherwise(otherwise, ladder, decisions) } : {})
	};
}

export function ruleAdjust(adjust: Adjust, decisions: Decisions): Adjust {
	return 'when' in adjust ? { ...adjust, when: ruleCondition(adjust.when, adjust.text, decisions) } : adjust;
}

function ruleRung(rung: Rung, ladder: Ladder, decisions: Decisions): Rung {
	const asked = {
		...(rung.needs === undefined ? {} : { needs: ruleConditions(rung.needs, rung.text, decisions) }),
		...(rung.only === undefined ? {} : { only: ruleConditions(rung.only, rung.text, decisions) })
	};
	if ('outcome' in rung) return { ...rung, ...asked };
	const outcome = ruledOutcome(rung, decisions);
	return outcome === null ? { ...rung, ...asked } : { ...withPoints(outcome, ladder), text: rung.text, ...asked };
}

type Otherwise = NonNullable<Ladder['otherwise']>;
function ruleOtherwise(otherwise: Otherwise, ladder: Ladder, decisions: Decisions): Otherwise {
	if ('outcome' in otherwise || otherwise.reading === undefined) return otherwise;
	const outcome = ruledOutcome({ ...otherwise, reading: otherwise.reading }, decisions);
	return outcome === null ? otherwise : { ...withPoints(outcome, ladder), text: otherwise.text };
}

interface Silent {
	readonly reading: string;
	readonly text: string;
	readonly recommended?: Outcome | undefined;
}

function ruledOutcome({ reading, text, recommended }: Silent, decisions: Decisions): Outcome | null {
	const ruled = decisions.get(reading)?.outcomeOf(text) ?? null;
	return ruled?.kind === 'outcome' ? ruled.outcome : ruled ? (recommended ?? null) : null;
}

/** An outcome has the points that the ladder gives it elsewhere. */
function withPoints(outcome: Outcome, { rungs, otherwise }: Ladder): { outcome: Outcome; points?: number } {
	const rows = [...(otherwise ? [otherwise] : []), ...rungs];
	const points = rows.flatMap((row) => ('outcome' in row && row.outcome === outcome ? [row.points] : []))[0];
	return points === undefined ? { outcome } : { outcome, points };
}

const ruleConditions = (needs: Condition | Condition[], text: string, decisions: Decisions) =>
	Array.isArray(needs)
		? needs.map((one) => ruleCondition(one, text, decisions))
		: ruleCondition(needs, text, decisions);

/** `text`: the words of the rung it stands in, by which lost words are told apart. */
function ruleCondition(condition: Condition, text: string, decisions: Decisions): Condition {
	if ('lost' in condition) {
		const taken = decisions.get(condition.lost)?.wordsOf(text) ?? null;
		return taken === null ? condition : { ...condition, taken };
	}
	if (!('value' in condition)) return mapInner(condition, (inner) => ruleCondition(inner, text, decisions));
	if (!condition.unsure) return condition;
	const edge = decisions.get(condition.unsure.reading)?.edge ?? null;
	const as = edge === 'recommended' ? condition.unsure.recommend : edge;
	return as === null || as === 'none' ? condition : settleEdge(condition, condition.unsure, as);
}

type Compared = Extract<Condition, { value: string }>;

/** A bound with an unsure edge, once it is said what counts in between. */
export function settleEdge(condition: Compared, unsure: Unsure, as: 'met' | 'unmet' | number): Compared {
	const { unsure: _, ...sure } = condition;
	const { rises, own } = readEdge(condition, unsure);
	const { at_least, more_than, at_most, less_than, equals, ...rest } = sure;
	// Where the bound's own figure is lost, "not reached" leaves nothing that could be.
	if (own === 'lost' && as === 'unmet') return condition;
	if (as === 'unmet') return sure;
	const bound = as === 'met' ? edgeOf(unsure) : between(unsure, as, rises, own);
	if (bound === null) return sure;
	const other = rises ? { at_most: at_most ?? equals, less_than } : { at_least: at_least ?? equals, more_than };
	return { ...rest, ...withoutNothing(other), ...bound };
}

type Limit = Pick<Compared, 'at_least' | 'more_than' | 'at_most' | 'less_than'>;

function edgeOf({ above, from, below, to }: Unsure): Limit {
	if (above !== undefined) return { more_than: above };
	if (from !== undefined) return { at_least: from };
	return below !== undefined ? { less_than: below } : { at_most: to };
}

/** A figure of the ruling's own, no farther than the edge; null where the letter's own bound is reached before it. */
function between(unsure: Unsure, figure: number, rises: boolean, own: Bound | 'lost' | undefined): Limit | null {
	const edge = unsure.above ?? unsure.from ?? unsure.below ?? unsure.to ?? figure;
	const strict = (unsure.above ?? unsure.below) !== undefined;
	const past = rises ? figure < edge : figure > edge;
	if (past || (strict && figure === edge)) return edgeOf(unsure);
	if (typeof own === 'number' && (rises ? figure > own : figure < own)) return null;
	return rises ? { at_least: figure } : { at_most: figure };
}

const withoutNothing = (limit: Limit): Limit =>
	Object.fromEntries(Object.entries(limit).filter(([, bound]) => bound !== undefined));
