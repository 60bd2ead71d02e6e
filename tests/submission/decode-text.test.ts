import { expect, test } from 'vitest';
import { decodeText } from '../../src/lib/submission/files/decode-text.ts';

const thai = 'อำเภอ,ค่า';
const utf16 = (order: 'le' | 'be'): Uint8Array => {
	const bytes = Buffer.from(`\ufeff${thai}`, 'utf16le');
	return order === 'le' ? bytes : bytes.swap16();
};

test.each([
	['UTF-8', Buffer.from(thai)],
	['UTF-8 with BOM', Buffer.from(`\ufeff${thai}`)],
	['UTF-16LE with BOM', utf16('le')],
	['UTF-16BE with BOM', utf16('be')],
	['UTF-16LE without a mark', utf16('le').subarray(2)],
	['UTF-16BE without a mark', utf16('be').subarray(2)],
	['windows-874', Uint8Array.of(0xcd, 0xd3, 0xe0, 0xc0, 0xcd, 0x2c, 0xa4, 0xe8, 0xd2)]
])('%s is read', (_, bytes) => {
	expect(decodeText(bytes)).toEqual({ kind: 'text', text: thai });
});

test.each([
	['bytes that are no Thai letter', Uint8Array.of(0xfc, 0xfd)],
	['NUL bytes', Uint8Array.of(0x61, 0, 0x62, 0, 0)],
	['UTF-16 cut in the middle of a letter', utf16('le').subarray(0, 5)]
])('%s are no text', (_, bytes) => {
	expect(decodeText(bytes)).toEqual({ kind: 'not_text' });
});
