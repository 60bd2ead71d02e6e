import { describe, expect, test } from 'vitest';
import { makeSay } from '../../src/lib/components/say.ts';
import type { RoundView } from '../../src/lib/ranking/round.ts';
import type { Status } from '../../src/lib/scoring/results.ts';
import { askFor, readAsked } from '../../src/routes/[province]/[round]/owed/asked.ts';
import {
	byDistrict,
	countOwed,
	findDue,
	listOwed,
	type Wanted
} from '../../src/routes/[province]/[round]/owed/list-owed.ts';
import { writeByDistrict, writeByGroup } from '../../src/routes/[province]/[round]/owed/write-line.ts';

const everything: Wanted = { group: null, section: null, status: null, district: null };
const indicator = (number: string, short: string, work_group: string | null, cut_off?: string) => ({
	indicator: number,
	short,
	work_group,
	...(cut_off === undefined ? {} : { cut_off }),
	inputs: { used_pct: { label: 'ร้อยละที่ใช้', type: 'pct' } }
});
const score = (district: string, number: string, status: Status) => ({
	district,
	section: 'team',
	indicator: number,
	status,
	outcome: status === 'scored' ? 3 : null,
	reason: status === 'undecided' ? 'gap' : null,
	recommended: null
});
const view = {
	agreement: {
		to: '2022-09-30',
		sections: [
			{
				section: 'team',
				title: 'รายทีม',
				indicators: [
					indicator('1', 'ใช้จ่าย', 'ประสาน', '2022-09-23'),
					indicator('2', 'แผน', 'ยุทธศาสตร์'),
					indicator('3', 'เว็บ', 'ประสาน')
				]
			}
		]
	},
	province: {
		districts: [
			{ code: '4005', name: 'ชุมแพ' },
			{ code: '4012', name: 'พล' },
			{ code: '4020', name: 'ภูผาม่าน' }
		]
	},
	answer: {
		scores: [
			...['1', '2', '3'].map((number) => score('4020', number, 'not_reported')),
			score('4005', '1', 'invalid'),
			score('4005', '2', 'scored'),
			score('4005', '3', 'scored'),
			score('4012', '1', 'scored'),
			score('4012', '2', 'undecided'),
			score('4012', '3', 'not_applicable')
		]
	},
	entries: [
		{
			...{ district: '4005', section: 'team', indicator: '1', input: 'used_pct', submission: 1 },
			...{ value: { kind: 'bad' }, text: '120', at: { file: 'ชุมแพ.csv' } }
		}
	],
	received: [{ number: 1, late: true }],
	newest: '2022-09-21T09:00:00+07:00'
} as unknown as RoundView;

const names = (wanted: Partial<Wanted>) =>
	listOwed(view, { ...everything, ...wanted }).map(({ group, items }) => [
		group,
		items.map((item) => [item.key, item.owed.map(({ name, status }) => `${name} ${status}`)])
	]);

describe('what is owed', () => {
	test('stands by work group and indicator; what is scored or does not apply is not owed', () => {
		expect(names({})).toEqual([
			[
				'ประสาน',
				[
					['team-1', ['ภูผาม่าน not_reported', 'ชุมแพ invalid']],
					['team-3', ['ภูผาม่าน not_reported']]
				]
			],
			['ยุทธศาสตร์', [['team-2', ['ภูผาม่าน not_reported', 'พล undecided']]]]
		]);
	});

	test.each([
		[{ status: 'undecided' }, [['ยุทธศาสตร์', [['team-2', ['พล undecided']]]]]],
		[{ district: '4005' }, [['ประสาน', [['team-1', ['ชุมแพ invalid']]]]]],
		[{ group: 'ยุทธศาสตร์', district: '4005' }, []],
		[{ section: 'mission' }, []]
	] as const)('is filtered by %j', (wanted, expected) => {
		expect(names(wanted)).toEqual(expected);
	});

	test('says what was sent where it cannot be used', () => {
		const [group] = listOwed(view, { ...everything, status: 'invalid' });
		expect(group?.items[0]?.owed[0]?.wrong).toEqual([{ label: 'ร้อยละที่ใช้', text: '120' }]);
	});

	test('is counted by status', () => {
		const all = listOwed(view, everything);
		expect([countOwed(all), countOwed(all, 'not_reported'), countOwed(all, 'undecided')]).toEqual([5, 3, 1]);
	});

	test('stands by district with the most open first, and knows who sent nothing and who sent late', () => {
		const found = byDistrict(view, listOwed(view, everything));
		expect(found.map(({ name, silent, late, items }) => [name, silent, late, items.length])).toEqual([
			['ภูผาม่าน', true, false, 3],
			['ชุมแพ', false, true, 1],
			['พล', false, false, 1]
		]);
		expect(found[0]?.items.map(({ item }) => item.indicator)).toEqual(['1', '2', '3']);
	});
});

test.each([
	['2022-09-21T23:59:00+07:00', 9],
	['2022-09-30T08:00:00+07:00', 0],
	['2022-10-03T09:05:00+07:00', -3],
	[null, null]
])('days are counted from the newest data (%s), not from a clock', (newest, left) => {
	expect(findDue(view.agreement, newest)).toEqual({ day: '2022-09-30', printed: false, left });
});

test('the text for a chat names who has to do what', () => {
	const heading = { round: 'รอบที่ 2/2565', newest: view.newest, due: findDue(view.agreement, view.newest) };
	const groups = listOwed(view, everything);
	expect(writeByGroup(groups, heading, makeSay('arabic'))).toBe(
		[
			'รายการค้าง รอบที่ 2/2565',
			'ข้อมูลถึง 21 ก.ย. 2565 เวลา 09.00 น.',
			'วันสุดท้ายของรอบ 30 ก.ย. 2565',
			'รวม 5 รายการ',
			'',
			'[กลุ่มงานประสาน]',
			'• รายทีม ข้อ 1 ใช้จ่าย (ตัดรอบ 23 ก.ย. 2565)',
			'  ยังไม่ส่ง 1 อำเภอ: ภูผาม่าน',
			'  ค่าใช้ไม่ได้ ให้แก้แล้วส่งใหม่ 1 อำเภอ: ชุมแพ',
			'• รายทีม ข้อ 3 เว็บ',
			'  ยังไม่ส่ง 1 อำเภอ: ภูผาม่าน',
			'',
			'[กลุ่มงานยุทธศาสตร์]',
			'• รายทีม ข้อ 2 แผน',
			'  ยังไม่ส่ง 1 อำเภอ: ภูผาม่าน',
			'  รอคณะกรรมการวินิจฉัย 1 อำเภอ: พล',
			''
		].join('\n')
	);
	const text = writeByDistrict(byDistrict(view, groups), heading, makeSay('thai'));
	expect(text).toContain('[ภูผาม่าน] ยังไม่ส่งเลย\n• ยังไม่ส่ง: รายทีม ข้อ ๑, ๒ และ ๓\n');
	expect(text).toContain('[พล]\n• รอคณะกรรมการวินิจฉัย: รายทีม ข้อ ๒\n');
});

test('filters stay in the address', () => {
	const asked = readAsked(new URLSearchParams('by=district&status=invalid&group=ประสาน&section='));
	expect(asked).toEqual({ by: 'district', status: 'invalid', group: 'ประสาน', section: null, district: null });
	expect(askFor(asked, { group: null, district: '4005' })).toBe('?by=district&status=invalid&district=4005');
	expect(readAsked(new URLSearchParams('status=late'))).toEqual({ by: 'group', ...everything });
});
