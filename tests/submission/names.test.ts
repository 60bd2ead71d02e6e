import { describe, expect, test } from 'vitest';
import { agreementSchema } from '../../src/lib/agreement/schema.ts';
import { nameColumns } from '../../src/lib/submission/columns.ts';
import { gatherNames } from '../../src/lib/submission/names.ts';
import { editDistance, nearestNames } from '../../src/lib/submission/nearest.ts';
import { letter, province } from './letter.ts';

const names = gatherNames(letter, province);

describe('districts', () => {
	test.each([
		['4005', '4005'],
		['๔๐๐๕', '4005'],
		['ชุมแพ', '4005'],
		['อำเภอชุมแพ', '4005'],
		['อ.ชุมแพ', '4005'],
		['อ. ชุมแพ', '4005'],
		['น\u0e33\u0e49พอง', '4007'],
		['40', '40']
	])('%s is %s', (written, code) => {
		expect(names.findDistrict(written)).toEqual({ kind: 'found', it: code });
	});

	test.each([
		['ชุมแภ', ['ชุมแพ']],
		['อำเภอเมือง', ['เมืองขอนแก่น']],
		['4099', []],
		['กรุงเทพมหานคร', []]
	])('%s is not guessed', (written, near) => {
		const found = names.findDistrict(written);
		expect(found.kind === 'unknown' ? found.near() : undefined).toEqual(near);
	});
});

describe('indicators', () => {
	const individual = names.sections[1];
	const find = (written: string, numeric = false) => {
		const found = individual?.findIndicator(written, numeric);
		return found?.kind === 'found' ? found.it.indicator.indicator : found?.kind;
	};
	test.each([
		['2.1', '2.1'],
		['๒.๑', '2.1'],
		['ตัวชี้วัดที่ 2.1', '2.1'],
		['ตัวชี้วัด ๒.๑', '2.1'],
		['2.10', 'unknown'],
		['2', 'unknown']
	])('%s is %s', (written, expected) => {
		expect(find(written)).toBe(expected);
	});

	test('a number may have lost or gained a zero, a text may not', () => {
		expect(find('2.10', true)).toBe('2.1');
		expect(find('2.10', false)).toBe('unknown');
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
		expect(team?.findIndicator('1.1', true)).toEqual({ kind: 'several', names: ['1.1', '1.10'] });
		expect(team?.findIndicator('1.10', false)).toMatchObject({ it: { indicator: { indicator: '1.10' } } });
	});
});

describe('inputs', () => {
	const first = names.sections[0]?.indicators[0];
	test.each([['spent_baht'], ['เบิกจ่ายแล้ว'], [' Spent_Baht ']])('%s is spent_baht', (written) => {
		expect(first?.findInput(written)).toMatchObject({ kind: 'found', it: { name: 'spent_baht' } });
	});

	test('the nearest of an unknown input are shown', () => {
		const found = first?.findInput('spent_bath');
		expect(found?.kind === 'unknown' ? found.near() : undefined).toEqual(['spent_baht']);
	});
});

describe('sections', () => {
	test.each([['team'], ['รายทีม'], ['Team']])('%s is team', (written) => {
		expect(names.findSection(written)).toMatchObject({ kind: 'found', it: { section: { section: 'team' } } });
	});
});

test('every column has a path and a heading of its own', () => {
	const columns = nameColumns(names);
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
