// What scoring answers, in the form others rely on (`score --json`, the API, pages and documents).

export const statuses = ['scored', 'not_reported', 'invalid', 'undecided', 'not_applicable'] as const;
export type Status = (typeof statuses)[number];
export type Reason =
	| 'gap'
	| 'overlap'
	| 'missing_input'
	| 'invalid_input'
	| 'zero_denominator'
	| 'rule_missing'
	| 'conflict'
	| 'tie'
	| 'not_applicable';
/** A level (number), a grade (letter) or a colour. */
export type Outcome = number | string;

export interface Recommended {
	readonly outcome: Outcome;
	readonly points: number | null;
	/** the reading that recommends it */
	readonly reading: string | null;
}

/** One district on one indicator. */
export interface IndicatorScore {
	readonly district: string;
	readonly section: string;
	readonly indicator: string;
	readonly status: Status;
	/** null when open */
	readonly outcome: Outcome | null;
	/** points after deductions; null when open or where the letter gives none */
	readonly points: number | null;
	readonly max_points: number | null;
	/** null where the letter's weight is lost or it stands outside the sum */
	readonly weight: number | null;
	/** weight × points ÷ max_points; null when open */
	readonly weighted: number | null;
	/** what the ladder judged (percent, average, sum, place), null where it is open or there is none */
	readonly value: number | null;
	readonly reason: Reason | null;
	/** the reading without which the outcome would be open or other; of an undecided one, the reading that would decide it */
	readonly reading: string | null;
	readonly recommended: Recommended | null;
}

/** One district in one section. Percents are 100 × weighted points ÷ weight that applies. */
export interface SectionScore {
	readonly district: string;
	readonly section: string;
	/** of what is scored; null only where nothing applies */
	readonly percent: number | null;
	/** with what is open filled with the best, the worst still possible */
	readonly percent_best: number | null;
	readonly percent_worst: number | null;
	readonly decided_weight: number;
	/** the weight that applies, lost weight included */
	readonly weight: number;
	/** equal percent shares the place: 1, 2, 2, 4 */
	readonly place: number | null;
	readonly place_best: number | null;
	readonly place_worst: number | null;
}

export interface ScoreAnswer {
	readonly agreement: string;
	readonly scores: readonly IndicatorScore[];
	readonly sections: readonly SectionScore[];
}

/** Beside each score, what an explanation and a chart need and the public form does not carry. */
export interface ScoreDetail {
	/** lowest and highest points still possible; equal when decided; null where it has no points */
	readonly points_lowest: number | null;
	readonly points_highest: number | null;
	/** all readings in force that the result rests on */
	readonly rests_on: readonly string[];
	/** readings that would decide it, when it is undecided */
	readonly waits_for: readonly string[];
	/** bits of the conditions that hold, and of those that could be judged (see conditions.ts) */
	readonly met: bigint;
	readonly seen: bigint;
	/** of an indicator whose points are put together from parts */
	readonly parts?: readonly PartDetail[];
}

/** One part of a combined indicator. */
export interface PartDetail {
	readonly part: string;
	readonly status: Status;
	/** null when open */
	readonly outcome: Outcome | null;
	readonly points: number | null;
	readonly met: bigint;
	readonly seen: bigint;
}
