import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { read, show } from './letter.ts';

const send = async (...lines: readonly string[]) => show(await read(lines.join('\n'), 'ผล.csv'));
const sendSheet = async (rows: NonNullable<WriteSheet['rows']>, more: Partial<WriteSheet> = {}) =>
	show(await read(await writeXlsx({ sheets: [{ name: 'ผล', rows, ...more }] }), 'ผล.xlsx'));

describe('headings of several rows', () => {
	test.each([
		[
			'an indicator over its inputs',
			['ลำดับ,อำเภอ,ตัวชี้วัดที่ 1,,ตัวชี้วัดที่ 2', ',,เบิกจ่ายแล้ว,วันที่รายงาน,ร้อยละที่เพิ่มขึ้น', '1,ชุมแพ,5,1/9/2565,7']
		],
		[
			'a section over an indicator over its inputs, titles above',
			[
				'ผลการดำเนินงานตามข้อตกลง,,,,',
				'รอบ 2/2565,,,,',
				'ที่,อำเภอ,รายทีม,,',
				',,ข้อ ๑,,ข้อ ๒',
				',,เบิกจ่ายแล้ว,วันที่รายงาน,ร้อยละที่เพิ่มขึ้น',
				'1,ชุมแพ,5,1/9/2565,7'
			]
		]
	])('%s', async (_, lines) => {
		expect(await send(...lines)).toEqual({
			readable: true,
			entries: ['4005 team/1/spent_baht = 5', '4005 team/1/reported_on = 2022-09-01', '4005 team/2/growth_pct = 7'],
			problems: []
		});
	});

	test('merged cells of a workbook, the district over both rows', async () => {
		const rows = [
			['อำเภอ', 'ตัวชี้วัดที่ 2.2 (รายบุคคล)', null, 'ตัวชี้วัดที่ 1', null],
			[null, 'จำนวนครัวเรือน', 'วันที่รายงาน', 'วันที่รายงาน', 'เบิกจ่ายแล้ว'],
			['น้ำพอง', 30, '1/9/2565', '2/9/2565', 5]
		];
		const merges = [
			{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 },
			{ startRow: 0, startCol: 1, endRow: 0, endCol: 2 },
			{ startRow: 0, startCol: 3, endRow: 0, endCol: 4 }
		];
		expect(await sendSheet(rows, { merges })).toEqual({
			readable: true,
			entries: [
				'4007 individual/2.2/households_count = 30',
				'4007 individual/2.2/reported_on = 2022-09-01',
				'4007 team/1/reported_on = 2022-09-02',
				'4007 team/1/spent_baht = 5'
			],
			problems: []
		});
	});

	test('a label of another indicator does not count under this one', async () => {
		const { entries } = await send('อำเภอ,ตัวชี้วัดที่ 2,', ',เบิกจ่ายแล้ว,ร้อยละที่เพิ่มขึ้น', 'ชุมแพ,5,7');
		expect(entries).toEqual(['4005 team/2/growth_pct = 7']);
	});
});

describe('what stands under and between the rows', () => {
	const HEAD = 'ลำดับ,อำเภอ,เบิกจ่ายแล้ว,ร้อยละที่เพิ่มขึ้น';

	test('totals, remarks and signatures are no results, and that is said once', async () => {
		expect(
			await send(
				HEAD,
				'1,ชุมแพ,5,1',
				'2,น้ำพอง,6,2',
				',รวม,11,3',
				',เฉลี่ย,5.5,1.5',
				',,,',
				'หมายเหตุ ข้อมูล ณ 30 ก.ย. 2565,,,',
				',,ลงชื่อ..................ผู้รายงาน,',
				',,(....................),',
				',,ตำแหน่ง พัฒนาการอำเภอ,'
			)
		).toEqual({
			readable: true,
			entries: [
				'4005 team/1/spent_baht = 5',
				'4005 team/2/growth_pct = 1',
				'4007 team/1/spent_baht = 6',
				'4007 team/2/growth_pct = 2'
			],
			problems: ['total_rows 4', 'note_rows 8']
		});
	});

	test('columns numbered or with their units under the heading are no district', async () => {
		expect(await send(HEAD, '(1),(2),(3),(4)', ',,(บาท),(ร้อยละ)', '1,ชุมแพ,5,1')).toEqual({
			readable: true,
			entries: ['4005 team/1/spent_baht = 5', '4005 team/2/growth_pct = 1'],
			problems: ['note_rows 3']
		});
	});

	test('a total of a tidy table', async () => {
		const { entries, problems } = await send('อำเภอ,ส่วน,ตัวชี้วัด,รายการ,ค่า', 'ชุมแพ,team,1,spent_baht,5', 'รวมทั้งสิ้น,,,,5');
		expect([entries, problems]).toEqual([['4005 team/1/spent_baht = 5'], ['total_rows 3']]);
	});

	test('a value without its district is no remark', async () => {
		expect((await send(HEAD, '1,ชุมแพ,5,1', '2,,6,2')).problems).toEqual(['no_district 3 B3']);
	});

	test('a misspelt district after an empty row is asked about, not passed over', async () => {
		expect((await send(HEAD, '1,ชุมแพ,5,1', ',,,', '2,ชุมแภ,6,2')).problems).toEqual(['asked_district 4 B4']);
	});

	test('a second table further down is read by its own heading', async () => {
		expect(await send('อำเภอ,เบิกจ่ายแล้ว', 'ชุมแพ,5', ',', 'อำเภอ,ร้อยละที่เพิ่มขึ้น', 'ชุมแพ,7')).toEqual({
			readable: true,
			entries: ['4005 team/1/spent_baht = 5', '4005 team/2/growth_pct = 7'],
			problems: []
		});
	});

	test('a table that only comes close to the names of inputs is asked about', async () => {
		expect(await send('รายงานผล,', 'อำเภอ,เบิกจ่ายแล้วว', 'ชุมแพ,5')).toEqual({
			readable: true,
			entries: [],
			problems: ['asked_column 2 B2']
		});
	});
});

