// The way of a result: sent, then returned or approved by who owns the indicator; published with its round.

/** What was decided on the values of a result as they were then. */
export interface Decision {
	readonly kind: 'approve' | 'return';
	readonly district: string;
	readonly section: string;
	readonly indicator: string;
	/** of the values that were looked at; others have another */
	readonly stamp: string;
	/** ISO time with offset */
	readonly at: string;
	readonly who: string;
	/** why it goes back; null where it was approved without a word */
	readonly reason: string | null;
	/** the line of the journal that holds it */
	readonly line: number;
}

/** How far a result has come. One of which nothing was sent has no state. */
export type ResultState =
	| { readonly kind: 'sent' }
	| { readonly kind: 'returned'; readonly decision: Decision }
	| { readonly kind: 'approved'; readonly decision: Decision };

/** A round as it was published. */
export interface EditionHead {
	/** 1, 2, … */
	readonly number: number;
	/** ISO time with offset */
	readonly published_at: string;
	readonly who: string;
	/** what documents carry and the verify page answers: WP-XXXX-XXXX-XXXX */
	readonly code: string;
	/** SHA-256 of what is kept of it */
	readonly sha256: string;
	/** why it was published again; null of the first */
	readonly reason: string | null;
}
