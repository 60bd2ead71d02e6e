// A round as everybody looks at it: the letter, what was received, what it scored. Pages, documents and the API read this and nothing else.
import type { Agreement } from '../agreement/schema.ts';
import type { EntryValue, Place } from '../submission/entry.ts';
import type { IndicatorScore, ScoreAnswer, ScoreDetail, SectionScore } from '../scoring/results.ts';

export interface District {
	/** DOPA code, 4 digits */
	readonly code: string;
	/** Thai name without อำเภอ */
	readonly name: string;
	readonly english: string;
}
export interface Province {
	/** DOPA code, 2 digits */
	readonly code: string;
	/** as in addresses: khon-kaen */
	readonly slug: string;
	readonly name: string;
	readonly english: string;
	readonly districts: readonly District[];
}

/** The value in force of one input of one district, and where it came from. */
export interface EntryInForce {
	readonly district: string;
	readonly section: string;
	readonly indicator: string;
	readonly input: string;
	readonly value: EntryValue;
	readonly text: string;
	readonly at: Place;
	/** number of the submission that brought it */
	readonly submission: number;
}

/** A received file that was accepted. */
export interface Received {
	/** running number within the store, printed on the receipt */
	readonly number: number;
	readonly file: string;
	readonly sha256: string;
	readonly bytes: number;
	/** who sent it, as given on import; null when not said */
	readonly sender: string | null;
	/** ISO time it was received, with offset +07:00 */
	readonly received_at: string;
	/** received after the round's closing time */
	readonly late: boolean;
	readonly entries: number;
	/** codes of the districts it speaks of */
	readonly districts: readonly string[];
}

/** Settings of the office; everything optional is off until set. */
export interface Office {
	readonly name: string;
	readonly document_number: string | null;
	/** position of who signs, no person's name required */
	readonly signer: string | null;
	readonly signer_position: string | null;
	/** shares of sections in a combined total, by section name, in percent */
	readonly shares: Readonly<Record<string, number>> | null;
	/** bands of grades on percent, from the highest; null when not set */
	readonly bands: readonly { readonly grade: string; readonly name: string; readonly from: number }[] | null;
}

export interface RoundView {
	/** khon-kaen/2565-2 */
	readonly id: string;
	readonly agreement: Agreement;
	readonly province: Province;
	readonly answer: ScoreAnswer;
	/** by `district/section/indicator` */
	readonly details: ReadonlyMap<string, ScoreDetail>;
	readonly entries: readonly EntryInForce[];
	readonly received: readonly Received[];
	/** ISO time of the newest data, null when nothing was received */
	readonly newest: string | null;
	/** it shows invented results */
	readonly demo: boolean;
	readonly office: Office;
}

export const scoreKey = (s: { district: string; section: string; indicator: string }) =>
	`${s.district}/${s.section}/${s.indicator}`;

/** A line of a ranking: a district in one section. */
export interface RankLine extends SectionScore {
	readonly name: string;
	readonly late: boolean;
	readonly scores: readonly IndicatorScore[];
}
