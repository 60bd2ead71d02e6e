// A result as a row of boxes, one per outcome of its ladder, filled up to the outcome reached.
import type { Indicator } from '../agreement/schema.ts';
import type { IndicatorScore, Outcome } from '../scoring/results.ts';
import { listOutcomes, toneOf, type Tone } from './tones.ts';

export interface LadderBox {
	readonly outcome: Outcome;
	/** `zero` marks the first box of a result that was scored and reached no box */
	readonly state: 'filled' | 'reached' | 'zero' | 'empty' | 'open';
	/** the province's middle result stands at this box */
	readonly middle: boolean;
}
export interface LadderBoxes {
	/** all filled boxes wear the tone of the outcome reached */
	readonly tone: Tone;
	readonly boxes: readonly LadderBox[];
}

export function drawLadderBoxes(
	score: Pick<IndicatorScore, 'status' | 'outcome'>,
	indicator: Pick<Indicator, 'ladder'>,
	middle: Outcome | null
): LadderBoxes {
	const listed = listOutcomes(indicator).filter((o) => o !== 0);
	const numbered = listed.every((o) => typeof o === 'number');
	// A ladder may print levels 3–5 only; the reader still counts from 1.
	const outcomes: readonly Outcome[] = numbered
		? Array.from({ length: Math.max(0, ...listed.map(Number)) }, (_, i) => i + 1)
		: listed;
	const reached = score.outcome === null ? -1 : outcomes.indexOf(score.outcome);
	const zero = score.status === 'scored' && reached < 0;
	const open = score.status !== 'scored' && score.status !== 'not_applicable';
	return {
		tone: score.outcome === null ? 0 : toneOf(score.outcome, indicator),
		boxes: outcomes.map((outcome, i) => ({
			outcome,
			state: open ? 'open' : i === reached ? 'reached' : i < reached ? 'filled' : zero && i === 0 ? 'zero' : 'empty',
			middle: outcome === middle
		}))
	};
}
