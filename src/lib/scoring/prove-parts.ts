// Parts of one indicator looked at together: whether they can come out so at once, with inputs that make them.
import type { Witness } from '../agreement/check.ts';
import type { Ladder, Outcome } from '../agreement/schema.ts';
import { show, type Case } from './prove-case.ts';
import { counts, find, modelLadder, otherwiseOf, reachesNone } from './prove-ladder.ts';
import type { Query } from './prove-search.ts';
import { createSpace } from './prove-space.ts';

/** Positions of what an example says already, by name. */
export type Fixed = ReadonlyMap<string, bigint>;

/** An outcome that a part can have or be ruled to have. */
export interface Choice {
	/** thousandths */
	readonly points: bigint;
	/** what makes it so whatever is ruled, and what may */
	readonly sure: Query;
	readonly possible: Query;
	/** a ruling could give it where the letter does not say */
	readonly ruled: boolean;
}

export type Found =
	| { readonly kind: 'example'; readonly inputs: Witness }
	/** it may come about, but no example that could be sent was found */
	| { readonly kind: 'unknown' }
	| { readonly kind: 'none' };

export interface Together {
	/** for each part in the order given, what it can come to */
	readonly choices: readonly (readonly Choice[])[];
	/** one choice for each part, all at once */
	find(chosen: readonly Choice[], fixed: Fixed): Found;
}

/** Parts in one space, so that an input that two of them look at is one and the same. */
export function openTogether(parts: readonly Case[]): Together {
	const [first] = parts;
	if (!first) throw new Error('there is no part');
	const space = createSpace(first.indicator, first.around);
	const models = parts.map(({ indicator, ladder }) => modelLadder(space, indicator, ladder));
	const [model] = models;
	if (!model) throw new Error('there is no part');
	return {
		choices: models.map((one) => listChoices(one)),
		find(chosen, fixed) {
			const held = [...fixed].flatMap(([name, at]) => {
				const axis = space.variables.some((variable) => variable.name === name) ? space.measures.of(name) : null;
				if (axis === null || !('number' in axis)) return [];
				return [[{ axis: axis.number, up: true, bound: at }], [{ axis: axis.number, up: false, bound: at + 1n }]];
			});
			const hold: Query = { rows: [], clauses: held };
			const values = find(model, hold, ...chosen.map((one) => one.sure));
			if (typeof values !== 'string') {
				const { complete, others, inputs } = show({ ...first, model }, values);
				return complete && others.length === 0 ? { kind: 'example', inputs } : { kind: 'unknown' };
			}
			if (chosen.some(({ ruled }) => ruled)) return { kind: 'unknown' };
			const never = find(model, hold, ...chosen.map((one) => one.possible)) === 'none';
			return never ? { kind: 'none' } : { kind: 'unknown' };
		}
	};
}

function listChoices(model: ReturnType<typeof modelLadder>): readonly Choice[] {
	const { steps, ladder } = model;
	const silent = ladder.otherwise && !('outcome' in ladder.otherwise);
	const ruled = silent === true || ladder.mode === 'one' || ladder.rungs.some((rung) => !('outcome' in rung));
	const bottom = otherwiseOf(ladder);
	const none = bottom === null ? null : otherwisePoints(ladder, bottom);
	return [
		...steps.flatMap(({ rung }, i): readonly Choice[] => {
			const points = 'outcome' in rung ? pointsOf(rung.outcome, rung.points) : null;
			if (points === null) return [];
			return [{ points, sure: counts(model, i, 'sure'), possible: counts(model, i, 'possible'), ruled }];
		}),
		...(none === null
			? []
			: [{ points: none, sure: reachesNone(model, 'possible'), possible: reachesNone(model, 'sure'), ruled }])
	];
}

const pointsOf = (outcome: Outcome, points: number | undefined): bigint | null =>
	points !== undefined ? thousandths(points) : typeof outcome === 'number' ? thousandths(outcome) : null;
const otherwisePoints = ({ otherwise }: Ladder, outcome: Outcome) =>
	pointsOf(outcome, otherwise && 'outcome' in otherwise ? otherwise.points : undefined);
const thousandths = (points: number) => BigInt(Math.round(points * 1000));
