import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import type { Entry } from '../../src/lib/submission/entry.ts';
import { openReadingLane, type ReadingBounds, type ReadingLane } from '../../src/lib/server/reading/reading-lane.ts';
import type { ToRead } from '../../src/lib/server/reading/read-job.ts';
import { benchLetter } from '../bench/letter.ts';

/** A worker that does as its file's name says; a file has the letter it was read under, and how many letters came, as texts. */
const obedient = `
	const { parentPort } = require('node:worker_threads');
	let letters = 0, letter = '', left = 0;
	const entry = (text) => ({ text });
	const some = () => ({ entries: [entry(letter), entry(String(letters)), entry(String(left))], unusable: [1], more: left-- > 0 });
	parentPort.on('message', ({ kind, name, agreement }) => {
		if (kind === 'next') return parentPort.postMessage({ kind: 'entries', ...some() });
		if (name === 'fall') throw new Error('fell over');
		if (name === 'fail') return parentPort.postMessage({ kind: 'failed', why: 'no such rule' });
		if (name === 'hang') while (true);
		if (name === 'eat') for (const eaten = []; ; ) eaten.push(new Array(1000).fill(name));
		if (agreement) { letters += 1; letter = agreement.round; }
		left = Number(name);
		const read = { submission: { readable: true, entries: [] }, whole: true, leftOut: [], usable: [] };
		parentPort.postMessage({ kind: 'read', read, ...some() });
	});`;

let started = 0;
let lane: ReadingLane;
function open(over: Partial<ReadingBounds> = {}): void {
	started = 0;
	lane = openReadingLane(
		() => {
			started += 1;
			return new Worker(obedient, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } });
		},
		{ patience: 60_000, idle: null, ...over }
	);
}
afterEach(() => lane.close());

const textsOf = (entries: readonly Entry[]) => entries.map(({ text }) => text).join(' ');
async function read(name: string, letter = 'one'): Promise<string> {
	const file: ToRead = { name, bytes: new Uint8Array(), agreement: { ...benchLetter, round: letter }, answers: [] };
	try {
		const done = await lane.read(file, letter);
		return done === null ? 'gave up' : `${textsOf(done.submission.entries)} | ${textsOf(done.usable)}`;
	} catch (error) {
		return (error as Error).message;
	}
}

test('entries come a few at a time, and what cannot be stored is told apart', async () => {
	open();
	expect(await read('1')).toBe('one 1 1 one 1 0 | one 1 one 0');
});

test('a letter is handed over once, and again after another or to a new worker', async () => {
	open();
	const asked = [read('0'), read('0'), read('0', 'two'), read('0')];
	expect(await Promise.all(asked)).toEqual([
		'one 1 0 | one 0',
		'one 1 0 | one 0',
		'two 2 0 | two 0',
		'one 3 0 | one 0'
	]);
	expect(await read('fall')).toBe('fell over');
	expect(await read('0')).toBe('one 1 0 | one 0');
	expect(started).toBe(2);
});

test.each([
	['fall', 'fell over', {}],
	['hang', 'gave up', { patience: 300 }],
	['eat', 'gave up', {}]
])('a file at which the worker would %s ends it, and the next file has another', async (name, told, bounds) => {
	open(bounds);
	const asked = [read(name), read('0')];
	expect(await Promise.all(asked)).toEqual([told, 'one 1 0 | one 0']);
	expect(started).toBe(2);
});

test('what goes wrong in the program is thrown, and the worker reads on', async () => {
	open();
	expect(await Promise.all([read('fail'), read('0')])).toEqual(['no such rule', 'one 1 0 | one 0']);
	expect(started).toBe(1);
});

test('who waits when the program closes is told so', async () => {
	open();
	const asked = [read('hang'), read('0')];
	await new Promise((resolve) => setTimeout(resolve, 50));
	await lane.close();
	const closing = 'โปรแกรมกำลังปิด แฟ้มนี้จึงยังไม่ได้อ่าน เปิดโปรแกรมแล้วส่งใหม่';
	expect(await Promise.all(asked)).toEqual([closing, closing]);
});
