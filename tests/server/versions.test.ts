import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { restoreBackup } from '../../src/lib/server/backup/restore.ts';
import { verifyStore } from '../../src/lib/server/store/verify.ts';
import { mustBe } from '../demo/load-demo.ts';
import { at } from './backed-up.ts';
import { tellDigits } from './backups/tell-digits.ts';
import { round, withApp, withFolder } from './with-store.ts';

const folder = fileURLToPath(new URL('backups', import.meta.url));
const kept = (await readdir(folder)).filter((name) => name.endsWith('.tar.gz'));

test('stores of older versions are kept', () => expect(kept.length).toBeGreaterThan(0));

test.each(kept)(
	'%s, made by the version that was released then, opens and scores the same digits',
	{ timeout: 180_000 },
	async (name) => {
		await withFolder(async (own) => {
			const file = join(own, name.replace(/\.gz$/, ''));
			await writeFile(file, gunzipSync(await readFile(join(folder, name))));
			const store = join(own, 'store');
			const restored = await restoreBackup(file, store, { aside: false, at });
			expect(restored.problems).toEqual([]);
			await withApp(store, async (app) => {
				expect((await app.withStore(verifyStore)).problems).toEqual([]);
				const view = mustBe(await app.round(round));
				const digits = JSON.parse(await readFile(join(folder, name.replace(/\.tar\.gz$/, '.json')), 'utf8')) as unknown;
				expect(tellDigits(view)).toEqual(digits);
				const [edition] = view.editions;
				expect((await app.editions.verify(mustBe(edition).code)).view.edition.number).toBe(1);
				expect(await app.entry.drafts(round)).toHaveLength(1);
			});
		});
	}
);
