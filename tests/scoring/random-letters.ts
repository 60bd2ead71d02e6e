// Random letters for holding the engine against the naive evaluator: small, valid by the schema, made again from their number.
import type { z } from 'zod';
import {
	agreementSchema,
	undecidedReasons,
	type adjustSchema,
	type Agreement,
	type checkSchema,
	type Condition,
	type indicatorSchema,
	type ladderSchema,
	type Outcome,
	type partSchema,
	type rungSchema,
	type sectionSchema
} from '../../src/lib/agreement/schema.ts';
import { rollFrom, type Dice } from './dice.ts';
import {
	addInput,
	addSubject,
	addValue,
	boundOn,
	randomCondition,
	randomReading,
	randomSubject,
	withRoom,
	type Draft,
	type Subject
} from './random-conditions.ts';

type LadderDraft = z.input<typeof ladderSchema>;
type RungDraft = z.input<typeof rungSchema>;
type Step = { readonly outcome: Outcome; readonly points?: number | undefined };

export const randomProvince = '99';
export const randomDistricts = ['9901', '9902', '9903', '9904', '9905'] as const;

/** A letter of one or two sections; the same number gives the same letter. */
export function randomLetter(seed: number): Agreement {
	const dice = rollFrom(seed);
	const readings = new Set<string>();
	const sections = ['team', 'individual']
		.slice(0, dice.int(1, 2))
		.map((section) => randomSection(dice, section, readings));
	const words = { kind: 'filler' as const, words: 'คำ', readings: ['ก', 'ข'], taken: 'ก', why: 'เหตุ' };
	return agreementSchema.parse({
		agreement: 'random/2565-1',
		province: randomProvince,
		title: 'ข้อตกลงสุ่ม',
		round: 'รอบสุ่ม',
		from: '2022-04-01',
		to: '2022-09-30',
		dated: null,
		source: `สุ่มจากเลข ${seed}`,
		invented: true,
		readings: Object.fromEntries([...readings].map((id) => [id, words])),
		sections
	});
}

function randomSection(dice: Dice, section: string, readings: Set<string>): z.input<typeof sectionSchema> {
	const indicators = Array.from({ length: dice.int(1, 4) }, (_, i) => randomIndicator(dice, String(i + 1), readings));
	const lost = dice.chance(20) ? { lost_weight: dice.pick([25, 7.5]) } : {};
	return { section, title: section, weight: 100, ...lost, indicators };
}

function randomIndicator(dice: Dice, indicator: string, readings: Set<string>): z.input<typeof indicatorSchema> {
	const common = { indicator, title: indicator, short: indicator, unit: 'ระดับ', work_group: null };
	if (dice.chance(3)) return { ...common, weight: null };
	const draft: Draft = { dice, inputs: {}, values: {}, subjects: [], readings, ways: new Set() };
	const combined = dice.chance(20) ? randomParts(draft) : {};
	const steps = randomSteps(dice, dice.chance(85));
	const sum = draft.subjects.find((subject) => subject.wide);
	const ladder = 'parts' in combined && sum !== undefined ? thresholds(draft, steps, sum) : randomLadder(draft, steps);
	const adjusted = dice.chance(20) ? randomAdjustments(draft) : {};
	const checks = dice.chance(25) ? randomChecks(draft) : {};
	const judged = draft.subjects.length > 0 && dice.chance(90) ? { judged: dice.pick(draft.subjects).name } : {};
	if (dice.chance(10)) addInput(draft, { type: 'date', information: true });
	return {
		...common,
		weight: dice.pick([1, 5, 10, 15, 20, 2.5, 0.25]),
		...(dice.chance(20)
			? { applies_to: [...new Set([dice.pick(randomDistricts), ...dice.some(randomDistricts, 50)])] }
			: {}),
		...(dice.chance(10)
			? { except: [{ districts: [dice.pick(randomDistricts), ...dice.some(randomDistricts, 20)], why: 'คำวินิจฉัย' }] }
			: {}),
		inputs: draft.inputs,
		...(Object.keys(draft.values).length > 0 ? { values: draft.values } : {}),
		...checks,
		...judged,
		...combined,
		ladder,
		...adjusted
	};
}

