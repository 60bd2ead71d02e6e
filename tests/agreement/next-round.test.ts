import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { checkAgreement } from '../../src/lib/agreement/check.ts';
import { copyLetter, moveDate } from '../../src/lib/agreement/next-round.ts';
import { readAgreement } from '../../src/lib/agreement/read.ts';
import { monthsOf, readRoundId, type RoundId } from '../../src/lib/agreement/round-id.ts';
import { findProvince } from '../../src/lib/server/places.ts';

const dates = [
	['2022-09-23', 6, '2023-03-23'],
	['2022-09-30', 6, '2023-03-31'],
	['2023-03-31', 6, '2023-09-30'],
	['2022-08-31', 6, '2023-02-28'],
	['2023-08-31', 6, '2024-02-29'],
	['2022-08-30', 6, '2023-02-28'],
	['2022-10-01', -6, '2022-04-01'],
	['2022-11-15', 3, '2023-02-15'],
	['2022-12-31', 12, '2023-12-31']
] as const;
it.each(dates)('%s moved by %i months is %s', (date, months, expected) => {
	expect(moveDate(date, months)).toBe(expected);
});

const rounds = [
	['khon-kaen/2565-2', { province: 'khon-kaen', year: 2565, part: 2, months: 6 }],
	['chachoengsao/2567-q4', { province: 'chachoengsao', year: 2567, part: 4, months: 3 }],
	['khon-kaen/2565-3', null],
	['khon-kaen/2565-q5', null],
	['khon-kaen/2565-0', null],
	['khon-kaen', null]
] as const;
it.each(rounds)('%s is the round %j', (id, expected) => expect(readRoundId(id)).toEqual(expected));

const next = (round: RoundId): RoundId =>
	round.part === 12 / round.months ? { ...round, year: round.year + 1, part: 1 } : { ...round, part: round.part + 1 };
const letters = globSync('data/agreements/*/*.yaml')
	.filter((file) => !file.endsWith('.cases.yaml'))
	.sort();

/** Every text of a letter by where it stands, its keys in order. */
function listTexts(node: unknown, path = ''): readonly (readonly [string, unknown])[] {
	if (node === null || typeof node !== 'object') return [[path, node]];
	return Object.entries(node).flatMap(([key, inner]) => listTexts(inner, `${path}/${key}`));
}

describe.each(letters)('%s as the beginning of the next round', (file) => {
	const text = readFileSync(file, 'utf8');
	const id = file.slice('data/agreements/'.length, -'.yaml'.length);
	const from = readRoundId(id);
	if (!from) throw new Error(`${id} names a round`);
	const copied = copyLetter(text, from, next(from));
	const months = monthsOf(next(from)) - monthsOf(from);

	it('is a letter that the check accepts as it accepts the old one', () => {
		const [before, after] = [readAgreement(text, file), readAgreement(copied.text, 'new.yaml')];
		expect(after.problems).toEqual([]);
		if (!before.agreement || !after.agreement) throw new Error('both are letters');
		const districts = findProvince(before.agreement.province).districts.map((district) => district.code);
		const codes = (agreement: typeof after.agreement) => checkAgreement(agreement, districts).map((one) => one.code);
		expect(codes(after.agreement)).toEqual(codes(before.agreement));
	});

	it('differs only in its name and its dates, and says so on each line', () => {
		const [before, after] = [text, copied.text].map((one) => listTexts(parse(one)));
		const head = new Set(['/agreement', '/round', '/dated']);
		for (const [at, [path, was]] of before!.entries()) {
			const now = after?.[at];
			expect(now?.[0]).toBe(path);
			const date =
				typeof was === 'string' && !path.startsWith('/readings') ? /^\d{4}-\d{2}-\d{2}/.exec(was)?.[0] : undefined;
			if (head.has(path)) continue;
			const expected = date === undefined ? was : String(was).replace(date, moveDate(date, months));
			expect(now?.[1], path).toBe(expected);
		}
		const moved = copied.text.split('\n').filter((line) => line.includes('# เลื่อนจาก'));
		expect(moved.length).toBeGreaterThan(0);
		expect(moved.flatMap((line) => line.split('# เลื่อนจาก')[1]?.match(/\d{4}-\d{2}-\d{2}/g) ?? [])).toHaveLength(
			copied.moved
		);
	});

	it('loses none of its lines, remarks included', () => {
		const strip = (one: string) =>
			one
				.split('\n')
				.filter((line) => !/^\s*# (ตรวจ|คัดลอกจาก|วันที่ \d|แก้ครบ)/.test(line))
				.map((line) => line.replace(/ {2}# เลื่อนจาก.*$/, '').replaceAll(/\d{4}-\d{2}-\d{2}/g, 'วันที่'));
		const fixed = (line: string) => !/^(agreement|round|dated):/.test(line);
		expect(strip(copied.text).filter(fixed)).toEqual(strip(text).filter(fixed));
	});
});

it('names the round in the digits it was written in, and asks to look at what speaks of the old one', () => {
	const text = `agreement: khon-kaen/2565-2
province: '40'
title: รอบที่ ๒ ปีงบประมาณ พ.ศ. ๒๕๖๕
round: รอบที่ ๒/๒๕๖๕
from: 2022-04-01 # วันแรก
to: '2022-09-30'
dated: 2022-03-15
sections:
  - section: team
    indicators:
      - indicator: '1'
        title: ไม่มีวัน
        ladder: { rungs: [{ outcome: 1, text: ก่อนวันที่ ๑๕ สิงหาคม, needs: { date: done_on, by: 2022-08-15 } }] }
`;
	const from = readRoundId('khon-kaen/2565-2');
	const to = readRoundId('khon-kaen/2566-1');
	if (!from || !to) throw new Error('both are rounds');
	expect(copyLetter(text, from, to).text).toBe(`# คัดลอกจาก khon-kaen/2565-2 เป็น khon-kaen/2566-1
# วันที่ 3 แห่งเลื่อนไป 6 เดือน (เขียนกำกับว่า เลื่อนจาก) และมี 4 แห่งที่ต้องอ่านเทียบกับข้อตกลงฉบับใหม่ (เขียนกำกับว่า ตรวจ)
# แก้ครบแล้วสั่ง check กับแฟ้มนี้ จากนั้นสั่ง agreement add เพื่อใช้บังคับ
agreement: khon-kaen/2566-1
province: '40'
# ตรวจ: ข้อความนี้กล่าวถึงวันหรือปีของรอบเดิม
title: รอบที่ ๒ ปีงบประมาณ พ.ศ. ๒๕๖๕
# ตรวจ: ชื่อรอบ
round: รอบที่ ๑/๒๕๖๖
from: 2022-10-01 # วันแรก  # เลื่อนจาก 2022-04-01 ตรวจกับข้อตกลงฉบับใหม่
to: '2023-03-31'  # เลื่อนจาก 2022-09-30 ตรวจกับข้อตกลงฉบับใหม่
# ตรวจ: วันที่ลงนาม
dated: null
sections:
  - section: team
    indicators:
      - indicator: '1'
        title: ไม่มีวัน
        # ตรวจ: ข้อความนี้กล่าวถึงวันหรือปีของรอบเดิม
        ladder: { rungs: [{ outcome: 1, text: ก่อนวันที่ ๑๕ สิงหาคม, needs: { date: done_on, by: 2023-02-15 } }] }  # เลื่อนจาก 2022-08-15 ตรวจกับข้อตกลงฉบับใหม่
`);
});
