// What a cell's pop-over says, as the server sends it.
import type { ResultState } from '$lib/ranking/way.ts';

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
		readonly place: number | null;
	} | null;
	/** who has to do what, where the result is open */
	readonly todo: string | null;
	/** how far it has come; null where nothing was sent */
	readonly state: ResultState | null;
	/** where it is approved or returned; null where nothing can be decided any more */
	readonly review: string | null;
	readonly sources: readonly { readonly file: string; readonly places: readonly string[] }[];
}
