import { expect, test } from 'vitest';
import { nameKey, orderMarks } from '../../src/lib/thai/spelling.ts';

test.each([
	['tone after SARA AM', 'น\u0e33\u0e49พอง', 'น\u0e49\u0e33พอง'],
	['SARA AM in two parts', 'ก\u0e4d\u0e32', 'ก\u0e33'],
	['SARA AM in two parts around a tone', 'น\u0e4d\u0e49\u0e32', 'น\u0e49\u0e33'],
	['SARA AM in two parts after a tone', 'น\u0e49\u0e4d\u0e32', 'น\u0e49\u0e33'],
	['tone before an upper vowel', 'ท\u0e48\u0e35', 'ท\u0e35\u0e48'],
	['tone before a lower vowel', 'ผ\u0e39\u0e49', 'ผ\u0e39\u0e49'],
	['marks in order already', 'น\u0e49\u0e33พอง', 'น\u0e49\u0e33พอง']
])('%s is put in order', (_, typed, ordered) => {
	expect(orderMarks(typed)).toBe(ordered);
});

test.each([
	['น้ำพอง', ' น\u0e33\u0e49พอง '],
	['เมืองขอนแก่น', 'เมือง\u00a0ขอนแก่น'],
	['แวงน้อย', '\u0e40\u0e40วงน้อย'],
	['ชุมแพ', 'ชุม\u200bแพ'],
	['กลุ่มงานยุทธศาสตร์ฯ', 'กลุ่มงานยุทธศาสตร์'],
	['ต่างๆ', 'ต่าง ๆ'],
	['ชุมแพ', '\u200fชุม\u00adแพ\u202c'],
	['4005', '๔๐๐๕'],
	['Budget_Used_Pct', 'budget_used_pct']
])('%s is the same name as %j', (name, typed) => {
	expect(nameKey(typed)).toBe(nameKey(name));
});

test('different names stay different', () => {
	expect(nameKey('ชุมแพ')).not.toBe(nameKey('ชุมแภ'));
});
