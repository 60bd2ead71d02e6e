// Every Thai sentence a person can be told about a file they sent: what is wrong, where, and what to do.
import { LONG_MONTHS } from '../../thai/months.ts';
import { formatScaled } from '../../thai/numbers.ts';
import { joinThai } from '../../thai/words.ts';
import type { Input } from '../../agreement/schema.ts';
import type { Place, Problem } from '../entry.ts';
import type { JsonFault } from '../files/json-text.ts';
import type { BrokenCell } from '../cells/raw-value.ts';

const MAX_QUOTED = 60;
/** A text of the file in quotation marks, on one line and cut where it is long. */
export const quote = (text: string): string => {
	const line = text.replace(/\s+/g, ' ').trim();
	return `“${line.length > MAX_QUOTED ? `${line.slice(0, MAX_QUOTED)}…` : line}”`;
};

/** `1,234` */
export const sayCount = (count: number): string => formatScaled(BigInt(count) * 1_000_000n);

// Where

/** `แผ่นงาน ผล แถว 8 ช่อง E8`, empty for a whole file. */
const sayPlaceInFile = ({ sheet, line, cell }: Place): string =>
	[
		sheet === undefined ? '' : `แผ่นงาน ${sheet}`,
		line === undefined ? '' : `${sheet === undefined ? 'บรรทัด' : 'แถว'} ${line}`,
		cell === undefined ? '' : `${cell.startsWith('[') ? 'ที่' : 'ช่อง'} ${cell}`
	]
		.filter((part) => part !== '')
		.join(' ');

/** `แฟ้ม ชุมแพ.xlsx แผ่นงาน ผล แถว 8 ช่อง E8` */
export const sayPlace = (place: Place): string => `แฟ้ม ${place.file} ${sayPlaceInFile(place)}`.trimEnd();

/** A problem in one line, its place first. */
export const sayProblem = ({ at, message }: Problem): string => `${sayPlace(at)}: ${message}`;

/** Which figure of whom: `อำเภอชุมแพ รายทีม ตัวชี้วัดที่ 1 “เบิกจ่ายแล้ว”` */
export const saySubject = (district: string, section: string, indicator: string, label: string): string =>
	`${district} ${section} ตัวชี้วัดที่ ${indicator} ${quote(label)}`;

export const sayInSubject = (subject: string, why: string): string => `${subject}: ${why}`;

// Names

export type NameKind = 'district' | 'section' | 'indicator' | 'input' | 'column';
export const KINDS: Readonly<Record<NameKind, string>> = {
	district: 'อำเภอ',
	section: 'ส่วน',
	indicator: 'ตัวชี้วัด',
	input: 'รายการ',
	column: 'หัวคอลัมน์'
};
const NAME_HINTS: Readonly<Record<NameKind, string>> = {
	district: 'ใส่รหัสอำเภอ 4 หลัก หรือชื่ออำเภอของจังหวัดนี้',
	section: 'ใส่ชื่อส่วนตามข้อตกลง',
	indicator: 'ใส่เลขตัวชี้วัดตามข้อตกลง',
	input: 'ใส่ชื่อรายการตามแบบรายงาน',
	column: 'ใช้หัวคอลัมน์ตามแบบรายงาน เช่น team/1/budget_used_pct'
};

export const sayNameless = (kind: NameKind): string => `ไม่ได้ระบุ${KINDS[kind]} ให้${NAME_HINTS[kind]}`;

/** Where nothing is near; what is near is asked about. */
export const sayUnknown = (kind: NameKind, written: string): string =>
	`ไม่รู้จัก${KINDS[kind]} ${quote(written)} ให้${NAME_HINTS[kind]}`;

export const sayWrongDistrict = (subject: string): string =>
	`${subject}: ตัวชี้วัดนี้ไม่ใช้กับอำเภอนี้ ค่าที่ส่งมาจึงไม่ถูกนับ ให้ลบออก หรือตรวจว่าใส่อำเภอและเลขตัวชี้วัดถูก`;

export const sayConflict = (subject: string, here: string, there: string, other: Place): string =>
	`${subject}: ส่งมาสองค่าที่ไม่ตรงกัน คือ ${quote(here)} และ ${quote(there)} (${sayPlaceInFile(other)}) จึงยังไม่ใช้ทั้งสองค่า ให้เหลือค่าเดียว`;

// Values

