// What a section's percent is made of, district by district and exactly: the ground for asking what places would be if some of it
// were otherwise.
import type { IndicatorScore } from '../scoring/results.ts';
import { scaleNumber } from '../thai/numbers.ts';
import { scoreKey, type RoundView } from './round.ts';

/** Of a district, in whole numbers: weights in millionths, worth as weight × thousandths of points × the section's own unit. */
export interface Part {
	readonly indicator: string;
	readonly weight: bigint;
	/** 0 while open */
	readonly worth: bigint;
	readonly score: IndicatorScore;
	readonly lowest: bigint;
	readonly highest: bigint;
}
export interface Sheet {
	readonly district: string;
	/** whether anything is scored, with points or without */
	readonly scored: boolean;
	readonly parts: readonly Part[];
	/** weight that applies, lost weight included */
	readonly whole: bigint;
	/** what a weight of one millionth is worth at all its points */
	readonly unit: bigint;
}

/** Of all districts that have a percent, in the order of the answer. */
export function listSheets(view: RoundView, section: string): readonly Sheet[] {
	const scores = new Map<string, IndicatorScore[]>();
	for (const score of view.answer.scores) {
		if (score.section !== section) continue;
		const own = scores.get(score.district);
		if (own === undefined) scores.set(score.district, [score]);
		else own.push(score);
	}
	const tops = [...scores.values()].flat().flatMap(({ max_points: most }) => (most ? [scaleNumber(most)] : []));
	const unit = [...new Set(tops)].reduce(leastMultiple, 1n);
	return view.answer.sections.flatMap((line): readonly Sheet[] => {
		const own = scores.get(line.district) ?? [];
		if (line.section !== section || line.percent === null) return [];
		const parts = own.flatMap((score): readonly Part[] => {
			const { status, weight, points, max_points: most } = score;
			if (status === 'not_applicable' || weight === null || !most) return [];
			const detail = view.details.get(scoreKey(score));
			const scaled = scaleNumber(weight);
			const worth = (value: number | null | undefined) =>
				value == null ? 0n : (scaled * scaleNumber(value) * unit) / scaleNumber(most);
			return [
				{
					indicator: score.indicator,
					weight: scaled,
					worth: status === 'scored' ? worth(points) : 0n,
					score,
					lowest: worth(detail?.points_lowest),
					highest: worth(detail?.points_highest)
				}
			];
		});
		const scored = own.some(({ status }) => status === 'scored');
		return [{ district: line.district, scored, parts, whole: scaleNumber(line.weight), unit }];
	});
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));
const leastMultiple = (a: bigint, b: bigint): bigint => (a / divisor(a, b)) * b;
