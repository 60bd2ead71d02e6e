// Inputs, values and conditions of random letters: every primitive of the schema, figures picked to be met exactly.
import type { z } from 'zod';
import type { Bound, Condition, inputSchema, Unsure, valueSchema } from '../../src/lib/agreement/schema.ts';
import { undecidedReasons } from '../../src/lib/agreement/schema.ts';
import type { Dice } from './dice.ts';

type InputDraft = z.input<typeof inputSchema>;
type ValueDraft = z.input<typeof valueSchema>;

/** A number that a condition can judge, and rising figures worth holding against it. */
export interface Subject {
	readonly name: string;
	readonly figures: readonly number[];
	/** a place or a combined value, which may be an interval */
	readonly wide: boolean;
}

/** An indicator while it is being made up. */
export interface Draft {
	readonly dice: Dice;
	readonly inputs: Record<string, InputDraft>;
	readonly values: Record<string, ValueDraft>;
	readonly subjects: Subject[];
	readonly readings: Set<string>;
	/** yes or no in one of several ways of sending one fact, and asked nowhere else */
	readonly ways: Set<string>;
}

const percents = [0, 27.49, 27.5, 28.5, 50, 57, 59, 60, 66.666667, 75, 79.99, 80, 90, 99, 99.999999, 100];
const growths = [-25, -0.000001, 0, 2, 11, 12.5, 27.49, 27.5, 33.333333, 100];
const counts = [0, 1, 2, 3, 4, 5, 8, 12];
const amounts = [0, 998.99, 999, 999.01, 5000, 1000000000000];

export function randomReading(draft: Draft): string {
	const reading = `X${draft.dice.int(1, 60)}`;
	draft.readings.add(reading);
	return reading;
}

export function addInput(draft: Draft, input: Omit<InputDraft, 'label'>): string {
	const name = `i${Object.keys(draft.inputs).length + 1}`;
	draft.inputs[name] = { label: name, ...input };
	return name;
}
export function addValue(draft: Draft, value: (label: string) => ValueDraft): string {
	const name = `v${Object.keys(draft.values).length + 1}`;
	draft.values[name] = value(name);
	return name;
}
export function addSubject(draft: Draft, name: string, figures: readonly number[], wide = false): Subject {
	const subject = { name, figures, wide };
	draft.subjects.push(subject);
	return subject;
}

/** A number to judge: sometimes one that is there already, else a new input or a value over new inputs. */
export function randomSubject(draft: Draft): Subject {
	const { dice, subjects } = draft;
	if (subjects.length > 0 && dice.chance(45)) return dice.pick(subjects);
	const make = dice.pick([
		inputSubject,
		inputSubject,
		percentSubject,
		percentSubject,
		growthSubject,
		meanSubject,
		sumSubject,
		placeSubject
	]);
	return make(draft);
}

function inputSubject(draft: Draft): Subject {
	const { dice } = draft;
	const given = (figure: number) => (dice.chance(10) ? { given: figure } : {});
	switch (dice.pick(['count', 'pct', 'decimal', 'baht'] as const)) {
		case 'count': {
			const most = dice.chance(20) ? { max: 8 } : {};
			return addSubject(draft, addInput(draft, { type: 'count', ...most, ...given(2) }), counts);
		}
		case 'pct': {
			const wide = dice.chance(20);
			const range = wide ? { may_exceed_100: true, may_be_negative: true } : {};
			const figures = wide ? [-10, ...percents, 120] : percents;
			return addSubject(draft, addInput(draft, { type: 'pct', ...range, ...given(59.5) }), figures);
		}
		case 'decimal':
			return addSubject(draft, addInput(draft, { type: 'decimal', ...given(-0.5) }), growths);
		case 'baht':
			return addSubject(draft, addInput(draft, { type: 'baht' }), amounts);
	}
}

function randomTerms(draft: Draft, type: 'count' | 'baht') {
	const { dice } = draft;
	const add = () => addInput(draft, { type });
	if (dice.chance(60)) return add();
	const plus = dice.chance(50) ? [add(), add()] : [add()];
	return dice.chance(60) ? { plus, minus: [add()] } : { plus };
}

/** The range of a worked-out value, and an input that gives the figure itself within the same range. */
function randomRange(draft: Draft, type: 'pct' | 'decimal', ranges: readonly { min?: number; max?: number }[]) {
	const { dice } = draft;
	const range = dice.chance(25) ? dice.pick(ranges) : {};
	const narrow = type === 'pct' && Object.keys(range).length > 0 ? { min: 0, max: 100, ...range } : range;
	const figureType = Object.keys(range).length > 0 ? 'decimal' : type;
	return dice.chance(40) ? { ...range, figure: addInput(draft, { type: figureType, ...narrow }) } : range;
}
const zeroReading = (draft: Draft) => ({
	...(draft.dice.chance(50) ? { zero_reading: randomReading(draft) } : {}),
	...(draft.dice.chance(20) ? { when_zero: draft.dice.pick([0, 50, 100]) } : {})
});

