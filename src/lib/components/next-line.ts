/** Something that somebody has to do next in a round, or what was done last. */
export interface NextLine {
	readonly kind: 'send' | 'correct' | 'check' | 'publish' | 'published';
	/** รอ 5 อำเภอส่งผล 38 รายการ */
	readonly words: string;
	/** where there is little room: ยังไม่ส่ง 38 */
	readonly short: string;
	/** null where the reader has no page for it */
	readonly href: string | null;
}
