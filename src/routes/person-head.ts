/** Who reads, as the bar at the top says it. */
export type PersonHead =
	| { readonly kind: 'person'; readonly name: string; readonly role: string; readonly over: string }
	/** the invented demo, in which nobody signs in */
	| { readonly kind: 'demo' };
