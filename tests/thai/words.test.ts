import { expect, test } from 'vitest';
import { compareThai, joinThai } from '../../src/lib/thai/words.ts';

test.each([
	[[], ''],
	[['ก'], 'ก'],
	[['ก', 'ข'], 'ก และ ข'],
	[['ก', 'ข', 'ค'], 'ก, ข และ ค']
])('%j is said as %j', (words, said) => {
	expect(joinThai(words)).toBe(said);
});

test('a choice is joined by หรือ', () => {
	expect(joinThai(['ก', 'ข'], 'หรือ')).toBe('ก หรือ ข');
});

test('a vowel written before its consonant does not decide the order', () => {
	expect(['เวียงเก่า', 'แวงใหญ่', 'ชุมแพ', 'แวงน้อย', 'น้ำพอง', 'เปือยน้อย'].sort(compareThai)).toEqual([
		'ชุมแพ',
		'น้ำพอง',
		'เปือยน้อย',
		'เวียงเก่า',
		'แวงน้อย',
		'แวงใหญ่'
	]);
});
