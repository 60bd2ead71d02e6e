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

/** Less than a thousandth of a percent is what decimals leave behind, not something to draw. */
function span(from: number, to: number): Span | null {
	return to - from > 0.001 ? { x: from, width: to - from } : null;
}
