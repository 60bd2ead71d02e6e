import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { makeArchive, workbookParts, type Part } from './make-archive.ts';
import { read, show } from './letter.ts';

const HEAD = ['อำเภอ', 'ส่วน', 'ตัวชี้วัด', 'รายการ', 'ค่า'];
const send = async (...sheets: readonly WriteSheet[]) =>
	show(await read(await writeXlsx({ sheets: [...sheets] }), 'ผล.xlsx'));
const sheet = (rows: NonNullable<WriteSheet['rows']>, more: Partial<WriteSheet> = {}): WriteSheet => ({
	name: 'ผล',
	rows: [HEAD, ...rows],
	...more
});

test('numbers, dates and yes or no are read from their cells', async () => {
	const rows = [
		[4005, 'team', 1, 'budget_used_pct', 91.5],
		['ชุมแพ', 'รายทีม', '๑', 'disbursed_per_rules', true],
		['ชุมแพ', 'team', 1, 'reported_on', new Date(Date.UTC(2022, 8, 1))],
		['น้ำพอง', 'team', 1, 'reported_on', new Date(Date.UTC(2565, 8, 1))],
		['ชุมแพ', 'team', 2, 'completed_at', new Date(Date.UTC(2022, 7, 31, 16, 30))],
		['ชุมแพ', 'team', 2, 'project_progress_pcts', '80; 90'],
		['เมืองขอนแก่น', 'individual', 2.1, 'households_count', 30]
	];
	expect(await send(sheet(rows))).toEqual({
		readable: true,
		entries: [
			'4005 team/1/budget_used_pct = 91.5',
			'4005 team/1/disbursed_per_rules = yes',
			'4005 team/1/reported_on = 2022-09-01',
			'4007 team/1/reported_on = 2022-09-01',
			'4005 team/2/completed_at = 2022-08-31T16:30',
			'4005 team/2/project_progress_pcts = [80 90]',
			'4001 individual/2.1/households_count = 30'
		],
		problems: []
	});
});

test('a number is what the spreadsheet shows of it: fifteen digits', async () => {
	const { entries } = await send(sheet([[4005, 'team', 1, 'budget_used_pct', (57 / 200) * 100]]));
	expect(entries).toEqual(['4005 team/1/budget_used_pct = 28.5']);
	expect((await send(sheet([[4005, 'team', 1, 'budget_used_pct', 100 / 3]]))).problems).toEqual([
		'too_many_decimals 2 E2'
	]);
});

test('a cell shown as a percent is that percent', async () => {
	const cells = new Map([['1,4', { value: 0.57, style: { numFmt: '0.0%' } }]]);
	const { entries } = await send(sheet([[4005, 'team', 1, 'budget_used_pct', 0.57]], { cells }));
	expect(entries).toEqual(['4005 team/1/budget_used_pct = 57']);
});

test('a formula without a result is not taken for an empty cell', async () => {
	const cells = new Map([['1,4', { value: null, formula: 'A1+1' }]]);
	expect(await send(sheet([[4005, 'team', 1, 'spent_baht', null]], { cells }))).toEqual({
		readable: true,
		entries: ['4005 team/1/spent_baht = bad'],
		problems: ['broken_cell 2 E2']
	});
});

test('a merged district holds for all its rows', async () => {
	const rows = [
		['ชุมแพ', 'team', 1, 'spent_baht', 5],
		[null, 'team', 1, 'budget_used_pct', 95]
	];
	const merges = [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }];
	const { entries, problems } = await send(sheet(rows, { merges }));
	expect([entries, problems]).toEqual([['4005 team/1/spent_baht = 5', '4005 team/1/budget_used_pct = 95'], []]);
});

test('a value merged over rows is nobody’s but the first', async () => {
	const rows = [
		['ชุมแพ', 'team', 1, 'spent_baht', 5],
		['น้ำพอง', 'team', 1, 'spent_baht', null]
	];
	const merges = [{ startRow: 1, startCol: 4, endRow: 2, endCol: 4 }];
	const { entries, problems } = await send(sheet(rows, { merges }));
	expect([entries, problems]).toEqual([
		['4005 team/1/spent_baht = 5', '4007 team/1/spent_baht = bad'],
		['broken_cell 3 E3']
	]);
});

