import { expect, test } from 'vitest';
import type { HeatCell } from '../../src/lib/charts/heat.ts';
import { makeSay } from '../../src/lib/components/say.ts';
import { maskOf, writeCell } from '../../src/routes/[province]/[round]/heat/write-cell.ts';

const open: HeatCell = { status: 'not_reported', outcome: null, tone: 0, between: null, rank: null };
const scored: HeatCell = { ...open, status: 'scored', outcome: 3, tone: 3, rank: 3 };
const cases: readonly (readonly [string, HeatCell, string, string | null])[] = [
	['a level is its figure', scored, '๓', null],
	['a level of zero is a figure too', { ...scored, outcome: 0, tone: 0, rank: 0 }, '๐', null],
	['a colour is its word', { ...scored, outcome: 'green', tone: 5 }, 'เขียว', null],
	['what was not sent is a ring', open, '◌', 'ยังไม่ส่ง'],
	['what does not apply is a stroke', { ...open, status: 'not_applicable' }, '/', 'ไม่ใช้กับอำเภอนี้'],
	['of what cannot stand the sign is drawn', { ...open, status: 'invalid' }, '', 'ค่าใช้ไม่ได้'],
	['of what is undecided too', { ...open, status: 'undecided' }, '', 'ยังชี้ขาดไม่ได้'],
	['beside what is still possible', { ...open, status: 'undecided', between: [3, 4] }, '๓–๔', 'ยังชี้ขาดไม่ได้ ๓–๔']
];

test.each(cases)('%s', (_, cell, words, label) => {
	expect(writeCell(cell, makeSay('thai'))).toEqual({ words, label });
});

test('a mask holds the outline and the sign, and nothing that would end its address', () => {
	const mask = maskOf('invalid');
	expect(mask).toMatch(/^url\("data:image\/svg\+xml,[^"#<> ]+"\)$/);
	expect(decodeURIComponent(mask).match(/<path /g)).toHaveLength(2);
});
