// Months by their Thai names, long and short.
export const LONG_MONTHS = [
	'มกราคม',
	'กุมภาพันธ์',
	'มีนาคม',
	'เมษายน',
	'พฤษภาคม',
	'มิถุนายน',
	'กรกฎาคม',
	'สิงหาคม',
	'กันยายน',
	'ตุลาคม',
	'พฤศจิกายน',
	'ธันวาคม'
] as const;

export const SHORT_MONTHS = [
	'ม.ค.',
	'ก.พ.',
	'มี.ค.',
	'เม.ย.',
	'พ.ค.',
	'มิ.ย.',
	'ก.ค.',
	'ส.ค.',
	'ก.ย.',
	'ต.ค.',
	'พ.ย.',
	'ธ.ค.'
] as const;

/** As Western calendars and spreadsheets write them. */
const ENGLISH_MONTHS = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december'
] as const;
const SHORT_ENGLISH_MONTHS = ENGLISH_MONTHS.map((name) => name.slice(0, 3));

const bare = (name: string): string => name.replace(/[.\s]/g, '').toLowerCase();
const numbers = new Map(
	[...LONG_MONTHS, ...SHORT_MONTHS, ...ENGLISH_MONTHS, ...SHORT_ENGLISH_MONTHS].map((name, index) => [
		bare(name),
		(index % 12) + 1
	])
);

/** 1–12 of `กันยายน`, `ก.ย.`, `กย`, `September`, `sep`; undefined for anything else. */
export const monthNumber = (name: string): number | undefined => numbers.get(bare(name));
