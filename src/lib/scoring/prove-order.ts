// Whether more is worth more: values between two better ones, a rung skipped, levels that could be read as not cumulative.
import type { Finding } from '../agreement/check.ts';
import { findReading, quotesOutcome } from '../agreement/prove-readings.ts';
import { finding, rewrite, show, type Case, type Shown } from './prove-case.ts';
import { nameRung } from './prove-gaps.ts';
import { counts, find, giveFor, merge, misses, otherwiseOf, reachesNone, type Model } from './prove-ladder.ts';
import { findDifference, inMode } from './prove-reach.ts';
import { sayBox, sayExample, sayGiven, sayShown } from './prove-say.ts';
import { FARTHEST, ownVariable, type Range, type Space } from './prove-axes.ts';
import { search, type Literal, type Query } from './prove-search.ts';
import { proveText } from './prove-sentences.ts';

export function proveOrder(one: Case): readonly Finding[] {
	return [...skips(one), ...reversals(one), ...cumulation(one)];
}

const isWork = (model: Model, { axis, up }: Literal) => (model.space.axes[axis]?.type === 'moment' ? !up : up);

/** A rung reached without a lower one, though more work would have reached that too. */
function skips(one: Case): readonly Finding[] {
	const { model, indicator } = one;
	if (model.ladder.mode !== 'highest') return [];
	return model.steps.flatMap((low, i): readonly Finding[] => {
		const { rung } = low;
		if (!('outcome' in rung)) return [];
		const worked = low.possible.map((row) => row.filter((literal) => !isWork(model, literal)));
		for (const [j, high] of model.steps.entries()) {
			if (j <= i || !('outcome' in high.rung)) continue;
			const values = find(model, counts(model, j, 'sure'), misses(low, 'possible'), { rows: [worked], clauses: [] });
			if (typeof values === 'string') continue;
			const example = show(one, values);
			const message = proveText.skip(nameRung(high.rung), nameRung(rung), sayShown(example, indicator));
			const quotes = [rung.outcome, high.rung.outcome].map(quotesOutcome);
			return [
				finding(one, 'warning', 'skip', message, {
					clause: `${rung.text} / ${high.rung.text}`,
					shown: example,
					reading: findReading(one.agreement, one.at, quotes)
				})
			];
		}
		return [];
	});
}

/** Some rung above the one counts. */
const better = ({ steps }: Model, than: number): Query => ({
	rows: [steps.slice(than + 1).flatMap(({ rung, sure }) => ('outcome' in rung ? sure : []))],
	clauses: []
});

interface Copied {
	readonly space: Space;
	/** the query asked of the n-th copy, 0 being the variable itself */
	ask(query: Query, copy: number): Query;
	/** values of the plain space as the n-th copy has them */
	read(values: readonly bigint[], copy: number): readonly bigint[];
}

/** The space with a variable standing at two or more values, each above the one before, all else being the same. */
function copyVariable(space: Space, variable: number, copies: number): Copied {
	const own = space.variables[variable];
	if (!own) throw new Error(`no variable ${variable}`);
	const variables = [...space.variables];
	const axes = [...space.axes];
	const limits = [...space.limits];
	const axisMaps: ReadonlyMap<number, number>[] = [];
	const places: number[] = [variable];
	for (let copy = 1; copy <= copies; copy += 1) {
		const place = variables.push(own) - 1;
		const rename = (of: ReadonlyMap<number, bigint>) =>
			new Map([...of].map(([v, n]) => [v === variable ? place : v, n]));
		const map = new Map<number, number>();
		for (const [i, axis] of space.axes.entries())
			if (axis.num.has(variable) || axis.den?.has(variable) === true)
				map.set(i, axes.push({ ...axis, num: rename(axis.num), den: axis.den ? rename(axis.den) : null }) - 1);
		for (const limit of space.limits) if (limit.of.has(variable)) limits.push({ ...limit, of: rename(limit.of) });
		limits.push({
			of: new Map([
				[place, 1n],
				[places.at(-1) ?? variable, -1n]
			]),
			least: 0n,
			strict: true
		});
		axisMaps.push(map);
		places.push(place);
	}
	return {
		space: { variables, axes, limits },
		ask(query, copy) {
			const map = axisMaps[copy - 1];
			const move = (literal: Literal) => ({ ...literal, axis: map?.get(literal.axis) ?? literal.axis });
			return {
				rows: query.rows.map((rows) => rows.map((row) => row.map(move))),
				clauses: query.clauses.map((clause) => clause.map(move))
			};
		},
		read: (values, copy) =>
			space.variables.map((_, i) => (i === variable ? (values[places[copy] ?? i] ?? 0n) : (values[i] ?? 0n)))
	};
}

function reversals(one: Case): readonly Finding[] {
	const { model } = one;
	if (model.ladder.mode === 'one') return [];
	return model.space.variables.flatMap((variable, at): readonly Finding[] => {
		const isFree = variable.as === 'input' || variable.as === 'figure';
		const isBool = variable.as === 'input' && one.indicator.inputs[variable.name]?.type === 'bool';
		if (!isFree || isBool) return [];
		const holes = holesOf(one, at);
		if (holes.length > 0) return holes;
		const reversal = reversalOf(one, at);
		return reversal ? [reversal] : [];
	});
}

/** Ranks that can be lost to: nothing at all where that has an outcome, and every rung that has one. */
const ranks = (model: Model): readonly number[] => [
	...(otherwiseOf(model.ladder) === null ? [] : [-1]),
	...model.steps.flatMap(({ rung }, i) => ('outcome' in rung ? [i] : []))
];
const exactly = (model: Model, rank: number): Query =>
	rank < 0 ? reachesNone(model, 'possible') : counts(model, rank, 'sure');

