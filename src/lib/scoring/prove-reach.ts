// Outcomes that no input can reach, and conditions whose removal changes no outcome.
import type { Finding } from '../agreement/check.ts';
import { leavesOf } from '../agreement/leaves.ts';
import { findReading, quotesFigure } from '../agreement/prove-readings.ts';
import { sayCondition } from '../agreement/say.ts';
import type { Condition, Ladder, Rung } from '../agreement/schema.ts';
import { finding, rewrite, show, type Case } from './prove-case.ts';
import { nameRung } from './prove-gaps.ts';
import {
	counts,
	find,
	findAnywhere,
	listOf,
	merge,
	misses,
	modelLadder,
	outcomeKey,
	reaches,
	reachesNone,
	type Model,
	type View
} from './prove-ladder.ts';
import { sayGiven, sayShown } from './prove-say.ts';
import type { Found, Query } from './prove-search.ts';
import { proveText } from './prove-sentences.ts';

/** Every rung that counts for no input, with an input that has all the rung itself asks. */
export function proveReach(one: Case): readonly Finding[] {
	const { model, indicator, ladder } = one;
	return model.steps.flatMap(({ rung }, i): readonly Finding[] => {
		if (findAnywhere(model, counts(model, i, 'sure')) !== 'none') return [];
		// Where words are lost or unclear a ruling could still give it: that is said of the words themselves.
		if (findAnywhere(model, counts(model, i, 'possible')) !== 'none') return [];
		const alone = modelLadder(model.space, indicator, { mode: 'highest', rungs: [rung] });
		const values = find(alone, { rows: [alone.steps[0]?.possible ?? []], clauses: [] });
		if (typeof values === 'string') {
			const ruled = ruledOut(ladder.mode === 'prefix' ? ladder.rungs.slice(0, i + 1) : [rung]);
			return [
				ruled === null
					? finding(one, 'error', 'unreachable', proveText.contradiction(nameRung(rung)), { clause: rung.text })
					: finding(one, 'answered', 'unreachable', proveText.ruledOut(nameRung(rung), ruled), {
							clause: rung.text,
							reading: ruled
						})
			];
		}
		const example = show(one, values);
		const given = sayGiven(example.given.outcome);
		const said = sayShown(example, indicator);
		const message = proveText.unreachable(nameRung(rung), said, given, ladder.mode);
		return [finding(one, 'error', 'unreachable', message, { clause: rung.text, shown: example })];
	});
}

/** The reading whose lost words are taken to be met by nobody, in one of the rungs. */
function ruledOut(rungs: readonly Rung[]): string | null {
	const leaves = rungs.flatMap((rung) => [...listOf(rung.needs), ...listOf(rung.only)]).flatMap(leavesOf);
	return leaves.flatMap((leaf) => ('lost' in leaf && leaf.taken === 'unmet' ? [leaf.lost] : []))[0] ?? null;
}

interface Slot {
	readonly rung: number;
	readonly condition: Condition;
	/** the same rung without it */
	readonly without: Rung;
	/** what the condition stands among */
	readonly joined: 'all' | 'any';
	/** it stands inside one of several ways */
	readonly nested: boolean;
}

/** Conditions without which every input has the same outcome. */
export function proveMatters(one: Case): readonly Finding[] {
	const { model, indicator, ladder } = one;
	const needless: string[] = [];
	return ladder.rungs.flatMap((rung, i) =>
		slotsOf(rung, i).flatMap((slot): readonly Finding[] => {
			const { without, condition, joined, nested } = slot;
			// A rung that asks for one thing asks for it to be reported, even where every value will do.
			if (without.needs === undefined && without.only === undefined) return [];
			const rungs = ladder.rungs.map((own, at) => (at === i ? without : own));
			if (isLost(condition)) return [];
			const rewritten = rewrite(one, { ...ladder, rungs });
			if (matters(model, rewritten, joined)) return [];
			const said = sayCondition(condition, indicator);
			if (needless.includes(`${i} ${said}`)) return [];
			needless.push(`${i} ${said}`);
			const below = ladder.mode === 'prefix' && repeats(condition, ladder.rungs.slice(0, i));
			// an input on which it fails and still nothing changes, where there is one
			const failing = modelLadder(model.space, indicator, {
				mode: 'highest',
				rungs: [{ outcome: 1, text: '-', needs: condition }]
			});
			const fails = failing.steps[0] ? find(failing, misses(failing.steps[0], 'possible')) : 'none';
			const holding = failing.steps[0] ? find(failing, reaches(failing.steps[0], 'possible')) : 'none';
			const values = typeof fails === 'string' ? holding : fails;
			const example = typeof values === 'string' ? undefined : show(one, values);
			// a higher rung takes all that it keeps out, as higher rungs do; or it says whom another way in is meant for
			const covered = joined === 'all' && !below && !sameRung(model, rewritten, i);
			const harmless = below || covered || (joined === 'all' && nested);
			const message = below
				? proveText.repeated(nameRung(rung), said)
				: covered
					? proveText.covered(nameRung(rung), said)
					: typeof fails === 'string'
						? proveText.alwaysHolds(nameRung(rung), said)
						: proveText.neverMatters(nameRung(rung), said, joined);
			const code = below ? 'repeated' : 'never_matters';
			return [
				finding(one, harmless ? 'note' : 'warning', code, message, {
					clause: rung.text,
					shown: example,
					reading: findReading(
						one.agreement,
						one.at,
						figuresOf(condition).map((figure) => quotesFigure(figure))
					)
				})
			];
		})
	);
}

