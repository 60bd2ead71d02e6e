// The names of fields of the form: value.spent_baht, tick.3, note.3; the whole indicator has `all` for a level.
import type { Indicator, Outcome } from '../../agreement/schema.ts';

export const valueKey = (input: string) => `value.${input}`;
export const tickKey = (level: string) => `tick.${level}`;
export const noteKey = (level: string) => `note.${level}`;
export const ticked = '1';

/** A level that can be proved, or the whole indicator. */
export interface Level {
	/** as fields name it */
	readonly level: string;
	readonly outcome: Outcome | null;
}

export const wholeIndicator: Level = { level: 'all', outcome: null };

/** The levels of the letter's own ladder from the lowest, then the whole indicator; parts have ladders of their own, and no levels here. */
export function listLevels({ ladder }: Indicator): readonly Level[] {
	const outcomes = new Set((ladder?.rungs ?? []).flatMap((rung) => ('outcome' in rung ? [rung.outcome] : [])));
	return [...[...outcomes].map((outcome) => ({ level: String(outcome), outcome })), wholeIndicator];
}
