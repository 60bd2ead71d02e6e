// One fact that may be sent in several ways: what a ladder asks of those who send it in one of them, or in more at once.
import { mapInner } from '../agreement/leaves.ts';
import { listConditions, mentionsOfCondition } from '../agreement/names.ts';
import type { Condition, Indicator } from '../agreement/schema.ts';

/** Of the ways of sending a fact those in which it is sent: it holds where none of them fails. */
export type Sent = (ways: readonly Condition[]) => readonly Condition[];

export const sentFirst: Sent = (ways) => ways.slice(0, 1);

/** The condition as it stands for who sends its facts so. */
export function takeSent(condition: Condition, sent: Sent): Condition {
	const again = (inner: Condition) => takeSent(inner, sent);
	if (!('either' in condition)) return mapInner(condition, again);
	const [first, ...others] = sent(condition.either).map(again);
	return first === undefined ? condition : others.length === 0 ? first : { all: [first, ...others] };
}

function listAsked({ ladder, parts = [], adjust = [] }: Indicator): readonly Condition[] {
	const rungs = [ladder, ...parts.map((part) => part.ladder)].flatMap((one) => one?.rungs ?? []);
	return [...rungs.flatMap(listConditions), ...adjust.flatMap((one) => ('when' in one ? [one.when] : []))];
}

/** Every set of ways of sending a fact that the indicator's conditions have, each once. */
function listEithers(indicator: Indicator): readonly (readonly Condition[])[] {
	const found = new Map<string, readonly Condition[]>();
	const collect = (condition: Condition): Condition => {
		if ('either' in condition) found.set(keyOf(condition.either), condition.either);
		return mapInner(condition, collect);
	};
	listAsked(indicator).forEach(collect);
	return [...found.values()];
}
const keyOf = (ways: readonly Condition[]) => JSON.stringify(ways);
const namesOf = (conditions: readonly Condition[]) =>
	conditions.flatMap((condition) => mentionsOfCondition(condition).map(({ name }) => name));

/** What a condition asks outside of all ways of sending a fact. */
function outside(condition: Condition): readonly Condition[] {
	if ('either' in condition) return [];
	const inner: Condition[] = [];
	mapInner(condition, (one) => {
		inner.push(one);
		return one;
	});
	return inner.length === 0 ? [condition] : inner.flatMap(outside);
}

/** Each fact sent in the first way, each in the second, and so on; with it whatever other ways come to be sent all the same. */
export function eachWay(indicator: Indicator): readonly Sent[] {
	const eithers = listEithers(indicator);
	const most = Math.max(1, ...eithers.map((ways) => ways.length));
	const besides = namesOf(listAsked(indicator).flatMap(outside));
	return Array.from({ length: most }, (_, nth): Sent => {
		const own = (ways: readonly Condition[]) => ways[Math.min(nth, ways.length - 1)];
		const names = new Set([...besides, ...namesOf(eithers.flatMap((ways) => own(ways) ?? []))]);
		return (ways) => ways.filter((way) => way === own(ways) || namesOf([way]).every((name) => names.has(name)));
	});
}

/** More than so many ways of sending all facts are not gone through. */
const MOST_WAYS = 32;

/** All ways in which the facts can be sent, several at once too, so that each is sent in some; null where they are too many. */
export function allWays(indicator: Indicator): readonly Sent[] | null {
	const eithers = listEithers(indicator);
	const besides = namesOf(listAsked(indicator).flatMap(outside));
	const groups = [...new Set(eithers.flat().map((way) => namesOf([way]).sort().join()))].map((names) =>
		names.split(',')
	);
	if (2 ** groups.length > MOST_WAYS) return null;
	return subsetsOf(groups).flatMap((sent): readonly Sent[] => {
		const names = new Set([...besides, ...sent.flat()]);
		const take: Sent = (ways) => ways.filter((way) => namesOf([way]).every((name) => names.has(name)));
		return eithers.every((ways) => take(ways).length > 0) ? [take] : [];
	});
}

const subsetsOf = <T>(all: readonly T[]): readonly (readonly T[])[] =>
	all.reduce<readonly (readonly T[])[]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]]);
