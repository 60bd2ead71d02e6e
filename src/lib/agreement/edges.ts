// Bounds of an indicator beside which the letter does not say, wherever they stand.
import { leavesOf } from './leaves.ts';
import { listConditions } from './names.ts';
import { sayCondition } from './say.ts';
import type { Bound, Condition, Indicator, Unsure } from './schema.ts';

type Compared = Extract<Condition, { value: string }>;
export interface Edge {
	readonly condition: Compared;
	readonly unsure: Unsure;
	/** whether the bound rises: it is reached from below */
	readonly rises: boolean;
	/** the bound itself, and whether reaching it needs more than the figure */
	readonly own: Bound | 'lost' | undefined;
	readonly strict: boolean;
}

export function listEdges(indicator: Indicator): readonly Edge[] {
	const ladders = [indicator.ladder, ...(indicator.parts ?? []).map((part) => part.ladder)];
	return [
		...ladders.flatMap((ladder) => (ladder?.rungs ?? []).flatMap((rung) => listConditions(rung))),
		...(indicator.adjust ?? []).flatMap((adjust) => ('when' in adjust ? [adjust.when] : []))
	].flatMap(edgesOf);
}

const edgesOf = (condition: Condition): readonly Edge[] =>
	leavesOf(condition).flatMap((leaf) => ('value' in leaf && leaf.unsure ? [readEdge(leaf, leaf.unsure)] : []));

export function readEdge(condition: Compared, unsure: Unsure): Edge {
	const { at_least, more_than, at_most, less_than, equals } = condition;
	const rises = (unsure.above ?? unsure.from) !== undefined;
	const strict = rises
		? at_least === undefined && more_than !== undefined
		: at_most === undefined && less_than !== undefined;
	const own = (rises ? (at_least ?? more_than) : (at_most ?? less_than)) ?? equals;
	return { condition, unsure, rises, own, strict };
}

/** What lies between the edge and the bound, in words: คะแนนเว็บไซต์ มากกว่า 60 และ น้อยกว่า 61 */
export function sayEdge({ condition, unsure, rises, own, strict }: Edge, indicator: Indicator): string {
	const { value } = condition;
	const { above, from, below, to } = unsure;
	if (own === (from ?? to) && strict) return sayCondition({ value, equals: own }, indicator);
	const end = own === 'lost' ? undefined : own;
	const far = rises ? { more_than: above, at_least: from } : { less_than: below, at_most: to };
	const near = rises ? { [strict ? 'at_most' : 'less_than']: end } : { [strict ? 'at_least' : 'more_than']: end };
	return sayCondition({ value, ...far, ...near }, indicator);
}
