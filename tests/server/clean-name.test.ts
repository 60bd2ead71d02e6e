import { expect, test } from 'vitest';
import { cleanName, isLeftover, nameDownload } from '../../src/lib/server/imports/clean-name.ts';

test.each([
	['ผล.xlsx', 'ผล.xlsx'],
	['C:\\งาน\\ผล.xlsx', 'C:/งาน/ผล.xlsx'],
	['../../etc/passwd', 'etc/passwd'],
	['a\u202excod.xlsx', 'axcod.xlsx'],
	['a\u0000\n.csv', 'a.csv'],
	['', 'ไฟล์ไม่มีชื่อ'],
	['..', 'ไฟล์ไม่มีชื่อ']
])('%j is called %j', (given, name) => {
	expect(cleanName(given)).toBe(name);
});

test('a very long name keeps its end', () => {
	expect([...cleanName(`${'ก'.repeat(999)}.csv`)]).toHaveLength(200);
	expect(cleanName(`${'ก'.repeat(999)}.csv`).endsWith('ก.csv')).toBe(true);
});

test.each([
	['__MACOSX/a.csv', true],
	['โฟลเดอร์/.DS_Store', true],
	['โฟลเดอร์\\~$ผล.xlsx', true],
	['Thumbs.db', true],
	['โฟลเดอร์/ผล.xlsx', false]
])('%j is a leftover: %s', (path, leftover) => {
	expect(isLeftover(path)).toBe(leftover);
});

test.each([
	['ผล.csv', `attachment; filename="__.csv"; filename*=UTF-8''%E0%B8%9C%E0%B8%A5.csv`],
	['a/b"; x.csv', `attachment; filename="b; x.csv"; filename*=UTF-8''b%3B%20x.csv`],
	['a\r\nset-cookie: x', `attachment; filename="aset-cookie x"; filename*=UTF-8''aset-cookie%20x`],
	['<script>.htm', `attachment; filename="script.htm"; filename*=UTF-8''script.htm`],
	['...', `attachment; filename="file"; filename*=UTF-8''file`]
])('%j is saved by the header %s', (name, header) => {
	expect(nameDownload(name)).toBe(header);
});
