/** A document in a list: where it is, and how large it came out where it is printed already. */
export interface Shown {
	readonly href: string;
	readonly printed: { readonly pages: number; readonly bytes: number } | null;
}
