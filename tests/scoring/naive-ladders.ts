// A ladder walked rung by rung: which outcomes are still possible, what stands in the way, and what the points are.
import type { Condition, Ladder, Outcome, Rung } from '../../src/lib/agreement/schema.ts';
import type { Reason } from '../../src/lib/scoring/results.ts';
import { compare, fromFigure, greatest, least, zero, type Fraction } from './naive-fractions.ts';
import { allTruths, truthOf, type Truth } from './naive-conditions.ts';
import type { Measure, PartRange, Trouble } from './naive-values.ts';

type Range = readonly [Fraction, Fraction];

type Row =
	| {
			readonly kind: 'outcome';
			readonly needs: readonly Condition[];
			readonly outcome: Outcome;
			readonly points: Fraction | null;
	  }
	| {
			readonly kind: 'undecided';
			readonly needs: readonly Condition[];
			readonly reason: Reason;
			readonly reading: string | null;
			readonly recommended: Outcome | null;
			readonly between: readonly [Outcome, Outcome] | null;
	  };

interface Candidate {
	readonly row: Row;
	readonly truth: Truth;
	/** what a ruling may make of it; null where the ladder gives no points */
	readonly points: Range | null;
}

/** Where a ladder leaves a district, before points are added or taken away. */
export interface Walk {
	readonly candidates: readonly Candidate[];
	/** what the readings propose, and the reading that does so where a row of the letter names one */
	readonly recommended: {
		readonly outcome: Outcome;
		readonly points: Fraction | null;
		readonly reading: string | null;
	} | null;
}

const list = (conditions: Condition | readonly Condition[] | undefined): readonly Condition[] =>
	conditions === undefined ? [] : 'length' in conditions ? conditions : [conditions];

const isOrdinary = (rung: Rung): rung is Extract<Rung, { outcome: Outcome }> => 'outcome' in rung;

/** As printed, else a level's own number; null where there are none. */
function printedPoints({ outcome, points }: { outcome: Outcome; points?: number | undefined }): Fraction | null {
	const figure = points ?? (typeof outcome === 'number' ? outcome : undefined);
	return figure === undefined ? null : fromFigure(figure);
}

function rowOfRung(rung: Rung, needs: readonly Condition[]): Row {
	if (isOrdinary(rung)) return { kind: 'outcome', needs, outcome: rung.outcome, points: printedPoints(rung) };
	const { undecided: reason, reading, recommended = null, between = null } = rung;
	return { kind: 'undecided', needs, reason, reading, recommended, between };
}

const isNumbered = (ladder: Ladder): boolean =>
	ladder.rungs.filter(isOrdinary).every((rung) => typeof rung.outcome === 'number');

const silent = (reason: Reason, needs: readonly Condition[]): Row => ({
	kind: 'undecided',
	needs,
	reason,
	reading: null,
	recommended: null,
	between: null
});

/** The rows of a ladder in the order they are tried. */
function rowsOf(ladder: Ladder): readonly Row[] {
	const own = ladder.rungs.map((rung) => [...list(rung.needs), ...list(rung.only)]);
	const rows: Row[] = [];
	if (ladder.mode === 'one') {
		own.forEach((first, i) => {
			for (const second of own.slice(i + 1)) rows.push(silent('overlap', [...first, ...second]));
		});
	}
	for (let i = ladder.rungs.length - 1; i >= 0; i -= 1) {
		const rung = ladder.rungs[i];
		if (rung === undefined) continue;
		const below = ladder.mode === 'prefix' ? ladder.rungs.slice(0, i).flatMap((lower) => list(lower.needs)) : [];
		rows.push(rowOfRung(rung, [...below, ...list(rung.needs), ...list(rung.only)]));
	}
	const { otherwise } = ladder;
	if (otherwise === undefined) {
		const zeroed = isNumbered(ladder) && ladder.mode !== 'one';
		rows.push(zeroed ? { kind: 'outcome', needs: [], outcome: 0, points: zero } : silent('gap', []));
	} else if ('outcome' in otherwise) {
		rows.push({ kind: 'outcome', needs: [], outcome: otherwise.outcome, points: printedPoints(otherwise) });
	} else {
		const { undecided: reason, reading = null, recommended = null } = otherwise;
		rows.push({ kind: 'undecided', needs: [], reason, reading, recommended, between: null });
	}
	return rows;
}

/** The outcomes a ladder or a ruling on it can give, with their points: no level at all is 0 of a numbered ladder. */
function outcomesOf(ladder: Ladder): readonly { outcome: Outcome; points: Fraction | null }[] {
	const { rungs, otherwise } = ladder;
	const printed: { outcome: Outcome; points?: number | undefined }[] = rungs.filter(isOrdinary);
	if (otherwise !== undefined && 'outcome' in otherwise) printed.push(otherwise);
	else if (isNumbered(ladder)) printed.push({ outcome: 0 });
	for (const row of [...rungs, otherwise]) {
		const proposed = row !== undefined && 'undecided' in row ? row.recommended : undefined;
		if (proposed !== undefined && printed.every(({ outcome }) => outcome !== proposed))
			printed.push({ outcome: proposed });
	}
	return printed.map((one) => ({ outcome: one.outcome, points: printedPoints(one) }));
}

