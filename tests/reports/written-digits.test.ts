import { expect, test } from 'vitest';
import { writeDigitsOf, writeText } from '../../src/lib/reports/written-digits.ts';

const cases: readonly [string, string][] = [
	['ร้อยละ 96.00', 'ร้อยละ ๙๖.๐๐'],
	['การตีความ X69', 'การตีความ X69'],
	['อันดับ 1, 2, 2, 4', 'อันดับ ๑, ๒, ๒, ๔'],
	['รอบที่ ๒/2565', 'รอบที่ ๒/๒๕๖๕']
];

test.each(cases)('%s in Thai digits is %s', (text, written) => {
	expect(writeText(text, 'thai')).toBe(written);
});

test('in Arabic digits nothing stays Thai', () => {
	expect(writeText('รอบที่ ๒/2565 (X69)', 'arabic')).toBe('รอบที่ 2/2565 (X69)');
});

test('texts are written, measures and pictures are left alone', () => {
	const content = { stack: [{ text: ['1. ', { text: '20' }] }, { svg: '<svg width="9"/>', width: 9 }], id: 'part1' };
	expect(writeDigitsOf(content, 'thai')).toEqual({
		stack: [{ text: ['๑. ', { text: '๒๐' }] }, { svg: '<svg width="9"/>', width: 9 }],
		id: 'part1'
	});
});
