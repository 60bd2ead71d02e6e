/** How the round as it stands differs from what was published of it last. */
export interface EditionDifference {
	readonly number: number;
	readonly published_at: string;
	/** ค่าเปลี่ยน 2 ค่า, อันดับเปลี่ยน 3 แห่ง … */
	readonly counts: readonly string[];
}
