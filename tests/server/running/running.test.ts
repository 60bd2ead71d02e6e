import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { archiveFolder } from '../../../src/lib/server/store/archive.ts';
import { gatherBackup } from '../../../src/lib/server/backup/contents.ts';
import { writeBackup } from '../../../src/lib/server/backup/write.ts';
import { sha256 } from '../../../src/lib/server/store/durable.ts';
import { planFile, whose, withApp, withFolder } from '../with-store.ts';

const by = { who: 'สมหมาย' };

test('a store is measured by its parts, and its process tells its versions', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			const { size, versions, head, memory, pulse, waiting, drafts, backups } = await app.running.look();
			expect(size.parts.find(({ part }) => part === 'archive')).toEqual({ part: 'archive', files: 1, bytes: 75 });
			expect(size.parts.map(({ part }) => part)).toEqual(expect.arrayContaining(['journal', 'database', 'rest']));
			expect(size.bytes).toBe(size.parts.reduce((sum, { bytes }) => sum + bytes, 0));
			expect(size.free).toBeLessThanOrEqual(size.disk);
			expect(versions).toMatchObject({ program: '0.1.0', node: process.versions.node, duckdb: '1.5.5' });
			expect(head.n).toBe(1);
			expect(memory.held).toBeLessThanOrEqual(memory.machine);
			// nobody is answered by it
			expect(pulse).toBeNull();
			expect({ waiting, drafts, backups }).toEqual({ waiting: [], drafts: 0, backups: [] });
		});
	});
});

test('a backup is journalled with what it is, and how much came after it', async () => {
	await withFolder(async (folder) => {
		const store = join(folder, 'store');
		await mkdir(store);
		await withApp(store, async (app) => {
			await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			const wish = { at: '2026-11-21T07:00:00+07:00', version: '0.1.0', signal: new AbortController().signal };
			const written = await writeBackup(join(folder, 'usb'), await app.withStore(gatherBackup), wish);
			expect(sha256(await readFile(written.file))).toBe(written.sha256);
			await app.running.recordBackup(written, by);
			const [line] = (await app.withStore((open) => Promise.resolve(open.lines()))).slice(-1);
			expect(line).toMatchObject({
				...{ n: 2, act: 'backup', who: 'สมหมาย', round: null },
				what: { file: 'watphon-2026-11-21-070000.tar', sha256: written.sha256, bytes: written.bytes, head: { n: 1 } }
			});
			expect((await app.running.look()).backups).toMatchObject([{ who: 'สมหมาย', linesSince: 0 }]);
			await app.importArriving([planFile('b.csv', '4002', '81')], whose);
			expect((await app.running.look()).backups).toMatchObject([{ linesSince: 1 }]);
			const all = await app.journal.all({
				...{ round: null, office: true, only: null, line: null, act: 'backup', who: null },
				...{ district: null, indicator: null, from: null, to: null }
			});
			expect(all[0]?.pieces.map(({ words }) => words).join('')).toMatch(
				/^สำรองข้อมูลเป็น watphon-2026-11-21-070000\.tar ขนาด .* ถึงบรรทัดที่ 1$/
			);
		});
	});
});

test('a store is proved while it is written to, and what is found is kept', { timeout: 60_000 }, async () => {
	await withFolder(async (store) => {
		await withApp(store, async (app) => {
			await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			const [note, joined] = await Promise.all([
				app.running.verify(by),
				app.running.verify({ who: 'อีกคน' }),
				app.importArriving([planFile('b.csv', '4002', '81')], whose)
			]);
			expect(note).toMatchObject({ who: 'สมหมาย', errors: 0, warnings: 0 });
			expect(joined).toBe(note);
			expect((await app.running.look()).verified).toEqual(note);
			expect((await app.running.look()).verifying).toBeNull();

			const [kept = ''] = await readdir(archiveFolder(store));
			await appendFile(join(archiveFolder(store), kept), ' ');
			const broken = await app.running.verify(by);
			expect(broken).toMatchObject({ errors: 1, lines: 2 });
			expect(broken?.said[0]).toContain('.csv');
		});
		// by whoever opens the store next
		await withApp(store, async (app) => {
			expect((await app.running.look()).verified).toMatchObject({ errors: 1 });
			await writeFile(join(store, 'log', 'verified.json'), '{');
			expect((await app.running.look()).verified).toBeNull();
		});
	});
});