function percentSubject(draft: Draft): Subject {
	const type = draft.dice.pick(['count', 'baht'] as const);
	const percent = { part: randomTerms(draft, type), whole: randomTerms(draft, type) };
	const range = randomRange(draft, 'pct', [{ max: 200 }, { min: -50 }, { min: 10, max: 90 }]);
	const value = addValue(draft, (label) => ({ label, percent, ...range, ...zeroReading(draft) }));
	return addSubject(draft, value, percents);
}

function growthSubject(draft: Draft): Subject {
	const growth = { from: randomTerms(draft, 'baht'), to: randomTerms(draft, 'baht') };
	const range = randomRange(draft, 'decimal', [{ max: 100 }, { min: -50 }]);
	return addSubject(
		draft,
		addValue(draft, (label) => ({ label, growth, ...range, ...zeroReading(draft) })),
		growths
	);
}

function meanSubject(draft: Draft): Subject {
	const mean = addInput(draft, { type: 'list', of: 'pct' });
	const range = randomRange(draft, 'pct', [{ max: 90 }]);
	return addSubject(
		draft,
		addValue(draft, (label) => ({ label, mean, ...range, ...zeroReading(draft) })),
		percents
	);
}

function sumSubject(draft: Draft): Subject {
	const sum = randomTerms(draft, 'count');
	const range = randomRange(draft, 'decimal', [{ min: 0 }, { max: 8 }]);
	return addSubject(
		draft,
		addValue(draft, (label) => ({ label, sum, ...range })),
		counts
	);
}

/** A place by an input or by a sum of inputs. */
function placeSubject(draft: Draft): Subject {
	const place = draft.dice.chance(60) ? addInput(draft, { type: 'decimal' }) : sumSubject(draft).name;
	const tie = {
		...(draft.dice.chance(60) ? { tie_reading: randomReading(draft) } : {}),
		...(draft.dice.chance(20) ? { ties: draft.dice.pick(['better', 'worse'] as const) } : {})
	};
	return addSubject(
		draft,
		addValue(draft, (label) => ({ label, place, ...tie })),
		[1, 2, 3, 4, 5],
		true
	);
}

/** Conditions nested up to `depth` deep. */
export function randomCondition(draft: Draft, depth: number): Condition {
	const { dice } = draft;
	if (depth === 0 || dice.chance(60)) return randomLeaf(draft);
	const several = () => Array.from({ length: dice.int(2, 3) }, () => randomCondition(draft, depth - 1));
	switch (dice.pick(['all', 'any', 'count', 'if', 'either'] as const)) {
		case 'all':
			return { all: several() };
		case 'any':
			return { any: several() };
		case 'either':
			return { either: Array.from({ length: dice.int(2, 3) }, () => randomWay(draft)) };
		case 'count': {
			// A letter does not count one thing twice: the engine would see that it is one, the naive evaluator would not.
			const of = [...new Map(several().map((one) => [JSON.stringify(one), one])).values()];
			return { at_least: dice.int(1, of.length), of };
		}
		case 'if':
			return { if: randomPremise(draft), then: randomCondition(draft, depth - 1) };
	}
}

/** One of several ways of sending one fact. A way that is asked elsewhere too would let the engine see more than the naive evaluator. */
function randomWay(draft: Draft): Condition {
	const { dice, subjects } = draft;
	if (dice.chance(50)) {
		const name = addInput(draft, { type: 'bool' });
		draft.ways.add(name);
		return dice.chance(75) ? { yes: name } : { no: name };
	}
	const before = subjects.length;
	const subject = dice.pick([inputSubject, percentSubject, growthSubject, meanSubject, placeSubject])(draft);
	subjects.splice(before);
	return withRoom(draft, subject, dice.pick(oneBound), dice.pick(subject.figures));
}

function randomLeaf(draft: Draft): Condition {
	const { dice } = draft;
	if (dice.chance(4)) return randomLost(draft);
	if (dice.chance(30)) return randomBool(draft);
	if (dice.chance(20)) return randomDate(draft);
	return boundOn(draft, randomSubject(draft));
}

/** Words that are lost, sometimes with what they are taken to be. */
function randomLost(draft: Draft): Condition {
	const { dice } = draft;
	const lost = randomReading(draft);
	if (dice.chance(50)) return { lost };
	return { lost, taken: dice.chance(40) ? dice.pick(['met', 'unmet'] as const) : boundOn(draft, randomSubject(draft)) };
}

function randomBool(draft: Draft): Condition {
	const { dice } = draft;
	const known = Object.keys(draft.inputs).filter(
		(name) => draft.inputs[name]?.type === 'bool' && !draft.ways.has(name)
	);
	const given = dice.chance(8) ? { given: dice.chance(50) } : {};
	const name = known.length > 0 && dice.chance(40) ? dice.pick(known) : addInput(draft, { type: 'bool', ...given });
	return dice.chance(75) ? { yes: name } : { no: name };
}

