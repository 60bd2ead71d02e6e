import { describe, expect, test } from 'vitest';
import { agreementSchema } from '../../src/lib/agreement/schema.ts';
import { nameColumns } from '../../src/lib/submission/names/columns.ts';
import { makeColumnFinder } from '../../src/lib/submission/names/find-column.ts';
import type { Found } from '../../src/lib/submission/names/found.ts';
import { gatherNames } from '../../src/lib/submission/names/names.ts';
import { editDistance, nearestNames } from '../../src/lib/submission/names/nearest.ts';
import { letter, province } from './letter.ts';

const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
	นางรอง: ['อำเภอนางรอง จังหวัดบุรีรัมย์'],
	'3104': ['อำเภอนางรอง จังหวัดบุรีรัมย์'],
	แวงน้ย: ['อำเภอแวงน้ย จังหวัดสมมติ']
};
const names = gatherNames(letter, {
	...province,
	name: 'ขอนแก่น',
	english: 'Khon Kaen',
	districts: [
		{ code: '4001', name: 'เมืองขอนแก่น', english: 'Mueang Khon Kaen' },
		{ code: '4005', name: 'ชุมแพ', english: 'Chum Phae' },
		{ code: '4007', name: 'น้ำพอง', english: 'Nam Phong' },
		{ code: '4012', name: 'พล', english: 'Phon' },
		{ code: '4013', name: 'แวงใหญ่', english: 'Waeng Yai' },
		{ code: '4014', name: 'แวงน้อย', english: 'Waeng Noi' },
		{ code: '4021', name: 'ซำสูง', english: 'Sam Sung', misspelt: ['ชำสูง'] },
		{ code: '4029', name: 'เวียงเก่า', english: 'Wiang Kao' }
	],
	elsewhere: (key) => ELSEWHERE[key] ?? []
});

/** `4005` of what is found, `? 4005 4007` of what is asked, `-` of what is not known at all. */
const show = <T>(found: Found<T> | undefined, nameOf: (it: T) => string): string => {
	if (found === undefined) return 'nothing';
	if (found.kind === 'found') return nameOf(found.it);
	const choices = found.kind === 'several' ? found.choices : found.near();
	return choices.length === 0 ? '-' : `? ${choices.map(({ means }) => means).join(' ')}`;
};

describe('districts', () => {
	const find = (written: string) => show(names.findDistrict(written), (code) => code);

	test.each([
		['4005', '4005'],
		['๔๐๐๕', '4005'],
		['ชุมแพ', '4005'],
		['ชุม\u200bแพ ', '4005'],
		['อำเภอชุมแพ', '4005'],
		['อ.ชุมแพ', '4005'],
		['อ. ชุมแพ', '4005'],
		['เขตชุมแพ', '4005'],
		['สพอ.ชุมแพ', '4005'],
		['สพอ. อำเภอชุมแพ', '4005'],
		['ที่ว่าการอำเภอชุมแพ', '4005'],
		['สำนักงานพัฒนาชุมชนอำเภอชุมแพ', '4005'],
		['ชุมแพ จ.ขอนแก่น', '4005'],
		['อำเภอชุมแพ จังหวัดขอนแก่น', '4005'],
		['อ.ชุมแพ (จังหวัดขอนแก่น)', '4005'],
		['Chum Phae', '4005'],
		['CHUM PHAE DISTRICT', '4005'],
		['Amphoe Chum Phae, Khon Kaen', '4005'],
		['4005 ชุมแพ', '4005'],
		['4005 - อำเภอชุมแพ', '4005'],
		['ชุมแพ (๔๐๐๕)', '4005'],
		['อำเภอเมือง จังหวัดขอนแก่น', '4001'],
		['น\u0e33\u0e49พอง', '4007'],
		['พล', '4012'],
		['40', '40'],
		['ทั้งจังหวัด', '40'],
		['จังหวัดขอนแก่น', '40']
	])('%s is %s', (written, code) => {
		expect(find(written)).toBe(code);
	});

	test.each([
		['ชุมแภ', '? 4005'],
		['แวง', '? 4013 4014'],
		['แวงนอย', '? 4014'],
		['เวียงใหญ่', '? 4013 4029'],
		['อำเภอเมือง', '? 4001'],
		['ขอนแก่น', '? 4001 40'],
		['4005 น้ำพอง', '? 4005 4007'],
		['4099', '-'],
		['เชียงดาว', '-'],
		['ก'.repeat(100_000), '-']
	])('%s is asked about or unknown, never taken', (written, expected) => {
		expect(find(written)).toBe(expected);
	});

	test('a misspelling that is known is taken and says what it was taken for', () => {
		expect(names.findDistrict('อ.ชำสูง')).toEqual({ kind: 'found', it: '4021', misspelt: 'ซำสูง' });
	});

	test.each([['นางรอง'], ['อำเภอนางรอง'], ['3104']])('%s is known as another province’s', (written) => {
		expect(names.findDistrict(written)).toMatchObject({
			kind: 'unknown',
			elsewhere: ['อำเภอนางรอง จังหวัดบุรีรัมย์']
		});
		expect(find(written)).toBe('-');
	});

	test('another province’s that one of this is nearly called is asked about, saying so', () => {
		expect(find('แวงน้ย')).toBe('? 4014');
		expect(names.findDistrict('แวงน้ย')).toMatchObject({ elsewhere: ['อำเภอแวงน้ย จังหวัดสมมติ'] });
	});
});

