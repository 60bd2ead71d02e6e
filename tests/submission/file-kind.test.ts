import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { read } from './letter.ts';
import { makeArchive } from './make-archive.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const archiveOf = (...names: readonly string[]): Uint8Array =>
	makeArchive(names.map((name) => ({ name, content: 'x' })));

test.each([
	['ผล.pdf', bytesOf('%PDF-1.7\n'), 'pdf', 'PDF'],
	['ผล.png', bytesOf('\x89PNG\r\n\x1a\n'), 'picture', 'รูปภาพ'],
	['ผล.jpg', bytesOf('\xff\xd8\xff\xe0'), 'picture', 'รูปภาพ'],
	['ผล.heic', bytesOf('\x00\x00\x00\x18ftypheic'), 'picture', 'รูปภาพ'],
	['ผล.webp', bytesOf('RIFF\x10\x00\x00\x00WEBPVP8 '), 'picture', 'รูปภาพ'],
	['ผล.xls', bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'old_workbook', 'บันทึกเป็น (Save As)'],
	['ผล.doc', bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'word', 'Word'],
	['ผล.xls', bytesOf('<html><table><tr><td>1</td></tr></table></html>'), 'web_page', 'HTML'],
	[
		'ผล.xls',
		bytesOf('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
		'old_xml',
		'XML'
	],
	['ผล.gsheet', bytesOf('{"url": "https://docs.google.com/open?id=1"}'), 'google_link', 'Google ชีต'],
	['ผล.rtf', bytesOf('{\\rtf1\\ansi x}'), 'rtf', 'RTF'],
	['ผล.rar', bytesOf('Rar!\x1a\x07\x01\x00'), 'archive_of_other_kind', '.zip'],
	['ผล.csv.gz', bytesOf('\x1f\x8b\x08\x00'), 'archive_of_other_kind', '.zip'],
	['ผล.accdb', bytesOf('\x00\x01\x00\x00Standard ACE DB'), 'database', 'ฐานข้อมูล'],
	['ผล.docx', archiveOf('[Content_Types].xml', 'word/document.xml'), 'word', 'Word'],
	['ผล.pptx', archiveOf('[Content_Types].xml', 'ppt/presentation.xml'), 'slides', 'นำเสนอ'],
	['ผล.xlsb', archiveOf('[Content_Types].xml', 'xl/workbook.bin'), 'binary_workbook', '.xlsb'],
	['ผล.numbers', archiveOf('Index/Document.iwa', 'Metadata/Properties.plist'), 'numbers', 'Numbers'],
	['ผล.zip', archiveOf('ชุมแพ/ผล.csv'), 'not_workbook', 'แตกแฟ้ม']
])('%s is known for what it is, whatever its name, and it is said how to save it', async (name, bytes, code, word) => {
	const { readable, problems } = await read(bytes, name);
	expect([readable, problems.map((problem) => problem.code)]).toEqual([false, [code]]);
	expect(problems[0]?.message).toContain(word);
});

test('a name that lies changes nothing', async () => {
	const rows = [
		['อำเภอ', 'เบิกจ่ายแล้ว'],
		['ชุมแพ', 5]
	];
	const workbook = await writeXlsx({ sheets: [{ name: 'ผล', rows }] });
	expect((await read(workbook, 'ผล.xls')).entries).toHaveLength(1);
	expect((await read('อำเภอ,เบิกจ่ายแล้ว\nชุมแพ,5', 'ผล.xlsx')).entries).toHaveLength(1);
	expect((await read('BM,อำเภอ,เบิกจ่ายแล้ว\n,ชุมแพ,5', 'ผล.csv')).readable).toBe(true);
});
