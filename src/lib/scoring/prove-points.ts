// Points of parts put together: which sums, means or counts can come about, and printed gaps that none of them falls in.
import type { Finding, Witness } from '../agreement/check.ts';
import type { Indicator, Ladder, Outcome } from '../agreement/schema.ts';
import { fillBoxes } from './prove-boxes.ts';
import { finding, openCase, show, type Case } from './prove-case.ts';
import { counts, find, otherwiseOf, reaches, reachesNone } from './prove-ladder.ts';
import { floorDivide } from './prove-linear.ts';
import { sayBox } from './prove-say.ts';
import type { Query } from './prove-search.ts';
import { proveText } from './prove-sentences.ts';

export interface Reached {
	/** positions that the value of all parts can take, ascending */
	readonly positions: readonly bigint[];
	/** inputs that give the parts such points */
	readonly inputs: (position: bigint) => Witness | null;
}

const MOST_SUMS = 20_000;

/** Every sum that could come about, whatever is ruled; examples only where no two parts look at one input. */
export function reachPoints(indicator: Indicator, parts: readonly Case[]): Reached {
	const how = Object.values(indicator.values ?? {}).flatMap((value) => ('combine' in value ? [value.combine] : []))[0];
	if (how === undefined || parts.length === 0) return { positions: [], inputs: () => null };
	let sums = new Map<bigint, Witness | null>([[0n, {}]]);
	for (const part of parts) {
		const next = new Map<bigint, Witness | null>();
		for (const [sum, sent] of sums)
			for (const [points, inputs] of outcomesOf(part)) {
				const total = sum + (how === 'count' ? (points > 0n ? 1000n : 0n) : points);
				if ((next.get(total) ?? null) === null) next.set(total, putTogether(sent, inputs));
			}
		if (next.size > MOST_SUMS) throw new RangeError('points of the parts come to too many sums');
		sums = next;
	}
	const over = how === 'mean' ? BigInt(parts.length) : 1n;
	const byPosition = new Map(
		[...sums].map(([sum, inputs]) => {
			const millionths = 1000n * sum;
			const whole = floorDivide(millionths, over);
			return [2n * whole + (whole * over === millionths ? 0n : 1n), inputs] as const;
		})
	);
	const positions = [...byPosition.keys()].sort((a, b) => (a < b ? -1 : 1));
	return { positions, inputs: (position) => byPosition.get(position) ?? null };
}

function putTogether(some: Witness | null, more: Witness | null): Witness | null {
	if (some === null || more === null || Object.keys(more).some((name) => name in some)) return null;
	return { ...some, ...more };
}

/** Points in thousandths of every outcome that a part can have or be ruled to have, with inputs that surely give it. */
function outcomesOf(part: Case): ReadonlyMap<bigint, Witness | null> {
	const { model, ladder } = part;
	const found = new Map<bigint, Witness | null>();
	const add = (points: bigint | null, query: Query, possible: Query, ruled: boolean) => {
		if (points === null) return;
		const values = find(model, query);
		const example = typeof values === 'string' ? null : show(part, values);
		if (!ruled && example === null && find(model, possible) === 'none') return;
		found.set(
			points,
			found.get(points) ?? (example?.complete === true && example.others.length === 0 ? example.inputs : null)
		);
	};
	const silent = ladder.otherwise && !('outcome' in ladder.otherwise);
	const ruled = silent === true || ladder.mode === 'one' || ladder.rungs.some((rung) => !('outcome' in rung));
	for (const [i, { rung }] of model.steps.entries())
		if ('outcome' in rung)
			add(pointsOf(rung.outcome, rung.points), counts(model, i, 'sure'), counts(model, i, 'possible'), ruled);
	const bottom = otherwiseOf(ladder);
	if (bottom !== null)
		add(otherwisePoints(ladder, bottom), reachesNone(model, 'possible'), reachesNone(model, 'sure'), ruled);
	return found;
}

const pointsOf = (outcome: Outcome, points: number | undefined): bigint | null =>
	points !== undefined ? thousandths(points) : typeof outcome === 'number' ? thousandths(outcome) : null;
const otherwisePoints = ({ otherwise }: Ladder, outcome: Outcome) =>
	pointsOf(outcome, otherwise && 'outcome' in otherwise ? otherwise.points : undefined);
const thousandths = (points: number) => BigInt(Math.round(points * 1000));

/** Printed gaps between bands of points that no points fall in. */
export function provePoints(whole: Case, { positions }: Reached): readonly Finding[] {
	const [lowest, highest] = [positions[0], positions.at(-1)];
	if (lowest === undefined || highest === undefined || whole.ladder.mode !== 'one' || whole.ladder.otherwise) return [];
	const filled = openCase(whole.agreement, whole.at, whole.indicator, null, whole.ladder, {
		...whole.around,
		points: [lowest, highest],
		continuous: true
	});
	const axis = filled.model.space.axes.findIndex(({ name }) => {
		const value = whole.indicator.values?.[name];
		return value !== undefined && 'combine' in value;
	});
	return fillBoxes(
		filled.model,
		reachesNone(filled.model, 'possible'),
		filled.model.steps.map((step) => reaches(step, 'possible'))
	).flatMap(({ box }): readonly Finding[] => {
		const range = box[axis];
		if (!range || positions.some((at) => at >= range.low && at < range.high)) return [];
		const message = proveText.emptyGap(sayBox(filled.model.space, box, whole.indicator));
		return [
			finding(whole, 'note', 'empty_gap', message, { clause: whole.ladder.rungs.map(({ text }) => text).join(' / ') })
		];
	});
}
