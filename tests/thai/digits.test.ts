import { expect, test } from 'vitest';
import { toArabicDigits, toThaiDigits, writeDigits } from '../../src/lib/thai/digits.ts';

test.each([
	['๐๑๒๓๔๕๖๗๘๙', '0123456789'],
	['รอบที่ ๒/๒๕๖๕', 'รอบที่ 2/2565'],
	['', '']
])('%s and %s are one text in two kinds of digits', (thai, arabic) => {
	expect(toArabicDigits(thai)).toBe(arabic);
	expect(toThaiDigits(arabic)).toBe(thai);
});

test('digits of a mixed text are all written in the kind chosen', () => {
	expect(writeDigits('๑2', 'thai')).toBe('๑๒');
	expect(writeDigits('๑2', 'arabic')).toBe('12');
});