test('sheets for people are passed over, those with a table are all read', async () => {
	const { entries, problems } = await send(
		{ name: 'คำแนะนำ', rows: [['กรอกแผ่นถัดไป']] },
		sheet([[4005, 'team', 1, 'spent_baht', 5]]),
		{
			name: 'กว้าง',
			rows: [
				['อำเภอ', 'team/1/spent_baht'],
				['น้ำพอง', 6]
			]
		}
	);
	expect([entries, problems]).toEqual([['4005 team/1/spent_baht = 5', '4007 team/1/spent_baht = 6'], []]);
});

test('a hidden sheet with a table is not read, and that is said', async () => {
	const hidden = sheet([[4005, 'team', 1, 'spent_baht', 5]], { name: 'ซ่อน', hidden: true });
	const { entries, problems } = await send(sheet([[4007, 'team', 1, 'spent_baht', 6]]), hidden);
	expect([entries, problems]).toEqual([['4007 team/1/spent_baht = 6'], ['hidden_sheet']]);
});

test('an entry knows its sheet, row and cell', async () => {
	const { entries } = await read(await writeXlsx({ sheets: [sheet([[4005, 'team', 1, 'spent_baht', 5]])] }), 'ผล.xlsx');
	expect(entries[0]?.at).toEqual({ file: 'ผล.xlsx', sheet: 'ผล', line: 2, cell: 'E2' });
});

describe('archives that are not what they seem', () => {
	const row = '<row><c><v>1</v></c></row>';
	const text = (ref: string, word: string) => `<c r="${ref}" t="inlineStr"><is><t>${word}</t></is></c>`;
	const head = `<row r="1">${['district', 'section', 'indicator', 'input', 'value'].map((word, n) => text(`${'ABCDE'[n] ?? ''}1`, word)).join('')}</row>`;
	const claim = (parts: readonly Part[], claimed: number): readonly Part[] =>
		parts.map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, claimed } : part));

	test.each([
		['unfolds to more than 40 MB', makeArchive(claim(workbookParts(row), 65 * 1024 * 1024)), 'too_big_unfolded'],
		['unfolds to more than it is likely to', makeArchive(workbookParts(row.repeat(200_000))), 'too_big_unfolded'],
		['claims to be smaller than it is', makeArchive(claim(workbookParts(row.repeat(200_000)), 1000)), 'broken_archive'],
		[
			'has ten thousand parts and one',
			makeArchive(Array.from({ length: 10_001 }, (_, n) => ({ name: `${n}`, content: '' }))),
			'too_many_parts'
		],
		['is encrypted', makeArchive(workbookParts(head).map((part) => ({ ...part, encrypted: true }))), 'encrypted'],
		['is no workbook', makeArchive([{ name: 'ผล.csv', content: 'x' }]), 'not_workbook'],
		['is cut', makeArchive(workbookParts(head)).subarray(0, 600), 'broken_archive'],
		[
			'fills the far corner',
			makeArchive(workbookParts(`${head}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)),
			'too_many_cells_in_workbook'
		],
		['holds no table', makeArchive(workbookParts(row)), 'no_table']
	])('one that %s is refused', async (_, bytes, code) => {
		expect(show(await read(bytes, 'ผล.xlsx'))).toEqual({ readable: false, entries: [], problems: [code] });
	});

	test('a far cell costs no entry of the table', async () => {
		const entry = `<row r="2"><c r="A2"><v>4005</v></c>${text('B2', 'team')}<c r="C2"><v>1</v></c>${text('D2', 'spent_baht')}<c r="E2"><v>5</v></c></row>`;
		const far = '<row r="5000"><c r="ZZ5000"><v>1</v></c></row>';
		expect(show(await read(makeArchive(workbookParts(head + entry + far)), 'ผล.xlsx')).entries).toEqual([
			'4005 team/1/spent_baht = 5'
		]);
	});
});
