// Every Thai sentence of the template that a district fills in: its headings, what each cell takes, and how to fill it.
import type { Input } from '../../agreement/schema.ts';
import { formatNumber, formatScaled } from '../../thai/numbers.ts';
import { formatDate } from '../../thai/write-date.ts';

/** `district` … `value` are the headings by which the file is read back. */
export const headingWords = {
	code: 'รหัสอำเภอ',
	district: 'อำเภอ',
	section: 'ส่วน',
	indicator: 'ตัวชี้วัด',
	title: 'ชื่อตัวชี้วัด',
	input: 'รายการ',
	clause: 'ข้อความในข้อตกลง',
	how: 'วิธีกรอก',
	unit: 'หน่วย',
	value: 'ค่า',
	remark: 'หมายเหตุ'
} as const;

export const sheetWords = {
	guide: 'วิธีกรอก',
	province: 'ทั้งจังหวัด',
	criteria: 'เกณฑ์ในข้อตกลง',
	section: 'ส่วน',
	file: 'แบบกรอกผล',
	sameClause: 'ข้อความเดียวกับรายการก่อนหน้า',
	allClauses: (count: number) => `(อ่านให้ครบทั้ง ${count} ข้อในแผ่นงาน “เกณฑ์ในข้อตกลง”)`,
	moreClauses: (count: number) => `(มีอีก ${count} ข้อ อ่านต่อในแผ่นงาน “เกณฑ์ในข้อตกลง”)`,
	page: (round: string, whom: string) => `${round} ${whom}`
} as const;

export const criteriaWords = ['ในส่วน', 'ข้อ', 'ชื่อตัวชี้วัด', 'ระดับ', 'ข้อความในข้อตกลง', 'หลักฐาน'] as const;

/** Whose template it is: `อำเภอชุมแพ จังหวัดขอนแก่น` */
export const sayWhose = (district: string | null, province: string): string =>
	district === null ? `ทุกอำเภอ จังหวัด${province}` : `อำเภอ${district} จังหวัด${province}`;

export const sayTitle = (round: string, whose: string, sheet: string): string => `${sheet} · ${whose} · ${round}`;

const sayDay = (iso: string): string => formatDate(iso, { months: 'short' });

const sayRange = (min: bigint | undefined, max: bigint | undefined): string => {
	if (min !== undefined && max !== undefined) return `${formatScaled(min)} ถึง ${formatScaled(max)}`;
	if (min !== undefined) return `ตั้งแต่ ${formatScaled(min)}`;
	return max === undefined ? '' : `ไม่เกิน ${formatScaled(max)}`;
};

/** What a cell takes, in a line. `day`: ISO, a day of the round to show how one is written. */
export const sayHow = (input: Input, min: bigint | undefined, max: bigint | undefined, day: string): string => {
	const range = sayRange(min, max);
	const notDone = input.due === true ? '' : ' ถ้ายังไม่ทำให้พิมพ์ ยังไม่ทำ';
	switch (input.type) {
		case 'bool':
			return 'เลือก ใช่ หรือ ไม่';
		case 'count':
			return `จำนวนเต็ม ${range}`.trimEnd();
		case 'pct':
			return `ร้อยละ ${range} เช่น 95 ไม่ใช่ 0.95`.replace('ร้อยละ  ', 'ร้อยละ ');
		case 'decimal':
			return `ตัวเลข ${range} ทศนิยมใช้จุด`.replace('  ', ' ');
		case 'baht':
			return `จำนวนเงิน ${range} บาท`.replace('  ', ' ');
		case 'date':
			return `วันที่ เช่น ${sayDay(day)}${notDone}`;
		case 'datetime':
			return `วันและเวลา เช่น ${sayDay(day)} 16:30${notDone}`;
		case 'list':
			return 'ตัวเลขหลายตัว คั่นด้วย ; เช่น 80; 90; 100';
	}
};

export const sayInformation = (): string => 'เก็บเป็นข้อมูล ไม่มีผลต่อคะแนน';

export const sayGiven = (given: NonNullable<Input['given']>): string => {
	const value =
		typeof given === 'boolean'
			? given
				? 'ใช่'
				: 'ไม่'
			: typeof given === 'number'
				? formatNumber(given)
				: sayDay(given);
	return `ข้อตกลงกำหนดไว้เป็น ${value} เว้นว่างได้ถ้าอำเภอไม่ต่างไป`;
};

/** Shown by the spreadsheet when what was typed is not what the cell takes. */
export const sayNotTaken = (how: string): string => `ช่องนี้รับ: ${how} ถ้าจะถอนค่าที่เคยส่ง ให้พิมพ์ ถอน แล้วกดยืนยัน นอกนั้นให้แก้ค่าก่อน`;
export const NOT_TAKEN_TITLE = 'ตรวจค่าที่กรอก';

export interface GuideFacts {
	readonly title: string;
	readonly round: string;
	readonly whose: string;
	readonly province: string;
	readonly from: string;
	readonly to: string;
	readonly submitBy: string | undefined;
	readonly sheets: readonly { readonly name: string; readonly cells: number }[];
	readonly all: boolean;
}