/** Values that give less than some value below them and some value above them. */
function holesOf(one: Case, variable: number): readonly Finding[] {
	const { model, indicator } = one;
	const axis = model.space.axes.findIndex((_, i) => ownVariable(model.space, i) === model.space.variables[variable]);
	if (axis < 0) return [];
	const copied = copyVariable(model.space, variable, 2);
	const cuts = [
		...new Set(
			model.steps
				.flatMap((step) => step.possible.flat())
				.filter((l) => l.axis === axis)
				.map((l) => l.bound)
		)
	].sort((a, b) => (a < b ? -1 : 1));
	const cells = [FARTHEST.low, ...cuts].map((low, i): Range => ({ low, high: cuts[i] ?? FARTHEST.high }));
	const inside = (range: Range | undefined): Query => ({
		rows: [],
		clauses: range ? within(axis, range).map((literal) => [literal]) : []
	});
	const found = cells.flatMap((range, i): readonly { range: Range; values: readonly bigint[] }[] => {
		for (const rank of ranks(model))
			// values just beside it first: they show the hole alone
			for (const [below, above] of [[cells[i - 1], cells[i + 1]] as const, [undefined, undefined] as const]) {
				const values = search(
					copied.space,
					merge(
						copied.ask(merge(better(model, rank), inside(below)), 0),
						copied.ask(merge(exactly(model, rank), inside(range)), 1),
						copied.ask(merge(better(model, rank), inside(above)), 2)
					)
				);
				if (typeof values === 'string') continue;
				if ([0, 2].every((copy) => giveFor(model, copied.read(values, copy)).outcome !== null))
					return [{ range, values }];
			}
		return [];
	});
	return found.map(({ range, values }) => {
		const [under, hole] = [show(one, copied.read(values, 0)), show(one, copied.read(values, 1))];
		const above = show(one, copied.read(values, 2));
		const box = model.space.axes.map((_, i) => (i === axis ? range : FARTHEST));
		const message = proveText.hole(
			sayBox(model.space, box, indicator),
			sayGiven(hole.given.outcome),
			sayShown(hole, indicator),
			sayGiven(under.given.outcome),
			sayGiven(above.given.outcome)
		);
		const clause = [under, above].map(({ given }) => model.steps[given.at ?? -1]?.rung.text ?? '').join(' / ');
		return finding(one, 'error', 'gap', message, { clause, shown: hole, compared: under });
	});
}

const within = (axis: number, { low, high }: Range): readonly Literal[] => [
	...(low > FARTHEST.low ? [{ axis, up: true, bound: low }] : []),
	...(high < FARTHEST.high ? [{ axis, up: false, bound: high }] : [])
];

/** A value along which the outcome falls somewhere and rises somewhere else. */
function reversalOf(one: Case, variable: number): Finding | null {
	const { model, indicator } = one;
	const copied = copyVariable(model.space, variable, 1);
	const look = (high: number, low: number) => {
		for (const rank of ranks(model)) {
			const values = search(
				copied.space,
				merge(copied.ask(better(model, rank), high), copied.ask(exactly(model, rank), low))
			);
			if (typeof values !== 'string' && giveFor(model, copied.read(values, high)).outcome !== null) return values;
		}
		return null;
	};
	const [falls, rises] = [look(0, 1), look(1, 0)];
	if (!falls || !rises) return null;
	const rising = wantsMore(model, variable);
	const values = rising ? falls : rises;
	const [less, more] = [show(one, copied.read(values, 0)), show(one, copied.read(values, 1))];
	const [fine, poor] = rising ? [less, more] : [more, less];
	const apart = (shown: Shown, other: Shown) =>
		sayExample(
			Object.fromEntries(Object.entries(shown.inputs).filter(([input, sent]) => sent !== other.inputs[input])),
			indicator
		);
	const message = (rising ? proveText.reversal : proveText.reversalDown)(
		apart(fine, poor),
		sayGiven(fine.given.outcome),
		apart(poor, fine),
		sayGiven(poor.given.outcome)
	);
	const clause = model.steps[fine.given.at ?? -1]?.rung.text;
	return finding(one, 'warning', 'reversal', message, { clause, shown: poor, compared: fine });
}

/** What the highest rung that speaks of it asks for: more of it, or less. */
function wantsMore({ steps, space }: Model, variable: number): boolean {
	for (const { possible } of [...steps].reverse()) {
		const about = possible.flat().flatMap(({ axis, up }) => {
			const { num, den } = space.axes[axis] ?? { num: new Map<number, bigint>(), den: null };
			const factor = num.get(variable) ?? -(den?.get(variable) ?? 0n);
			return factor === 0n ? [] : [factor > 0n === up];
		});
		if (about.length > 0) return about.includes(true);
	}
	return true;
}

/** Words by which a rung says that the lower ones are needed too. */
const saysCumulative = /ค่าคะแนนที่|ระดับ(ที่|คะแนน)?\s*[๑1](\s*[-–,]|\s|$)/;

function cumulation(one: Case): readonly Finding[] {
	const { model, ladder, indicator } = one;
	if (ladder.mode !== 'prefix' || ladder.rungs.slice(1).some(({ text }) => saysCumulative.test(text))) return [];
	const apart = rewrite(one, inMode(ladder, 'highest'));
	const values = findDifference(model, apart);
	if (typeof values === 'string') return [];
	const example = show(one, values);
	const other = giveFor(apart, values);
	const message = proveText.cumulation(
		sayShown(example, indicator),
		sayGiven(example.given.outcome),
		sayGiven(other.outcome)
	);
	return [finding(one, 'warning', 'cumulation', message, { shown: example, clause: ladder.rungs.at(-1)?.text })];
}
