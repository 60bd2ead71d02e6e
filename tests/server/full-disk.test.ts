import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { databaseFile } from '../../src/lib/server/store/bring-up.ts';
import { journalFile } from '../../src/lib/server/store/journal.ts';
import { withFolder } from './with-store.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

interface Told {
	readonly done?: unknown;
	readonly refused?: readonly (readonly [code: string, message: string])[];
}

interface Worker {
	readonly ask: (task: string) => Promise<Told>;
	/** no file may grow past so many bytes, whatever it is for; null where all may again */
	readonly setMost: (bytes: number | null) => void;
}

/** A process on a store, whose files the system can be told not to let grow. */
async function withWorker(folder: string, use: (worker: Worker) => Promise<void>): Promise<void> {
	const words = ['--import', path('../../src/load-text.js'), path('disk-loop.ts'), folder];
	// what exceeds the limit is to fail, not to end the process
	const child = spawn('bash', ['-c', `trap '' XFSZ; exec "$0" "$@"`, process.execPath, ...words]);
	const ended = once(child, 'close');
	let failed = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (failed += text));
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const next = async (): Promise<unknown> => {
		const { value, done } = await lines.next();
		if (done === true) throw new Error(failed);
		return JSON.parse(value) as unknown;
	};
	expect(await next()).toBe('open');
	await use({
		async ask(task) {
			child.stdin.write(`${task}\n`);
			return (await next()) as Told;
		},
		setMost(bytes) {
			const limit = bytes ?? 'unlimited';
			const { status } = spawnSync('prlimit', ['--pid', String(child.pid), `--fsize=${limit}:unlimited`]);
			expect(status).toBe(0);
		}
	});
	child.stdin.end();
	expect(await ended).toEqual([0, null]);
	expect(failed).toBe('');
}

test(
	'on a full disk every act is refused with a sentence and nothing half kept, pages go on, and all works again with room',
	{ timeout: 180_000 },
	async () => {
		await withFolder((folder) =>
			withWorker(folder, async ({ ask, setMost }) => {
				for (const task of ['import', 'publish', 'import', 'draft', 'invite'])
					expect(await ask(task)).toHaveProperty('done');
				const before = { lines: await ask('lines'), look: await ask('look'), people: await ask('people') };
				const files = (await readdir(folder, { recursive: true })).toSorted();
				setMost(1);
				for (const task of ['import', 'rule', 'publish', 'draft', 'send', 'invite']) {
					const { refused, done } = await ask(task);
					expect([task, done, refused?.[0]?.[0]]).toEqual([task, undefined, 'disk_full']);
					expect(refused?.[0]?.[1]).toMatch(/^ดิสก์ของที่เก็บข้อมูล .* เต็ม สิ่งที่สั่งยังไม่ถูกบันทึก/);
					expect([task, await ask('lines')]).toEqual([task, before.lines]);
					expect([task, await ask('look')]).toEqual([task, before.look]);
				}
				expect(await ask('people')).toEqual(before.people);
				expect(await ask('drafts')).toEqual({ done: 1 });
				setMost(null);
				expect(await ask('verify')).toEqual({ done: [] });
				expect((await readdir(folder, { recursive: true })).toSorted()).toEqual(files);
				for (const task of ['import', 'rule', 'send', 'invite', 'publish'])
					expect(await ask(task)).toHaveProperty('done');
				expect(await ask('verify')).toEqual({ done: [] });
			})
		);
	}
);

test(
	'where the journal finds room and the database does not, the act never was; what was there before is shown',
	{ timeout: 180_000 },
	async () => {
		await withFolder((folder) =>
			withWorker(folder, async ({ ask, setMost }) => {
				for (const task of ['import', 'rule', 'import']) expect(await ask(task)).toHaveProperty('done');
				const before = { lines: await ask('lines'), look: await ask('look') };
				const { size } = await stat(`${databaseFile(folder)}.wal`);
				expect(size).toBeGreaterThan((await stat(journalFile(folder))).size + 1000);
				setMost(size);
				for (const task of ['import', 'rule', 'import']) {
					const { refused, done } = await ask(task);
					expect([task, done, refused?.[0]?.[0]]).toEqual([task, undefined, 'disk_full']);
					expect([task, await ask('lines'), await ask('look')]).toEqual([task, before.lines, before.look]);
				}
				setMost(null);
				for (const task of ['rule', 'import', 'publish']) expect(await ask(task)).toHaveProperty('done');
				expect(await ask('verify')).toEqual({ done: [] });
			})
		);
	}
);