describe('indicators', () => {
	const find = (section: number, written: string, numeric = false) =>
		show(names.sections[section]?.findIndicator(written, numeric), ({ indicator }) => indicator.indicator);

	test.each([
		['2.1', '2.1'],
		['๒.๑', '2.1'],
		['2.1.', '2.1'],
		['2.1)', '2.1'],
		['ข้อ 2.1', '2.1'],
		['ข้อที่ ๒.๑', '2.1'],
		['ตัวชี้วัดที่ 2.1', '2.1'],
		['ตัวชี้วัด ๒.๑', '2.1'],
		['KPI 2.1', '2.1'],
		['kpi2.1', '2.1'],
		['ตชว. 2.1', '2.1'],
		['2.10', '? 2.1'],
		['2', '? 2.1 2.2'],
		['7', '-']
	])('%s is %s', (written, expected) => {
		expect(find(1, written)).toBe(expected);
	});

	test.each([
		['การใช้จ่ายงบประมาณ', '1'],
		['ใช้จ่าย', '1'],
		['1 การใช้จ่ายงบประมาณ', '1'],
		['ตัวชี้วัดที่ ๑ การใช้จ่ายงบประมาณ', '1'],
		['ข้อ 2 การใช้จ่ายงบประมาณ', '? 2 1'],
		['การใช้จายงบประมาณ', '? 1'],
		['เรื่องอื่นที่ไม่อยู่ในข้อตกลงนี้เลย', '-']
	])('%s by title is %s', (written, expected) => {
		const [section] = letter.sections;
		const [first, second] = section?.indicators ?? [];
		const titled = agreementSchema.parse({
			...letter,
			sections: [
				{
					...section,
					indicators: [
						{ ...first, title: 'การใช้จ่ายงบประมาณ', short: 'ใช้จ่าย' },
						{ ...second, title: 'ความโปร่งใสในการดำเนินงาน', short: 'โปร่งใส' }
					]
				}
			]
		});
		const found = gatherNames(titled, province).sections[0]?.findIndicator(written, false);
		expect(show(found, ({ indicator }) => indicator.indicator)).toBe(expected);
	});

	test('a number may have lost or gained a zero, a text may not', () => {
		expect(find(1, '2.10', true)).toBe('2.1');
		expect(find(1, '2.10', false)).toBe('? 2.1');
	});

	test('a number cannot tell 1.1 from 1.10, a text can', () => {
		const [section] = letter.sections;
		const [indicator] = section?.indicators ?? [];
		const twins = agreementSchema.parse({
			...letter,
			sections: [
				{
					...section,
					indicators: [
						{ ...indicator, indicator: '1.1' },
						{ ...indicator, indicator: '1.10' }
					]
				}
			]
		});
		const team = gatherNames(twins, province).sections[0];
		expect(show(team?.findIndicator('1.1', true), () => 'found')).toBe('? 1.1 1.10');
		expect(team?.findIndicator('1.10', false)).toMatchObject({ it: { indicator: { indicator: '1.10' } } });
	});
});

describe('inputs', () => {
	const first = names.sections[0]?.indicators[0];
	test.each([
		['spent_baht'],
		['เบิกจ่ายแล้ว'],
		[' Spent_Baht '],
		['เบิกจ่ายแล้ว (บาท)'],
		['ข้อ 1 เบิกจ่ายแล้ว (บาท) *'],
		['1. เบิกจ่ายแล้ว:']
	])('%s is spent_baht', (written) => {
		expect(show(first?.findInput(written), ({ name }) => name)).toBe('spent_baht');
	});

	test.each([
		['spent_bath', '? spent_baht'],
		['ข้อ 2 เบิกจ่ายแล้ว', '? spent_baht'],
		['อะไรสักอย่างที่ไม่มีในแบบ', '-']
	])('%s is asked about or unknown', (written, expected) => {
		expect(show(first?.findInput(written), ({ name }) => name)).toBe(expected);
	});
});

