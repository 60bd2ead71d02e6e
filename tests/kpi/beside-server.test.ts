import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { closeApp, getApp } from '../../src/lib/server/app.ts';
import { commands } from '../../src/lib/server/commands/registry.ts';
import { runCommandLine } from '../../src/lib/server/commands/run.ts';
import { archiveFolder } from '../../src/lib/server/store/archive.ts';
import { databaseFile } from '../../src/lib/server/store/bring-up.ts';
import { planFile, round, whose, withApp, withFolder } from '../server/with-store.ts';
import { runKpi } from './run-kpi.ts';
import { withServer } from './with-server.ts';

const letter = fileURLToPath(new URL('../../data/agreements/khon-kaen/2565-2.yaml', import.meta.url));

/** How each command that needs the store is asked for, and how it ends. */
const asked: Readonly<Record<string, readonly [words: readonly string[], exit: number]>> = {
	agreement: [['agreement', 'add', letter, '--preview'], 0],
	compare: [['compare', round, 'khon-kaen/2565-1'], 0],
	explain: [['explain', round, '4001', 'team', '2'], 0],
	import: [['import', 'b.csv', '--round', round], 0],
	rank: [['rank', round], 0],
	report: [['report', 'memo', '--round', round, '--out', 'memo.pdf'], 0],
	rule: [['rule', 'list', round], 0],
	user: [['user', 'list'], 0],
	journal: [['journal'], 0],
	rebuild: [['rebuild'], 0],
	verify: [['verify'], 0],
	backup: [['backup', 'usb'], 0],
	office: [['office', 'show'], 0]
};

test(
	'beside a running server every command that needs the store has its work done there',
	{ timeout: 180_000 },
	async () => {
		const needing = commands.filter(({ needs }) => needs === 'store').map(({ name }) => name);
		expect(Object.keys(asked).toSorted()).toEqual(needing.toSorted());
		await withFolder(async (folder) => {
			const store = join(folder, 'store');
			await mkdir(store);
			await writeFile(join(folder, 'b.csv'), planFile('', '4002', '81').bytes);
			await withApp(store, (app) => app.importArriving([planFile('a.csv', '4001', '96')], whose));
			await withServer(store, async () => {
				const ended: Record<string, number> = {};
				for (const [name, [words]] of Object.entries(asked)) {
					let said = '';
					ended[name] = await runCommandLine(words, {
						...{ cwd: folder, who: 'ผู้ทดสอบ', signal: new AbortController().signal },
						out: (text) => (said += text),
						err: (text) => (said += text),
						input: () => Promise.resolve(''),
						write: (path, bytes) => writeFile(path, bytes)
					});
					expect(said).not.toMatch(/lock|ถูกใช้โดยคำสั่งอื่น|ถูกโปรแกรมอื่นเปิด/);
				}
				expect(ended).toEqual(Object.fromEntries(Object.entries(asked).map(([name, [, exit]]) => [name, exit])));
				expect((await (await getApp()).round(round))?.received).toHaveLength(2);
			});
		});
	}
);

test(
	'a second server on a store is refused with a sentence, and a folder that cannot be written in as well',
	{ timeout: 180_000 },
	async () => {
		await withFolder(async (folder) => {
			await withServer(folder, async (url) => {
				const ran = await runKpi(['serve'], folder, folder, { PORT: '38931' });
				expect(ran).toMatchObject({ exit: 1, out: '' });
				expect(ran.err).toContain(url);
			});
		});
		const ran = await runKpi(['serve'], '/proc/sys', process.cwd(), { PORT: '38931' });
		expect(ran).toMatchObject({ exit: 1, out: '' });
		expect(ran.err).toContain('เขียนในโฟลเดอร์ที่เก็บข้อมูล /proc/sys ไม่ได้');
	}
);

test('what asked a server that is killed in the middle of it does the work itself', { timeout: 180_000 }, async () => {
	await withFolder(async (folder) => {
		await withApp(folder, (app) => app.importArriving([planFile('a.csv', '4001', '96')], whose));
		const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
		const server = spawn(process.execPath, [
			'--import',
			path('../../src/load-text.js'),
			path('dying-server.ts'),
			folder
		]);
		const died = once(server, 'close');
		await once(server.stdout, 'data');
		const ran = await runKpi(['rank', round, '--json'], folder);
		expect(await died).toEqual([null, 'SIGKILL']);
		expect(ran).toMatchObject({ exit: 0, err: '' });
		expect(ran.out).toContain('"percent": 30');
	});
});

test(
	'a server whose database is damaged builds it anew and says so, and names a file of the archive that was altered',
	{ timeout: 180_000 },
	async () => {
		await withFolder(async (folder) => {
			await withApp(folder, (app) =>
				app.importArriving([planFile('a.csv', '4001', '96'), planFile('b.csv', '4002', '81')], whose)
			);
			const told = await withApp(folder, (app) => app.round(round));
			await writeFile(databaseFile(folder), 'no database');
			process.env.KPI_STORE = folder;
			const said: string[] = [];
			const writing = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
			try {
				const rebuilt = await getApp();
				expect(rebuilt.notices.map(({ code }) => code)).toEqual(['rebuilt']);
				expect((await rebuilt.round(round))?.answer).toEqual(told?.answer);
				await closeApp();
				const [name = ''] = await readdir(archiveFolder(folder));
				await chmod(join(archiveFolder(folder), name), 0o644);
				await writeFile(join(archiveFolder(folder), name), 'altered');
				const app = await getApp();
				await vi.waitFor(() =>
					expect(said.join('')).toMatch(/แฟ้มที่เก็บไว้ของการส่งครั้งที่ \d \([ab]\.csv\) ไม่ตรงกับรหัส SHA-256/)
				);
				expect((await app.round(round))?.answer).toEqual(told?.answer);
				expect((await app.importArriving([planFile('c.csv', '4003', '70')], whose)).accepted).toBe(true);
			} finally {
				await closeApp();
				writing.mockRestore();
				Reflect.deleteProperty(process.env, 'KPI_STORE');
			}
		});
	}
);
