// Points of parts put together: which sums, means or counts can come about, and printed gaps that none of them falls in.
import type { Finding, Witness } from '../agreement/check.ts';
import type { Indicator } from '../agreement/schema.ts';
import { fillBoxes } from './prove-boxes.ts';
import { finding, openCase, type Case } from './prove-case.ts';
import { reaches, reachesNone } from './prove-ladder.ts';
import { floorDivide } from './prove-linear.ts';
import { openTogether, type Choice, type Fixed, type Together } from './prove-parts.ts';
import { sayBox } from './prove-say.ts';
import { proveText } from './prove-sentences.ts';

export interface Reached {
	/** positions that the value of all parts can take, ascending */
	readonly positions: readonly bigint[];
	/** inputs that give the parts such points, some of them being fixed; null where none are known */
	readonly inputs: (position: bigint, fixed: Fixed) => Witness | null;
}

const MOST_SUMS = 20_000;
/** More choices of an outcome for each part are not looked at together. */
const MOST_TOGETHER = 1500;

type Sums = ReadonlyMap<bigint, Witness | null>;

/** Every sum that could come about, whatever is ruled, with an example where one is known. */
export function reachPoints(indicator: Indicator, parts: readonly Case[]): Reached {
	const how = Object.values(indicator.values ?? {}).flatMap((value) => ('combine' in value ? [value.combine] : []))[0];
	if (how === undefined || parts.length === 0) return { positions: [], inputs: () => null };
	const worth = ({ points }: Choice) => (how === 'count' ? (points > 0n ? 1000n : 0n) : points);
	const sums = groupsOf(parts)
		.flatMap((group) => sumsOf(group, worth))
		.reduce(addSums, new Map([[0n, {}]]));
	const over = how === 'mean' ? BigInt(parts.length) : 1n;
	const positionOf = (sum: bigint) => {
		const millionths = 1000n * sum;
		const whole = floorDivide(millionths, over);
		return 2n * whole + (whole * over === millionths ? 0n : 1n);
	};
	const byPosition = new Map([...sums].map(([sum, inputs]) => [positionOf(sum), { sum, inputs }] as const));
	const names = new Set(parts.flatMap(namesOf));
	return {
		positions: [...byPosition.keys()].sort((a, b) => (a < b ? -1 : 1)),
		inputs(position, fixed) {
			const reached = byPosition.get(position);
			if (!reached || ![...fixed.keys()].some((name) => names.has(name))) return reached?.inputs ?? null;
			const together = openTogether(parts);
			for (const chosen of combine(together.choices)) {
				if (chosen.reduce((sum, one) => sum + worth(one), 0n) !== reached.sum) continue;
				const found = together.find(chosen, fixed);
				if (found.kind === 'example') return found.inputs;
			}
			return null;
		}
	};
}

const namesOf = ({ model }: Case) => model.space.variables.map(({ name }) => name);

/** What parts that look at the same inputs come to together; where there are too many ways, each part by itself and without examples. */
function sumsOf(group: readonly Case[], worth: (choice: Choice) => bigint): readonly Sums[] {
	const together = openTogether(group);
	const ways = together.choices.reduce((product, { length }) => product * length, 1);
	if (ways > MOST_TOGETHER)
		return together.choices.map((choices) => new Map(choices.map((one) => [worth(one), null] as const)));
	const sums = new Map<bigint, Witness | null>();
	for (const chosen of combine(together.choices)) {
		const sum = chosen.reduce((total, one) => total + worth(one), 0n);
		if ((sums.get(sum) ?? null) !== null) continue;
		const found = together.find(chosen, new Map());
		if (found.kind !== 'none') sums.set(sum, found.kind === 'example' ? found.inputs : null);
	}
	return [sums];
}

function addSums(some: Sums, more: Sums): Sums {
	const added = new Map<bigint, Witness | null>();
	for (const [sum, sent] of some)
		for (const [points, inputs] of more) {
			const total = sum + points;
			if ((added.get(total) ?? null) === null)
				added.set(total, sent === null || inputs === null ? null : { ...sent, ...inputs });
		}
	if (added.size > MOST_SUMS) throw new RangeError('points of the parts come to too many sums');
	return added;
}

/** Parts that look at one input belong together. */
function groupsOf(parts: readonly Case[]): readonly (readonly Case[])[] {
	const shares = (one: Case, other: Case) => namesOf(one).some((name) => namesOf(other).includes(name));
	return parts.reduce<readonly (readonly Case[])[]>((groups, part) => {
		const mine = groups.filter((group) => group.some((member) => shares(member, part)));
		return [...groups.filter((group) => !mine.includes(group)), [...mine.flat(), part]];
	}, []);
}

/** One choice for each part, in every combination; the first so many. */
const combine = (choices: Together['choices']): readonly (readonly Choice[])[] =>
	choices.reduce<readonly (readonly Choice[])[]>(
		(chosen, own) => chosen.flatMap((before) => own.map((choice) => [...before, choice])).slice(0, MOST_TOGETHER),
		[[]]
	);

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
