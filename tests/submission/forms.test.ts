// Answers to a form as Google Forms exports them: a row per answer, questions as headings, a time in front.
import { describe, expect, test } from 'vitest';
import { readStampTime } from '../../src/lib/submission/tables/latest-answers.ts';
import { read, show } from './letter.ts';

const HEAD = '"ประทับเวลา","ที่อยู่อีเมล","1. อำเภอ *","2. เบิกจ่ายแล้ว (บาท) *","3. ข้อ 1 วันที่รายงาน"';
const quoted = (...cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(',');
const answer = (time: string, district: string, baht: string, day = '2022-09-01'): string =>
	quoted(time, 'x@example.org', district, baht, day);
const send = async (...lines: readonly string[]) => show(await read(lines.join('\n'), 'คำตอบ.csv'));

test('questions with numbers and stars are known for what they ask', async () => {
	const head = quoted('Timestamp', '1. อำเภอของท่าน *', '2. ข้อ 1 เบิกจ่ายแล้ว (บาท) *', 'ข้อ 2 ร้อยละที่เพิ่มขึ้น *');
	expect(await send(head, quoted('14/9/2565, 10:22:33', 'ชุมแพ', '1,234', '7'))).toEqual({
		readable: true,
		entries: ['4005 team/1/spent_baht = 1234', '4005 team/2/growth_pct = 7'],
		problems: []
	});
});

test('of several answers of a district the latest stands, whichever comes first in the file, and that is said', async () => {
	const { entries, problems } = await read(
		[
			quoted('ประทับเวลา', 'อำเภอ', 'เบิกจ่ายแล้ว'),
			quoted('2022/09/14 11:00:00 PM GMT+7', 'ชุมแพ', '3'),
			quoted('2022/09/14 10:22:33 AM GMT+7', 'ชุมแพ', '2'),
			quoted('2022/09/14 9:00:00 AM GMT+7', 'น้ำพอง', '9')
		].join('\n'),
		'คำตอบ.csv'
	);
	expect(entries.map(({ district, text }) => [district, text])).toEqual([
		['4005', '3'],
		['4007', '9']
	]);
	expect(problems.map(({ severity, message }) => [severity, message])).toEqual([
		['warning', 'อำเภอชุมแพตอบ 2 ครั้ง ใช้คำตอบล่าสุด (2022/09/14 11:00:00 PM GMT+7) ไม่ได้ใช้คำตอบก่อนหน้าในแถว 3']
	]);
});

test('where a time cannot be read no answer is left out, and answers that differ are a problem', async () => {
	const { problems } = await send(
		quoted('ประทับเวลา', 'อำเภอ', 'เบิกจ่ายแล้ว'),
		quoted('เช้าวันพุธ', 'ชุมแพ', '3'),
		quoted('14/9/2565 10:00', 'ชุมแพ', '2')
	);
	expect(problems).toEqual(['unreadable_time 2', 'conflict 2 C2', 'conflict 3 C3']);
});

describe('boxes ticked', () => {
	const head = quoted('ประทับเวลา', 'อำเภอ', 'ตัวชี้วัดที่ 1');

	test('each label ticked is a yes; what is not ticked stays open, and that is said', async () => {
		expect(await send(head, quoted('14/9/2565 10:00', 'ชุมแพ', 'เบิกจ่ายถูกต้องตามระเบียบ'))).toEqual({
			readable: true,
			entries: ['4005 team/1/disbursed_per_rules = yes'],
			problems: ['unticked 2 C2']
		});
	});

	test('a box that is none of the indicator is not passed over', async () => {
		const { entries, problems } = await send(head, quoted('14/9/2565 10:00', 'ชุมแพ', 'เบิกจ่ายถูกต้องตามระเบียบ, อื่น ๆ ระบุ'));
		expect([entries.length, problems]).toEqual([1, ['unknown_input 2 C2', 'unticked 2 C2']]);
	});
});

test('columns about the one who answers are passed over', async () => {
	const { problems, entries } = await send(HEAD, answer('14/9/2565 10:00', 'ชุมแพ', '5'));
	expect([entries, problems]).toEqual([['4005 team/1/spent_baht = 5', '4005 team/1/reported_on = 2022-09-01'], []]);
});

test.each([
	['2022/09/14 10:22:33 AM GMT+7', false, '2022-09-14T10:22:33'],
	['2022/09/14 12:05:00 AM GMT+7', false, '2022-09-14T00:05:00'],
	['14/9/2022, 22:22:33', false, '2022-09-14T22:22:33'],
	['14/9/2565 22:22', false, '2022-09-14T22:22:00'],
	['9/14/2022 22:22:33', true, '2022-09-14T22:22:33'],
	['2022-09-14T10:22:33', false, '2022-09-14T10:22:33'],
	['9/14/2022 22:22:33', false, undefined],
	['เมื่อวาน', false, undefined]
])('%s, month first %s, is %s', (text, monthFirst, time) => {
	expect(readStampTime(text, monthFirst)).toBe(time);
});
