import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planFile, round, withApp, whose } from '../server/with-store.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { runKpi } from './run-kpi.ts';

/** A store with one result in it, and a folder to write to. */
let [folder, store, desk] = ['', '', ''];
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'watphon-report-'));
	[store, desk] = [join(folder, 'store'), join(folder, 'desk')];
	await mkdir(desk);
	await withApp(store, (app) => app.importArriving([planFile('a.csv', '4001', '96')], whose));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = (...argv: readonly string[]) => runKpi(['report', ...argv], store, desk);

const wrongUse = [
	[['poster', '--round', round, '--out', 'a.pdf'], 'ไม่มีรายงาน poster ที่มีคือ memo, letter, district'],
	[['memo', '--out', 'a.pdf'], 'รายงานนี้ต้องระบุ --round วิธีใช้: report memo'],
	[['memo', '--round', round], 'รายงานนี้ต้องระบุ --out'],
	[['memo', '--round', 'khon-kaen/2599-1', '--out', 'a.pdf'], 'ไม่พบข้อตกลง khon-kaen/2599-1'],
	[['memo', '--round', round, '--out', 'a.pdf', '--digits', 'roman'], '--digits roman ไม่ได้ ใช้ thai หรือ arabic'],
	[['memo', '--round', round, '--out', 'a.pdf', '--district', '4001'], 'รายงานนี้ไม่ใช้ --district'],
	[['district', '--round', round, '--out', 'a.pdf'], 'รายงานนี้ต้องระบุ --district'],
	[['district', '--round', round, '--out', 'a.pdf', '--district', 'ชุมแภ'], 'ชื่อที่ใกล้เคียงคือ ชุมแพ'],
	[['letter', '--round', round, '--out', 'a.pdf', '--district', '3101'], 'ไม่พบอำเภอ 3101 ในจังหวัดขอนแก่น'],
	[['indicator', '--round', round, '--out', 'a.pdf', '--section', 'team'], 'รายงานนี้ต้องระบุ --indicator'],
	[
		['indicator', '--round', round, '--out', 'a.pdf', '--section', 'team', '--indicator', '99'],
		'ไม่พบตัวชี้วัด team/99 ในข้อตกลงนี้'
	],
	[['comparison', '--round', round, '--out', 'a.pdf', '--with', round], 'กับรอบเดียวกันไม่ได้'],
	[['comparison', '--round', round, '--out', 'a.pdf', '--with', 'buriram/2565-2'], 'เป็นของจังหวัดอื่น']
] as const;
test.each(wrongUse)('report %j is wrong use: exit 2, a Thai sentence, no file', async (argv, sentence) => {
	const ran = await report(...argv);
	expect(ran).toMatchObject({ exit: 2, out: '' });
	expect(ran.err).toContain(sentence);
	expect(await readdir(desk)).not.toContain('a.pdf');
});

test('a document is a PDF, in the digits asked for, and the same twice', async () => {
	for (const [name, ...digits] of [['a1.pdf'], ['a2.pdf'], ['a3.pdf', '--digits', 'arabic']] as const) {
		const ran = await report('memo', '--round', round, '--out', name, ...digits);
		expect(ran).toEqual({ exit: 0, err: '', out: `เขียน ${name} แล้ว\n` });
	}
	const [first, second, arabic] = await Promise.all(
		['a1.pdf', 'a2.pdf', 'a3.pdf'].map((name) => readFile(join(desk, name)))
	);
	expect(first?.subarray(0, 5).toString()).toBe('%PDF-');
	expect(second?.equals(first ?? new Uint8Array())).toBe(true);
	expect(arabic?.equals(first ?? new Uint8Array())).toBe(false);
});

const documents: readonly (readonly string[])[] = [
	['letter', '--district', 'อำเภอชุมแพ'],
	['letter'],
	['district', '--district', '4001'],
	['indicator', '--section', 'team', '--indicator', '2'],
	['comparison', '--with', '2565-1'],
	['book']
];
test.each(documents.map((words) => [words.join(' '), words] as const))(
	'report %s is written where it is asked for',
	async (_, words) => {
		const ran = await report(...words, '--round', round, '--out', 'one.pdf');
		expect(ran).toEqual({ exit: 0, err: '', out: 'เขียน one.pdf แล้ว\n' });
		expect((await readFile(join(desk, 'one.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
	}
);

test('into a folder goes a file for each district, named after it; the folder is made', async () => {
	const ran = await report('letter', '--round', round, '--out', 'letters/');
	expect(ran).toMatchObject({ exit: 0, err: '' });
	const written = await readdir(join(desk, 'letters'));
	expect(written).toHaveLength(26);
	expect(written.toSorted()[0]).toBe('letter-4001.pdf');
	expect(ran.out).toContain('เขียน letters/letter-4001.pdf แล้ว\n');
});

test('where nothing can be written is told with its place', async () => {
	const nowhere = await report('memo', '--round', round, '--out', 'no/such/a.pdf');
	expect(nowhere).toMatchObject({ exit: 1, out: '' });
	expect(nowhere.err).toContain(`ใช้ ${join(desk, 'no/such')} ไม่ได้ (ENOENT)`);
	const isFolder = await report('memo', '--round', round, '--out', '.');
	expect(isFolder).toMatchObject({ exit: 1, out: '' });
	expect(isFolder.err).toContain(`ใช้ ${desk} ไม่ได้ (EISDIR)`);
	await writeFile(join(desk, 'file'), '');
	const inFile = await report('memo', '--round', round, '--out', 'file/a.pdf');
	expect(inFile).toMatchObject({ exit: 1, out: '' });
	expect(inFile.err).toContain(`ใช้ ${join(desk, 'file')}`);
	if (process.getuid?.() === 0) return;
	await chmod(join(desk, 'file'), 0o400);
	expect((await report('memo', '--round', round, '--out', 'file')).err).toContain('(EACCES)');
});
