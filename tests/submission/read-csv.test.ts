import { expect, test } from 'vitest';
import { read, show } from './letter.ts';

const HEAD = 'district,section,indicator,input,value';
const send = async (...lines: readonly string[]) => show(await read(lines.join('\n'), 'ผล.csv'));
const one = ['4005 team/1/spent_baht = 5'];

test.each([
	['English headings', 'district,section,indicator,input,value\n4005,team,1,spent_baht,5'],
	['Thai headings', 'อำเภอ,ส่วน,ตัวชี้วัด,รายการ,ค่า\nชุมแพ,รายทีม,๑,เบิกจ่ายแล้ว,๕'],
	['columns in another order', 'ค่า,รายการ,ตัวชี้วัด,ส่วน,อำเภอ\n5,spent_baht,1,team,4005'],
	['semicolons', 'district;section;indicator;input;value\n4005;team;1;spent_baht;5'],
	['tabs', 'district\tsection\tindicator\tinput\tvalue\n4005\tteam\t1\tspent_baht\t5'],
	['a line that names the separator', 'sep=;\ndistrict;section;indicator;input;value\n4005;team;1;spent_baht;5'],
	['a section left out', 'district,indicator,input,value\n4005,1,spent_baht,5'],
	['a title above', `ผลการดำเนินงาน,,,,\n\n${HEAD}\n4005,team,1,spent_baht,5`],
	['lines of Windows and empty ones', `${HEAD}\r\n\r\n4005,team,1,spent_baht,5\r\n\r\n`],
	['a column for remarks', `${HEAD},หมายเหตุ\n4005,team,1,spent_baht,5,ตรวจแล้ว`],
	['cells in quotation marks', `${HEAD}\n"4005","team","1","spent_baht","5"`],
	['the heading once more', `${HEAD}\n4005,team,1,spent_baht,5\n${HEAD}`],
	['a wide table by paths', 'district,team/1/spent_baht\n4005,5'],
	['a wide table by labels', 'ลำดับ,อำเภอ,เบิกจ่ายแล้ว,หมายเหตุ\n1,ชุมแพ,5,x'],
	['a wide table with code and name', 'รหัสอำเภอ,ชื่ออำเภอ,team / 1 / spent_baht\n4005,ชุมแพ,5'],
	['a wide table by Thai path', 'อำเภอ,รายทีม/๑/เบิกจ่ายแล้ว\n4005,5'],
	['a wide table, paths over labels', 'district,team/1/spent_baht\nอำเภอ,เบิกจ่ายแล้ว\n4005,5']
])('%s: the entry is found', async (_, text) => {
	const { readable, entries, problems } = show(await read(text, 'ผล.csv'));
	expect([readable, entries, problems]).toEqual([true, one, []]);
});

test('an empty cell is not reported; the words for not done are', async () => {
	expect(
		await send(
			HEAD,
			'4005,team,1,spent_baht,',
			'4005,team,1,reported_on,',
			'4007,team,1,reported_on,ยังไม่ทำ',
			'4001,team,1,reported_on,null'
		)
	).toEqual({
		readable: true,
		entries: ['4007 team/1/reported_on = not done', '4001 team/1/reported_on = not done'],
		problems: []
	});
});

test('a heading alone is a file with nothing to report', async () => {
	expect(await send(HEAD)).toEqual({ readable: true, entries: [], problems: [] });
});

test('lines are counted as the file has them, rows as a spreadsheet shows them', async () => {
	const { entries } = await read(`${HEAD},note\n4005,team,1,spent_baht,5,"a\nb"\n4007,team,1,spent_baht,6,`, 'ผล.csv');
	expect(entries.map(({ at }) => at)).toEqual([
		{ file: 'ผล.csv', sheet: undefined, line: 2, cell: 'E2' },
		{ file: 'ผล.csv', sheet: undefined, line: 4, cell: 'E3' }
	]);
});

test('everything wrong with a row is told', async () => {
	expect((await send(HEAD, 'ชุมแภ,tean,1,spent_baht,5', 'ชุมแภ,team,1,spent_bath,5')).problems).toEqual([
		'asked_district 2 A2',
		'asked_section 2 B2',
		'asked_input 3 D3'
	]);
});

test('a row with a cell too many may have shifted, so its value is not used', async () => {
	expect(await send(HEAD, '4005,team,1,spent_baht,1,234')).toEqual({
		readable: true,
		entries: ['4005 team/1/spent_baht = bad'],
		problems: ['too_many_cells 2 F2']
	});
	expect(await send('district,team/1/spent_baht,team/1/budget_used_pct', '4005,1,234,95')).toEqual({
		readable: true,
		entries: ['4005 team/1/spent_baht = bad', '4005 team/1/budget_used_pct = bad'],
		problems: ['too_many_cells 2 D2']
	});
});

test('a quotation mark that is never closed is told where it opens', async () => {
	expect(await send(HEAD, '4005,team,1,spent_baht,5', '4007,team,1,spent_baht,"6', '4001,team,1,spent_baht,7')).toEqual(
		{
			readable: true,
			entries: one,
			problems: ['open_quote 3']
		}
	);
});

test('code and name of different districts: the row is not used', async () => {
	expect(await send('รหัสอำเภอ,อำเภอ,team/1/spent_baht', '4005,น้ำพอง,5')).toEqual({
		readable: true,
		entries: [],
		problems: ['two_districts 2 B2']
	});
});

test('a column of a wide table that is no input is asked about once unless it is empty, the others are read', async () => {
	expect(await send('district,team/1/spent_bath,team/1/spent_baht,วันที่รายงาน', '4005,1,5,', '4007,1,,')).toEqual({
		readable: true,
		entries: one,
		problems: ['asked_column 1 B1']
	});
});

test('an indicator of other districts may stand empty in a wide table', async () => {
	expect(await send('district,individual/2.1/households_count', '4005,', '4001,30')).toEqual({
		readable: true,
		entries: ['4001 individual/2.1/households_count = 30'],
		problems: []
	});
});

test('a table without all headings is not read', async () => {
	expect(await send('district,section,indicator,value', '4005,team,1,5')).toEqual({
		readable: false,
		entries: [],
		problems: ['missing_heading 1']
	});
	expect((await send(`${HEAD},ค่า`, '4005,team,1,spent_baht,5,6')).problems).toEqual(['heading_twice 1']);
});

test.each([
	[5_000, true, 'more_problems'],
	[200_000, false, 'too_many_problems']
])('of %d rows with as many mistakes the list of problems stays short', async (count, isRead, last) => {
	const nameOf = (n: number): string => n.toString(2).replaceAll('0', 'q').replaceAll('1', 'w');
	const rows = Array.from({ length: count }, (_, n) => `${nameOf(n)},team,1,spent_baht,${n}`);
	const { readable, problems } = await send([HEAD, ...rows].join('\n'));
	expect([readable, problems.length, problems.at(-1)]).toEqual([isRead, 1001, last]);
});
