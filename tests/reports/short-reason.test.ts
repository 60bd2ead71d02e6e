import { expect, test } from 'vitest';
import { shortenReason } from '../../src/lib/reports/short-reason.ts';
import type { IndicatorScore, Status } from '../../src/lib/scoring/results.ts';

const score = (status: Status, outcome: number | string | null): IndicatorScore => ({
	district: '4001',
	section: 'team',
	indicator: '1',
	status,
	outcome,
	points: null,
	max_points: 5,
	weight: 30,
	weighted: null,
	value: null,
	reason: null,
	reading: null,
	recommended: null
});
const shorten = (headline: string, status: Status = 'scored', outcome: number | string | null = 3) =>
	shortenReason({ headline, score: score(status, outcome), rungs: [{ reached: true }], next: { outcome: 'ระดับ 4' } });

const long = 'เงื่อนไขที่ยาวมากของข้อตกลง '.repeat(12).trim();

test.each([
	[
		'the outcome, which stands beside it, and the figure named twice',
		'ได้ระดับ 4 เพราะผลตามแผน 95 มากกว่า 90 แต่ผลตามแผน 95 ไม่มากกว่า 95',
		'ผลตามแผน 95 มากกว่า 90 แต่ไม่มากกว่า 95'
	],
	[
		'a figure whose name holds dates',
		'ได้ระดับ 3 เพราะข่าว 1 ต.ค. 2561 – 20 มี.ค. 2562 25 ถึง 21 แต่ข่าว 1 ต.ค. 2561 – 20 มี.ค. 2562 25 ยังไม่ถึง 26',
		'ข่าว 1 ต.ค. 2561 – 20 มี.ค. 2562 25 ถึง 21 แต่ยังไม่ถึง 26'
	],
	[
		'nothing where another figure was named last',
		'ได้ระดับ 3 เพราะก้าวหน้า 5 ถึง 3 และ ครบถ้วน 9 ถึง 8 แต่ก้าวหน้า 5 ยังไม่ถึง 6',
		'ก้าวหน้า 5 ถึง 3 และ ครบถ้วน 9 ถึง 8 แต่ก้าวหน้า 5 ยังไม่ถึง 6'
	],
	['only the outcome where แต่ begins another word', 'ได้ระดับ 5 เพราะส่งรายงาน แต่ละตำบลครบ', 'ส่งรายงาน แต่ละตำบลครบ'],
	[
		'what is held, where it is too long',
		`ได้ระดับ 2 เพราะ${long} แต่ “ส่งแผน” ตอบว่าไม่`,
		'ยังไม่ได้ผลที่สูงกว่า เพราะ “ส่งแผน” ตอบว่าไม่'
	],
	['both, where both are too long', `ได้ระดับ 2 เพราะ${long} แต่${long}`, 'ยังไม่ครบเกณฑ์ของระดับ 4'],
	['all of it, where it is too long and nothing is missing', `ได้ระดับ 3 เพราะ${long}`, 'เข้าเกณฑ์ของระดับ 3']
])('leaves out %s', (_what, headline, short) => expect(shorten(headline)).toBe(short));

test('what is open keeps its reason, without the words that stand beside it', () => {
	expect(shorten('ยังไม่ได้รับ: ร้อยละ', 'not_reported', null)).toBe('ยังไม่ได้รับ: ร้อยละ');
	expect(shorten('ข้อตกลงไม่ได้บอก (ผล 60.5) รอคำวินิจฉัย เสนอระดับ 3', 'undecided', null)).toBe('ข้อตกลงไม่ได้บอก (ผล 60.5)');
});

test('no rung reached is said', () => expect(shorten('ได้ระดับ 0', 'scored', 0)).toBe('ไม่เข้าเกณฑ์ที่สูงกว่านี้'));
