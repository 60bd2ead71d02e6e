// A process that does all that people do, several at once, until it is killed; it says each act before it asks for it, and when it
// was promised or refused. Run by kill.ts.
import process from 'node:process';
import { setImmediate as next } from 'node:timers/promises';
import { openApp } from '../../src/lib/server/app.ts';
import { Refusal } from '../../src/lib/server/refusal.ts';
import { acts, handsFor, type ActName } from './kill-acts.ts';

export interface Said {
	readonly on: 'begin' | 'done' | 'refused';
	readonly act: ActName;
	readonly tag: string;
	/** of what, where it begins; what was promised, where it is done */
	readonly of: string;
}

/** The same numbers for the same seed. */
export function randomFrom(seed: number): () => number {
	let state = (seed % 2_147_483_646) + 1;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
}

async function work(folder: string, usb: string, seed: number, aim: string): Promise<void> {
	const say = (said: Said | { readonly on: 'open' }) => process.stdout.write(`${JSON.stringify(said)}\n`);
	const app = await openApp(folder);
	say({ on: 'open' });
	let count = 0;

	async function keepDoing(names: readonly ActName[], random: () => number): Promise<never> {
		for (;;) {
			const act = names[Math.floor(random() * names.length)] ?? 'import';
			count += 1;
			const tag = `k${seed}n${count}`;
			const figure = `50.${String((seed * 1000 + count) % 1_000_000).padStart(6, '0')}`;
			const begin = (of: string) => say({ on: 'begin', act, tag, of });
			try {
				const done = await acts[act]({ app, random, tag, figure, usb, begin });
				say({ on: done === null ? 'refused' : 'done', act, tag, of: done ?? '' });
			} catch (error) {
				if (!(error instanceof Refusal)) throw error;
				say({ on: 'refused', act, tag, of: error.message });
			}
			// what has nothing to do yet leaves the turn to others
			await next();
		}
	}
	await Promise.all(handsFor(aim).map((names, nth) => keepDoing(names, randomFrom(seed * 7 + nth))));
}

const [folder, usb = '', seed = '1', aim = ''] = process.argv.slice(2);
if (process.argv[1]?.endsWith('kill-loop.ts') === true && folder !== undefined)
	await work(folder, usb, Number(seed), aim);
