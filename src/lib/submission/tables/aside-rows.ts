// Rows of a table that are nobody's results: totals, averages, remarks, signatures.
import { toArabicDigits } from '../../thai/digits.ts';
import { plainKey } from '../names/plain-key.ts';

const TOTAL =
	/^(รวม|รวมทั้งสิ้น|รวมทั้งหมด|รวมทั้งจังหวัด|รวมจังหวัด.*|รวมสุทธิ|ผลรวม|ยอดรวม|เฉลี่ย|ค่าเฉลี่ย|เฉลี่ยรวม|ค่าเฉลี่ยจังหวัด|total|grandtotal|sum|average)$/;
const NOTE =
	/^(หมายเหตุ|ลงชื่อ|\(?ลงชื่อ|ลงนาม|ผู้รายงาน|ผู้รับรอง|ผู้ตรวจ|ผู้จัดทำ|ตำแหน่ง|ที่มา|แหล่งข้อมูล|ข้อมูลณ|ณวันที่|\.{3}|…|_{3}|-{3}|\*)/;

/** `รวม`, `ค่าเฉลี่ย`: what the program works out itself. */
export const isTotalLabel = (text: string): boolean => text.length < 40 && TOTAL.test(plainKey(text));

/** The beginning of a remark or of a signature. */
export const isNoteLabel = (text: string): boolean => NOTE.test(text.slice(0, 60).replace(/\s+/g, ''));

/** `(1) (2) (3)` under a heading: the columns, numbered. */
export const isColumnNumbers = (texts: readonly string[]): boolean => {
	const filled = texts.filter((text) => text !== '').map((text) => /^\(?(\d{1,3})\)?$/.exec(toArabicDigits(text))?.[1]);
	const [first] = filled;
	if (first === undefined || filled.length < 3 || Number(first) > 2) return false;
	return filled.every((number, nth) => number !== undefined && Number(number) === Number(first) + nth);
};
