// Objects of the file as text, in the words of the format (ISO 32000-1, 7.3).
import { expect, test } from 'vitest';
import { writeObject } from '../../../src/lib/reports/typesetting/write-object.ts';

const reference = { toString: () => '7 0 R' };

test.each<[what: string, value: unknown, said: string]>([
	['a name', 'Page', '/Page'],
	['a whole number', 12, '12'],
	['a number of more than six decimals', 1 / 3, '0.333333'],
	['nothing', null, 'null'],
	['yes', true, 'true'],
	['text of ASCII', new String('one (two) \\ three\n'), '(one \\(two\\) \\\\ three\\n)'],
	['text of Thai, in UTF-16 with its mark', new String('ก'), '(\u00fe\u00ff\u000e\u0001)'],
	['bytes', Buffer.from([0, 255]), '<00ff>'],
	['a moment', new Date('2022-09-01T02:03:04.567Z'), '(D:20220901020304Z)'],
	['a reference', reference, '7 0 R'],
	['a list', [0, 'XYZ', null, reference], '[0 /XYZ null 7 0 R]'],
	['an empty list', [], '[]'],
	[
		'a dictionary in another',
		{ S: 'TD', A: { O: 'Table', ColSpan: 2 } },
		'<<\n/S /TD\n/A <<\n/O /Table\n/ColSpan 2\n>>\n>>'
	],
	['an empty dictionary', {}, '<<\n>>']
])('%s', (_, value, said) => {
	expect(writeObject(value)).toBe(said);
});
