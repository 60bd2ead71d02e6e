// A ladder that judges one figure, laid out as bands on a line: where this district stands, where the others do, and what is missing to the next band.
import type { Condition, Indicator } from '../agreement/schema.ts';
import type { Outcome } from '../scoring/results.ts';
import { toneOf, type Tone } from './tones.ts';

/** x and width in percent of the line. */
export interface Band {
	readonly outcome: Outcome;
	readonly tone: Tone;
	readonly x: number;
	readonly width: number;
}
export interface LineBound {
	readonly x: number;
	readonly value: number;
}
export interface NumberLine {
	readonly bands: readonly Band[];
	readonly bounds: readonly LineBound[];
	readonly others: readonly number[];
	readonly own: LineBound;
	/** from the own figure to the next better bound */
	readonly gap: {
		readonly x: number;
		readonly width: number;
		readonly missing: number;
		readonly outcome: Outcome;
	} | null;
}

interface Step {
	readonly outcome: Outcome;
	readonly bound: number;
	readonly direction: 'up' | 'down';
	readonly exact: boolean;
}
/** width of a band that holds one figure only (= 100), in percent of the line */
const exactWidth = 5;

/** Null where the ladder does not step along one figure: then its rungs say it in words. */
export function drawNumberLine(
	indicator: Pick<Indicator, 'ladder' | 'judged'>,
	own: number,
	others: readonly number[]
): NumberLine | null {
	const steps = readSteps(indicator);
	if (!steps) return null;
	const first = steps[0];
	const last = steps.at(-1);
	if (!first || !last || steps.length < 2) return null;
	const sign = first.direction === 'up' ? 1 : -1;
	// Everything below is laid out in a figure that grows with the outcome.
	const bounds = steps.map((step) => step.bound * sign);
	if (bounds.some((bound, i) => i > 0 && bound <= (bounds[i - 1] ?? 0))) return null;
	const low = bounds[0] ?? 0;
	const high = bounds.at(-1) ?? 0;
	const step = (high - low) / (bounds.length - 1);
	const start = low - step;
	const end = last.exact ? high : high + step;
	const room = last.exact ? 100 - exactWidth : 100;
	const toX = (value: number) => {
		const along = (room * (Math.min(Math.max(value, start), end) - start)) / (end - start);
		// Beside the numeral of its block, not through it.
		return last.exact && value >= high ? 100 - exactWidth * 0.85 : along;
	};
	const edges = [start, ...bounds, end].map((value, i, all) =>
		i === all.length - 1 ? 100 : (room * (value - start)) / (end - start)
	);
	const below: Outcome = typeof first.outcome === 'number' ? first.outcome - 1 : '';
	const bands = [below, ...steps.map((s) => s.outcome)].map((outcome, i) => ({
		outcome,
		tone: outcome === '' ? (0 as const) : toneOf(outcome, indicator),
		x: edges[i] ?? 0,
		width: (edges[i + 1] ?? 100) - (edges[i] ?? 0)
	}));
	const next = steps.find((s) => s.bound * sign > own * sign);
	const ownX = toX(own * sign);
	return {
		bands,
		bounds: steps.map((s, i) => ({ x: edges[i + 1] ?? 0, value: s.bound })),
		others: others.map((value) => toX(value * sign)),
		own: { x: ownX, value: own },
		gap: next
			? {
					x: ownX,
					width: Math.max(0, toX(next.bound * sign) - ownX),
					missing: Math.abs(next.bound - own),
					outcome: next.outcome
				}
			: null
	};
}

function readSteps(indicator: Pick<Indicator, 'ladder' | 'judged'>): readonly Step[] | null {
	const { judged, ladder } = indicator;
	if (!judged || !ladder || ladder.mode === 'prefix') return null;
	const steps: Step[] = [];
	for (const rung of ladder.rungs) {
		if (!('outcome' in rung)) return null;
		const bounds = listConditions(rung.needs).flatMap((condition) => readBound(condition, judged));
		const [bound, second] = bounds;
		if (!bound || second) return null;
		steps.push({ outcome: rung.outcome, ...bound });
	}
	const direction = steps[0]?.direction;
	return steps.every((step) => step.direction === direction) ? steps : null;
}

function listConditions(needs: Condition | Condition[] | undefined): readonly Condition[] {
	const listed = needs === undefined ? [] : Array.isArray(needs) ? needs : [needs];
	return listed.flatMap((condition) => ('all' in condition ? listConditions(condition.all) : [condition]));
}

function readBound(condition: Condition, judged: string): readonly Omit<Step, 'outcome'>[] {
	if (!('value' in condition) || condition.value !== judged) return [];
	const found: Omit<Step, 'outcome'>[] = [];
	const lower = condition.at_least ?? condition.more_than;
	const upper = condition.at_most ?? condition.less_than;
	if (typeof lower === 'number') found.push({ bound: lower, direction: 'up', exact: false });
	if (typeof upper === 'number') found.push({ bound: upper, direction: 'down', exact: false });
	if (typeof condition.equals === 'number') found.push({ bound: condition.equals, direction: 'up', exact: true });
	return found;
}
