import { appendFile, chmod, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveFolder } from '../../src/lib/server/store/archive.ts';
import { openApp } from '../../src/lib/server/app.ts';
import { sha256 } from '../../src/lib/server/store/durable.ts';
import { journalFile } from '../../src/lib/server/store/journal.ts';
import { rankAnswer } from '../../src/lib/server/rounds/rank-answer.ts';
import { databaseFile } from '../../src/lib/server/store/bring-up.ts';
import { verifyStore } from '../../src/lib/server/store/verify.ts';
import { planFile, round, whose, withApp, withFolder } from './with-store.ts';

async function fill(folder: string): Promise<void> {
	await withApp(folder, async (app) => {
		await app.importArriving([planFile('a.csv', '4001', '96'), planFile('b.csv', '4002', '81.5')], whose);
		await app.importArriving([planFile('c.csv', '4001', '86')], whose);
	});
}

/** The ranking and what was said on opening. */
async function lookAt(folder: string): Promise<{ rank: string; said: readonly string[] }> {
	return await withApp(folder, async (app) => {
		const view = await app.round(round);
		if (view === null) throw new Error('no such round');
		return { rank: JSON.stringify(rankAnswer(view)), said: app.notices.map((notice) => notice.code) };
	});
}

const damages = [
	['nothing', () => Promise.resolve(), []],
	['a database that is gone', (folder: string) => rm(databaseFile(folder)), ['rebuilt']],
	['a database of noise', (folder: string) => writeFile(databaseFile(folder), 'x'.repeat(50_000)), ['rebuilt']],
	['a database cut short', (folder: string) => truncate(databaseFile(folder), 5000), ['rebuilt']],
	['a write cut off', (folder: string) => appendFile(journalFile(folder), '{"n":3,"at":"20'), ['journal_torn']]
] as const;

test.each(damages)('after %s the ranking is the same to the last byte', async (_, damage, codes) => {
	await withFolder(async (folder) => {
		await fill(folder);
		const before = await lookAt(folder);
		await damage(folder);
		const after = await lookAt(folder);
		expect(after.rank).toBe(before.rank);
		expect(after.said).toEqual(codes);
		expect((await lookAt(folder)).said).toEqual([]);
	});
});

test('a database behind its journal is brought up', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, (app) => app.importArriving([planFile('a.csv', '4001', '96')], whose));
		const early = await readFile(databaseFile(folder));
		await withApp(folder, (app) => app.importArriving([planFile('c.csv', '4001', '86')], whose));
		const before = await lookAt(folder);
		await writeFile(databaseFile(folder), early);
		const after = await lookAt(folder);
		expect(after.said).toEqual(['replayed']);
		expect(after.rank).toBe(before.rank);
	});
});

test('what was read under another text of the letter is read anew', async () => {
	await withFolder(async (folder) => {
		await fill(folder);
		const before = await lookAt(folder);
		await withApp(folder, (app) => app.withStore((store) => store.connection().run("UPDATE letters SET sha256 = 'x'")));
		const after = await lookAt(folder);
		expect(after).toEqual({ rank: before.rank, said: ['rebuilt'] });
	});
});

test('rebuilding changes neither the ranking nor the proof', async () => {
	await withFolder(async (folder) => {
		await fill(folder);
		const before = await lookAt(folder);
		await withApp(folder, async (app) => {
			expect(await app.rebuild()).toEqual([]);
			expect(await app.withStore(verifyStore)).toMatchObject({ problems: [], lines: 2, files: 3 });
		});
		expect((await lookAt(folder)).rank).toBe(before.rank);
	});
});

test('a journal that lost its last line is not opened over a database that knows it', async () => {
	await withFolder(async (folder) => {
		await fill(folder);
		const [first = ''] = (await readFile(journalFile(folder), 'utf8')).split('\n');
		await writeFile(journalFile(folder), first + '\n');
		await expect(openApp(folder)).rejects.toThrow('สมุดบันทึกมี 1 บรรทัด แต่ฐานข้อมูลมาจากสมุดบันทึก 2 บรรทัด');
	});
});

test('an altered journal line is named, and opening changes nothing', async () => {
	await withFolder(async (folder) => {
		await fill(folder);
		const altered = (await readFile(journalFile(folder), 'utf8')).replace('"b.csv"', '"d.csv"');
		await writeFile(journalFile(folder), altered);
		await expect(openApp(folder)).rejects.toThrow('สมุดบันทึกบรรทัดที่ 1 ไม่ตรงกับรหัสของบรรทัดเอง');
		expect(await readFile(journalFile(folder), 'utf8')).toBe(altered);
	});
});

test('an altered kept file is named by verify, and a rebuild refuses and keeps the database as it was', async () => {
	await withFolder(async (folder) => {
		await fill(folder);
		const before = await lookAt(folder);
		const kept = join(archiveFolder(folder), sha256(planFile('b.csv', '4002', '81.5').bytes));
		await chmod(kept, 0o644);
		await appendFile(kept, ' ');
		await withApp(folder, async (app) => {
			const { problems } = await app.withStore(verifyStore);
			expect(problems.map((problem) => problem.message)).toEqual([
				expect.stringContaining('แฟ้มที่เก็บไว้ของการส่งครั้งที่ 2 (b.csv) ไม่ตรงกับรหัส SHA-256')
			]);
			await expect(app.rebuild()).rejects.toThrow('การส่งครั้งที่ 2 (b.csv)');
			expect((await app.round(round))?.received).toHaveLength(3);
		});
		expect((await lookAt(folder)).rank).toBe(before.rank);
	});
});

test('a database with a changed row is found by verify', async () => {
	await withFolder(async (folder) => {
		await fill(folder);
		await withApp(folder, async (app) => {
			const { problems } = await app.withStore(async (store) => {
				await store.connection().run('UPDATE entry_rows SET scaled = scaled + 1 WHERE submission = 2');
				return await verifyStore(store);
			});
			expect(problems.map((problem) => problem.code)).toEqual(['database_differs']);
			await app.rebuild();
			expect((await app.withStore(verifyStore)).problems).toEqual([]);
		});
	});
});

test('the database can reach no other file and its settings cannot be changed', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, (app) =>
			app.withStore(async (store) => {
				const ask = (sql: string) => store.connection().run(sql);
				await expect(ask("SELECT * FROM read_text('package.json')")).rejects.toThrow(/disabled|Permission/);
				await expect(ask(`COPY entries TO '${join(folder, 'out.csv')}'`)).rejects.toThrow(/disabled|Permission/);
				await expect(ask('SET enable_external_access = true')).rejects.toThrow(/locked|while/);
				await expect(ask('INSTALL httpfs')).rejects.toThrow(/disabled|Permission/);
			})
		);
	});
});

test('starting clean puts everything into a folder of the store and begins with receipt 1 again', async () => {
	await withFolder(async (folder) => {
		await fill(folder);
		await withApp(folder, async (app) => {
			await app.startClean({ who: 'ทดสอบ' });
			expect((await app.round(round))?.received).toEqual([]);
			const { receipts } = await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			expect(receipts.map((receipt) => receipt.number)).toEqual([1]);
			const [line] = await app.withStore((store) => Promise.resolve(store.lines()));
			if (line?.act !== 'start-clean') throw new Error('the journal must begin with start-clean');
			expect(line.what.submissions).toBe(3);
			await withApp(join(folder, line.what.put_aside), async (old) => {
				expect((await old.round(round))?.received).toHaveLength(3);
			});
		});
	});
});