/** The first sheet: what stands on the left of a line, and what on the right. A line without a right side is a heading. */
export const sayGuide = (facts: GuideFacts): readonly (readonly [string, string])[] => [
	['แบบกรอกผลการปฏิบัติราชการ', ''],
	['ข้อตกลง', facts.title],
	['รอบการประเมิน', `${facts.round} (${sayDay(facts.from)} ถึง ${sayDay(facts.to)})`],
	['แบบของ', facts.whose],
	['ส่งไปที่', `สำนักงานพัฒนาชุมชนจังหวัด${facts.province} ส่งเป็นแฟ้ม .xlsx นี้ทั้งแฟ้ม`],
	['ส่งภายใน', sayDeadline(facts)],
	['วิธีกรอก', ''],
	['กรอกตรงไหน', 'กรอกเฉพาะช่องสีเหลืองในคอลัมน์ “ค่า” ของแต่ละแผ่นงาน ช่องสีเทาล็อกไว้ ไม่ต้องแก้'],
	['ช่องว่าง', 'ช่องที่เว้นว่างคือยังไม่รายงานครั้งนี้ ค่าที่เคยส่งไว้ยังใช้อยู่ ส่งหลายครั้งได้ ค่าที่ส่งทีหลังแทนค่าเดิมของช่องนั้น'],
	['เป็นศูนย์', 'ถ้าผลเป็นศูนย์ให้กรอก 0 ไม่เว้นว่าง และไม่ใส่ขีด -'],
	['ถอนค่า', 'ถ้าค่าที่เคยส่งไม่ควรมี ให้พิมพ์คำว่า ถอน ในช่องนั้น จะนับเหมือนไม่เคยส่ง'],
	['ใช่หรือไม่', 'เลือก ใช่ หรือ ไม่ จากรายการที่เลื่อนลงมา'],
	['ร้อยละ', 'กรอก 95 หมายถึงร้อยละ 95 ไม่ใช่ 0.95'],
	['ตัวเลข', 'ใช้เลขไทยหรือเลขอารบิกก็ได้ ทศนิยมใช้จุด ไม่เกิน 6 ตำแหน่ง จำนวนเต็มห้ามมีเศษ'],
	[
		'วันที่',
		`กรอกวัน เดือน ปี ตามลำดับ เช่น ${sayDay(facts.to)} ใช้ พ.ศ. หรือ ค.ศ. ก็ได้ ถ้าเรื่องนั้นยังไม่ทำให้พิมพ์ ยังไม่ทำ ช่องที่ต้องมีเวลาให้กรอกต่อท้าย เช่น 16:30`
	],
	['หลายตัวเลข', 'ช่องที่รับหลายตัวเลขให้คั่นด้วยอัฒภาค เช่น 80; 90; 100'],
	['หมายเหตุ', 'เขียนอะไรก็ได้ ไม่นำไปคิดคะแนน'],
	['เกณฑ์', 'ข้อความของข้อตกลงอยู่ข้างแต่ละรายการ และอยู่ครบทุกข้อในแผ่นงาน “เกณฑ์ในข้อตกลง”'],
	...(facts.all ? ALL_LINES : []),
	['ต้องกรอก', ''],
	...facts.sheets.map(({ name, cells }) => [name, `${formatNumber(cells)} ช่อง`] as const)
];

const ALL_LINES: readonly (readonly [string, string])[] = [
	['ค่าทั้งจังหวัด', 'แผ่นงาน “ทั้งจังหวัด” ใช้กับค่าที่เหมือนกันทุกอำเภอ เช่น วันกำหนดส่ง อำเภอที่มีค่าของตัวเองใช้ค่าของอำเภอ'],
	['ดูทีละอำเภอ', 'ใช้ตัวกรองที่หัวคอลัมน์ อำเภอ เพื่อดูเฉพาะอำเภอเดียว']
];

const sayDeadline = ({ submitBy, to }: GuideFacts): string =>
	submitBy === undefined
		? `${sayDay(to)} ซึ่งเป็นวันสุดท้ายของรอบ (ข้อตกลงไม่ได้พิมพ์วันปิดรับ) ส่งหลังจากนั้นยังรับ แต่ติดเครื่องหมายส่งช้า`
		: `${sayDay(submitBy)} ส่งหลังจากนั้นยังรับ แต่ติดเครื่องหมายส่งช้า`;

// What comes back

export const sayOtherRound = (stamped: string, expected: string): string =>
	`แฟ้มนี้เป็นแบบกรอกของรอบ ${stamped} จึงยังไม่บันทึกเข้ารอบ ${expected} ให้นำเข้าในรอบ ${stamped} หรือขอแบบกรอกของรอบ ${expected} มากรอกใหม่`;
export const sayOtherEdition = (): string =>
	'แบบกรอกนี้ทำจากข้อตกลงอีกฉบับของรอบนี้ รายการที่ให้กรอกต่างจากฉบับที่ใช้อยู่ ให้ตรวจค่าทุกช่อง หรือขอแบบกรอกใหม่';
export const sayNothingFilled = (): string =>
	'แบบกรอกนี้ยังไม่ได้กรอกค่าใดเลย จึงไม่มีอะไรให้บันทึก ให้กรอกช่องสีเหลืองในคอลัมน์ “ค่า” แล้วบันทึกแฟ้มก่อนส่ง';
