// What the next rung would take, and what it is worth: in weighted points, and in places if nobody else moves.
import type { Condition, Indicator, Rung } from '../agreement/schema.ts';
import { sayCondition, sayOutcome } from '../agreement/say.ts';
import { sayFailed, type Facts } from './explain-words.ts';
import type { IndicatorScore, SectionScore } from './results.ts';

export interface NextRung {
	/** the outcome that would be reached; more than one rung up where the rungs between already hold */
	readonly outcome: string;
	/** what is missing for it, with the district's own figures */
	readonly needs: readonly string[];
	/** weighted points gained */
	readonly worth: number;
	/** place in the section with them, others unchanged */
	readonly place: number;
}

interface Judged {
	readonly source: Rung;
	readonly state: 'met' | 'unmet' | 'open' | 'unclear';
	readonly truths: readonly { readonly condition: Condition; readonly truth: string }[];
}

/** Null where the score is open, already the best, or gives no points. */
export function findNextRung(
	score: IndicatorScore,
	indicator: Indicator,
	rungs: readonly Judged[],
	facts: Facts,
	sections: readonly SectionScore[]
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
	const deducted = ownPoints(rungs[at]?.source) - points;
	const gained = Math.max(indicator.floor ?? 0, ownPoints(reached.source) - deducted) - points;
	const worth = (weight * gained) / most;
	if (worth <= 0) return null;
	const missing = wanted.truths.filter(({ truth }) => truth !== 'met');
	const own = sections.find((s) => s.district === score.district && s.section === score.section);
	const percent = (own?.percent ?? 0) + (100 * worth) / (own?.weight ?? 100);
	const above = sections.filter(
		(s) => s.section === score.section && s.district !== score.district && (s.percent ?? 0) > percent + 1e-9
	);
	return {
		outcome: sayOutcome(reached.source.outcome),
		needs: missing.map(({ condition, truth }) =>
			truth === 'unmet' ? sayFailed(condition, facts) : sayCondition(condition, indicator)
		),
		worth,
		place: above.length + 1
	};
}

const ownPoints = (rung: Rung | undefined): number =>
	rung && 'outcome' in rung ? (rung.points ?? (typeof rung.outcome === 'number' ? rung.outcome : 0)) : 0;
