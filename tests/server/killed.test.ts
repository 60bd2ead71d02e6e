import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { verifyStore } from '../../src/lib/server/store/verify.ts';
import { round, withApp, withFolder } from './with-store.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Imports from `from` on, is killed so many milliseconds after the first import is promised; gives the last promised. */
async function importUntilKilled(folder: string, from: number, after: number): Promise<number> {
	const child = spawn(process.execPath, [
		'--import',
		path('../../src/load-text.js'),
		path('import-loop.ts'),
		folder,
		String(from)
	]);
	let said = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		if (said === '') setTimeout(() => child.kill('SIGKILL'), after);
		said += text;
	});
	const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
	expect([code, signal]).toEqual([null, 'SIGKILL']);
	return Number(said.trimEnd().split('\n').at(-1)?.split(' ')[0]);
}

/** A fixed sequence of moments that fall anywhere in an import (milliseconds). */
function* moments(count: number): Generator<number> {
	let seed = 2565;
	for (let n = 0; n < count; n++) {
		seed = (seed * 48_271) % 2_147_483_647;
		yield seed % 173;
	}
}

test(
	'killed in the middle of imports, every promised import is there and no half one',
	{ timeout: 120_000 },
	async () => {
		await withFolder(async (folder) => {
			let next = 0;
			for (const after of moments(10)) {
				const promised = await importUntilKilled(folder, next, after);
				expect(promised).toBeGreaterThanOrEqual(next);
				await withApp(folder, async (app) => {
					const { problems } = await app.withStore(verifyStore);
					expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
					const received = (await app.round(round))?.received ?? [];
					const files = received.map((one) => one.file);
					// The one under way when it was killed may be in, whole, or out.
					const last = files.length / 2 - 1;
					expect([promised, promised + 1]).toContain(last);
					expect(files).toEqual(Array.from({ length: last + 1 }, (_, n) => [`${n}-4001.csv`, `${n}-4002.csv`]).flat());
					expect(received.map((one) => one.number)).toEqual(files.map((_, at) => at + 1));
					next = last + 1;
				});
			}
		});
	}
);
