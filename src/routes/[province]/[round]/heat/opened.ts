// Which cell of the map is open, and where its reasons are.
export interface Opened {
	readonly cell: HTMLElement;
	/** หนองเรือ · รายทีม ข้อ 1 ใช้จ่ายงบประมาณ */
	readonly title: string;
	/** the whole reason, on the district's page */
	readonly href: string;
	/** the address of its `Reason` */
	readonly data: string;
}
