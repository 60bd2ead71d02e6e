// A ladder becomes rows in the order they are tested: the best rung first, what is otherwise given last.
import type { Adjust, Ladder, Rung } from '../agreement/schema.ts';
import type { Draft, UnitOutcome } from './compile.ts';
import { NEVER, UNKNOWN, type Conditions } from './conditions.ts';
import { allRows, always, type Need } from './needs.ts';
import type { Outcome } from './results.ts';

const thousandths = (points: number) => {
	const scaled = Math.round(points * 1000);
	if (Math.abs(scaled / 1000 - points) > 1e-9) throw new Error(`points have at most 3 decimals: ${points}`);
	return scaled;
};

/** Points an outcome gives unless the rung says: a level its own number, a letter or a colour none. */
const ownPoints = (outcome: Outcome, points: number | undefined): number | null =>
	points !== undefined ? thousandths(points) : typeof outcome === 'number' ? outcome * 1000 : null;

const isNumbered = (ladder: Ladder) =>
	ladder.rungs.every((rung) => !('outcome' in rung) || typeof rung.outcome === 'number');

/** Every outcome that a ladder or a ruling on it can give, with its points: no level at all is 0 of a numbered ladder. */
export function outcomesOf(ladder: Ladder): readonly UnitOutcome[] {
	const outcomes: UnitOutcome[] = [];
	const add = (outcome: Outcome, points: number | null) => {
		if (!outcomes.some((o) => o.outcome === outcome && o.points === points)) outcomes.push({ outcome, points });
	};
	const { otherwise } = ladder;
	if (otherwise && 'outcome' in otherwise) add(otherwise.outcome, ownPoints(otherwise.outcome, otherwise.points));
	else if (isNumbered(ladder)) add(0, 0);
	for (const rung of ladder.rungs) if ('outcome' in rung) add(rung.outcome, ownPoints(rung.outcome, rung.points));
	// What is only recommended, such as no level at all, is an outcome too.
	for (const row of [...ladder.rungs, ...(otherwise ? [otherwise] : [])])
		if ('undecided' in row && row.recommended !== undefined && !outcomes.some((o) => o.outcome === row.recommended))
			add(row.recommended, ownPoints(row.recommended, undefined));
	return outcomes;
}

/** The most points there are, in thousandths; null where outcomes give none. */
export function pointsOf(outcomes: readonly UnitOutcome[]): number | null {
	const points = outcomes.map((o) => o.points).filter((p) => p !== null);
	return points.length === 0 ? null : Math.max(...points);
}

const listOf = <T>(one: T | readonly T[] | undefined): readonly T[] =>
	one === undefined ? [] : Array.isArray(one) ? (one as readonly T[]) : [one as T];

