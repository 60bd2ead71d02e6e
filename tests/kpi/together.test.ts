import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { closeApp, getApp } from '../../src/lib/server/app.ts';
import { answerTerminal, closeForTerminals } from '../../src/lib/server/terminal-door.ts';
import { planFile, round, withFolder } from '../server/with-store.ts';
import { runKpi } from './run-kpi.ts';
import { withServer } from './with-server.ts';

test('four imports at once all wait their turn and all arrive', async () => {
	await withFolder(async (folder) => {
		const store = join(folder, 'store');
		const numbers = [1, 2, 3, 4];
		for (const n of numbers) await writeFile(join(folder, `${n}.csv`), planFile('', `400${n}`, `${90 + n}`).bytes);
		const ran = await Promise.all(numbers.map((n) => runKpi(['import', `${n}.csv`, '--round', round], store, folder)));
		expect(ran.map(({ exit, err }) => ({ exit, err }))).toEqual(numbers.map(() => ({ exit: 0, err: '' })));
		const receipts = ran.map(({ out }) => /ใบรับเลขที่ 2565-000(\d)/.exec(out)?.[1]);
		expect(receipts.toSorted()).toEqual(['1', '2', '3', '4']);
		expect((await runKpi(['verify'], store)).exit).toBe(0);
	});
});

test('beside a running server the command line has its work done there', async () => {
	await withFolder(async (folder) => {
		const store = join(folder, 'store');
		await mkdir(store);
		await writeFile(join(folder, 'a.csv'), planFile('', '4001', '96').bytes);
		await withServer(store, async () => {
			const imported = await runKpi(['import', 'a.csv', '--round', round], store, folder);
			expect(imported).toEqual({ exit: 0, err: '', out: 'รับแล้ว ใบรับเลขที่ 2565-0001 a.csv 1 ค่า 1 อำเภอ (ส่งช้า)\n' });
			expect((await (await getApp()).round(round))?.received).toHaveLength(1);
			expect((await runKpi(['rank', 'khon-kaen/2599-1'], store)).exit).toBe(2);
			expect((await runKpi(['report', 'memo', '--round', round, '--out', 'm.pdf'], store, folder)).exit).toBe(0);
			expect((await readFile(join(folder, 'm.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
			const beside = await runKpi(['rank', round, '--json'], store);
			await closeForTerminals();
			await closeApp();
			expect(await runKpi(['rank', round, '--json'], store)).toEqual(beside);
		});
	});
});

test('the door opens to the token alone, and only its owner can read the token', async () => {
	await withFolder(async (folder) => {
		await withServer(folder, async (url) => {
			const file = join(folder, 'server.json');
			expect((await stat(file)).mode & 0o777).toBe(0o600);
			const { token } = JSON.parse(await readFile(file, 'utf8')) as { token: string };
			const knock = async (authorization: string) =>
				(
					await fetch(`${url}/api/command`, {
						method: 'POST',
						headers: { authorization },
						body: JSON.stringify({ argv: ['verify'], cwd: folder, who: 'x' })
					})
				).status;
			expect(await knock(`Bearer ${token}`)).toBe(200);
			expect(await knock(`Bearer ${token.slice(1)}0`)).toBe(404);
			expect(await knock('')).toBe(404);
			const stranger = new Request('http://localhost/api/command', {
				method: 'POST',
				headers: { authorization: `Bearer ${token}` },
				body: JSON.stringify({ argv: ['verify'], cwd: folder, who: 'x' })
			});
			expect((await answerTerminal(stranger, '192.168.1.20')).status).toBe(404);
		});
		await expect(stat(join(folder, 'server.json'))).rejects.toThrow('ENOENT');
	});
});

test('what a dead server left behind keeps nobody out', async () => {
	await withFolder(async (folder) => {
		const left = { pid: 2 ** 22 + 1, url: 'http://127.0.0.1:9', token: 'x'.repeat(64) };
		await writeFile(join(folder, 'server.json'), JSON.stringify(left));
		expect((await runKpi(['verify'], folder)).exit).toBe(0);
		// The number may since belong to a living process that is no server.
		await writeFile(join(folder, 'server.json'), JSON.stringify({ ...left, pid: process.pid }));
		expect((await runKpi(['verify'], folder)).exit).toBe(0);
	});
});
