// Each indicator over all districts: how many stand at each outcome, how many are open, and the share of its points earned.
import type { Indicator, Section } from '../../agreement/schema.ts';
import { listOutcomes } from '../../charts/tones.ts';
import type { RoundView } from '../../ranking/round.ts';
import { toNumber } from '../../scoring/fraction.ts';
import type { Outcome, Status } from '../../scoring/results.ts';
import { scaleNumber } from '../../thai/numbers.ts';
import { joinThai } from '../../thai/words.ts';
import { showPercent } from '../percent.ts';
import { nameSection } from '../rank-lines.ts';

export interface Measure {
	readonly section: Section;
	readonly indicator: Indicator;
	/** districts at each outcome the ladder can give or has given, from the highest */
	readonly counts: ReadonlyMap<Outcome, number>;
	readonly statuses: Readonly<Record<Status, number>>;
	/** 100 × points ÷ most points, over what is scored; null where nothing is or where outcomes have no points */
	readonly share: number | null;
}

export function listMeasures({ agreement, answer }: RoundView): readonly Measure[] {
	return agreement.sections.flatMap((section) =>
		section.indicators.map((indicator): Measure => {
			const scores = answer.scores.filter(
				(one) => one.section === section.section && one.indicator === indicator.indicator
			);
			const count = (status: Status) => scores.filter((one) => one.status === status).length;
			const outcomes = scores.flatMap(({ outcome }) => (outcome === null ? [] : [outcome]));
			const counts = new Map<Outcome, number>();
			for (const outcome of listPossible(indicator, outcomes)) {
				counts.set(outcome, outcomes.filter((one) => one === outcome).length);
			}
			return {
				section,
				indicator,
				counts,
				statuses: {
					scored: count('scored'),
					not_reported: count('not_reported'),
					invalid: count('invalid'),
					undecided: count('undecided'),
					not_applicable: count('not_applicable')
				},
				share: shareOf(scores.filter(({ status }) => status === 'scored'))
			};
		})
	);
}

/** From the highest; an outcome below the ladder stands last. */
function listPossible(indicator: Indicator, given: readonly Outcome[]): readonly Outcome[] {
	const possible = [...listOutcomes(indicator)].reverse();
	return [...possible, ...new Set(given.filter((one) => !possible.includes(one)))];
}

function shareOf(scored: readonly { readonly points: number | null; readonly max_points: number | null }[]) {
	let [earned, most] = [0n, 0n];
	for (const { points, max_points } of scored) {
		if (points === null || max_points === null) return null;
		earned += scaleNumber(points);
		most += scaleNumber(max_points);
	}
	return most === 0n ? null : toNumber(100n * earned, most);
}

/** So many are named on each side; those that share the last place are all named or none is. */
const wanted = 3;
const mostNamed = 5;

export interface Known {
	readonly measure: Measure;
	readonly share: number;
}
export interface Extremes {
	/** from the least */
	readonly weakest: readonly Known[];
	/** from the most */
	readonly strongest: readonly Known[];
}

/** The indicators that earned the least and the most of their points; none is named on both sides. */
export function listExtremes(measures: readonly Measure[]): Extremes {
	const known = measures.flatMap((measure): Known[] =>
		measure.share === null ? [] : [{ measure, share: measure.share }]
	);
	const weakest = takeFirst(known.toSorted((a, b) => a.share - b.share));
	const strongest = takeFirst(known.toSorted((a, b) => b.share - a.share)).filter((one) => !weakest.includes(one));
	return { weakest, strongest };
}

function takeFirst(sorted: readonly Known[]): readonly Known[] {
	const taken: Known[] = [];
	for (const { share } of sorted) {
		if (taken.length >= wanted || taken.some((one) => one.share === share)) continue;
		const equal = sorted.filter((one) => one.share === share);
		if (taken.length + equal.length > mostNamed) break;
		taken.push(...equal);
	}
	return taken;
}

const nameMeasure = ({ section, indicator }: Measure): string =>
	`${nameSection(section)} ข้อ ${indicator.indicator} ${indicator.short}`;

export const sayShare = ({ measure, share }: Known): string =>
	`${nameMeasure(measure)} ร้อยละ ${showPercent(share)} (${measure.statuses.scored} อำเภอ)`;

/** The two ends in one sentence; null where no indicator stands at an end by itself. */
export function sayEnds({ weakest, strongest }: Extremes): string | null {
	const end = (side: readonly Known[]): string =>
		`${joinThai(side.filter(({ share }) => share === side[0]?.share).map(({ measure }) => nameMeasure(measure)))} (${showPercent(side[0]?.share ?? 0)})`;
	if (weakest.length === 0 || strongest.length === 0) return null;
	return `ร้อยละของคะแนนเต็มรวมอำเภอที่มีคะแนนแล้ว น้อยที่สุด ${end(weakest)} มากที่สุด ${end(strongest)}`;
}
