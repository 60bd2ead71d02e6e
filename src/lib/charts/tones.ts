// Which of the six tones a result wears. Colour says how far up its own ladder a result stands, and nothing else.
import type { Indicator } from '../agreement/schema.ts';
import type { Outcome } from '../scoring/results.ts';

/** 0 is drawn as an outline, 5 is farthest from the paper. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

const colours: Readonly<Record<string, Tone>> = { red: 1, yellow: 3, green: 5 };

/** The outcomes a ladder can give, from the lowest, each once. */
export function listOutcomes(indicator: Pick<Indicator, 'ladder'>): readonly Outcome[] {
	const outcomes: Outcome[] = [];
	for (const rung of indicator.ladder?.rungs ?? []) {
		if ('outcome' in rung && !outcomes.includes(rung.outcome)) outcomes.push(rung.outcome);
	}
	return outcomes;
}

export function toneOf(outcome: Outcome, indicator: Pick<Indicator, 'ladder'>): Tone {
	if (typeof outcome === 'string' && outcome in colours) return colours[outcome] ?? 0;
	const outcomes = listOutcomes(indicator);
	if (typeof outcome === 'number') {
		const highest = Math.max(5, ...outcomes.filter((o) => typeof o === 'number'));
		return spread(outcome, highest);
	}
	return spread(outcomes.indexOf(outcome) + 1, outcomes.length);
}

function spread(step: number, steps: number): Tone {
	if (step <= 0 || steps <= 0) return 0;
	return Math.min(5, Math.ceil((step * 5) / steps)) as Tone;
}
