// The words for statuses and conditions, in one place for every page.
import type { MarkName } from '../charts/marks.ts';
import type { ResultState } from '../ranking/way.ts';
import type { Reason } from '../scoring/results.ts';

/** Between the parts of a line, where markup alone would lose its spaces. */
export const dot = ' · ';

export const statusWords: Readonly<Record<MarkName, string>> = {
	not_reported: 'ยังไม่ส่ง',
	invalid: 'ค่าใช้ไม่ได้',
	undecided: 'ยังชี้ขาดไม่ได้',
	not_applicable: 'ไม่ใช้กับอำเภอนี้',
	late: 'ส่งช้า',
	warning: 'คำเตือน'
};

/** How far a result has come. */
export const stateWords: Readonly<Record<ResultState['kind'], string>> = {
	sent: 'ส่งแล้ว',
	returned: 'ตีกลับ',
	approved: 'อนุมัติแล้ว'
};

export const reasonWords: Readonly<Record<Reason, string>> = {
	gap: 'ข้อตกลงไม่ได้บอกว่าค่านี้อยู่ระดับใด',
	overlap: 'ค่านี้เข้าเกณฑ์มากกว่าหนึ่งระดับ',
	missing_input: 'ยังไม่ได้รับค่าที่ต้องใช้',
	invalid_input: 'ค่าที่ส่งมาใช้ไม่ได้',
	zero_denominator: 'ตัวหารเป็นศูนย์',
	rule_missing: 'เกณฑ์ส่วนนี้ของข้อตกลงสูญหาย',
	conflict: 'ข้อตกลงเขียนขัดกัน',
	tie: 'คะแนนเท่ากันตรงรอยต่อของระดับ',
	not_applicable: 'ไม่ใช้กับอำเภอนี้'
};

export const truthWords = {
	met: 'ครบ',
	unmet: 'ไม่ครบ',
	open: 'ยังบอกไม่ได้',
	unclear: 'ข้อตกลงไม่ชัด'
} as const;

/** รายทีม (สพอ.) as ส่วน… where the letter's own title is long, tabs need a short one. */
export const sectionWords: Readonly<Record<string, string>> = {
	team: 'รายทีม',
	individual: 'รายบุคคล',
	individual_po: 'รายบุคคล (พอ.)',
	individual_pk: 'รายบุคคล (พก.)',
	competency: 'สมรรถนะ',
	mission: 'ภารกิจ'
};