/** Outcomes from the lowest to the highest, each with points of its own or none at all. */
function randomSteps(dice: Dice, withPoints: boolean): readonly Step[] {
	const count = dice.int(1, 5);
	if (!withPoints) {
		return dice.chance(50)
			? (['red', 'yellow', 'green'] as const).slice(0, dice.int(2, 3)).map((outcome) => ({ outcome }))
			: ['E', 'D', 'C', 'B', 'A'].slice(5 - count).map((outcome) => ({ outcome }));
	}
	if (dice.chance(30))
		return ['E', 'D', 'C', 'B', 'A'].slice(5 - count).map((outcome, i) => ({ outcome, points: i + 1 }));
	const first = dice.int(1, 3);
	const priced = dice.chance(30);
	return Array.from({ length: count }, (_, i) => ({ outcome: first + i, ...(priced ? { points: 1 + i * 0.5 } : {}) }));
}

const asList = (conditions: readonly Condition[], dice: Dice): Condition | Condition[] =>
	conditions.length === 1 && conditions[0] !== undefined && dice.chance(50) ? conditions[0] : [...conditions];

function randomLadder(draft: Draft, steps: readonly Step[]): LadderDraft {
	const { dice } = draft;
	const make = dice.pick([thresholds, thresholds, bands, milestones, milestones, anything]);
	return make(draft, steps);
}

/** One number against rising bounds, or falling ones where less is better; sometimes behind a gate. */
function thresholds(draft: Draft, steps: readonly Step[], subject: Subject = randomSubject(draft)): LadderDraft {
	const { dice } = draft;
	const start = dice.int(0, Math.max(0, subject.figures.length - steps.length));
	const rising = subject.figures.slice(start, start + steps.length);
	const less = dice.chance(20);
	const bounds = less ? rising.toReversed() : rising;
	const strict = dice.chance(35);
	const operator = less ? (strict ? 'less_than' : 'at_most') : strict ? 'more_than' : 'at_least';
	const gate = dice.chance(25) ? [randomCondition(draft, 1)] : [];
	const rungs = steps.slice(0, bounds.length).map((step, i) => {
		const needs = asList([withRoom(draft, subject, operator, bounds[i] ?? 0), ...gate], dice);
		return { ...step, text: 'ระดับ', needs };
	});
	return finish(draft, dice.chance(80) ? 'highest' : 'prefix', rungs);
}

/** One number in bands that should touch and often do not. */
function bands(draft: Draft, steps: readonly Step[]): LadderDraft {
	const { dice } = draft;
	const subject = randomSubject(draft);
	const rungs = steps.map((step, i) => {
		const low = subject.figures[Math.min(2 * i, subject.figures.length - 1)] ?? 0;
		const high = subject.figures[Math.min(2 * i + dice.int(1, 2), subject.figures.length - 1)] ?? 0;
		const lower = withRoom(draft, subject, dice.pick(['at_least', 'at_least', 'more_than']), low);
		const upper = withRoom(draft, subject, dice.pick(['at_most', 'less_than']), high);
		const needs = i === 0 ? [upper] : i === steps.length - 1 ? [lower] : [lower, upper];
		return { ...step, text: 'ช่วง', needs: asList(needs, dice) };
	});
	return finish(draft, dice.chance(75) ? 'one' : 'highest', rungs);
}

/** Steps that follow one another, with a band inside some of them. */
function milestones(draft: Draft, steps: readonly Step[]): LadderDraft {
	const { dice } = draft;
	const rungs = steps.map((step) => {
		const needs = Array.from({ length: dice.int(1, 2) }, () => randomCondition(draft, 1));
		const only = dice.chance(20) ? { only: asList([boundOn(draft, randomSubject(draft))], dice) } : {};
		return { ...step, text: 'ขั้น', ...(dice.chance(95) ? { needs: asList(needs, dice) } : {}), ...only };
	});
	return finish(draft, dice.chance(85) ? 'prefix' : 'highest', rungs);
}

function anything(draft: Draft, steps: readonly Step[]): LadderDraft {
	const { dice } = draft;
	const rungs = steps
		.slice(0, 3)
		.map((step) => ({ ...step, text: 'ใด ๆ', needs: asList([randomCondition(draft, 2)], dice) }));
	return finish(draft, dice.pick(['highest', 'prefix', 'one'] as const), rungs);
}

