// What a cell's pop-over says, as the server sends it.
export interface Reason {
	/** ได้ระดับ 3 เพราะ … แต่ … */
	readonly headline: string;
	/** what the next outcome would take; null where there is none */
	readonly next: {
		readonly outcome: string;
		/** those that the headline does not name */
		readonly needs: readonly string[];
		/** weighted points */
		readonly worth: number;
		readonly place: number;
	} | null;
	/** who has to do what, where the result is open */
	readonly todo: string | null;
	readonly sources: readonly { readonly file: string; readonly places: readonly string[] }[];
}
