import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { findStampedRound } from '../../src/lib/submission/template/stamped-round.ts';

const stamp = (round: string) => `แบบกรอกผล ${round} 4001 ฉบับ 9c41d07e`;
const encode = (text: string) => new TextEncoder().encode(text);
const workbook = (...rounds: readonly string[]) => ({
	sheets: rounds.map((round, nth) => ({ name: `แผ่น ${nth + 1}`, rows: [[stamp(round)], ['อำเภอ', 'ค่า']] }))
});

test.each([
	['a workbook', () => writeXlsx(workbook('khon-kaen/2565-2')), 'khon-kaen/2565-2'],
	['an OpenDocument sheet', () => writeOds(workbook('chachoengsao/2567-q2')), 'chachoengsao/2567-q2'],
	['a text', () => encode(`${stamp('khon-kaen/2565-2')}\nอำเภอ,ค่า\n`), 'khon-kaen/2565-2'],
	['a long text', () => encode(`${stamp('khon-kaen/2565-2')}\n${'อำเภอ,ค่า\n'.repeat(9000)}`), 'khon-kaen/2565-2'],
	['sheets of two rounds', () => writeXlsx(workbook('khon-kaen/2565-2', 'khon-kaen/2565-1')), null],
	['a text without a stamp', () => encode('อำเภอ,ค่า\n'), null],
	['what is no file of results', () => Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), null]
])('%s says of which round it is', async (_, make, round) => {
	expect(findStampedRound(await make())).toBe(round);
});