/** `whole`: with all that a date can be asked, and not only what has an opposite that can be said. */
function randomDate(draft: Draft, whole = true): Condition {
	const { dice } = draft;
	const type = dice.pick(['date', 'datetime'] as const);
	const given = dice.chance(8) ? { given: type === 'date' ? '2022-08-15' : '2022-08-15T16:30' } : {};
	const name = addInput(draft, { type, ...given });
	if (whole && dice.chance(15)) return { done: name };
	const days = ['2022-08-14', '2022-08-15', '2022-08-16', '2022-09-01'];
	const bound = () => {
		if (dice.chance(20)) return { value: addInput(draft, { type, due: true }) };
		return type === 'datetime' && dice.chance(40) ? `${dice.pick(days)}T16:30` : dice.pick(days);
	};
	if (whole && dice.chance(15)) return { date: name, after: '2022-08-14', by: bound() };
	switch (dice.pick(whole ? (['by', 'before', 'after'] as const) : (['by', 'after'] as const))) {
		case 'by':
			return { date: name, by: bound() };
		case 'before':
			return { date: name, before: bound() };
		case 'after':
			return { date: name, after: bound() };
	}
}

type OneBound = 'at_least' | 'more_than' | 'at_most' | 'less_than';
const oneBound: readonly OneBound[] = ['at_least', 'at_least', 'more_than', 'at_most', 'less_than'];

/** What an `if` may take: something whose opposite can be said. */
function randomPremise(draft: Draft): Condition {
	const { dice } = draft;
	if (dice.chance(40)) return randomBool(draft);
	if (dice.chance(30)) return randomDate(draft, false);
	const subject = randomSubject(draft);
	return { value: subject.name, [dice.pick(oneBound)]: dice.pick(subject.figures) };
}

/** One condition on a number: a bound, two bounds, another number, a lost bound; now and then with room beside it. */
export function boundOn(draft: Draft, subject: Subject): Condition {
	const { dice } = draft;
	const { name, figures, wide } = subject;
	if (dice.chance(10) && draft.inputs[name] !== undefined) return againstAnother(draft, name);
	if (dice.chance(5) && !wide) return lostBound(draft, subject);
	const figure = dice.pick(figures);
	const higher = figures.filter((other) => other > figure);
	if (dice.chance(15) && higher.length > 0) {
		const upper: Bound = dice.pick(higher);
		return {
			value: name,
			[dice.pick(['at_least', 'more_than'])]: figure,
			[dice.pick(['at_most', 'less_than'])]: upper
		};
	}
	const operator = dice.chance(12) ? 'equals' : dice.pick(oneBound);
	return withRoom(draft, subject, operator, figure);
}

/** One input held against another. */
function againstAnother(draft: Draft, name: string): Condition {
	const { dice } = draft;
	const others = draft.subjects.map((subject) => subject.name);
	const known = others.filter((other) => other !== name && draft.inputs[other] !== undefined);
	const other = known.length > 0 && dice.chance(50) ? dice.pick(known) : addInput(draft, { type: 'decimal' });
	return { value: name, [dice.pick([...oneBound, 'equals'] as const)]: { value: other } };
}

/** A single bound, sometimes with an edge between which and the bound the letter does not say. */
export function withRoom(draft: Draft, subject: Subject, operator: OneBound | 'equals', figure: number): Condition {
	const { dice } = draft;
	const condition = { value: subject.name, [operator]: figure };
	if (subject.wide || !dice.chance(30)) return condition;
	const downwards = operator === 'at_least' || operator === 'more_than' || (operator === 'equals' && dice.chance(50));
	const edges = subject.figures.filter((other) => (downwards ? other < figure : other > figure));
	if (edges.length === 0) return condition;
	const edge = dice.pick(edges);
	const between = edges.filter((other) => (downwards ? other >= edge : other <= edge));
	return { ...condition, unsure: randomRoom(draft, downwards, edge, [...between, figure]) };
}

/** A bound whose figure is lost, but not the side it lies on. */
function lostBound(draft: Draft, subject: Subject): Condition {
	const { dice } = draft;
	const downwards = dice.chance(60);
	const edge = dice.pick(subject.figures);
	const beyond = subject.figures.filter((other) => (downwards ? other >= edge : other <= edge));
	const unsure = randomRoom(draft, downwards, edge, beyond);
	return { value: subject.name, [downwards ? 'at_least' : 'at_most']: 'lost', unsure };
}

function randomRoom(draft: Draft, downwards: boolean, edge: number, proposals: readonly number[]): Unsure {
	const { dice } = draft;
	const side = dice.pick(downwards ? (['above', 'from'] as const) : (['below', 'to'] as const));
	return {
		[side]: edge,
		reason: dice.pick(undecidedReasons),
		reading: randomReading(draft),
		recommend: dice.pick(['met', 'unmet', 'none', dice.pick(proposals)] as const)
	};
}
