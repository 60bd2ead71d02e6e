// What is worked out before it is judged: a formula against its criteria, denominators of zero, shared places, the lowest outcome.
import type { Finding, Witness } from '../agreement/check.ts';
import { listTerms } from '../agreement/names.ts';
import { findReading, findReadingOfLowest, quotesFigure, quotesOutcome } from '../agreement/prove-readings.ts';
import { sayOutcome } from '../agreement/say.ts';
import type { Ladder, Terms, Value } from '../agreement/schema.ts';
import { joinThai } from '../thai/words.ts';
import { finding, show, type Case, type Shown } from './prove-case.ts';
import { nameRung } from './prove-gaps.ts';
import { counts, find, giveFor, isNumbered, reachesNone, type Given } from './prove-ladder.ts';
import { sayExample, sayGiven, sayShown } from './prove-say.ts';
import { FARTHEST, ownVariable, pick } from './prove-axes.ts';
import type { Literal } from './prove-search.ts';
import { proveText } from './prove-sentences.ts';
import { piecesOf } from './prove-space.ts';
import { passesChecks } from './prove-witness.ts';
import { MICRO } from './position.ts';

export function proveValues(one: Case): readonly Finding[] {
	const looked = Object.entries(one.indicator.values ?? {}).filter(([name]) =>
		one.model.space.axes.some((axis) => axis.name === name || axis.versus === name)
	);
	return [
		...looked.flatMap(([name, value]) => [
			...direction(one, name, value),
			...zeroDenominator(one, name, value),
			...sharedPlaces(one, name, value)
		]),
		...lowest(one)
	];
}

const axisNamed = ({ model }: Case, name: string) =>
	model.space.axes.findIndex((axis) => axis.name === name && axis.versus === null);

/** The parts of a value that is a share of what changed, at a state where nothing did. */
function unchanged(value: Value): Witness | null {
	const hundred = (of: Terms) => Object.fromEntries(listTerms(of).map((name, i) => [name, i === 0 ? 100 : 0] as const));
	if ('growth' in value) return { ...hundred(value.growth.from), ...hundred(value.growth.to) };
	if (!('percent' in value) || typeof value.percent.part === 'string') return null;
	const { plus, minus = [] } = value.percent.part;
	const whole = listTerms(value.percent.whole);
	const reduction = minus.length > 0 && whole.length === 1 && plus.length === 1 && plus[0] === whole[0];
	return reduction ? { [plus[0] ?? '']: 100, ...hundred({ plus: minus }) } : null;
}

/** A formula of change whose criteria give the best outcome to no change at all, and less to more change. */
function direction(one: Case, name: string, value: Value): readonly Finding[] {
	const still = unchanged(value);
	const { model, indicator } = one;
	const axis = axisNamed(one, name);
	const best = model.steps.length - 1;
	const top = model.steps[best];
	if (still === null || axis < 0 || !top) return [];
	const at = (bound: bigint): readonly (readonly Literal[])[] => [
		[{ axis, up: true, bound }],
		[{ axis, up: false, bound: bound + 1n }]
	];
	const values = find(model, counts(model, best, 'sure'), { rows: [], clauses: at(0n) });
	if (typeof values === 'string') return [];
	// less is given somewhere above
	if (find(model, counts(model, best, 'sure'), { rows: [], clauses: at(200n * MICRO) }) !== 'none' && 'growth' in value)
		return [];
	if (!top.possible.every((row) => row.some((literal) => literal.axis === axis && !literal.up))) return [];
	const plain = show(one, values);
	const { [value.figure ?? '']: _, ...others } = plain.inputs;
	const example: Shown = { ...plain, inputs: { ...others, ...still } };
	const message = proveText.direction(value.label, sayExample(still, indicator), sayGiven(plain.given.outcome));
	return [
		finding(one, 'growth' in value ? 'warning' : 'error', 'direction', message, {
			clause: `${indicator.formula ?? value.label} / ${top.rung.text}`,
			shown: example
		})
	];
}

const UNDECIDED: Given = { outcome: null, at: null };

