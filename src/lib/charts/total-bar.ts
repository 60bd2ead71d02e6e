// A district's total as one bar: a piece per scored indicator in the letter's order, what is sure though undecided, and how far it can still go.
import type { Section } from '../agreement/schema.ts';
import type { IndicatorScore, Outcome, SectionScore } from '../scoring/results.ts';
import { toneOf, type Tone } from './tones.ts';

/** x and width in percent of the section's weight that applies. */
export interface Span {
	readonly x: number;
	readonly width: number;
}
export interface BarPiece extends Span {
	readonly indicator: string;
	readonly outcome: Outcome;
	readonly tone: Tone;
	readonly weighted: number;
}
export interface TotalBar {
	readonly pieces: readonly BarPiece[];
	/** assured although no outcome is decided yet: drawn hatched */
	readonly assured: Span | null;
	/** still possible: drawn dashed, with an end tick at its far end */
	readonly possible: Span | null;
}

type BarLine = Pick<SectionScore, 'percent' | 'percent_best' | 'percent_worst' | 'weight'> & {
	readonly scores: readonly IndicatorScore[];
};

export function drawTotalBar(line: BarLine, section: Section): TotalBar {
	if (line.weight <= 0) return { pieces: [], assured: null, possible: null };
	const pieces: BarPiece[] = [];
	let x = 0;
	for (const indicator of section.indicators) {
		const score = line.scores.find((s) => s.indicator === indicator.indicator);
		if (score?.status !== 'scored' || score.weighted === null || score.outcome === null) continue;
		const width = (100 * score.weighted) / line.weight;
		if (width > 0) {
			pieces.push({
				indicator: indicator.indicator,
				outcome: score.outcome,
				tone: toneOf(score.outcome, indicator),
				weighted: score.weighted,
				x,
				width
			});
		}
		x += width;
	}
	const sure = Math.max(x, line.percent_worst ?? x);
	return {
		pieces,
		assured: span(x, sure),
		possible: span(sure, Math.max(sure, line.percent_best ?? sure))
	};
}

/** A district's percent in one section of a combined total; null where nothing of it was reported. */
export interface PartOfTotal {
	readonly section: string;
	readonly share: number;
	readonly percent: number | null;
}

/** Of a combined total: pieces are sections, by their shares; the tone says in which fifth of its own points a section stands. */
export function drawPartsBar(
	line: Pick<SectionScore, 'percent_best' | 'percent_worst'>,
	parts: readonly PartOfTotal[]
): TotalBar {
	let x = 0;
	const pieces = parts.flatMap(({ share, percent }, nth): readonly BarPiece[] => {
		const width = (share * (percent ?? 0)) / 100;
		const at = x;
		x += width;
		if (percent === null || width <= 0) return [];
		return [
			{ indicator: String(nth + 1), outcome: percent, tone: toneOfPercent(percent), weighted: width, x: at, width }
		];
	});
	const sure = Math.max(x, line.percent_worst ?? x);
	return {
		pieces,
		assured: span(x, sure),
		possible: span(sure, Math.max(sure, line.percent_best ?? sure))
	};
}

/** 1 for the lowest fifth, 5 for the highest; a percent on a bound belongs to the fifth above it. */
export const toneOfPercent = (percent: number): 1 | 2 | 3 | 4 | 5 =>
	Math.min(5, 1 + Math.floor(percent / 20)) as 1 | 2 | 3 | 4 | 5;

/** Less than a thousandth of a percent is what decimals leave behind, not something to draw. */
function span(from: number, to: number): Span | null {
	return to - from > 0.001 ? { x: from, width: to - from } : null;
}
