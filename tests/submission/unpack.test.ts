import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { unpackFiles } from '../../src/lib/submission/files/unpack.ts';
import { makeArchive, type Part } from './make-archive.ts';

const csv = 'อำเภอ,เบิกจ่ายแล้ว\nชุมแพ,5';
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const unpack = (...parts: readonly Part[]) => {
	const { files, problems } = unpackFiles(makeArchive(parts), 'ส่งผล.zip');
	return {
		files: files.map(({ name, bytes }) => [name, decode(bytes)]),
		problems: problems.map(({ code, at }) => `${code} ${at.file}`)
	};
};

test('files and folders become files named by their paths, in the order of their names', () => {
	expect(
		unpack(
			{ name: 'รอบ 2/', content: '' },
			{ name: 'รอบ 2/น้ำพอง/ผล.csv', content: 'ข' },
			{ name: 'รอบ 2/ชุมแพ/ผล.csv', content: 'ก' },
			{ name: 'ว่าง.csv', content: '' }
		)
	).toEqual({
		files: [
			['ส่งผล.zip/รอบ 2/ชุมแพ/ผล.csv', 'ก'],
			['ส่งผล.zip/รอบ 2/น้ำพอง/ผล.csv', 'ข'],
			['ส่งผล.zip/ว่าง.csv', '']
		],
		problems: []
	});
});

test('what programs leave for themselves is passed over', () => {
	const litter = ['__MACOSX/._ผล.csv', '.DS_Store', 'ชุมแพ/.DS_Store', 'ชุมแพ/~$ผล.xlsx', 'Thumbs.db', 'desktop.ini'];
	expect(
		unpack(...litter.map((name) => ({ name, content: 'x' })), { name: 'ชุมแพ/ผล.csv', content: csv }).files
	).toEqual([['ส่งผล.zip/ชุมแพ/ผล.csv', csv]]);
});

test('no name leads out of the archive', () => {
	const names = ['../../etc/ผล.csv', '/ราก/ผล.csv', 'ก\\..\\ข\\ผล.csv', 'ค\u202e/\u0000ผล.csv'];
	expect(unpack(...names.map((name) => ({ name, content: '' }))).files.map(([name]) => name)).toEqual([
		'ส่งผล.zip/etc/ผล.csv',
		'ส่งผล.zip/ก/ข/ผล.csv',
		'ส่งผล.zip/ค/ผล.csv',
		'ส่งผล.zip/ราก/ผล.csv'
	]);
});

test('names as Windows writes them in Thai are read', () => {
	const archive = makeArchive([{ name: 'xxxxx.csv', content: csv }]);
	const named = Buffer.from(archive);
	const name = Buffer.from([0xaa, 0xd8, 0xc1, 0xe1, 0xbe]);
	for (let at = named.indexOf('xxxxx'); at >= 0; at = named.indexOf('xxxxx')) name.copy(named, at);
	expect(unpackFiles(new Uint8Array(named), 'ส่งผล.zip').files.map((file) => file.name)).toEqual(['ส่งผล.zip/ชุมแพ.csv']);
});

test('a workbook in an archive stays whole, an archive in an archive is not opened', async () => {
	const workbook = await writeXlsx({ sheets: [{ name: 'ผล', rows: [['อำเภอ']] }] });
	const inner = makeArchive([{ name: 'ผล.csv', content: csv }]);
	const { files, problems } = unpack({ name: 'ก.xlsx', content: workbook }, { name: 'ข.zip', content: inner });
	expect([files.map(([name]) => name), problems]).toEqual([['ส่งผล.zip/ก.xlsx'], ['archive_in_archive ส่งผล.zip/ข.zip']]);
});

test('what is no archive of files comes back as it is', async () => {
	const workbook = await writeXlsx({ sheets: [{ name: 'ผล', rows: [['อำเภอ']] }] });
	for (const bytes of [workbook, new TextEncoder().encode(csv)])
		expect(unpackFiles(bytes, 'ผล')).toEqual({ files: [{ name: 'ผล', bytes }], problems: [] });
});

test.each([
	['is empty', makeArchive([{ name: 'ว่าง/', content: '' }]), 'empty_archive'],
	['has a password', makeArchive([{ name: 'ผล.csv', content: csv, encrypted: true }]), 'encrypted'],
	['is cut', makeArchive([{ name: 'ผล.csv', content: csv }]).subarray(0, 60), 'broken_archive'],
	['lies about a size', makeArchive([{ name: 'ผล.csv', content: csv, claimed: 3 }]), 'broken_part'],
	[
		'holds more files than anybody sends',
		makeArchive(Array.from({ length: 1001 }, (_, nth) => ({ name: `${nth}.csv`, content: '' }))),
		'too_many_files'
	]
])('an archive that %s gives no file and says why', (_, bytes, code) => {
	const { files, problems } = unpackFiles(bytes, 'ส่งผล.zip');
	expect([files, problems.map((problem) => problem.code)]).toEqual([[], [code]]);
});