const NUMBER_HINTS = {
	count: 'ให้ใส่จำนวนเต็ม เช่น 12',
	pct: 'ให้ใส่ตัวเลขร้อยละ เช่น 95.5',
	decimal: 'ให้ใส่ตัวเลข เช่น 12.5',
	baht: 'ให้ใส่จำนวนเงิน เช่น 1234567.50'
} as const;

export const sayFigureFault = (
	fault: 'not_a_figure' | 'misplaced_comma' | 'too_many_decimals' | 'too_large',
	text: string,
	type: keyof typeof NUMBER_HINTS
): string => {
	if (/^[-–—−]+$/.test(text)) return `${quote(text)} ไม่บอกว่าเป็นศูนย์หรือยังไม่รายงาน ถ้าเป็นศูนย์ให้ใส่ 0 ถ้ายังไม่รายงานให้เว้นว่าง`;
	const faults = {
		not_a_figure: `${quote(text)} ไม่ใช่ตัวเลข ${NUMBER_HINTS[type]}`,
		misplaced_comma: `${quote(text)} มีจุลภาคไม่ตรงหลักพัน ให้ใส่เช่น 1,234 หรือ 1234 ทศนิยมให้ใช้จุด`,
		too_many_decimals: `${quote(text)} มีทศนิยมเกิน 6 ตำแหน่ง ให้ใส่ไม่เกิน 6 ตำแหน่ง`,
		too_large: `${quote(text)} มากเกินไป ให้ตรวจหน่วยและจำนวนหลัก ค่าที่ใช้ได้ไม่เกิน 1,000,000,000,000`
	};
	return faults[fault];
};

export const sayNotWhole = (text: string): string => `${quote(text)} มีเศษ ช่องนี้เป็นจำนวนนับ ให้ใส่จำนวนเต็ม เช่น 12`;

export const sayOutOfRange = (text: string, min: bigint | undefined, max: bigint | undefined): string => {
	const lowest = min === undefined ? '' : formatScaled(min);
	const highest = max === undefined ? '' : formatScaled(max);
	const range =
		max === undefined ? `${lowest} ขึ้นไป` : min === undefined ? `ไม่เกิน ${highest}` : `${lowest} ถึง ${highest}`;
	return `${quote(text)} อยู่นอกช่วงที่เป็นไปได้ ให้ใส่ค่าตั้งแต่ ${range}`.replace('ตั้งแต่ ไม่เกิน', 'ไม่เกิน');
};

export const sayNotBool = (text: string): string => `${quote(text)} ไม่ใช่คำตอบใช่หรือไม่ ให้ใส่ ใช่ หรือ ไม่ (true หรือ false)`;

/** `due`: a day by which something is to be done, of which nobody can say that it is not done. */
export const sayDateFault = (
	fault: 'not_a_date' | 'no_such_time' | 'unclear_year' | 'fraction_of_second',
	text: string,
	due: boolean
): string =>
	({
		not_a_date: `${quote(text)} ไม่ใช่วันที่ ให้ใส่เช่น 1/9/2565 หรือ 2022-09-01${due ? ' ถ้ายังไม่รู้ให้เว้นว่าง' : ' ถ้ายังไม่ทำให้ใส่ ยังไม่ทำ'}`,
		no_such_time: `${quote(text)} ไม่มีเวลานี้ ให้ใส่เวลา 00:00 ถึง 23:59`,
		unclear_year: `${quote(text)} บอกปีไม่ชัด ให้ใส่ปีสี่หลัก เช่น 2565 หรือ 2022`,
		fraction_of_second: `${quote(text)} มีเศษวินาที ให้ใส่เวลาถึงวินาที เช่น 16:30:00`
	})[fault];

/** `days`: how many the month has; undefined where it is no month. What may have been meant is shown, not taken. */
export const sayNoSuchDay = (
	text: string,
	{ day, month, year }: { readonly day: number; readonly month: number; readonly year: number },
	days: number | undefined
): string => {
	const name = LONG_MONTHS[month - 1];
	if (name === undefined || days === undefined) {
		const swapped = month <= 31 && day >= 1 && day <= 12 ? ` ถ้าใส่เดือนก่อนวัน ให้ใส่ ${month}/${day}/${year + 543}` : '';
		return `${quote(text)} ไม่มีเดือนที่ ${month}${swapped || ' ให้ใส่วันก่อนเดือน เช่น 1/9/2565'}`;
	}
	if (day < 1) return `${quote(text)} ไม่มีวันที่ ${day} ให้ตรวจวัน ใส่วันก่อนเดือน เช่น 1/9/2565`;
	const whose = month === 2 ? `${name} ${year + 543} ` : name;
	return `${quote(text)} ไม่มีวันนี้ในปฏิทิน เดือน${whose}มี ${days} วัน ถ้าหมายถึงวันสุดท้ายของเดือน ให้ใส่ ${days}/${month}/${year + 543}`;
};

