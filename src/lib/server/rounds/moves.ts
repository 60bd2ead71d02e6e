// What would change: the same round scored twice, and whose score or place is another.
import type { Province } from '../../ranking/round.ts';
import type { IndicatorScore, ScoreAnswer, SectionScore } from '../../scoring/results.ts';

export interface MovedScore {
	readonly district: string;
	readonly name: string;
	/** null where only one of the two has it: another letter may ask for other indicators */
	readonly before: IndicatorScore | null;
	readonly after: IndicatorScore | null;
}
export interface MovedPlace {
	readonly district: string;
	readonly name: string;
	readonly section: string;
	readonly before: SectionScore | null;
	readonly after: SectionScore | null;
}
export interface Moves {
	/** in the letter's order of districts and indicators */
	readonly scores: readonly MovedScore[];
	/** in the order of sections, then places after; whoever's percent or place is another */
	readonly places: readonly MovedPlace[];
}

const resultOf = ({ status, outcome, points, weight, max_points, weighted }: IndicatorScore) =>
	JSON.stringify([status, outcome, points, weight, max_points, weighted]);
const standingOf = ({ percent, percent_best, percent_worst, place, place_best, place_worst }: SectionScore) =>
	JSON.stringify([percent, percent_best, percent_worst, place, place_best, place_worst]);

export function compareAnswers({ districts }: Province, before: ScoreAnswer, after: ScoreAnswer): Moves {
	const names = new Map(districts.map(({ code, name }) => [code, name]));
	const nameOf = (code: string) => names.get(code) ?? code;
	const scores = pair(
		before.scores,
		after.scores,
		({ district, section, indicator }) => `${district}/${section}/${indicator}`
	);
	const sections = pair(before.sections, after.sections, ({ district, section }) => `${district}/${section}`);
	const order = [...new Set([...after.sections, ...before.sections].map(({ section }) => section))];
	return {
		scores: scores.flatMap(([was, now]): readonly MovedScore[] => {
			const one = now ?? was;
			if (!one || (was && now && resultOf(was) === resultOf(now))) return [];
			return [{ district: one.district, name: nameOf(one.district), before: was, after: now }];
		}),
		places: sections
			.flatMap(([was, now]): readonly MovedPlace[] => {
				const one = now ?? was;
				if (!one || (was && now && standingOf(was) === standingOf(now))) return [];
				const { district, section } = one;
				return [{ district, name: nameOf(district), section, before: was, after: now }];
			})
			.toSorted(
				(a, b) =>
					order.indexOf(a.section) - order.indexOf(b.section) ||
					(a.after?.place ?? Infinity) - (b.after?.place ?? Infinity) ||
					(a.district < b.district ? -1 : 1)
			)
	};
}

/** The two that share a key, in the order of the first list and then of the second. */
function pair<T>(
	before: readonly T[],
	after: readonly T[],
	keyOf: (one: T) => string
): readonly (readonly [T | null, T | null])[] {
	const [was, now] = [before, after].map((list) => new Map(list.map((one) => [keyOf(one), one])));
	const keys = new Set([...(was?.keys() ?? []), ...(now?.keys() ?? [])]);
	return [...keys].map((key) => [was?.get(key) ?? null, now?.get(key) ?? null]);
}
