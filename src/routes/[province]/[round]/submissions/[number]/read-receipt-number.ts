/** The number of a submission in an address: `2565-0147`, or `147` alone; null where it is none. */
export function readReceiptNumber(text: string): number | null {
	const [, digits] = /^(?:\d{4}-)?(\d{1,9})$/.exec(text) ?? [];
	return digits === undefined || Number(digits) < 1 ? null : Number(digits);
}