export const sayNeedsTime = (text: string): string => `${quote(text)} ไม่มีเวลา ให้ใส่วันและเวลา เช่น 31/3/2567 16:30`;

export const sayAmbiguousList = (): string => 'จุลภาคในรายการนี้อาจเป็นหลักพันหรือเป็นตัวคั่น ให้คั่นแต่ละตัวด้วยอัฒภาค เช่น 80; 90; 100';

export const sayListTooLong = (most: number): string => `รายการยาวเกินไป ให้ใส่ไม่เกิน ${most} ตัว`;

export const sayListSumTooLarge = (sum: bigint, most: bigint): string =>
	`ตัวเลขในรายการรวมกันได้ ${formatScaled(sum)} เกินขนาดที่คิดคะแนนได้ (${formatScaled(most)}) ให้ตรวจหลักของตัวเลข`;

export const sayNotAMember = (nth: number): string => `ตัวที่ ${nth} ของรายการไม่ใช่ตัวเลข ให้ใส่เช่น 80; 90; 100`;

export const sayListMember = (nth: number, why: string): string => `ตัวที่ ${nth} ของรายการ ${why}`;

export const sayNotOneValue = (input: Input): string =>
	input.type === 'list' ? 'ค่านี้ไม่ใช่รายการตัวเลข ให้ใส่เช่น [80, 90, 100]' : 'ส่งมาเป็นรายการหรือกลุ่มค่า ช่องนี้รับค่าเดียว ให้ใส่ค่าเดียว';

export const sayBrokenCell = ({ broken, text }: BrokenCell): string =>
	({
		error: `สูตรในช่องนี้คำนวณไม่ได้ (${text}) ให้แก้สูตรหรือใส่ค่าแทน`,
		no_result: 'สูตรในช่องนี้ยังไม่มีผลลัพธ์ ให้เปิดแฟ้มด้วยโปรแกรมตารางคำนวณแล้วบันทึกใหม่ หรือใส่ค่าแทน',
		merged: `${quote(text)} อยู่ในช่องที่ผสานกันหลายแถว จึงไม่รู้ว่าเป็นค่าของแถวใด ให้แยกช่องแล้วใส่ค่าของแต่ละแถว`
	})[broken];

// Files

export const sayMoreProblems = (count: number): string =>
	`ยังมีข้อผิดพลาดอีก ${formatScaled(BigInt(count) * 1_000_000n)} แห่งที่ไม่ได้แสดง ให้แก้ที่แสดงไว้ก่อนแล้วส่งใหม่`;

export const sayEmptyFile = (): string => 'แฟ้มว่าง ไม่มีอะไรให้อ่าน ให้ตรวจว่าส่งแฟ้มถูกและบันทึกครบ';
export const sayFileTooBig = (megabytes: number): string => `แฟ้มใหญ่เกิน ${megabytes} เมกะไบต์ ให้แบ่งเป็นหลายแฟ้ม`;
export const sayNotText = (): string => 'อ่านตัวอักษรในแฟ้มไม่ได้ ให้บันทึกเป็น CSV UTF-8 หรือ .xlsx';
export const sayBrokenArchive = (): string => 'แฟ้ม .xlsx เสียหรือไม่ครบ ให้เปิดด้วยโปรแกรมตารางคำนวณแล้วบันทึกใหม่';
export const sayEncrypted = (): string => 'แฟ้มตั้งรหัสผ่านไว้ ให้เอารหัสผ่านออกแล้วบันทึกใหม่';
export const sayBomb = (unfolded: number): string =>
	`แฟ้มขยายออกแล้วใหญ่ผิดปกติ (${formatScaled(BigInt(Math.ceil(unfolded / 1024 / 1024)) * 1_000_000n)} เมกะไบต์) จึงไม่เปิด ให้คัดลอกเฉพาะตารางผลไปไว้ในสมุดงานใหม่`;
export const sayTooManyParts = (parts: number): string =>
	`แฟ้มมีชิ้นส่วนมากผิดปกติ (${formatScaled(BigInt(parts) * 1_000_000n)} ชิ้น) จึงไม่เปิด ให้คัดลอกเฉพาะตารางผลไปไว้ในสมุดงานใหม่`;