describe('sections', () => {
	test.each([
		['team', 'team'],
		['รายทีม', 'team'],
		['Team', 'team'],
		['ตัวชี้วัดรายทีม', 'team'],
		['ทีม', '? team'],
		['tean', '? team'],
		['สมรรถนะ', '-']
	])('%s is %s', (written, expected) => {
		expect(show(names.findSection(written), ({ section }) => section.section)).toBe(expected);
	});
});

describe('columns', () => {
	const columns = nameColumns(names);
	const findColumn = makeColumnFinder(names, columns);
	const find = (written: string) => show(findColumn(written), ({ path }) => path);

	test('every column has a path and a heading of its own', () => {
		expect(columns.map(({ path, heading }) => `${path}: ${heading}`)).toEqual([
			'team/1/budget_used_pct: ร้อยละการใช้จ่าย',
			'team/1/spent_baht: เบิกจ่ายแล้ว',
			'team/1/disbursed_per_rules: เบิกจ่ายถูกต้องตามระเบียบ',
			'team/1/reported_on: วันที่รายงาน (รายทีม 1)',
			'team/2/project_progress_pcts: ร้อยละรายโครงการ',
			'team/2/growth_pct: ร้อยละที่เพิ่มขึ้น',
			'team/2/submission_due: กำหนดส่ง',
			'team/2/completed_at: ส่งเมื่อ',
			'individual/2.1/households_count: จำนวนครัวเรือน (รายบุคคล 2.1)',
			'individual/2.2/households_count: จำนวนครัวเรือน (รายบุคคล 2.2)',
			'individual/2.2/reported_on: วันที่รายงาน (รายบุคคล 2.2)'
		]);
	});

	test.each([
		['team/1/spent_baht', 'team/1/spent_baht'],
		['รายทีม/ข้อ ๑/เบิกจ่ายแล้ว', 'team/1/spent_baht'],
		['เบิกจ่ายแล้ว', 'team/1/spent_baht'],
		['ข้อ 1 เบิกจ่ายแล้ว (บาท)', 'team/1/spent_baht'],
		['ตัวชี้วัดที่ ๑ เบิกจ่ายแล้ว [บาท] *', 'team/1/spent_baht'],
		['3. เบิกจ่ายถูกต้องตามระเบียบ (ใช่/ไม่)', 'team/1/disbursed_per_rules'],
		['ข้อ 2.2 จำนวนครัวเรือน', 'individual/2.2/households_count'],
		['รายบุคคล 2.2 วันที่รายงาน', 'individual/2.2/reported_on'],
		['วันที่รายงาน (รายทีม ๑)', 'team/1/reported_on']
	])('%s is %s', (written, path) => {
		expect(find(written)).toBe(path);
	});

	test.each([
		['จำนวนครัวเรือน', '? individual/2.1/households_count individual/2.2/households_count'],
		['2.2 จำนวนครัวเรือน', '? individual/2.1/households_count individual/2.2/households_count'],
		['ข้อ 2 เบิกจ่ายแล้ว', '? team/1/spent_baht'],
		['เบิกจายแล้ว', '? team/1/spent_baht'],
		['ตัวชี้วัดที่ 2', '? team/2/project_progress_pcts team/2/growth_pct team/2/submission_due team/2/completed_at'],
		['เบิกจ่ายแล้ว (ล้านบาท)', '-'],
		['2', '-'],
		['สีที่ชอบ', '-']
	])('%s is asked about or unknown', (written, expected) => {
		expect(find(written)).toBe(expected);
	});
});

test.each([
	['', 'abc', 3],
	['abc', 'abc', 0],
	['spent_bath', 'spent_baht', 2],
	['kitten', 'sitting', 3]
])('%j and %j are %d letters apart', (a, b, distance) => {
	expect(editDistance(a, b)).toBe(distance);
});

test('the nearest come first, at most three, and a part finds the whole', () => {
	expect(nearestNames('บ้าน', ['บ้านไผ่', 'บ้านฝาง', 'บ้านแฮด', 'ภูเวียง', 'บ้าน'])).toEqual(['บ้าน', 'บ้านไผ่', 'บ้านฝาง']);
});