/** Writes the rows of a ladder and its adjustments; gives the bits of conditions that can be open. */
export function compileLadder(
	unit: number,
	ladder: Ladder,
	{ adjusts, floor, stratum }: { readonly adjusts: readonly Adjust[]; readonly floor: number; readonly stratum: 0 | 1 },
	conditions: Conditions,
	rules: Draft
): bigint {
	const outcomes = outcomesOf(ladder);
	const { rungs, mode, otherwise } = ladder;
	let ord = 0;

	const rowsOf = (parts: readonly Rung['needs'][]) =>
		allRows(parts.flatMap((part) => listOf(part).map((condition) => conditions.rows(condition))));
	const needs = rungs.map((rung, i) => {
		const below = mode === 'prefix' ? rungs.slice(0, i).map((lower) => lower.needs) : [];
		return rowsOf([...below, rung.needs, rung.only]);
	});

	const points = outcomes.map((o) => o.points);
	const some = points.filter((p) => p !== null);
	const lowestOf = some.length === 0 ? null : Math.min(...some);
	const highestOf = some.length === 0 ? null : Math.max(...some);
	const indexOf = (outcome: Outcome | undefined): number | null => {
		const index = outcomes.findIndex((o) => o.outcome === outcome);
		return index < 0 ? null : index;
	};

	function push(rows: readonly Need[], outcome: number): void {
		ord += 1;
		const own = points[outcome] ?? null;
		for (const [row, need] of rows.entries())
			rules.outcomes.push({
				unit,
				ord,
				row,
				...need,
				outcome,
				undecided: null,
				reading: null,
				points: own,
				lowest: own,
				highest: own
			});
	}
	function pushUndecided(
		rows: readonly Need[],
		reason: string,
		reading: string | undefined,
		recommended: Outcome | undefined,
		between: readonly [Outcome, Outcome] | undefined
	): void {
		ord += 1;
		const ends = between?.map((end) => points[indexOf(end) ?? -1] ?? null) ?? [lowestOf, highestOf];
		for (const [row, need] of rows.entries())
			rules.outcomes.push({
				unit,
				ord,
				row,
				...need,
				outcome: indexOf(recommended),
				undecided: reason,
				reading: reading ?? null,
				points: points[indexOf(recommended) ?? -1] ?? null,
				lowest: ends[0] ?? null,
				highest: ends[1] ?? null
			});
	}

	if (mode === 'one')
		for (const [i, one] of needs.entries())
			for (const other of needs.slice(i + 1))
				pushUndecided(allRows([one, other]), 'overlap', undefined, undefined, undefined);
	for (const [i, rung] of [...rungs.entries()].reverse()) {
		const rows = needs[i] ?? [];
		if ('outcome' in rung) {
			const own = ownPoints(rung.outcome, rung.points);
			push(
				rows,
				outcomes.findIndex((o) => o.outcome === rung.outcome && o.points === own)
			);
		} else pushUndecided(rows, rung.undecided, rung.reading, rung.recommended, rung.between);
	}
	// A rung that asks nothing always holds: nothing is left to be given otherwise.
	const holdsAlways = needs.some((rows) => rows.some((need) => (need.sure | need.possible) === 0n));
	if (!holdsAlways) pushOtherwise();

	function pushOtherwise(): void {
		if (otherwise && 'outcome' in otherwise) {
			const own = ownPoints(otherwise.outcome, otherwise.points);
			const index = outcomes.findIndex((o) => o.outcome === otherwise.outcome && o.points === own);
			push([always], index);
		} else if (otherwise)
			pushUndecided([always], otherwise.undecided, otherwise.reading, otherwise.recommended, undefined);
		else if (isNumbered(ladder) && mode !== 'one')
			push(
				[always],
				outcomes.findIndex((o) => o.outcome === 0)
			);
		else pushUndecided([always], 'gap', undefined, undefined, undefined);
	}

	compileAdjusts(unit, adjusts, (highestOf ?? 0) - Math.min(0, thousandths(floor)), conditions, rules);
	for (const { bit, source, up, bound } of conditions.comparisons)
		if (source) rules.leaves.push({ unit, stratum, bit, source, up, bound });
	for (const [bit, why] of conditions.unclear) rules.unclear.push({ unit, bit, ...why });
	const real = conditions.comparisons.filter((c) => c.source !== null);
	return real.reduce((bits, c) => bits | (1n << BigInt(c.bit)), UNKNOWN) & ~NEVER;
}

function compileAdjusts(
	unit: number,
	adjusts: readonly Adjust[],
	most: number,
	conditions: Conditions,
	rules: Draft
): void {
	const others = adjusts.reduce(
		(sum, adjust) => sum + ('when' in adjust ? Math.abs(thousandths(adjust.points)) : 0),
		0
	);
	let number = 0;
	for (const adjust of adjusts) {
		const points = thousandths(adjust.points);
		if ('when' in adjust) {
			number += 1;
			for (const [row, need] of conditions.rows(adjust.when).entries())
				rules.adjusts.push({ unit, adjust: number, row, ...need, points });
			continue;
		}
		// Once per unit of a count: one step for each unit until nothing that was or is added can be left.
		const steps = Math.ceil((most + others) / Math.abs(points));
		for (let count = 1; count <= steps; count += 1) {
			number += 1;
			for (const [row, need] of conditions.rows({ value: adjust.per, at_least: count }).entries())
				rules.adjusts.push({ unit, adjust: number, row, ...need, points });
		}
	}
}