function zeroDenominator(one: Case, name: string, value: Value): readonly Finding[] {
	const { model, indicator } = one;
	if (value.when_zero !== undefined) return [];
	const zeros = zeroParts(value);
	if (zeros === null || !Object.entries(zeros).every(([input, sent]) => canBe(one, input, sent))) return [];
	const best = model.steps.findLastIndex(({ rung }) => 'outcome' in rung);
	const values = best < 0 ? 'none' : find(model, counts(model, best, 'possible'));
	if (typeof values === 'string') return [];
	// other conditions may look at the parts, or make the value needless
	const none = model.space.variables.map(({ as, name: input }, i) =>
		as === 'input' && input in zeros ? 0n : (values[i] ?? 0n)
	);
	if (giveFor(model, none, axisNamed(one, name)).outcome !== null) return [];
	const plain = show(one, none);
	const { [value.figure ?? '']: _, ...others } = plain.inputs;
	const inputs = { ...others, ...zeros };
	const figures = Object.entries(inputs).flatMap(([input, sent]): [string, number][] =>
		typeof sent === 'number' ? [[input, sent]] : typeof sent === 'boolean' ? [[input, sent ? 1 : 0]] : []
	);
	if (!passesChecks(indicator, new Map(figures))) return [];
	const reading = value.zero_reading ?? null;
	return [
		finding(one, reading === null ? 'warning' : 'answered', 'zero_denominator', proveText.zero(value.label, reading), {
			clause: indicator.formula ?? value.label,
			shown: { ...plain, inputs, given: UNDECIDED },
			reading
		})
	];
}

function zeroParts(value: Value): Witness | null {
	const zero = (of: Terms) => Object.fromEntries(listTerms(of).map((name) => [name, 0] as const));
	if ('percent' in value) return { ...zero(value.percent.part), ...zero(value.percent.whole) };
	if ('growth' in value) return { ...zero(value.growth.from), ...zero(value.growth.to) };
	return 'mean' in value ? { [value.mean]: [] } : null;
}

function canBe({ indicator }: Case, name: string, sent: Witness[string]): boolean {
	const input = indicator.inputs[name];
	if (!input || Array.isArray(sent)) return input !== undefined;
	return piecesOf(input).some(({ first, last }) => first <= 0n && last >= 0n);
}

/** A shared place across a bound: better on one side, worse on the other. */
function sharedPlaces(one: Case, name: string, value: Value): readonly Finding[] {
	const { model, around } = one;
	if (!('place' in value) || value.ties !== undefined) return [];
	const axis = axisNamed(one, name);
	const reading = value.tie_reading ?? null;
	return model.steps.flatMap(({ rung, possible }, i): readonly Finding[] => {
		const edge = possible.flat().find((literal) => literal.axis === axis && !literal.up);
		const place = edge ? Number(edge.bound / (2n * MICRO)) : 0;
		if (place < 1 || place >= around.districts) return [];
		const variable = model.space.variables.findIndex((v) => v.as === 'place' && v.name === name);
		const at = (where: bigint) => [[{ axis, up: true, bound: where }], [{ axis, up: false, bound: where + 1n }]];
		const position = 2n * MICRO * BigInt(place);
		const values = find(model, counts(model, i, 'sure'), { rows: [], clauses: at(position) });
		if (typeof values === 'string') return [];
		// the tie matters where the next place is worth something else
		const next = giveFor(
			model,
			values.map((own, v) => (v === variable ? own + 2n * MICRO : own))
		);
		if (next.outcome === null || next.outcome === giveFor(model, values).outcome) return [];
		const example = show(one, values);
		// the next district has the same score
		const others = example.others.map((sent, i) =>
			i === place - 1 ? { ...sent, ...scoreOf(one, value.place, example.inputs) } : sent
		);
		return [
			finding(
				one,
				reading === null ? 'warning' : 'answered',
				'tie',
				proveText.tie(value.label, nameRung(rung), reading),
				{ clause: rung.text, shown: { ...example, others, given: UNDECIDED }, reading }
			)
		];
	});
}

