import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readExcerpt } from '../../src/lib/server/imports/excerpt.ts';

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

test('a place that is no cell has no excerpt', async () => {
	const bytes = new TextEncoder().encode('[]');
	expect(await readExcerpt(bytes, { file: 'a.json', line: 1, cell: '[0].inputs.x' })).toBeNull();
	expect(await readExcerpt(bytes, { file: 'a.json' })).toBeNull();
	expect(await readExcerpt(bytes, { file: 'a.xlsx', sheet: 'รายทีม', cell: 'D5' })).toBeNull();
});