test.each([
	['sara am in two pieces', '\u0e2d\u0e4d\u0e32เภอ', '\u0e19\u0e4d\u0e49\u0e32พอง'],
	['the tone after sara am', 'อำเภอ', '\u0e19\u0e33\u0e49พอง'],
	['SARA E typed twice, and a space of no width', 'อำเภอ', 'ชุมเเพ\u200b']
])('Thai typed in the wrong order is put right: %s', async (_, heading, district) => {
	const { entries, problems } = await send(`${heading},เบิกจ่ายเเล้ว`, `${district},5`);
	expect([entries.map((entry) => entry.slice(4)), problems]).toEqual([[' team/1/spent_baht = 5'], []]);
});

test.each([
	[
		'UTF-16 with tabs, as Excel saves Unicode text',
		(text: string) => Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le')
	],
	['UTF-8 with a mark and semicolons', (text: string) => Buffer.from(`\ufeff${text.replaceAll(',', ';')}`)]
])('a table in %s', async (_, encode) => {
	const bytes = new Uint8Array(encode('อำเภอ,เบิกจ่ายแล้ว\r\nชุมแพ,๕\r\n'));
	expect(show(await read(bytes, 'ผล.txt'))).toEqual({
		readable: true,
		entries: ['4005 team/1/spent_baht = 5'],
		problems: []
	});
});

describe('what a workbook hides', () => {
	const rows = [
		['อำเภอ', 'เบิกจ่ายแล้ว', 'ร้อยละที่เพิ่มขึ้น'],
		['ชุมแพ', 5, 1],
		['น้ำพอง', 6, 2]
	];

	test('hidden rows are read, as a filter hides rows from whoever looks, and that is said', async () => {
		const { entries, problems } = await sendSheet(rows, { rowDefs: new Map([[2, { hidden: true }]]) });
		expect([entries.length, problems]).toEqual([4, ['hidden_rows 3']]);
	});

	test('hidden columns of values are read, and that is said', async () => {
		const { entries, problems } = await sendSheet(rows, { columns: [{}, {}, { hidden: true }] });
		expect([entries.length, problems]).toEqual([4, ['hidden_columns 1']]);
	});

	test('a hidden column of names says nothing that a warning is due for', async () => {
		expect((await sendSheet(rows, { columns: [{ hidden: true }] })).problems).toEqual([]);
	});
});

describe('cells of a workbook', () => {
	const head = ['อำเภอ', 'team/1/budget_used_pct', 'team/1/disbursed_per_rules', 'team/1/reported_on'];
	const cellsOf = (col: number, cell: object) => ({ cells: new Map([[`1,${col}`, cell]]) });

	test('a share shown as a percent is that percent, exactly and without a question', async () => {
		const cells = new Map(
			[0.95, 0.07, 0.285].map((value, nth) => [`${nth + 1},1`, { value, style: { numFmt: '0.00%' } }])
		);
		const data = [head, ['ชุมแพ', 0.95], ['น้ำพอง', 0.07], ['เมืองขอนแก่น', 0.285]];
		expect(await sendSheet(data, { cells })).toEqual({
			readable: true,
			entries: ['4005', '4007', '4001'].map(
				(code, nth) => `${code} team/1/budget_used_pct = ${['95', '7', '28.5'][nth] ?? ''}`
			),
			problems: []
		});
	});

	test.each([
		['ü', 'Wingdings', 'yes', 'mark_for_yes 2 C2'],
		['P', 'Wingdings 2', 'yes', 'mark_for_yes 2 C2']
	])('%s in %s is a tick', async (value, name, shown, problem) => {
		const cell = { value, style: { font: { name } } };
		expect(await sendSheet([head, ['ชุมแพ', null, value]], cellsOf(2, cell))).toEqual({
			readable: true,
			entries: [`4005 team/1/disbursed_per_rules = ${shown}`],
			problems: [problem]
		});
	});

	test('ü in a font of letters is not', async () => {
		const { problems } = await sendSheet([head, ['ชุมแพ', null, 'ü']]);
		expect(problems).toEqual(['not_bool 2 C2']);
	});

	test.each(['1900', '1904'] as const)(
		'a bare number in a column of days counts from %s as its workbook does',
		async (dateSystem) => {
			const serial = dateSystem === '1900' ? 44805 : 43343;
			const sheets = [{ name: 'ผล', rows: [head, ['ชุมแพ', null, null, serial]] }];
			expect(show(await read(await writeXlsx({ sheets, dateSystem }), 'ผล.xlsx'))).toEqual({
				readable: true,
				entries: ['4005 team/1/reported_on = 2022-09-01'],
				problems: ['serial_day 2 D2']
			});
		}
	);

	test('a date cell of a workbook that counts from 1904', async () => {
		const day = new Date(Date.UTC(2022, 8, 1));
		const sheets = [{ name: 'ผล', rows: [head, ['ชุมแพ', null, null, day]] }];
		const { entries } = show(await read(await writeXlsx({ sheets, dateSystem: '1904' }), 'ผล.xlsx'));
		expect(entries).toEqual(['4005 team/1/reported_on = 2022-09-01']);
	});
});