const isLost = (condition: Condition) => /"lost"/.test(JSON.stringify(condition));

/** Whether the rung holds for the same inputs in both. */
function sameRung(a: Model, b: Model, at: number): boolean {
	const [mine, theirs] = [a.steps[at], b.steps[at]];
	if (!mine || !theirs) return true;
	return (['sure', 'possible'] as const).every(
		(view) =>
			find(a, reaches(mine, view), misses(theirs, view)) === 'none' &&
			find(a, reaches(theirs, view), misses(mine, view)) === 'none'
	);
}

function figuresOf(node: unknown): readonly number[] {
	if (typeof node === 'number') return [node];
	return node && typeof node === 'object' ? Object.values(node).flatMap(figuresOf) : [];
}

const repeats = (condition: Condition, lower: readonly Rung[]) =>
	lower.some((rung) => listOf(rung.needs).some((own) => JSON.stringify(own) === JSON.stringify(condition)));

/** Every condition of a rung that can be left out, one at a time. */
function slotsOf(rung: Rung, at: number): readonly Slot[] {
	return (['needs', 'only'] as const).flatMap((key) => {
		const list = listOf(rung[key]);
		return partsOf({ all: [...list] }).map(({ condition, rest, joined, nested }): Slot => {
			const { [key]: _, ...bare } = rung;
			const needs = rest === null ? [] : 'all' in rest ? rest.all : [rest];
			return { rung: at, condition, joined, nested, without: needs.length === 0 ? bare : { ...bare, [key]: needs } };
		});
	});
}

interface Removed {
	readonly condition: Condition;
	/** null: nothing is asked any more */
	readonly rest: Condition | null;
	readonly joined: 'all' | 'any';
	readonly nested: boolean;
}

function partsOf(condition: Condition): readonly Removed[] {
	if ('all' in condition)
		return condition.all.flatMap((part, i) => {
			const others = condition.all.filter((_, j) => j !== i);
			const put = (rest: Condition | null): Condition | null => {
				const all = rest === null ? others : condition.all.map((own, j) => (j === i ? rest : own));
				return all.length === 0 ? null : { all };
			};
			const inner = isCompound(part) ? partsOf(part) : [];
			return [
				...('any' in part || 'of' in part
					? []
					: [{ condition: part, rest: put(null), joined: 'all' as const, nested: false }]),
				...inner.map((one) => ({ ...one, rest: put(one.rest) }))
			];
		});
	if ('any' in condition && condition.any.length > 1)
		return condition.any.flatMap((part, i) => {
			const inner = 'all' in part ? partsOf(part).filter((one) => one.rest !== null) : [];
			return [
				{
					condition: part,
					rest: { any: condition.any.filter((_, j) => j !== i) },
					joined: 'any' as const,
					nested: false
				},
				...inner.map((one) => ({
					...one,
					nested: true,
					rest: { any: condition.any.map((own, j) => (j === i && one.rest ? one.rest : own)) }
				}))
			];
		});
	return [];
}
const isCompound = (condition: Condition) => 'all' in condition || 'any' in condition;

/** Whether leaving it out changes any outcome: without one of what is asked more is reached, without one of several ways less. */
function matters(model: Model, without: Model, joined: 'all' | 'any'): boolean {
	const keys = model.steps.map(({ rung }) => outcomeKey(rung));
	if (model.ladder.mode === 'one' || new Set(keys).size < keys.length) return findDifference(model, without) !== 'none';
	const [more, less] = joined === 'all' ? [without, model] : [model, without];
	return (['sure', 'possible'] as const).some((view) =>
		more.steps.some(
			(step, i) =>
				findAnywhere(model, reaches(step, view), ...less.steps.slice(i).map((own) => misses(own, view))) !== 'none'
		)
	);
}

/** An input with another outcome under the other ladder. */
export function findDifference(a: Model, b: Model): Found {
	for (const view of ['sure', 'possible'] as const) {
		const [mine, theirs] = [outcomesOf(a, view), outcomesOf(b, view)];
		for (const own of mine)
			for (const other of theirs) {
				if (own.key === other.key) continue;
				const values = findAnywhere(a, own.query, other.query);
				if (values !== 'none') return values;
			}
	}
	return 'none';
}

function outcomesOf(model: Model, view: View): readonly { readonly key: string; readonly query: Query }[] {
	const { steps, ladder } = model;
	const one = ladder.mode === 'one';
	const alone = steps.map((step, i) => ({
		key: outcomeKey(step.rung),
		query: merge(
			reaches(step, view),
			...steps.filter((_, j) => (one ? j !== i : j > i)).map((other) => misses(other, view))
		)
	}));
	return [...alone, { key: 'none', query: reachesNone(model, view) }, ...(one ? overlapping(model, view) : [])];
}

function overlapping({ steps }: Model, view: View) {
	return steps.flatMap((low, i) =>
		steps.slice(i + 1).map((high) => ({ key: 'overlap', query: merge(reaches(low, view), reaches(high, view)) }))
	);
}

/** A ladder in another mode. */
export const inMode = (ladder: Ladder, mode: Ladder['mode']): Ladder => ({ ...ladder, mode });
