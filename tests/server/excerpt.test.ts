import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readExcerpt } from '../../src/lib/server/imports/excerpt.ts';
import { unfoldPart } from '../../src/lib/submission/files/unfold-part.ts';
import { readZipDirectory } from '../../src/lib/submission/files/zip-directory.ts';

const rows = Array.from({ length: 9 }, (_, at) => [`อ${at + 1}`, null, `ช่อง ${at + 1}`, at + 1]);

test('the rows around a cell of a sheet, without the columns that are empty there', async () => {
	const bytes = await writeXlsx({
		sheets: [
			{ name: 'อื่น', rows: [['ไม่ใช่']] },
			{ name: 'รายทีม', rows }
		]
	});
	const excerpt = await readExcerpt(bytes, { file: 'a.xlsx', sheet: 'รายทีม', line: 5, cell: 'D5' });
	expect([excerpt?.sheet, excerpt?.columns, excerpt?.rows.map(({ row }) => row)]).toEqual([
		'รายทีม',
		['A', 'C', 'D'],
		[3, 4, 5, 6, 7]
	]);
	expect(excerpt?.rows[2]?.cells).toEqual([
		{ text: 'อ5', marked: false },
		{ text: 'ช่อง 5', marked: false },
		{ text: '5', marked: true }
	]);
});

test('the lines around a cell of a text file, without the empty end', async () => {
	const text = 'อำเภอ,ค่า\r\n4001,1\r\n4002,สอง\r\n';
	const excerpt = await readExcerpt(new TextEncoder().encode(text), { file: 'a.csv', line: 3, cell: 'B3' });
	expect(excerpt?.sheet).toBeNull();
	expect(excerpt?.rows.map(({ row, cells }) => [row, ...cells.map((cell) => cell.text)])).toEqual([
		[1, 'อำเภอ', 'ค่า'],
		[2, '4001', '1'],
		[3, '4002', 'สอง']
	]);
});

test('the record of JSON that a value stands in, with whose it is, also where all of it is one line', async () => {
	const inputs = { a: 1, b: '2', c: null, d: 'สี่', e: 5, f: 6 };
	const records = [{}, { district: '4001', section: 'team', indicator: '1', inputs }];
	for (const [space, line] of [
		[undefined, 1],
		[1, 11]
	] as const) {
		const bytes = new TextEncoder().encode(JSON.stringify(records, null, space));
		const excerpt = await readExcerpt(bytes, { file: 'a.json', line, cell: '[1].inputs.d' });
		expect(excerpt?.columns).toEqual(['ชื่อ', 'ค่า']);
		expect(excerpt?.rows.map(({ cells }) => cells.map((cell) => cell.text).join(' '))).toEqual([
			'district 4001',
			'section team',
			'indicator 1',
			'inputs.b 2',
			'inputs.c null',
			'inputs.d สี่',
			'inputs.e 5',
			'inputs.f 6'
		]);
		expect(excerpt?.rows.findIndex(({ cells }) => cells.some(({ marked }) => marked))).toBe(5);
		expect(excerpt?.rows[5]?.row).toBe(line);
	}
});

test('the rows around a cell of an OpenDocument sheet, folded up or flat', async () => {
	const sheets = [
		{ name: 'อื่น', rows },
		{ name: 'รายทีม', rows }
	];
	const folded = await writeOds({ sheets });
	const archive = readZipDirectory(folded);
	const part = archive.kind === 'archive' ? archive.parts.find(({ name }) => name === 'content.xml') : undefined;
	const content = part === undefined ? undefined : unfoldPart(folded, part);
	const type = 'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"';
	const flat = new TextEncoder().encode(
		new TextDecoder()
			.decode(content)
			.replaceAll('office:document-content', 'office:document')
			.replace('<office:document', `$& ${type}`)
	);
	for (const bytes of [folded, flat]) {
		const excerpt = await readExcerpt(bytes, { file: 'a.ods', sheet: 'รายทีม', line: 5, cell: 'D5' });
		expect([excerpt?.sheet, excerpt?.columns, excerpt?.rows.map(({ row }) => row)]).toEqual([
			'รายทีม',
			['A', 'C', 'D'],
			[3, 4, 5, 6, 7]
		]);
		expect(excerpt?.rows[2]?.cells[2]).toEqual({ text: '5', marked: true });
	}
});

test('a place that is no cell has no excerpt', async () => {
	const bytes = new TextEncoder().encode('[]');
	expect(await readExcerpt(bytes, { file: 'a.json', line: 1, cell: '[0].inputs.x' })).toBeNull();
	expect(await readExcerpt(bytes, { file: 'a.json' })).toBeNull();
	expect(await readExcerpt(bytes, { file: 'a.xlsx', sheet: 'รายทีม', cell: 'D5' })).toBeNull();
});
