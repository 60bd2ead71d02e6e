import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLane, type Lane, type LaneBounds } from '../../src/lib/server/printing/print-lane.ts';
import type { PrintJob, PrintProgress } from '../../src/lib/server/printing/print.ts';
import { makeView } from '../reports/fixture.ts';

/** A worker that does as its job's indicator says, and prints the order of the jobs it was given. */
const obedient = `
	const { parentPort } = require('node:worker_threads');
	let done = 0;
	parentPort.on('message', ({ request }) => {
		const [order, milliseconds = '0'] = request.indicator.split(' ');
		if (order === 'fall') throw new Error('fell over');
		if (order === 'fail') return parentPort.postMessage({ kind: 'failed', why: 'no such font' });
		const until = Date.now() + Number(milliseconds);
		parentPort.postMessage({ kind: 'progress', progress: { kind: 'laying', pages: 1 } });
		while (order === 'hang' || Date.now() < until);
		done += 1;
		const bytes = new TextEncoder().encode(order);
		parentPort.postMessage({ kind: 'printed', printed: { bytes, pages: done, title: order, data: [] } });
	});`;

const bounds: LaneBounds = { waiting: 2, patience: 60_000, idle: null };
const view = makeView();
const job = (order: string): PrintJob => ({
	request: { kind: 'indicator', section: 'team', indicator: order },
	view,
	earlier: [],
	digits: 'thai',
	fonts: null
});

let started = 0;
let lane: Lane;
function open(over: Partial<LaneBounds> = {}): void {
	started = 0;
	lane = openLane(
		() => {
			started += 1;
			return new Worker(obedient, { eval: true });
		},
		{ ...bounds, ...over }
	);
}
/** What came of a job: the order it was given and its number in the life of its worker, or the sentence. */
async function print(order: string, signal = new AbortController().signal, heard: PrintProgress[] = []) {
	try {
		const { title, pages } = await lane.print(job(order), { signal, onProgress: (progress) => heard.push(progress) });
		return `${title} ${pages}`;
	} catch (error) {
		return (error as Error).message;
	}
}

const failed = 'พิมพ์เอกสารนี้ไม่สำเร็จ ผลที่รับไว้ยังอยู่ครบ';
let said: string[];
beforeEach(() => {
	said = [];
	vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(async () => {
	await lane.close();
	vi.restoreAllMocks();
});

test('jobs are printed one after the other by one worker, and told how many are before them', async () => {
	open();
	const heard: PrintProgress[] = [];
	const all = await Promise.all([print('a 50'), print('b'), print('c', undefined, heard)]);
	expect(all).toEqual(['a 1', 'b 2', 'c 3']);
	expect(heard).toEqual([
		{ kind: 'waiting', before: 2 },
		{ kind: 'waiting', before: 1 },
		{ kind: 'laying', pages: 1 }
	]);
	expect(started).toBe(1);
});

test('one more than may wait is refused with a sentence', async () => {
	open();
	const four = [print('a 100'), print('b'), print('c'), print('d')];
	expect(await four[3]).toBe('มีเอกสารรอพิมพ์อยู่แล้ว 2 ฉบับ รอสักครู่แล้วสั่งพิมพ์ใหม่');
	expect(await Promise.all(four.slice(0, 3))).toEqual(['a 1', 'b 2', 'c 3']);
});

test('a job that nobody waits for any more is dropped: one that waits silently, one that runs with its worker', async () => {
	open();
	const [runs, waits] = [new AbortController(), new AbortController()];
	const three = [print('hang', runs.signal), print('b', waits.signal), print('c')];
	waits.abort(new Error('b has gone'));
	expect(await three[1]).toBe('b has gone');
	expect(started).toBe(1);
	runs.abort(new Error('a has gone'));
	expect(await three[0]).toBe('a has gone');
	expect(await three[2]).toBe('c 1');
	expect(started).toBe(2);
	expect(await print('d', AbortSignal.abort(new Error('never came')))).toBe('never came');
});

test('a worker that falls over fails its job with a sentence, and the next job has another', async () => {
	open();
	const two = [print('fall'), print('b')];
	expect(await two[0]).toContain(failed);
	expect(await two[1]).toBe('b 1');
	expect(started).toBe(2);
});

test('a job that cannot be printed fails with a sentence, and its worker goes on', async () => {
	open();
	expect(await Promise.all([print('fail'), print('b')])).toEqual([expect.stringContaining(failed), 'b 1']);
	expect(started).toBe(1);
	expect(said.join('')).toContain('no such font');
});

test('a job without end is ended, and the next one printed', async () => {
	open({ patience: 4000 });
	const two = [print('hang'), print('b')];
	expect(await two[0]).toContain('พิมพ์เอกสารนี้นานเกินกำหนดจึงหยุดไว้');
	expect(await two[1]).toBe('b 1');
});

test('an idle worker is ended and started again when there is work', async () => {
	open({ idle: 1 });
	expect(await print('a')).toBe('a 1');
	await wait(200);
	expect(await print('b')).toBe('b 1');
	expect(started).toBe(2);
});

test('closing tells whoever waits, and nothing is printed after it', async () => {
	open();
	const two = [print('hang'), print('b')];
	await lane.close();
	expect(await Promise.all(two)).toEqual(Array(2).fill('โปรแกรมกำลังปิด เอกสารนี้จึงยังไม่ได้พิมพ์ เปิดโปรแกรมแล้วสั่งพิมพ์ใหม่'));
	expect(await print('c')).toContain('มีเอกสารรอพิมพ์อยู่แล้ว');
});
