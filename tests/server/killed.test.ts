import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { checkStore, killOnce } from './kill.ts';
import { acts, type ActName } from './kill-acts.ts';
import { randomFrom, type Said } from './kill-loop.ts';
import { withFolder } from './with-store.ts';

const kills = Number(process.env.KILLS ?? 25);
const soak = process.env.KILLS !== undefined;
const seed = Number(process.env.KILL_SEED ?? 2565);
/** A store is killed so many times before the next begins. */
const perStore = 30;
/** Each act is aimed at in turn; every so often no act, but the opening of the store that was killed before. */
const aims: readonly (ActName | null)[] = [...(Object.keys(acts) as ActName[]), null];

test(
	`killed ${kills} times (seed ${seed}), every promised act is there and no half one, and the journal alone gives the same ranking`,
	{ timeout: 60_000 + kills * 40_000 },
	async () => {
		const random = randomFrom(seed);
		const hit = new Map<string, number>();
		for (let done = 0; done < kills; done += perStore) {
			await withFolder(async (folder) => {
				const [store, usb] = [join(folder, 'store'), join(folder, 'usb')];
				await Promise.all([mkdir(store), mkdir(usb)]);
				const said: Said[] = [];
				for (let nth = done; nth < Math.min(done + perStore, kills); nth++) {
					const aim = nth === done ? 'import' : (aims[nth % aims.length] ?? null);
					const after = aim === null ? 250 + random() * 250 : random() ** 2 * 80;
					const heard = await killOnce({ folder: store, usb, seed: seed + nth, aim, after });
					said.push(...heard);
					const ended = new Set(said.filter(({ on }) => on !== 'begin').map(({ tag }) => tag));
					for (const { act } of heard.filter(({ on, tag }) => on === 'begin' && !ended.has(tag)))
						hit.set(act, (hit.get(act) ?? 0) + 1);
					const notices = await checkStore(store, usb, said, soak || nth % 8 === 0);
					for (const notice of notices) hit.set(notice, (hit.get(notice) ?? 0) + 1);
				}
			});
		}
		console.log(`${kills} kills, seed ${seed}: ${[...hit].map(([what, times]) => `${what} ${times}`).join(', ')}`);
		expect([...hit.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(kills / 2);
	}
);
