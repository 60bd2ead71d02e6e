// What is said of cells that are read although they are not plainly written, and of rows that are not read as values.
import { formatScaled } from '../../thai/numbers.ts';
import { joinThai } from '../../thai/words.ts';
import { formatDate } from '../../thai/write-date.ts';
import type { InputKind, Meaning } from '../cells/cell-words.ts';
import type { EntryValue } from '../entry.ts';
import type { Manner } from '../cells/read-cell.ts';
import { quote, sayCount } from './sentences.ts';

const NOTHING = 'ยังไม่ส่งค่า';

/** A value as a Thai reader expects it: `1,900`, `ใช่`, `1 กันยายน 2565`. */
const showRead = (value: EntryValue | undefined): string => {
	switch (value?.kind) {
		case 'number':
			return formatScaled(value.scaled);
		case 'bool':
			return value.yes ? 'ใช่' : 'ไม่';
		case 'moment':
			return value.iso === null ? 'ยังไม่ทำ' : formatDate(value.iso);
		case 'list':
			return value.scaled.map((member) => formatScaled(member)).join('; ');
		default:
			return NOTHING;
	}
};

const sayRead = (manner: Manner, written: string, readAs: string): string => {
	switch (manner) {
		case 'mixed_digits':
			return `${written} มีเลขไทยปนเลขอารบิก อ่านเป็น ${readAs}`;
		case 'percent_sign':
			return `${written} อ่านเป็นร้อยละ ${readAs}`;
		case 'short_year':
			return `${written} มีปีสองหลัก อ่านเป็น ${readAs}`;
		case 'serial_day':
			return `${written} ในช่องวันที่อ่านเป็นเลขวันของโปรแกรมตารางคำนวณ คือ ${readAs}`;
		case 'mark_for_yes':
			return `เครื่องหมาย ${written} อ่านเป็น ${readAs}`;
		case 'word_for_yes':
		case 'word_for_no':
			return `${written} อ่านเป็น ${readAs}`;
		case 'dash_for_nothing':
			return `ขีด ${written} อ่านเป็น${readAs} ถ้าหมายถึงศูนย์ให้ใส่ 0`;
		case 'word_for_nothing':
			return `${written} อ่านเป็น${readAs}`;
	}
};

/** `cells`: how many of the column were read in this manner, the first of which is shown. */
export const sayManner = (manner: Manner, text: string, value: EntryValue | undefined, cells: number): string => {
	const more = cells === 1 ? '' : ` คอลัมน์นี้มีแบบเดียวกัน ${sayCount(cells)} ช่อง`;
	return `${sayRead(manner, quote(text), showRead(value))}${more}`;
};

export const sayDoneWithoutDay = (text: string): string => `${quote(text)} ไม่บอกว่าทำเมื่อใด ให้ใส่วันที่ทำ เช่น 1/9/2565`;

/** `meant`: the ISO day that may have been typed with two digits for its year; it may be no day of its year. */
export const sayLostCentury = (text: string, meant: string): string => {
	const [year, month, day] = meant.split('-').map(Number);
	const typed = `${day ?? ''}/${month ?? ''}/${(year ?? 0) + 543}`;
	return `${quote(text)} เก่ากว่ารอบนี้หลายสิบปี มักเกิดจากใส่ปีสองหลักแล้วโปรแกรมตารางคำนวณอ่านเป็น ค.ศ. 19.. ถ้าหมายถึงปี ${(year ?? 0) + 543} ให้ใส่ ${typed}`;
};

// Questions

const KINDS: Readonly<Record<InputKind, string>> = {
	figure: 'ตัวเลข',
	bool: 'ใช่หรือไม่',
	moment: 'วันที่',
	list: 'รายการตัวเลข'
};
/** `“ไม่มี” ในช่องตัวเลขของตารางนี้หมายถึงอะไร` */
export const askWord = (word: string, kind: InputKind): string =>
	`${quote(word)} ในช่อง${KINDS[kind]}ของตารางนี้หมายถึงอะไร`;

const MEANINGS: Readonly<Record<Meaning, string>> = {
	'0': 'ศูนย์ (0)',
	yes: 'ใช่',
	no: 'ไม่',
	not_done: 'ยังไม่ทำ',
	'[]': 'ไม่มีรายการ',
	nothing: NOTHING
};
export const sayMeaning = (meaning: Meaning): string => MEANINGS[meaning];

/** Of a column of percents all of whose values lie between 0 and 1; `sample` is one of them. */
export const askShare = (heading: string, sample: string): string =>
	`${quote(heading)} มีแต่ค่าระหว่าง 0 ถึง 1 เช่น ${quote(sample)} กรอกเป็นสัดส่วนหรือเป็นร้อยละ`;
export const sayShareChoice = (sample: string, times100: string): string => `เป็นสัดส่วน ${sample} คือร้อยละ ${times100}`;
export const sayPercentChoice = (sample: string): string => `เป็นร้อยละอยู่แล้ว ${sample} คือร้อยละ ${sample}`;

// Rows

/** Rows of totals or averages: the program works them out itself. */
export const sayTotalRows = (label: string, rows: number): string =>
	`แถว ${quote(label)} เป็นผลรวมหรือค่าเฉลี่ย จึงไม่ได้อ่านเป็นผลของอำเภอใด${rows === 1 ? '' : ` รวม ${sayCount(rows)} แถว`}`;
/** A remark, a signature. */
export const sayNoteRows = (text: string, rows: number): string =>
	`ข้อความ ${quote(text)} ไม่ใช่แถวของอำเภอ จึงไม่ได้อ่านเป็นค่า${rows === 1 ? '' : ` รวมข้อความแบบนี้ ${sayCount(rows)} แถว`}`;
export const sayHiddenRows = (rows: number): string =>
	`มีแถวที่ซ่อนอยู่ ${sayCount(rows)} แถวตั้งแต่แถวนี้ ระบบอ่านค่าในแถวที่ซ่อนด้วย ถ้าไม่ต้องการส่งให้ลบแถวนั้น`;
export const sayHiddenColumns = (headings: readonly string[]): string =>
	`คอลัมน์ ${headings.map(quote).join(', ')} ซ่อนอยู่ ระบบอ่านค่าในคอลัมน์ที่ซ่อนด้วย ถ้าไม่ต้องการส่งให้ลบคอลัมน์นั้น`;

// Forms

/** `time`: of the answer that stands, as the form wrote it; `lines`: of the others. */
export const sayLatestAnswer = (district: string, answers: number, time: string, lines: readonly number[]): string =>
	`${district}ตอบ ${sayCount(answers)} ครั้ง ใช้คำตอบล่าสุด (${time}) ไม่ได้ใช้คำตอบก่อนหน้าในแถว ${joinThai(lines.map(String))}`;
export const sayUnreadableTime = (district: string, time: string): string =>
	`${district}ตอบมากกว่าหนึ่งครั้ง แต่อ่านเวลา ${quote(time)} ไม่ได้ จึงไม่รู้ว่าคำตอบใดล่าสุด ให้ลบแถวที่ไม่ใช้แล้วส่งใหม่`;
export const sayUnticked = (boxes: number): string =>
	`ข้อที่เลือกไว้อ่านเป็น ใช่ ส่วนตัวเลือกที่ไม่ได้เลือกถือว่ายังไม่ส่งค่า${boxes === 1 ? '' : ` มีคำตอบแบบนี้ ${sayCount(boxes)} ช่อง`} ถ้าหมายถึงไม่ ให้ใส่ ไม่ ในแบบกรอก`;
