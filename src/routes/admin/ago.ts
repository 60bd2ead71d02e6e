const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** From one moment to a later one, both ISO with offset, in milliseconds. */
export const spanOf = (from: string, to: string): number => Math.max(0, Date.parse(to) - Date.parse(from));

export const days = (count: number): number => count * day;

/** `3 วัน 4 ชั่วโมง`, `25 นาที`: the two largest units that say anything. */
export function saySpan(milliseconds: number): string {
	const [whole, hours, minutes] = [
		Math.floor(milliseconds / day),
		Math.floor((milliseconds % day) / hour),
		Math.floor((milliseconds % hour) / minute)
	];
	if (whole > 0) return hours === 0 ? `${whole} วัน` : `${whole} วัน ${hours} ชั่วโมง`;
	if (hours > 0) return minutes === 0 ? `${hours} ชั่วโมง` : `${hours} ชั่วโมง ${minutes} นาที`;
	return minutes === 0 ? 'ไม่ถึงนาที' : `${minutes} นาที`;
}

/** `12 วันก่อน` */
export function sayAgo(from: string, to: string): string {
	const span = spanOf(from, to);
	if (span < minute) return 'เมื่อครู่นี้';
	if (span < hour) return `${Math.floor(span / minute)} นาทีก่อน`;
	return span < day ? `${Math.floor(span / hour)} ชั่วโมงก่อน` : `${Math.floor(span / day)} วันก่อน`;
}
