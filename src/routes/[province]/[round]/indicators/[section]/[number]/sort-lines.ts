// The rows of an indicator's table in the order an address asks for.
import type { LadderBoxes } from '$lib/charts/ladder-boxes.ts';
import type { Outcome, Status } from '$lib/scoring/results.ts';
import { compareThai } from '$lib/thai/words.ts';

export interface Line {
	/** from the best result down, then what is open */
	readonly place: number;
	readonly name: string;
	readonly late: boolean;
	readonly district: string;
	readonly status: Status;
	/** how far it has come; null where nothing was sent */
	readonly state:
		| { readonly kind: 'sent' }
		| {
				readonly kind: 'returned' | 'approved';
				readonly at: string;
				readonly who: string;
				readonly reason: string | null;
		  }
		| null;
	readonly boxes: LadderBoxes;
	readonly value: number | null;
	readonly weighted: number | null;
	readonly recommended: Outcome | null;
	/** to the next outcome where the figure alone is missing */
	readonly gap: { readonly missing: number; readonly text: string; readonly near: boolean } | null;
	/** of the round before, where it is the same indicator */
	readonly before: { readonly status: Status; readonly outcome: Outcome | null; readonly value: number | null } | null;
}

export const sorts = ['result', 'name', 'value', 'gap', 'status'] as const;
export type Sort = (typeof sorts)[number];
export const readSort = (text: string | null): Sort => sorts.find((one) => one === text) ?? 'result';

const statusOrder: readonly Status[] = ['not_reported', 'invalid', 'undecided', 'scored', 'not_applicable'];

const orders: Readonly<Record<Sort, (a: Line, b: Line) => number>> = {
	result: () => 0,
	name: (a, b) => compareThai(a.name, b.name),
	value: (a, b) => lastNull(a.value, b.value, (x, y) => y - x),
	gap: (a, b) => lastNull(a.gap?.missing ?? null, b.gap?.missing ?? null, (x, y) => x - y),
	status: (a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status)
};

function lastNull(a: number | null, b: number | null, order: (a: number, b: number) => number): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	return order(a, b);
}

/** `status` puts first what somebody has to do; what is alike stays by result. */
export const sortLines = (lines: readonly Line[], sort: Sort): readonly Line[] =>
	lines.toSorted((a, b) => orders[sort](a, b) || a.place - b.place);
