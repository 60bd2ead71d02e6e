import { describe, expect, test } from 'vitest';
import { sayAgo, saySpan } from '../../src/routes/admin/ago.ts';
import { listAttention } from '../../src/routes/admin/attend.ts';

const now = '2026-11-21T07:00:00+07:00';
const daysAgo = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
const hash = 'a'.repeat(64);
const verified = { at: daysAgo(2), who: 'ก', lines: 9, files: 3, hash, errors: 0, warnings: 0, said: [], seconds: 1 };
const backup = { at: daysAgo(2), who: 'ก', file: 'watphon-x.tar', bytes: 9, linesSince: 4 };
const fault = {
	ref: 'A',
	at: daysAgo(0.2),
	place: 'page',
	route: null,
	who: null,
	what: 'x',
	stack: null,
	times: 3
} as const;
const good = {
	now,
	head: { n: 9, hash },
	backups: [backup],
	verified,
	size: { parts: [], bytes: 5e6, free: 50e9, disk: 100e9 },
	waiting: [],
	faults: []
};

describe('what should be seen to', () => {
	test.each([
		['nothing, where all is as it should be', {}, []],
		['a store without a backup', { backups: [] }, ['soon backup ยังไม่เคยสำรองข้อมูล']],
		[
			'a backup of long ago, with work since',
			{ backups: [{ ...backup, at: daysAgo(12) }] },
			['soon backup สำรองข้อมูลครั้งล่าสุด 12 วันก่อน มี 4 บรรทัดของสมุดบันทึกที่ยังไม่ได้สำรอง']
		],
		[
			'not a backup of long ago after which nothing was done',
			{ backups: [{ ...backup, at: daysAgo(99), linesSince: 0 }] },
			[]
		],
		['a store never proved', { verified: null }, ['soon verify ยังไม่เคยตรวจว่าที่เก็บข้อมูลครบและไม่ถูกแก้']],
		[
			'a proof of long ago',
			{ verified: { ...verified, at: daysAgo(40) } },
			['soon verify ตรวจที่เก็บข้อมูลครั้งล่าสุด 40 วันก่อน']
		],
		[
			'damage, before all else',
			{ backups: [], verified: { ...verified, errors: 2 } },
			['wrong verify การตรวจล่าสุด (2 วันก่อน) พบที่เก็บเสียหายหรือถูกแก้ 2 เรื่อง', 'soon backup ยังไม่เคยสำรองข้อมูล']
		],
		[
			'a disk nearly full',
			{ size: { ...good.size, free: 0.5e9 } },
			['wrong store ที่ว่างในดิสก์เหลือ 500.0 MB ลบแฟ้มอื่นออกก่อนดิสก์เต็ม']
		],
		['faults of today', { faults: [fault] }, ['soon faults โปรแกรมผิดพลาด 3 ครั้งใน 24 ชั่วโมงที่ผ่านมา']],
		['not those of last week', { faults: [{ ...fault, at: daysAgo(7) }] }, []],
		[
			'files nobody decides on',
			{
				waiting: [
					{ id: 'x', round: 'r', at: daysAgo(5), files: 1 },
					{ id: 'y', round: 'r', at: daysAgo(1), files: 1 }
				]
			},
			['soon waiting มีไฟล์ 1 ชุดรอตัดสินใจเกิน 3 วัน']
		]
	] as const)('%s', (_, change, told) => {
		const found = listAttention({ ...good, ...change }, false);
		expect(found.map(({ kind, at, words }) => `${kind} ${at} ${words}`)).toEqual(told);
	});

	test('an invented demo need be neither saved nor proved, but its faults are faults', () => {
		const state = { ...good, backups: [], verified: null, faults: [fault] };
		expect(listAttention(state, true).map(({ at }) => at)).toEqual(['faults']);
	});
});

test.each([
	[20_000, 'ไม่ถึงนาที', 'เมื่อครู่นี้'],
	[25 * 60_000, '25 นาที', '25 นาทีก่อน'],
	[4 * 3_600_000, '4 ชั่วโมง', '4 ชั่วโมงก่อน'],
	[3 * 86_400_000 + 4 * 3_600_000, '3 วัน 4 ชั่วโมง', '3 วันก่อน']
])('%i ms', (span, said, ago) => {
	expect(saySpan(span)).toBe(said);
	expect(sayAgo(new Date(Date.parse(now) - span).toISOString(), now)).toBe(ago);
});