/** Points of an outcome that a reading names: as the ladder gives it, else a level's own number. */
const pointsOf = (ladder: Ladder, outcome: Outcome): Fraction | null =>
	outcomesOf(ladder).find((one) => one.outcome === outcome)?.points ?? printedPoints({ outcome });

/** Points of everything a ladder can give; empty where it gives outcomes only. */
function allPoints(ladder: Ladder): readonly Fraction[] {
	const points = outcomesOf(ladder).map((one) => one.points);
	const given = points.filter((p) => p !== null);
	if (given.length > 0 && given.length < points.length) throw new Error('some outcomes have points and some have none');
	return given;
}

export function maxPoints(ladder: Ladder): Fraction | null {
	const [first, ...others] = allPoints(ladder);
	return first === undefined ? null : others.reduce(greatest, first);
}

function pointsRange(ladder: Ladder, row: Row): Range | null {
	if (row.kind === 'outcome') return row.points === null ? null : [row.points, row.points];
	const named = row.between?.map((outcome) => pointsOf(ladder, outcome)) ?? allPoints(ladder);
	const [first, ...others] = named.filter((points) => points !== null);
	return first === undefined ? null : [others.reduce(least, first), others.reduce(greatest, first)];
}

export function walkLadder(ladder: Ladder, look: (name: string) => Measure): Walk {
	const rows = rowsOf(ladder).map((row) => ({
		row,
		truth: allTruths(row.needs.map((condition) => truthOf(condition, look))),
		points: pointsRange(ladder, row)
	}));
	const firstSure = rows.findIndex((candidate) => candidate.truth.sure);
	if (firstSure === -1) throw new Error('the last row of a ladder always holds');
	return {
		candidates: rows.slice(0, firstSure + 1).filter((candidate) => candidate.truth.possible),
		recommended: recommend(ladder, rows)
	};
}

function recommend(ladder: Ladder, rows: readonly Candidate[]): Walk['recommended'] {
	const found = rows.find((candidate) => candidate.truth.recommended !== false);
	if (found === undefined || found.truth.recommended === null) return null;
	const { row } = found;
	if (row.kind === 'outcome') return { outcome: row.outcome, points: row.points, reading: null };
	if (row.recommended === null) return null;
	return { outcome: row.recommended, points: pointsOf(ladder, row.recommended), reading: row.reading };
}

/** The one outcome that everything still possible agrees on; null where there are several, or the letter decides nothing. */
export function outcomeOf(walk: Walk): Outcome | null {
	const outcomes = walk.candidates.map(({ row }) => (row.kind === 'outcome' ? row.outcome : null));
	const [first = null] = outcomes;
	return outcomes.every((outcome) => outcome === first) ? first : null;
}

/** Decided by the ladder itself: one outcome and one number of points. */
export function isSettled(walk: Walk): boolean {
	const range = pointsOfWalk(walk);
	return outcomeOf(walk) !== null && (range === null || compare(...range) === 0);
}

/** What keeps a ladder open, in the order of its rows. A row that is undecided speaks for itself, but its inputs still count. */
export function troublesOf(walk: Walk): readonly Trouble[] {
	return walk.candidates.flatMap(({ row, truth }): readonly Trouble[] => {
		if (row.kind === 'outcome') return truth.troubles;
		const own: Trouble = { kind: 'unclear', reason: row.reason, reading: row.reading };
		return [own, ...truth.troubles.filter((trouble) => trouble.kind !== 'unclear')];
	});
}

/** The one trouble that gives an open result its status: what was sent wrongly, then what is missing, then what the letter leaves open. */
export function gravest(troubles: readonly Trouble[]): Trouble {
	const kinds: readonly Trouble['kind'][] = ['bad', 'absent', 'zero', 'unclear'];
	for (const kind of kinds) {
		const found = troubles.find((trouble) => trouble.kind === kind);
		if (found !== undefined) return found;
	}
	throw new Error('nothing says why the result is open');
}

/** Lowest and highest points over all that is still possible, before adjusting. */
export function pointsOfWalk(walk: Walk): Range | null {
	const ranges = walk.candidates.map((candidate) => candidate.points).filter((points) => points !== null);
	const [first, ...others] = ranges;
	if (first === undefined) return null;
	return others.reduce((a, b) => [least(a[0], b[0]), greatest(a[1], b[1])], first);
}

/** A part of a combined value: its ladder alone, nothing added or taken away. */
export function rangeOfPart(ladder: Ladder, look: (name: string) => Measure): PartRange {
	const walk = walkLadder(ladder, look);
	const range = pointsOfWalk(walk);
	if (range === null) throw new Error('a part without points cannot be combined');
	const [low, high] = range;
	if (isSettled(walk)) return { low, high, recommended: low, trouble: null };
	const trouble = gravest(troublesOf(walk));
	const waitsForRuling = trouble.kind === 'unclear' || trouble.kind === 'zero';
	const recommended = waitsForRuling ? (walk.recommended?.points ?? null) : null;
	return { low, high, recommended, trouble };
}
