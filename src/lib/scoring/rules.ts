// The letter as rows. Reading a letter writes these; the fixed statements beside this file score every letter with them.

/** What an entry is stored under. A list is stored as the sum, the count and the lowest of its members. */
export interface InputRow {
	readonly input: number;
	readonly section: string;
	readonly indicator: string;
	readonly name: string;
	readonly of: 'value' | 'sum' | 'count' | 'lowest';
}

/** A value worked out: times × Σ num × input ÷ Σ den × input, or the figure where the parts are not all known. */
export interface MeasureRow {
	readonly measure: number;
	/** how many terms must be known */
	readonly terms: number;
	/** 100 for a percent, else 1 */
	readonly times: 1 | 100;
	/** false: a sum, divided by nothing */
	readonly ratio: boolean;
	/** valid range in millionths, inclusive; null is open */
	readonly lowest: bigint | null;
	readonly highest: bigint | null;
	/** what it counts as where its denominator is zero, in millionths; null leaves that open */
	readonly zero: bigint | null;
}
export interface TermRow {
	readonly measure: number;
	readonly input: number;
	/** −1, 0 or 1, so that sums of positions stay exact */
	readonly num: number;
	readonly den: number;
}
/** The input that gives a measure's figure itself. */
export interface FigureRow {
	readonly measure: number;
	readonly input: number;
}

/** A place in the cohort by `source`: the better end of a tie in `first`, the other in `last`. */
export interface PlaceRow {
	/** what is ranked: an input or a measure */
	readonly source: Source;
	readonly first: number;
	readonly last: number;
}

/** Points of a unit's parts put together: the lowest, highest and recommended they can come to. */
export interface CombineRow {
	readonly unit: number;
	readonly how: 'sum' | 'mean' | 'count';
	readonly lowest: number;
	readonly highest: number;
	readonly recommended: number;
}

/**
 * Inputs that cannot all be so: Σ coefficient × input must not be below 0.
 * `check` numbers them in the letter's order.
 */
export interface CheckRow {
	readonly check: number;
	readonly input: number;
	readonly coefficient: number;
}

/** One scored thing: an indicator, a part of one, or an indicator under another reading. */
export interface UnitRow {
	readonly unit: number;
	readonly section: number;
	/** 0: judged on what was reported; 1: judged on the points of its parts */
	readonly stratum: 0 | 1;
	/** the unit it is a part of */
	readonly parent: number | null;
	/** weight in millionths, and what a thousandth of a point is worth in the section's own unit; 0 outside the sum */
	readonly weight: number;
	readonly factor: number;
	/** bits of conditions that can be open */
	readonly bits: bigint;
	/** thousandths of points */
	readonly floor: number;
	readonly ceiling: number;
}

/** What a comparison looks at: an input as it was sent, or a measure worked out. */
export interface Source {
	readonly kind: 'input' | 'measure';
	readonly number: number;
}

/** One comparison: bit `bit` of `unit` holds where the position of `source` is at (up) or below (down) `bound`. */
export interface LeafRow {
	readonly unit: number;
	readonly stratum: 0 | 1;
	readonly bit: number;
	readonly source: Source;
	readonly up: boolean;
	readonly bound: bigint;
}

/** Why a sure bit that does not hold while its possible bit does leaves things undecided. */
export interface UnclearRow {
	readonly unit: number;
	readonly bit: number;
	readonly reason: string;
	readonly reading: string | null;
}

/**
 * An outcome and what it needs, best first: rows of one `ord` are alternatives of one rung. `sure`: the bits without which
 * it is not certain; `possible`: those without which it is ruled out; `recommended`: those the readings ask for.
 * An undecided row has a reason, and no outcome unless one is recommended.
 */
export interface OutcomeRow {
	readonly unit: number;
	readonly ord: number;
	readonly row: number;
	readonly sure: bigint;
	readonly possible: bigint;
	readonly recommended: bigint;
	/** index into the unit's outcomes; for an undecided row the one recommended, or null */
	readonly outcome: number | null;
	readonly undecided: string | null;
	readonly reading: string | null;
	/** points of the outcome, or of the one recommended, and the least and most a ruling could give: thousandths, null where there are none */
	readonly points: number | null;
	readonly lowest: number | null;
	readonly highest: number | null;
}

export interface AdjustRow {
	readonly unit: number;
	readonly adjust: number;
	readonly row: number;
	readonly sure: bigint;
	readonly possible: bigint;
	readonly recommended: bigint;
	/** thousandths */
	readonly points: number;
}

export interface AppliesRow {
	readonly unit: number;
	readonly district: number;
}

export interface SectionRow {
	readonly section: number;
	/** the section's own unit: what one weight of 1 is worth */
	readonly scale: number;
	/** weight lost with its pages, in millionths */
	readonly lost: number;
}

export interface Rules {
	readonly inputs: readonly InputRow[];
	readonly measures: readonly MeasureRow[];
	readonly terms: readonly TermRow[];
	readonly figures: readonly FigureRow[];
	readonly places: readonly PlaceRow[];
	readonly combines: readonly CombineRow[];
	readonly checks: readonly CheckRow[];
	readonly sections: readonly SectionRow[];
	readonly units: readonly UnitRow[];
	readonly leaves: readonly LeafRow[];
	readonly unclear: readonly UnclearRow[];
	readonly outcomes: readonly OutcomeRow[];
	readonly adjusts: readonly AdjustRow[];
	readonly applies: readonly AppliesRow[];
}
