// What sending does to the district's own result of an indicator; what it does to places is nobody's to see here.
import type { IndicatorScore, Outcome, ScoreAnswer, Status } from '$lib/scoring/results.ts';

export interface Standing {
	readonly status: Status;
	readonly outcome: Outcome | null;
	readonly weighted: number | null;
}
export interface Effect {
	readonly before: Standing;
	readonly after: Standing;
	readonly moved: boolean;
}

const standingOf = ({ status, outcome, weighted }: IndicatorScore): Standing => ({ status, outcome, weighted });

/** Null where the indicator is not scored for the district. */
export function showEffect(
	{ before, after }: { readonly before: ScoreAnswer; readonly after: ScoreAnswer },
	district: string,
	section: string,
	indicator: string
): Effect | null {
	const find = (answer: ScoreAnswer) =>
		answer.scores.find((one) => one.district === district && one.section === section && one.indicator === indicator);
	const [was, now] = [find(before), find(after)];
	if (was === undefined || now === undefined) return null;
	const [from, to] = [standingOf(was), standingOf(now)];
	return { before: from, after: to, moved: JSON.stringify(from) !== JSON.stringify(to) };
}
