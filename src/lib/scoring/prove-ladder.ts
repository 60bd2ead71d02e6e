// A ladder as a question of which comparisons hold: what each rung asks, and when it is the one that counts.
import type { Condition, Indicator, Ladder, Outcome, Rung } from '../agreement/schema.ts';
import { createConditions } from './conditions.ts';
import { allRows, type Need } from './needs.ts';
import { holds, noneOf, search, widen, type Found, type Literal, type Query, type Row } from './prove-search.ts';
import type { NamedSpace } from './prove-space.ts';
import { takeSent } from './prove-ways.ts';

/** `sure`: it holds whatever is ruled; `possible`: a ruling could make it hold. They differ only where words are unclear. */
export type View = 'sure' | 'possible';

export interface Step {
	readonly rung: Rung;
	readonly sure: readonly Row[];
	readonly possible: readonly Row[];
}
export interface Model {
	readonly space: NamedSpace;
	readonly ladder: Ladder;
	/** from the lowest */
	readonly steps: readonly Step[];
	/** why a comparison that is only possible is open, by the reading that is to decide it */
	readonly unclear: readonly {
		readonly sure: Literal | null;
		readonly reason: string;
		readonly reading: string | null;
	}[];
}

export const listOf = (needs: Rung['needs']): readonly Condition[] =>
	needs === undefined ? [] : Array.isArray(needs) ? needs : [needs];

export function modelLadder(space: NamedSpace, indicator: Indicator, ladder: Ladder): Model {
	const conditions = createConditions(space.measures, indicator.inputs);
	const rowsOf = (parts: readonly Rung['needs'][]) =>
		allRows(parts.flatMap((part) => listOf(part).map((condition) => conditions.rows(takeSent(condition, space.sent)))));
	const { rungs, mode } = ladder;
	const needs = rungs.map((rung, i) =>
		rowsOf([...(mode === 'prefix' ? rungs.slice(0, i).map((lower) => lower.needs) : []), rung.needs, rung.only])
	);
	const literalOf = (bit: number): Literal | null => {
		const comparison = conditions.comparisons[bit];
		if (!comparison?.source) return null;
		return { axis: comparison.source.number, up: comparison.up, bound: comparison.bound };
	};
	const literals = (need: Need, view: View): readonly Row[] => {
		const row: Literal[] = [];
		for (const bit of conditions.comparisons.keys()) {
			if (((need[view] >> BigInt(bit)) & 1n) === 0n) continue;
			const literal = literalOf(bit);
			// words that are lost hold for sure on nothing
			if (literal === null) return [];
			row.push(literal);
		}
		return need[view] >> 61n === 0n ? [row] : [];
	};
	return {
		space,
		ladder,
		steps: rungs.map((rung, i) => ({
			rung,
			sure: (needs[i] ?? []).flatMap((need) => literals(need, 'sure')),
			possible: (needs[i] ?? []).flatMap((need) => literals(need, 'possible'))
		})),
		unclear: [...conditions.unclear].map(([bit, why]) => ({ sure: literalOf(bit), ...why }))
	};
}

export const merge = (...queries: readonly Query[]): Query => ({
	rows: queries.flatMap((query) => query.rows),
	clauses: queries.flatMap((query) => query.clauses)
});
export const reaches = (step: Step, view: View): Query => ({ rows: [step[view]], clauses: [] });
export const misses = (step: Step, view: View): Query => ({ rows: [], clauses: noneOf(step[view]) });

/** What must hold so that the rung is the one that counts. */
export function counts(model: Model, at: number, view: View): Query {
	const { steps, ladder } = model;
	const own = steps[at];
	if (!own) throw new Error(`no rung ${at}`);
	const others = steps.filter((_, i) => (ladder.mode === 'one' ? i !== at : i > at));
	return merge(reaches(own, view), ...others.map((other) => misses(other, view === 'sure' ? 'possible' : 'sure')));
}
export const reachesNone = (model: Model, view: View): Query => merge(...model.steps.map((step) => misses(step, view)));

export const find = (model: Model, ...queries: readonly Query[]): Found => search(model.space, merge(...queries));

/** As find, over those too who leave something unreported. */
export const findAnywhere = (model: Model, ...queries: readonly Query[]): Found =>
	search(widen(model.space), merge(...queries));

export const isNumbered = ({ rungs }: Ladder) =>
	rungs.every((rung) => !('outcome' in rung) || typeof rung.outcome === 'number');

/** What the ladder gives; a null outcome is undecided. */
export interface Given {
	readonly outcome: Outcome | null;
	/** the rung that counts; −1 where none does, null where it is undecided which */
	readonly at: number | null;
}

/** `open`: an axis that has no position; what asks about it may hold and may fail. */
export function giveFor({ space, ladder, steps }: Model, values: readonly bigint[], open?: number): Given {
	const known = (row: Row) => row.filter(({ axis }) => axis !== open);
	const sure = steps.map((step) =>
		step.sure.some((row) => known(row).length === row.length && holds(space, row, values))
	);
	const possible = steps.map((step) => step.possible.some((row) => holds(space, known(row), values)));
	if (ladder.mode === 'one' && possible.filter(Boolean).length > 1) return { outcome: null, at: null };
	const at = possible.lastIndexOf(true);
	if (at < 0) return { outcome: otherwiseOf(ladder), at: -1 };
	if (!sure[at]) {
		// open between this rung and what is sure below: decided only where all of them give the same
		const below = sure.lastIndexOf(true);
		const left = steps.flatMap((step, i) => (possible[i] && i >= below ? [outcomeOf(step.rung)] : []));
		const all = below < 0 ? [...left, otherwiseOf(ladder)] : left;
		return new Set(all).size === 1 ? { outcome: all[0] ?? null, at } : { outcome: null, at: null };
	}
	return { outcome: outcomeOf(steps[at]?.rung), at };
}

const outcomeOf = (rung: Rung | undefined) => (rung && 'outcome' in rung ? rung.outcome : null);

/** What is given when no rung is reached; null where the letter does not say. */
export function otherwiseOf(ladder: Ladder): Outcome | null {
	const { otherwise, mode } = ladder;
	if (otherwise) return 'outcome' in otherwise ? otherwise.outcome : null;
	return isNumbered(ladder) && mode !== 'one' ? 0 : null;
}

/** Rungs of one key give the same. */
export const outcomeKey = (rung: Rung): string =>
	'outcome' in rung ? `${rung.outcome}/${rung.points ?? ''}` : `undecided ${rung.reading} ${rung.recommended ?? ''}`;
