// A published edition, as documents and pages speak of it, and what it changed from the edition before it.
import type { Outcome, Status } from '../scoring/results.ts';
import type { EditionHead } from './way.ts';

/** An edition that was read again: what its documents carry. */
export interface PublishedEdition extends EditionHead {
	/** where anybody can ask what was published, as it was called when it was: https://kpi.example/verify/WP-… */
	readonly verify: string;
	/** the end of the journal before it was published: how many lines, and the hash of the last */
	readonly journal: { readonly n: number; readonly hash: string };
	/** null of the first edition */
	readonly change: EditionChange | null;
}

/** A value in force that is another; null is no value. */
export interface ValueChange {
	readonly district: string;
	readonly section: string;
	readonly indicator: string;
	readonly input: string;
	/** the letter's words for the input */
	readonly label: string;
	/** as written in the files */
	readonly before: string | null;
	readonly after: string | null;
	/** the file that brought the value there is now; null where there is none */
	readonly file: string | null;
	readonly sender: string | null;
	readonly received_at: string | null;
}

/** What came out of an indicator; null where the letter did not ask for it. */
export interface ResultSide {
	readonly status: Status;
	readonly outcome: Outcome | null;
	readonly points: number | null;
}
export interface ResultChange {
	readonly district: string;
	readonly section: string;
	readonly indicator: string;
	readonly before: ResultSide | null;
	readonly after: ResultSide | null;
}

export interface PlaceSide {
	readonly percent: number | null;
	readonly place: number | null;
}
export interface PlaceChange {
	readonly district: string;
	readonly section: string;
	readonly before: PlaceSide | null;
	readonly after: PlaceSide | null;
}

export interface RulingChange {
	readonly indicator: string;
	readonly reading: string | null;
	/** what was ruled, in Thai */
	readonly words: string;
	readonly reason: string;
	readonly at: string;
	readonly who: string;
}

/** How one state of a round differs from an edition. */
export interface EditionChange {
	/** number of the edition it is compared with */
	readonly from: number;
	/** in the order of districts and the letter */
	readonly values: readonly ValueChange[];
	readonly results: readonly ResultChange[];
	/** whoever's place is another, or percent */
	readonly places: readonly PlaceChange[];
	/** another letter is in force */
	readonly letter: boolean;
	/** given since */
	readonly rulings: readonly RulingChange[];
	/** settings of the office that its documents show are others */
	readonly office: boolean;
}

/** Districts and sections in which the place itself is another, not only the percent. */
export const countMovedPlaces = ({ places }: EditionChange): number =>
	places.filter(({ before, after }) => before?.place !== after?.place).length;

export const countMovedPercents = ({ places }: EditionChange): number =>
	places.filter(({ before, after }) => before?.percent !== after?.percent).length;

/** `khon-kaen/2565-2@e1` */
export const nameEdition = (round: string, number: number): string => `${round}@e${number}`;
