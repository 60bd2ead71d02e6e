import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkBackup, restoreBackup } from '../../src/lib/server/backup/restore.ts';
import { markReady } from '../../src/lib/server/backup/restore-switch.ts';
import { verifyStore } from '../../src/lib/server/store/verify.ts';
import { atTerminal } from '../../src/lib/server/people/visitor.ts';
import { mustBe } from '../demo/load-demo.ts';
import { at, backUp, makeBackup, tellRound } from './backed-up.ts';
import { district } from './with-people.ts';
import { planFile, round, whose, withApp, withFolder } from './with-store.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Runs a task in a process of its own and kills it so many milliseconds after it began; whether it had ended by then. */
async function killAfter(task: readonly string[], after: number): Promise<boolean> {
	const child = spawn(process.execPath, ['--import', path('../../src/load-text.js'), path('backup-loop.ts'), ...task]);
	let said = '';
	let failed = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (failed += text));
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		if (said === '') setTimeout(() => child.kill('SIGKILL'), after);
		said += text;
	});
	await once(child, 'close');
	expect(failed).toBe('');
	expect(said).toMatch(/^begins\n/);
	return said.includes('done');
}

const look = (store: string): Promise<string> =>
	withApp(store, async (app) => tellRound(mustBe(await app.round(round))));

/** What a store says, proved whole. */
async function tell(store: string): Promise<string> {
	return await withApp(store, async (app) => {
		const { problems } = await app.withStore(verifyStore);
		expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		return tellRound(mustBe(await app.round(round)));
	});
}

interface Prepared {
	readonly file: string;
	/** a store with one more import than the backup; to be copied, not changed */
	readonly old: string;
	readonly before: string;
	readonly after: string;
}

async function prepare(folder: string): Promise<Prepared> {
	const { store: old, made } = await makeBackup(folder);
	const after = await tell(old);
	await withApp(old, (app) => app.importArriving([planFile('d.csv', '4004', '66')], whose));
	return { file: made.file, old, before: await tell(old), after };
}

/** Milliseconds after the beginning: most of a restore's moments, and beyond. */
const moments = [0, 20, 60, 130, 240, 400, 700];

test(
	'a restore killed at any moment leaves the old store or the new one, and can be done again',
	{ timeout: 180_000 },
	async () => {
		await withFolder(async (folder) => {
			const { file, old, before, after } = await prepare(folder);
			for (const moment of moments) {
				const store = join(folder, `at-${moment}`);
				await cp(old, store, { recursive: true });
				const done = await killAfter(['restore', store, file], moment);
				const told = await tell(store);
				expect(done ? [after] : [before, after]).toContain(told);
				expect(existsSync(join(store, 'restoring'))).toBe(false);
				const { put_aside } = await restoreBackup(file, store, { aside: true, at });
				expect(await tell(mustBe(put_aside))).toBe(told);
				expect(await tell(store)).toBe(after);
			}
		});
	}
);

test(
	'a backup killed at any moment leaves whole backups alone, and the next takes away what was begun',
	{ timeout: 120_000 },
	async () => {
		await withFolder(async (folder) => {
			const { old, before } = await prepare(folder);
			const usb = join(folder, 'usb');
			const ours = async () => (await readdir(usb)).sort();
			for (const moment of [0, 6, 20, 45, 90]) {
				await killAfter(['backup', old, usb], moment);
				for (const name of (await ours()).filter((one) => one.endsWith('.tar')))
					expect((await checkBackup(join(usb, name))).head.n).toBeGreaterThan(4);
				expect(await tell(old)).toBe(before);
			}
			const { file } = await withApp(old, (app) => backUp(app, usb));
			expect((await ours()).filter((name) => !name.endsWith('.tar'))).toEqual([]);
			await restoreBackup(file, join(folder, 'other'), { aside: false, at });
			expect(await tell(join(folder, 'other'))).toBe(before);
		});
	}
);

test('a beginning anew that is killed at any moment is done whole, or never was', { timeout: 120_000 }, async () => {
	await withFolder(async (folder) => {
		const { old, before } = await prepare(folder);
		await withApp(old, (app) => app.people.invite(atTerminal('ผู้ทดสอบ'), { ...district }));
		for (const moment of [0, 12, 40]) {
			const store = join(folder, `clean-${moment}`);
			await cp(old, store, { recursive: true });
			const aside = await readdir(join(store, 'aside'));
			const done = await killAfter(['clean', store], moment);
			const told = await tell(store);
			if (done) expect(told).not.toBe(before);
			const now = await readdir(join(store, 'aside'));
			expect(now.length).toBe(told === before ? aside.length : aside.length + 1);
			const people = await withApp(store, (app) => app.people.list(atTerminal('ผู้ทดสอบ')));
			expect(people.map(({ person }) => person.name)).toEqual([district.name]);
			expect(existsSync(join(store, 'unfinished.json'))).toBe(false);
		}
	});
});

const parts = ['journal.jsonl', 'archive', 'office.yaml', 'office', 'waiting', 'aside', 'watphon.duckdb'];
/** Moves of a restore that puts the old store aside, each part first out of the way and then into its place. */
const moves = parts.flatMap((part) => [
	[part, join('before-restore', 'old', part)],
	[join('restoring', part), part]
]);

test(
	'once it is marked, a restore that was cut off after any number of moves is finished by whoever opens the store',
	{ timeout: 180_000 },
	async () => {
		await withFolder(async (folder) => {
			const { file, old, before, after } = await prepare(folder);
			const other = join(folder, 'other');
			await restoreBackup(file, other, { aside: false, at });
			for (let count = 0; count <= moves.length; count++) {
				const store = join(folder, `after-${count}`);
				await cp(old, store, { recursive: true });
				await cp(other, join(store, 'restoring'), { recursive: true });
				await markReady(store, 'before-restore/old');
				for (const [from = '', to = ''] of moves.slice(0, count)) await rename(join(store, from), join(store, to));
				const codes = await withApp(store, (app) => Promise.resolve(app.notices.map(({ code }) => code)));
				expect(codes).toEqual(['restore_finished']);
				expect(await look(store)).toBe(after);
				expect((await readdir(store)).sort()).toEqual([...parts, 'before-restore', 'store.lock'].sort());
				expect(await look(join(store, 'before-restore', 'old'))).toBe(before);
			}
		});
	}
);
