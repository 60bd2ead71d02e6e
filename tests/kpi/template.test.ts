import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readZipDirectory } from '../../src/lib/submission/files/zip-directory.ts';
import { runKpi } from './run-kpi.ts';

const desk = mkdtempSync(join(tmpdir(), 'watphon-template-'));
afterAll(() => rmSync(desk, { recursive: true, force: true }));

/** No store: the command needs none and makes none. */
const template = (...argv: readonly string[]) => runKpi(['template', ...argv], join(desk, 'store'), desk);

test.each([
	[['khon-kaen/2565-2'], 'ต้องระบุ --out'],
	[['khon-kaen/2565-2', '--out', 'a.pdf'], '--out a.pdf ไม่ได้ ให้ลงท้ายด้วย .xlsx'],
	[['khon-kaen/2565-2', '--out', 'a.zip', '--district', '4007'], '.zip มีแบบกรอกของทุกอำเภอ'],
	[['khon-kaen/2565-2', '--out', 'a.xlsx', '--district', 'แวงนอย'], 'ชื่อที่ใกล้เคียงคือ แวงน้อย'],
	[['khon-kaen/2599-1', '--out', 'a.xlsx'], 'ไม่พบข้อตกลง khon-kaen/2599-1']
] as const)('template %j is wrong use: exit 2, a Thai sentence, no file', async (argv, sentence) => {
	const ran = await template(...argv);
	expect(ran).toMatchObject({ exit: 2, out: '' });
	expect(ran.err).toContain(sentence);
	expect(readdirSync(desk)).toEqual([]);
});

test('one district, all in one workbook, or a workbook for each; nothing else is written', async () => {
	for (const [out, ...more] of [['one.xlsx', '--district', 'อำเภอชุมแพ'], ['all.xlsx'], ['all.zip']] as const) {
		const ran = await template('khon-kaen/2565-2', '--out', out, ...more);
		expect(ran).toEqual({ exit: 0, err: '', out: `เขียน ${out} แล้ว\n` });
	}
	const folder = await template('khon-kaen/2565-2', '--out', 'each/');
	expect(folder.out.trim().split('\n').length).toBe(26);
	expect(readdirSync(desk).toSorted()).toEqual(['all.xlsx', 'all.zip', 'each', 'one.xlsx']);
	const archive = readZipDirectory(readFileSync(join(desk, 'all.zip')));
	const names = archive.kind === 'archive' ? [...archive.names].toSorted() : [];
	expect(names).toEqual(readdirSync(join(desk, 'each')).toSorted());
	expect(names).toContain('แบบกรอก-khon-kaen-2565-2-4005-ชุมแพ.xlsx');
	const same = readFileSync(join(desk, 'each', 'แบบกรอก-khon-kaen-2565-2-4005-ชุมแพ.xlsx'));
	expect(same.equals(readFileSync(join(desk, 'one.xlsx')))).toBe(true);
});

test('a letter may be a file; a template with nothing filled in is told when it is scored', async () => {
	const letter = join(desk, 'letter.yaml');
	writeFileSync(letter, readFileSync('data/agreements/unnamed/2565-2.yaml'));
	expect((await template(letter, '--out', 'file.xlsx', '--district', '4001')).exit).toBe(0);
	const scored = await runKpi(['score', letter, join(desk, 'file.xlsx')], join(desk, 'store'), desk);
	expect(scored.err).toContain('แบบกรอกนี้ยังไม่ได้กรอกค่าใดเลย');
});