/** Rungs the letter has no outcome for, an outcome that stands twice, and what is given when none is reached. */
function finish(
	draft: Draft,
	mode: LadderDraft['mode'],
	rungs: readonly Extract<RungDraft, { outcome: Outcome }>[]
): LadderDraft {
	const { dice } = draft;
	const outcomes = rungs.map((rung) => rung.outcome);
	const all: RungDraft[] = [...rungs];
	if (dice.chance(15)) {
		const [low, high] = [dice.int(0, outcomes.length - 1), dice.int(0, outcomes.length - 1)];
		const between: [Outcome, Outcome] = [outcomes[Math.min(low, high)] ?? 0, outcomes[Math.max(low, high)] ?? 0];
		all.splice(dice.int(0, all.length), 0, {
			undecided: dice.pick(undecidedReasons),
			reading: randomReading(draft),
			...(dice.chance(70) ? { recommended: dice.pick(outcomes) } : {}),
			...(low !== high && dice.chance(50) ? { between } : {}),
			text: 'ไม่มีเกณฑ์',
			needs: randomCondition(draft, 1)
		});
	}
	if (dice.chance(8)) {
		const twice = dice.pick(rungs);
		all.splice(dice.int(0, all.length), 0, { ...twice, needs: [randomCondition(draft, 1)] });
	}
	return { mode, rungs: all, ...randomOtherwise(draft, rungs) };
}

function randomOtherwise(draft: Draft, rungs: readonly Step[]): Pick<LadderDraft, 'otherwise'> {
	const { dice } = draft;
	if (!dice.chance(30)) return {};
	const text = 'นอกจากนี้';
	const [first] = rungs;
	if (dice.chance(50) || first === undefined) {
		const reading = dice.chance(70) ? { reading: randomReading(draft) } : {};
		const recommended = dice.chance(60) ? { recommended: dice.pick(rungs).outcome } : {};
		return { otherwise: { undecided: dice.pick(undecidedReasons), ...reading, ...recommended, text } };
	}
	const { outcome, points } = first;
	if (typeof outcome === 'number')
		return { otherwise: { outcome: 0, ...(points === undefined ? {} : { points: 0.5 }), text } };
	const colour = outcome.length > 1;
	return { otherwise: { outcome: colour ? 'red' : 'F', ...(points === undefined ? {} : { points: 0 }), text } };
}

/** Parts with ladders of their own, and a value that puts their points together. */
function randomParts(draft: Draft): { parts: z.input<typeof partSchema>[] } {
	const { dice } = draft;
	const how = dice.pick(['sum', 'mean', 'count'] as const);
	const parts = Array.from({ length: dice.int(2, 3) }, (_, i) => {
		const worth = dice.pick([
			[25, 50, 75, 100],
			[7, 8, 9, 10],
			[1, 2]
		]);
		const steps = how === 'count' ? [{ outcome: 1 }] : worth.map((points, j) => ({ outcome: j + 1, points }));
		return { part: `p${i + 1}`, title: 'ส่วน', ladder: randomLadder(draft, steps) };
	});
	draft.subjects.splice(0);
	const figures = {
		sum: [1, 3, 24, 27, 30, 100, 150, 200],
		mean: [1, 1.5, 8.5, 33.333333, 60, 66.666667, 80],
		count: [1, 2, 3]
	};
	const name = addValue(draft, (label) => ({ label, combine: how }));
	addSubject(draft, name, figures[how], true);
	return { parts };
}

function randomAdjustments(draft: Draft): { adjust: z.input<typeof adjustSchema>[]; floor?: number } {
	const { dice } = draft;
	const adjust = Array.from({ length: dice.int(1, 2) }, (_, i) => {
		const points = dice.pick([-0.5, -1, -0.5, 0.5, 1]);
		const reading = dice.chance(50) ? { reading: randomReading(draft) } : {};
		// Of two, only the second may count.
		if (i === 0 || dice.chance(40)) return { when: randomCondition(draft, 1), points, text: 'ปรับ', ...reading };
		return { per: addInput(draft, { type: 'count' }), points, text: 'ปรับต่อครั้ง', ...reading };
	});
	return { adjust, ...(dice.chance(20) ? { floor: dice.pick([0.5, 1]) } : {}) };
}

/** A part that may not be larger than its whole, over inputs that are there already. */
function randomChecks(draft: Draft): { checks?: z.input<typeof checkSchema>[] } {
	const { dice } = draft;
	const countable = Object.entries(draft.inputs)
		.filter(([, input]) => ['count', 'baht', 'bool'].includes(input.type))
		.map(([name]) => name);
	if (countable.length < 2) return {};
	const checks = Array.from({ length: dice.int(1, 2) }, () => {
		const plus = dice.pick(countable);
		const others = countable.filter((name) => name !== plus);
		return { plus: [plus], minus: [...new Set([dice.pick(others), ...dice.some(others, 15)])], text: 'ไม่เกิน' };
	});
	return { checks };
}