function scoreOf({ indicator }: Case, ranked: string, inputs: Witness): Witness {
	const names = ranked in indicator.inputs ? [ranked] : Object.keys(inputs);
	return Object.fromEntries(
		names.flatMap((name) => (inputs[name] === undefined ? [] : [[name, inputs[name]] as const]))
	);
}

/** What is given for nothing, and what is given to who reaches nothing. */
function lowest(one: Case): readonly Finding[] {
	const { model, ladder, indicator, part } = one;
	if (part !== null || !isNumbered(ladder)) return [];
	const first = ladder.rungs.find((rung) => 'outcome' in rung);
	const findings: Finding[] = [];
	const none = ladder.otherwise || ladder.mode === 'one' ? 'none' : find(model, reachesNone(model, 'possible'));
	if (typeof none !== 'string') {
		const example = show(one, none);
		findings.push(
			finding(one, 'note', 'below', proveText.below(nameRung(first), sayShown(example, indicator)), {
				clause: first?.text,
				shown: example,
				reading: findReadingOfLowest(one.agreement)
			})
		);
	}
	if (first && 'outcome' in first && typeof first.outcome === 'number' && first.outcome > 1)
		findings.push(
			finding(one, 'note', 'starts_high', proveText.startsHigh(nameRung(first)), {
				clause: first.text,
				reading: findReading(
					one.agreement,
					one.at,
					[quotesOutcome(first.outcome), (text) => text.includes('เริ่ม')],
					'with notes'
				)
			})
		);
	const missing = missingLevels(ladder);
	if (missing.length > 0)
		findings.push(finding(one, 'warning', 'missing_level', proveText.missingLevel(joinThai(missing)), {}));
	const nothing = doNothing(one);
	if (nothing !== null && typeof nothing.given.outcome === 'number' && nothing.given.outcome > 0) {
		const message = proveText.forNothing(sayGiven(nothing.given.outcome), sayExample(nothing.inputs, indicator));
		const clause = model.steps[nothing.given.at ?? -1]?.rung.text;
		const reading = findReading(one.agreement, one.at, [quotesFigure(0), quotesOutcome(nothing.given.outcome)]);
		findings.push(finding(one, 'note', 'for_nothing', message, { clause, shown: nothing, reading }));
	}
	return findings;
}

/** Levels that no rung has, between the lowest and the highest there are. */
function missingLevels({ rungs }: Ladder): readonly string[] {
	const levels = rungs.flatMap((rung) => ('outcome' in rung && typeof rung.outcome === 'number' ? [rung.outcome] : []));
	const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
	const all = Array.from({ length: Math.max(highest - lowest + 1, 0) }, (_, i) => lowest + i);
	return all.filter((level) => !levels.includes(level)).map(sayOutcome);
}

/** Zero of everything that is counted and no to all else; null where less is better or there is no zero. */
function doNothing(one: Case): Shown | null {
	const { space, steps } = one.model;
	const top = steps.at(-1)?.possible.flat() ?? [];
	const lessIsBetter = top.some(
		({ axis, up }) =>
			!up && space.axes[axis]?.type === 'number' && !top.some((other) => other.axis === axis && other.up)
	);
	if (
		lessIsBetter ||
		space.axes.some((axis, i) => axis.den !== null || (ownVariable(space, i) === null && axis.versus === null))
	)
		return null;
	if (space.variables.some(({ as }) => as === 'place' || as === 'points')) return null;
	// what the rest is held against is no work: a target, a base
	const against = new Set(space.axes.flatMap(({ num }) => [...num].flatMap(([v, factor]) => (factor < 0n ? [v] : []))));
	const values = space.variables.map(({ pieces, prefer }, i) =>
		// a day is preferred: not done is the last piece
		prefer === null ? pick(pieces, FARTHEST, against.has(i) ? 200n * MICRO : 0n) : (pieces.at(-1)?.first ?? 0n)
	);
	if (values.some((at, i) => space.variables[i]?.prefer === null && !against.has(i) && at !== 0n)) return null;
	const sent = values.map((at) => at ?? 0n);
	return giveFor(one.model, sent).outcome === null ? null : show(one, sent);
}
