import { describe, expect, test } from 'vitest';
import { escapeControls, hideSecrets } from '../../../src/lib/server/running/log-text.ts';
import { readManner, writeLine } from '../../../src/lib/server/running/log.ts';

const at = new Date('2026-11-21T00:00:00Z');
const link = `/join/${'aB3'.repeat(14)}x`;

describe('a line of the log', () => {
	test('is one line of JSON, with the time of Bangkok, Thai as it is, and what stands beside it', () => {
		const more = { ref: 'K7M-2QX', status: 500, route: '/people' };
		const line = writeLine(
			{ level: 'error', event: 'fault', message: 'หน้าเว็บผิดพลาด', more, stack: 'E: x\n  at y' },
			'json',
			at
		);
		expect(line).toBe(
			'{"time":"2026-11-21T07:00:00+07:00","level":"error","event":"fault","message":"หน้าเว็บผิดพลาด",' +
				'"ref":"K7M-2QX","status":500,"route":"/people","stack":"E: x\\n  at y"}\n'
		);
	});

	test('is a sentence at a terminal, with a time where something is wrong', () => {
		expect(writeLine({ level: 'info', event: 'opened', message: 'เปิดที่ http://localhost:3000' }, 'text', at)).toBe(
			'เปิดที่ http://localhost:3000\n'
		);
		expect(writeLine({ level: 'error', event: 'fault', message: 'ผิดพลาด', stack: 'E\n at y' }, 'text', at)).toBe(
			'2026-11-21 07:00:00 ผิดพลาด\n    E\n     at y\n'
		);
	});

	test.each(['json', 'text'] as const)('cannot be broken, coloured or forged by what stands in it (%s)', (manner) => {
		const forged = 'แฟ้ม\n{"level":"info"}\r\u001b[31m\u009b2J\u2028\u202ecsv';
		const line = writeLine({ level: 'info', event: 'x', message: forged, more: { file: forged } }, manner, at);
		expect(line.split(/[\n\r\u2028]/)).toHaveLength(2);
		expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
		expect(line).toContain('u001b[31m');
	});

	test.each(['json', 'text'] as const)('opens no door (%s)', (manner) => {
		const said = `เปิด ${link} cookie: session=abc.def; password=ม้าเหล็ก Authorization: Bearer 0123456789abcdef`;
		const line = writeLine({ level: 'error', event: 'x', message: said, stack: `E ${link}\n  at ${said}` }, manner, at);
		for (const secret of ['aB3aB3', 'abc.def', 'ม้าเหล็ก', '0123456789abcdef']) expect(line).not.toContain(secret);
	});

	test('is cut where it grows beyond what anybody reads', () => {
		const line = writeLine(
			{ level: 'error', event: 'x', message: 'ก'.repeat(9000), stack: 'ข'.repeat(90_000) },
			'json',
			at
		);
		expect(line.length).toBeLessThan(5000);
		expect(line).toContain('…(9000)');
	});
});

test.each([
	['a hash, which opens nothing', 'a'.repeat(32) + '0'.repeat(32), 'a'.repeat(32) + '0'.repeat(32)],
	[
		'a name of a file of ours',
		'chunks/entries/hooks.server.js-BXzpfbb5.js',
		'chunks/entries/hooks.server.js-BXzpfbb5.js'
	],
	['a token', 'x aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3 y', 'x … y'],
	['a link', 'GET /join/abc', 'GET /join/…']
])('of %s', (_, text, shown) => {
	expect(hideSecrets(text)).toBe(shown);
});

test('what moves a cursor is written out', () => {
	expect(escapeControls('a\tb\u0007')).toBe('a\\u0009b\\u0007');
});

test.each([
	['json', true, 'json'],
	['text', false, 'text'],
	[undefined, true, 'text'],
	[undefined, false, 'json'],
	['', false, 'json']
] as const)('LOG=%s at a terminal: %s, is %s', (set, terminal, manner) => {
	expect(readManner(set, terminal)).toBe(manner);
});
