/** What may be chosen for a person of a province. */
export interface Choices {
	/** khon-kaen, ขอนแก่น */
	readonly province: { readonly slug: string; readonly name: string };
	readonly districts: readonly { readonly code: string; readonly name: string }[];
	/** what each may do */
	readonly roles: readonly { readonly role: string; readonly words: string; readonly help: string }[];
	/** as its letters name them */
	readonly groups: readonly string[];
}