export const sayTooSpread = (): string =>
	'แผ่นงานกินพื้นที่กว้างเกินไป มักเพราะมีช่องที่ใช้อยู่ไกลจากตาราง ให้คัดลอกเฉพาะตารางผลไปไว้ในสมุดงานใหม่';

// Tables

export const sayNoTable = (found: readonly string[]): string => {
	const seen = found.length === 0 ? '' : ` แถวแรกที่พบคือ ${joinThai(found.slice(0, 6).map(quote))}`;
	return `ไม่พบหัวตาราง${seen} ให้ใช้หัว อำเภอ, ส่วน, ตัวชี้วัด, รายการ, ค่า หรือแบบรายงานที่มีอำเภอละแถว`;
};
export const sayMissingHeadings = (headings: readonly string[]): string =>
	`หัวตารางขาด ${joinThai(headings)} ให้มีครบทั้ง อำเภอ, ส่วน, ตัวชี้วัด, รายการ, ค่า`;
export const sayHeadingTwice = (heading: string): string => `หัวคอลัมน์ ${quote(heading)} มีสองคอลัมน์ ให้เหลือคอลัมน์เดียว`;
export const sayTooManyCells = (): string =>
	'แถวนี้มีช่องมากกว่าหัวตาราง ค่าอาจเลื่อนช่อง จึงยังไม่ใช้ ถ้าค่ามีจุลภาคให้ใส่ในเครื่องหมาย " " เช่น "1,234"';
export const sayOpenQuote = (): string => 'เครื่องหมาย " เปิดไว้แล้วไม่ปิดหรือวางผิดที่ แถวนี้จึงอ่านไม่ได้ ให้แก้เครื่องหมาย " ให้ครบคู่';
export const sayTwoDistricts = (code: string, name: string): string =>
	`รหัสอำเภอ ${quote(code)} กับชื่ออำเภอ ${quote(name)} ไม่ใช่อำเภอเดียวกัน แถวนี้จึงยังไม่ใช้ ให้แก้ให้ตรงกัน`;
export const sayHiddenSheet = (): string => 'แผ่นงานนี้ซ่อนอยู่จึงไม่ได้อ่าน ถ้าต้องการส่งให้เลิกซ่อนแล้วบันทึกใหม่';

// JSON

const JSON_FAULTS: Readonly<Record<JsonFault, string>> = {
	unexpected: 'มีเครื่องหมายหรือคำที่ไม่ควรอยู่ตรงนี้ ให้ตรวจ , : " [ ] { } รอบ ๆ',
	unfinished: 'แฟ้มจบก่อนปิดวงเล็บหรือเครื่องหมาย " ครบ ให้ส่งแฟ้มที่ครบ',
	bad_text: 'ข้อความในเครื่องหมาย " มีอักขระที่ใช้ไม่ได้ ให้แก้ข้อความนี้',
	bad_number: 'ตัวเลขเขียนผิดแบบ ให้ใส่เช่น 91.5',
	too_deep: 'ซ้อนวงเล็บลึกเกินไป ให้ใช้รายการของ {"district", "section", "indicator", "inputs"}',
	text_after_end: 'มีข้อความต่อท้ายหลังจบข้อมูล ให้ลบออก'
};
export const sayBrokenJson = (fault: JsonFault, line: number, column: number): string =>
	`JSON ผิดรูปที่บรรทัด ${line} ตัวอักษรที่ ${column}: ${JSON_FAULTS[fault]}`;
export const sayNotRecords = (): string =>
	'JSON ต้องเป็นรายการ [ ] ของ {"district": …, "section": …, "indicator": …, "inputs": {…}}';
export const sayNotRecord = (): string =>
	'สมาชิกนี้ไม่ใช่ {"district": …, "section": …, "indicator": …, "inputs": {…}} จึงไม่ได้อ่าน';
export const sayMissingKey = (key: string): string => `ไม่มี ${quote(key)} ให้เติมแล้วส่งใหม่`;
export const sayKeyTwice = (key: string): string => `มี ${quote(key)} สองครั้ง ให้เหลือครั้งเดียว`;
export const sayUnusedKey = (key: string): string => `ไม่ได้อ่าน ${quote(key)} ค่าที่รายงานต้องอยู่ใน "inputs"`;
export const sayNotAName = (kind: NameKind): string => `${KINDS[kind]}ต้องเป็นข้อความหรือตัวเลข ให้${NAME_HINTS[kind]}`;
export const sayInputsNotObject = (): string => '"inputs" ต้องเป็น {"ชื่อรายการ": ค่า}';
