import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { getApp } from '../../src/lib/server/app.ts';
import { planFile, round, whose, withFolder } from '../server/with-store.ts';
import { runKpi } from './run-kpi.ts';
import { withServer } from './with-server.ts';

test('beside a running server that imports, its backup is made by the server and restored elsewhere', async () => {
	await withFolder(async (folder) => {
		const [store, other] = [join(folder, 'store'), join(folder, 'other')];
		await mkdir(store);
		await withServer(store, async (url) => {
			const app = await getApp();
			await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			const importMany = async () => {
				for (let n = 0; n < 8; n++) await app.importArriving([planFile(`${n}.csv`, '4002', `${80 + n}.5`)], whose);
			};
			const [ran] = await Promise.all([runKpi(['backup', 'usb', '--json'], store, folder), importMany()]);
			expect({ exit: ran.exit, err: ran.err }).toEqual({ exit: 0, err: '' });
			const made = JSON.parse(ran.out) as { file: string; head: { n: number }; version: string };
			expect(await readdir(join(folder, 'usb'))).toEqual([made.file.slice(folder.length + 5)]);
			expect(made).toMatchObject({ version: '0.1.0' });

			const busy = await runKpi(['restore', 'usb', '--aside'], store, folder);
			expect(busy).toMatchObject({ exit: 1, out: '' });
			expect(busy.err).toContain(`หน้าเว็บยังเปิดอยู่ที่ ${url}`);

			const restored = await runKpi(['restore', 'usb', '--json'], other, folder);
			expect(restored.exit).toBe(0);
			expect(JSON.parse(restored.out)).toMatchObject({ lines: made.head.n, submissions: made.head.n, put_aside: null });
			expect((await runKpi(['verify'], other)).exit).toBe(0);

			const last = await runKpi(['backup', 'usb'], store, folder);
			expect(last.out).toMatch(
				/^สำรองข้อมูลแล้วที่ .*\nสมุดบันทึกถึงบรรทัดที่ 10 รหัส [0-9a-f]{16}\nคืนข้อมูลในเครื่องใดก็ได้ด้วยคำสั่ง restore /
			);
			const again = await runKpi(['restore', 'usb', '--aside'], other, folder);
			expect(again.err).toMatch(/^ใช้ชุดใหม่สุด .* \(มีชุดเก่ากว่าอีก 1 ชุด\)\n$/);
			expect(again.out).toContain('สมุดบันทึก 10 บรรทัดต่อกันครบ');
			expect(again.out).toContain(`KPI_STORE=${join(other, 'before-restore')}`);
			for (const asked of [
				['rank', round, '--json'],
				['rank', round],
				['explain', round, '4002', 'team', '2']
			])
				expect(await runKpi(asked, other)).toEqual(await runKpi(asked, store));
		});
	});
});

test('a backup is looked at without a store, and what is no backup is said', async () => {
	await withFolder(async (folder) => {
		const store = join(folder, 'store');
		await mkdir(store);
		await writeFile(join(folder, 'a.csv'), planFile('', '4001', '96').bytes);
		expect((await runKpi(['backup', 'usb'], store, folder)).err).toContain('ยังไม่มีอะไรให้สำรอง');
		await runKpi(['import', 'a.csv', '--round', round], store, folder);
		expect((await runKpi(['backup', 'usb'], store, folder)).exit).toBe(0);
		const looked = await runKpi(['restore', 'usb', '--check'], join(folder, 'none'), folder);
		expect(looked.exit).toBe(0);
		expect(looked.out).toMatch(/ครบถ้วนทุกตัวอักษร ทำเมื่อ .* ด้วยวัดผลรุ่น 0\.1\.0\nสมุดบันทึกถึงบรรทัดที่ 1 /);
		expect(await readdir(folder)).not.toContain('none');
		const refusals = [
			[['restore', 'usb'], store, 1, 'มีข้อมูลอยู่แล้ว'],
			[['restore', 'a.csv'], join(folder, 'none'), 1, 'ไม่ใช่ข้อมูลสำรองของวัดผล'],
			[['restore', 'store'], join(folder, 'none'), 2, 'ไม่มีข้อมูลสำรอง'],
			[['restore', 'nowhere'], join(folder, 'none'), 2, 'ไม่พบข้อมูลสำรอง'],
			[['restore'], store, 2, 'วิธีใช้: restore'],
			[['backup'], store, 2, 'วิธีใช้: backup'],
			[['backup', join(store, 'x')], store, 1, 'อยู่ในที่เก็บข้อมูลเอง']
		] as const;
		for (const [asked, where, exit, sentence] of refusals) {
			const ran = await runKpi(asked, where, folder);
			expect({ asked, exit: ran.exit, out: ran.out }).toEqual({ asked, exit, out: '' });
			expect(ran.err).toContain(sentence);
		}
	});
});
