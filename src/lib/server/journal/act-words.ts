// What the journal's lines are called where people read them.
import { roleWords } from '../people/sentences.ts';
import type { Role } from '../people/visitor.ts';
import type { JournalLine } from '../store/acts.ts';

/** Acts as people look for them: the demo's files are files too. */
export const actKinds = [
	'import',
	'approve',
	'return',
	'publish',
	'rule',
	'agreement',
	'office',
	'person',
	'start-clean',
	'backup'
] as const;
export type ActKind = (typeof actKinds)[number];

export const kindOf = ({ act }: Pick<JournalLine, 'act'>): ActKind => (act === 'import-demo' ? 'import' : act);

export const actWords: Readonly<Record<ActKind, string>> = {
	import: 'รับผล',
	approve: 'อนุมัติ',
	return: 'ตีกลับ',
	publish: 'เผยแพร่',
	rule: 'วินิจฉัย',
	agreement: 'ข้อตกลง',
	office: 'ตั้งค่า',
	person: 'ผู้ใช้',
	'start-clean': 'เริ่มใช้จริง',
	backup: 'สำรองข้อมูล'
};

const doors: Readonly<Record<string, string>> = { web: 'หน้าเว็บ', api: 'โปรแกรมอื่นผ่าน API' };

/** Without an account it is the name of a computer's user, or the door it came through. */
export const sayWho = (who: string): string => doors[who] ?? who;

/** กลุ่มงานส่งเสริม (กลุ่มงาน) */
export const sayWhoAndRole = (who: string, role: Role | null): string =>
	role === null ? sayWho(who) : `${sayWho(who)} (${roleWords[role]})`;

export const personWords = {
	invite: 'เชิญ',
	join: 'เข้าใช้ครั้งแรกตามคำเชิญ',
	change: 'เปลี่ยนสิทธิ์ของ',
	block: 'ระงับบัญชีของ',
	unblock: 'เลิกระงับบัญชีของ',
	reset: 'ออกลิงก์ตั้งรหัสผ่านใหม่ให้'
} as const;

export const journalWords = {
	/** columns of the table */
	columns: [
		'บรรทัด',
		'เวลา',
		'ผู้ทำ',
		'บทบาท',
		'การกระทำ',
		'รอบ',
		'รหัสอำเภอ',
		'อำเภอ',
		'ส่วน',
		'ข้อ',
		'รายละเอียด',
		'เหตุผล',
		'ใบรับเลขที่',
		'SHA-256 ของแฟ้ม',
		'รหัสของบรรทัด'
	],
	title: 'สมุดบันทึก',
	wholeProvince: 'ทั้งจังหวัด',
	noLines: 'สมุดบันทึกยังไม่มีบรรทัดใด',
	noneFound: 'ไม่พบบรรทัดที่ตรงกับตัวกรอง',
	ownOnly: 'บรรทัดเต็มของสมุดบันทึกมีเรื่องของอำเภออื่นด้วย จึงให้เฉพาะสำนักงานจังหวัด ใช้ไฟล์ CSV หรือ XLSX แทน',
	head: (n: number, hash: string) => (n === 0 ? 'สมุดบันทึกยังไม่มีบรรทัดใด' : `หัวสมุดบันทึก บรรทัดที่ ${n} รหัส ${hash}`),
	outKind: (out: string, usage: string) => `--out ${out} ไม่ได้ ให้ลงท้ายด้วย .jsonl .csv หรือ .xlsx วิธีใช้: ${usage}`
} as const;
