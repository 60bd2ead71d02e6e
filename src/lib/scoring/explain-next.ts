// What the next rung would take, and what it is worth: in weighted points, and in places if nobody else moves.
import type { Indicator, Rung } from '../agreement/schema.ts';
import { sayCondition, sayOutcome } from '../agreement/say.ts';
import type { WorkedRung } from './explain-rungs.ts';
import { sayFailed, type Facts } from './explain-words.ts';
import { add, compare, divide, figure, multiply, nought, numberOf, subtract, type Fraction } from './fraction.ts';
import type { IndicatorScore, ScoreAnswer } from './results.ts';

export interface NextRung {
	/** the outcome that would be reached; more than one rung up where the rungs between already hold */
	readonly outcome: string;
	/** what is missing for it, with the district's own figures */
	readonly needs: readonly string[];
	/** weighted points gained */
	readonly worth: number;
	/** place in the section with them, others unchanged */
	readonly place: number | null;
}

/** Null where the score is open, already the best, or gives no points. */
export function findNextRung(
	score: IndicatorScore,
	indicator: Indicator,
	rungs: readonly WorkedRung[],
	facts: Facts,
	answer: Pick<ScoreAnswer, 'scores' | 'sections'>
): NextRung | null {
	const { points, max_points: most, weight } = score;
	if (score.status !== 'scored' || points === null || most === null || weight === null || points >= most) return null;
	const at = rungs.findIndex(({ source }) => 'outcome' in source && source.outcome === score.outcome);
	const next = rungs.findIndex(({ source, state }, i) => i > at && 'outcome' in source && state !== 'met');
	const wanted = rungs[next];
	if (!wanted) return null;
	let reached = wanted;
	// In a cumulative ladder the rungs above that already hold come with it.
	if (indicator.ladder?.mode === 'prefix')
		for (const above of rungs.slice(next + 1)) {
			if (!('outcome' in above.source) || above.state !== 'met') break;
			reached = above;
		}
	if (!('outcome' in reached.source)) return null;
	const deducted = subtract(ownPoints(rungs[at]?.source), figure(points));
	const [floor, left] = [figure(indicator.floor ?? 0), subtract(ownPoints(reached.source), deducted)];
	const gained = subtract(compare(left, floor) < 0 ? floor : left, figure(points));
	const worth = weigh(gained, weight, most);
	if (compare(worth, nought) <= 0) return null;
	const missing = wanted.truths.filter(({ truth }) => truth !== 'met');
	return {
		outcome: sayOutcome(reached.source.outcome),
		needs: missing.map(({ condition, truth }) =>
			truth === 'unmet' ? sayFailed(condition, facts) : sayCondition(condition, indicator)
		),
		worth: numberOf(worth),
		place: placeWith(worth, score, answer)
	};
}

/** Points as weighted points: weight × points ÷ most. */
export const weigh = (points: Fraction, weight: number, most: number): Fraction =>
	divide(multiply(points, figure(weight)), figure(most));

const ownPoints = (rung: Rung | undefined): Fraction =>
	rung && 'outcome' in rung ? figure(rung.points ?? (typeof rung.outcome === 'number' ? rung.outcome : 0)) : nought;

interface Standings {
	/** weighted points by district */
	readonly earned: ReadonlyMap<string, Fraction>;
	/** what the weighted points are a share of, by district */
	readonly wholes: ReadonlyMap<string, number>;
}

/** Every score of a round asks for them again. */
const standings = new WeakMap<object, Map<string, Standings>>();
function standingsOf(answer: Pick<ScoreAnswer, 'scores' | 'sections'>, section: string): Standings {
	const known = standings.get(answer) ?? new Map<string, Standings>();
	standings.set(answer, known);
	let found = known.get(section);
	if (found === undefined) known.set(section, (found = addUp(answer, section)));
	return found;
}

function addUp(answer: Pick<ScoreAnswer, 'scores' | 'sections'>, section: string): Standings {
	const earned = new Map<string, Fraction>();
	for (const score of answer.scores) {
		const { status, points, weight, max_points: most } = score;
		if (score.section !== section || status !== 'scored' || points === null || weight === null || !most) continue;
		earned.set(score.district, add(earned.get(score.district) ?? nought, weigh(figure(points), weight, most)));
	}
	const wholes = new Map(
		answer.sections.flatMap((one) => (one.section === section ? [[one.district, one.weight] as const] : []))
	);
	return { earned, wholes };
}

/** The place that so many more weighted points would give, worked out from the exact shares of all districts of the section. */
export function placeWith(
	worth: Fraction,
	{ district, section }: IndicatorScore,
	answer: Pick<ScoreAnswer, 'scores' | 'sections'>
) {
	const { earned, wholes } = standingsOf(answer, section);
	// with nobody to stand beside there is no place
	if (wholes.size < 2) return null;
	const shareOf = (code: string, more: Fraction): Fraction | null => {
		const whole = wholes.get(code) ?? 0;
		return whole === 0 ? null : divide(add(earned.get(code) ?? nought, more), figure(whole));
	};
	const own = shareOf(district, worth) ?? nought;
	const above = [...wholes.keys()].filter((code) => {
		const share = code === district ? null : shareOf(code, nought);
		return share !== null && compare(share, own) > 0;
	});
	return above.length + 1;
}
