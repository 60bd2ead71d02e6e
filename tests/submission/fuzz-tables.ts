// Good tables and what befalls them before they are saved: cells swapped, rows and columns doubled or lost, words and figures changed.
import type { Random } from './fuzz-random.ts';

export type Rows = readonly (readonly string[])[];

export const tidyRows: Rows = [
	['อำเภอ', 'ส่วน', 'ตัวชี้วัด', 'รายการ', 'ค่า'],
	['ชุมแพ', 'รายทีม', '1', 'ร้อยละการใช้จ่าย', '91.5'],
	['ชุมแพ', 'รายทีม', '1', 'เบิกจ่ายแล้ว', '1,234,567.50'],
	['4005', 'team', '1', 'disbursed_per_rules', 'ใช่'],
	['4005', 'team', '1', 'reported_on', '1/9/2565'],
	['น้ำพอง', 'team', '2', 'project_progress_pcts', '80; 90; 100'],
	['น้ำพอง', 'team', '2', 'growth_pct', '-2.5'],
	['น้ำพอง', 'team', '2', 'completed_at', '31/8/2565 16:30'],
	['เมืองขอนแก่น', 'individual', '2.1', 'households_count', '๓๐'],
	['4005', 'individual', '2.2', 'households_count', '12'],
	['40', 'team', '2', 'submission_due', '2022-09-05 16:30']
];
export const wideRows: Rows = [
	['ที่', 'อำเภอ', 'team/1/budget_used_pct', 'เบิกจ่ายแล้ว', 'team/1/disbursed_per_rules', 'team/2/completed_at', 'หมายเหตุ'],
	['1', 'เมืองขอนแก่น', '95', '1,000', 'ไม่', '30/8/2565 09:00', ''],
	['2', 'ชุมแพ', '88.25', '2,000.75', 'ใช่', 'ยังไม่ทำ', 'รอเอกสาร'],
	['3', 'น้ำพอง', '100', '0', 'ใช่', '๑ ก.ย. ๒๕๖๕ ๑๐:๓๐', '']
];
export const stackedRows: Rows = [
	['แบบรายงานผลรอบ 2/2565', '', '', ''],
	['อำเภอ', 'ตัวชี้วัดที่ 1', '', 'ตัวชี้วัดที่ 2'],
	['', 'ร้อยละการใช้จ่าย', 'เบิกจ่ายแล้ว', 'ร้อยละที่เพิ่มขึ้น'],
	['เมืองขอนแก่น', '95', '1000', '2'],
	['ชุมแพ', '90', '2000', '3.5'],
	['รวม', '185', '3000', '5.5'],
	['ลงชื่อ ผู้รายงาน', '', '', '']
];
export const formRows: Rows = [
	['ประทับเวลา', 'อำเภอ', 'ข้อ 1 ร้อยละการใช้จ่าย *', 'ข้อ 1 เบิกจ่ายแล้ว (บาท) *'],
	['5/9/2022, 10:20:30', 'ชุมแพ', '90', '2000'],
	['6/9/2022, 9:00:00', 'น้ำพอง', '85.5', '1500'],
	['7/9/2022, 9:00:00', 'ชุมแพ', '91', '2100']
];

const WORDS = [
	'', '-', 'ไม่มี', 'N/A', '/', '✓', 'ดำเนินการแล้ว', 'ถอน', 'ใช่', 'ไม่', '0', '0.95', '95%', '๙๕.๕', '1,9๐0', '1e3', '=1+1',
	'#REF!', '9'.repeat(40), '-5', 'แวงน้อย', 'อ.ชุมแพ', 'ชุมแ', 'ข้อ 1', '1.10', 'รวม', '29/2/2567', '30/2/2565', '1/9/65',
	'\u200b', '\u00a0', 'ก'.repeat(300), 'a"b', 'a,b', 'a;b\tc', 'บรรทัด\nใหม่', '__proto__', 'null', '[80, 90]', '44805'
]; // prettier-ignore
const THAI_DIGITS = '๐๑๒๓๔๕๖๗๘๙';

type Change = (rows: readonly (readonly string[])[], random: Random) => Rows;

const atCell =
	(change: (text: string, random: Random) => string): Change =>
	(rows, random) => {
		const [r, c] = [random.below(rows.length), random.below(rows[0]?.length ?? 1)];
		return rows.map((row, i) => (i === r ? row.map((text, j) => (j === c ? change(text, random) : text)) : row));
	};
const atRow =
	(change: (rows: Rows, at: number, random: Random) => Rows): Change =>
	(rows, random) =>
		change(rows, random.below(rows.length), random);
const atColumn =
	(change: (row: readonly string[], at: number) => readonly string[]): Change =>
	(rows, random) => {
		const at = random.below(rows[0]?.length ?? 1);
		return rows.map((row) => change(row, at));
	};
const scale = (text: string, random: Random): string =>
	/^\d+(?:\.\d+)?$/.test(text) ? String(Number(text) * random.pick([0, 0.001, 0.01, 10, 100, 1e7, -1])) : text;
const spoil = (text: string, random: Random): string => {
	const at = random.below(text.length + 1);
	return random.pick([
		text.slice(0, at) + text.slice(at + 1),
		text.slice(0, at) + random.pick(['่', 'า', ' ', 'x', '9', '"', '\u200e']) + text.slice(at),
		text.slice(at) + text.slice(0, at)
	]);
};

/** What is done by hand to a table that was good. */
export const changes: readonly Change[] = [
	atCell((_, random) => random.pick(WORDS)),
	atCell((text) => text.replace(/\d/g, (digit) => THAI_DIGITS[Number(digit)] ?? digit)),
	atCell(scale),
	atCell(spoil),
	atCell((text) => `"${text}"`),
	atCell((text) => `  ${text}\u00a0`),
	(rows, random) => {
		const [a, b] = [random.below(rows.length), random.below(rows.length)];
		const c = random.below(rows[0]?.length ?? 1);
		const swapped = (i: number): string | undefined => (i === a ? rows[b]?.[c] : i === b ? rows[a]?.[c] : undefined);
		return rows.map((row, i) => row.map((text, j) => (j === c ? (swapped(i) ?? text) : text)));
	},
	atRow((rows, at) => [...rows.slice(0, at + 1), ...rows.slice(at)]),
	atRow((rows, at) => rows.filter((_, i) => i !== at)),
	atRow((rows, at, random) => {
		const other = random.below(rows.length);
		return rows.map((row, i) => (i === at ? (rows[other] ?? row) : i === other ? (rows[at] ?? row) : row));
	}),
	atRow((rows, at, random) => rows.map((row, i) => (i === at ? [...row, random.pick(WORDS)] : row))),
	atRow((rows, at) => rows.map((row, i) => (i === at ? row.slice(1) : row))),
	atRow((rows, at) => [...rows.slice(0, at), ['รวม', '', '', '1'], ...rows.slice(at)]),
	atColumn((row, at) => [...row.slice(0, at + 1), ...row.slice(at)]),
	atColumn((row, at) => row.filter((_, j) => j !== at)),
	atColumn((row, at) => row.map((text, j) => (j > 0 && j === at ? (row[j - 1] ?? '') : text))),
	(rows) => [['รายงานผล'], [''], ...rows]
];
