// The journal and its proof at the terminal.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withFolder } from '../server/with-store.ts';
import { runKpi } from './run-kpi.ts';

const round = 'khon-kaen/2565-2';
const csv = (percent: string) =>
	`district,section,indicator,input,value\n4001,team,2,plan_achievement_pct,${percent}\n`;

async function withTwoLines(use: (store: string, desk: string) => Promise<void>): Promise<void> {
	await withFolder(async (folder) => {
		const [store, desk] = [join(folder, 'store'), join(folder, 'desk')];
		await mkdir(desk);
		for (const percent of ['96', '86']) {
			await writeFile(join(desk, `${percent}.csv`), csv(percent));
			const took = ['import', `${percent}.csv`, '--round', round, '--sender', 'สพอ.เมือง'];
			expect((await runKpi(took, store, desk)).exit).toBe(0);
		}
		await use(store, desk);
	});
}

test(
	'the journal is told line by line, and written out byte for byte or as a table',
	{ timeout: 120_000 },
	async () => {
		await withTwoLines(async (store, desk) => {
			const whole = await readFile(join(store, 'journal.jsonl'));
			const told = await runKpi(['journal', '--round', round], store, desk);
			expect(told.exit).toBe(0);
			expect(told.out).toMatch(
				/^1 {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}.+ {2}รับผล {2}รับ 96\.csv ส่งโดย สพอ\.เมือง 1 ค่า อำเภอเมืองขอนแก่น ใบรับเลขที่ 2565-0001\n2 /
			);
			expect(told.out).toMatch(/\nหัวสมุดบันทึก บรรทัดที่ 2 รหัส [0-9a-f]{64}\n$/);
			expect((await runKpi(['journal', '--out', 'all.jsonl'], store, desk)).exit).toBe(0);
			expect(await readFile(join(desk, 'all.jsonl'))).toEqual(whole);
			expect((await runKpi(['journal', '--out', 'all.csv'], store, desk)).exit).toBe(0);
			expect((await readFile(join(desk, 'all.csv'), 'utf8')).split('\r\n')).toHaveLength(4);
			const json = await runKpi(['journal', '--json'], store, desk);
			expect(JSON.parse(json.out)).toMatchObject({ head: { n: 2 }, lines: [{ n: 1, act: 'import' }, { n: 2 }] });
			const wrong = await runKpi(['journal', '--out', 'all.pdf'], store, desk);
			expect(wrong).toMatchObject({ exit: 2, out: '' });
			expect(wrong.err).toContain('ให้ลงท้ายด้วย .jsonl .csv หรือ .xlsx');
		});
	}
);

test('explain says who took the value, and where it stands in the journal', { timeout: 120_000 }, async () => {
	await withTwoLines(async (store, desk) => {
		const told = await runKpi(['explain', round, '4001', 'team', '2'], store, desk);
		expect(told.out).toMatch(/\nใครเปลี่ยน:\n {2}.+ รับโดย .+ \(สมุดบันทึกบรรทัดที่ 2\)\n/);
		const json = await runKpi(['explain', round, '4001', 'team', '2', '--json'], store, desk);
		expect(JSON.parse(json.out)).toMatchObject({ changed: [{ receipt: '2565-0002', taken: { line: 2 }, then: [] }] });
	});
});

test('verify ends with lines, files and head, and compares with heads and backups', { timeout: 180_000 }, async () => {
	await withTwoLines(async (store, desk) => {
		const kpi = (...argv: readonly string[]) => runKpi(argv, store, desk);
		expect((await kpi('backup', 'usb')).exit).toBe(0);
		// the backup is a line of its own, which it does not hold
		const plain = await kpi('verify');
		expect(plain).toMatchObject({ exit: 0, err: '' });
		const [, head = ''] =
			/^ตรวจแล้วถูกต้อง: สมุดบันทึก 3 บรรทัด.+แฟ้มที่เก็บไว้ 2 แฟ้ม.+ หัวสมุด (3:[0-9a-f]{64})\n$/.exec(plain.out) ?? [];
		expect(head).not.toBe('');
		const compared = await kpi('verify', '--head', head, '--head', head.slice(0, 18), '--against', 'usb');
		expect(compared).toMatchObject({ exit: 0, err: '' });
		expect(compared.out).toContain('สมุดบันทึกมีหัวสมุดที่นำมาเทียบครบทั้ง 3 หัว\n');
		const wrong = await kpi('verify', '--head', '2:xyz');
		expect(wrong).toMatchObject({ exit: 2, out: '' });
		expect(wrong.err).toContain('--head 2:xyz ไม่ถูกรูป');
		expect((await kpi('verify', '--against', 'nowhere')).exit).toBe(2);

		const journal = join(store, 'journal.jsonl');
		const [first = ''] = (await readFile(journal, 'utf8')).split('\n');
		await writeFile(journal, first + '\n');
		const short = await kpi('verify');
		expect(short).toMatchObject({ exit: 1, out: '' });
		expect(short.err).toContain('สมุดบันทึกมี 1 บรรทัด แต่ฐานข้อมูลมาจากสมุดบันทึก 3 บรรทัด');
		expect(short.err).toMatch(
			/\nตรวจแล้วพบ 1 เรื่องที่ต้องแก้: อ่านสมุดบันทึกได้ 1 บรรทัด กล่าวถึงแฟ้มที่เก็บไว้ 1 แฟ้ม หัวสมุด 1:[0-9a-f]{64}\n$/
		);
		for (const name of ['watphon.duckdb', 'watphon.duckdb.wal']) await rm(join(store, name), { force: true });
		const cut = await kpi('verify', '--head', head, '--against', 'usb');
		expect(cut.exit).toBe(1);
		expect(cut.err).toContain('ผู้จดหัวสมุดเห็นสมุดบันทึกถึงบรรทัดที่ 3 แต่สมุดนี้มี 1 บรรทัด 2 บรรทัดท้ายถูกตัดออก');
		expect(cut.err).toMatch(/ข้อมูลสำรอง watphon-.+\.tar เห็นสมุดบันทึกถึงบรรทัดที่ 2/);
		expect(cut.err).toMatch(/ควรดู archive\/[0-9a-f]{64}: ไม่มีบรรทัดใดของสมุดบันทึกกล่าวถึงแฟ้มนี้/);
	});
});
