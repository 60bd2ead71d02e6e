// `kpi verify` of a code and of a PDF: the same at a terminal as beside a server, and nothing is taken for what it is not.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nameEdition } from '../../src/lib/ranking/edition.ts';
import { publish } from '../server/published.ts';
import { planFile, round, withApp, whose } from '../server/with-store.ts';
import { runKpi } from './run-kpi.ts';

let [folder, code, second] = ['', '', ''];
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'watphon-verify-'));
	await withApp(join(folder, 'store'), async (app) => {
		await app.importArriving([planFile('a.csv', '4001', '96'), planFile('b.csv', '4002', '81')], whose);
		({ code } = await publish(app));
		await app.importArriving([planFile('c.csv', '4002', '97')], whose);
		({ code: second } = await publish(app, 'บ้านฝางส่งค่าใหม่'));
	});
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const kpi = (...argv: readonly string[]) => runKpi(argv, join(folder, 'store'), folder);

test('a code is answered with what was published, and whether it was replaced', async () => {
	const old = await kpi('verify', code.toLowerCase());
	expect(old).toMatchObject({ exit: 0, err: '' });
	for (const words of ['ฉบับที่ 1 ของรอบที่', 'มีฉบับที่ 2 ที่ใหม่กว่า', 'SHA-256', 'เมืองขอนแก่น', 'บ้านฝาง'])
		expect(old.out).toContain(words);
	const newest = await kpi('verify', second, '--json');
	expect(JSON.parse(newest.out)).toMatchObject({
		round: nameEdition(round, 2),
		edition: 2,
		reason: 'บ้านฝางส่งค่าใหม่',
		later: null,
		document: null
	});
});

test('a PDF of an edition is known to the byte, and an altered one is told', async () => {
	const made = await kpi('report', 'memo', '--round', nameEdition(round, 1), '--out', 'memo.pdf');
	expect(made).toMatchObject({ exit: 0, err: '' });
	const same = await kpi('verify', 'memo.pdf');
	expect(same).toMatchObject({ exit: 0, err: '' });
	expect(same.out).toContain('ตรงกับ “รายงานผลคะแนนตามข้อตกลง');
	const bytes = await readFile(join(folder, 'memo.pdf'));
	bytes.writeUInt8(0, bytes.length - 60);
	await writeFile(join(folder, 'altered.pdf'), bytes);
	const altered = await kpi('verify', 'altered.pdf', '--json');
	expect(altered.exit).toBe(1);
	expect(JSON.parse(altered.out)).toMatchObject({ document: 'differs', edition: 1 });
});

test.each([
	['WP-0000-0000-0000', 'ไม่พบรหัส WP-0000-0000-0000'],
	['ไม่ใช่', 'ไม่ใช่รหัสของเอกสาร'],
	['nowhere.pdf', 'เปิดแฟ้ม nowhere.pdf ไม่ได้']
])('%s is refused with a sentence', async (named, sentence) => {
	const ran = await kpi('verify', named);
	expect(ran).toMatchObject({ exit: 1, out: '' });
	expect(ran.err).toContain(sentence);
});
