import { expect, test } from 'vitest';
import { openDocumentDesk } from '../../src/lib/server/printing/document-desk.ts';
import type { Watch } from '../../src/lib/server/printing/print-lane.ts';
import type { Press } from '../../src/lib/server/printing/print-press.ts';
import type { PrintJob, Printed, PrintProgress } from '../../src/lib/server/printing/print.ts';
import { makeView } from '../reports/fixture.ts';

const job: PrintJob = { request: { kind: 'memo' }, view: makeView(), earlier: [], digits: 'thai', fonts: null };
const printed = (text: string): Printed => ({
	bytes: new TextEncoder().encode(text),
	pages: 1,
	title: text,
	data: []
});

/** A press whose jobs are done when the test says so. */
function openFakePress() {
	const jobs: { readonly watch: Watch; done(printed: Printed): void; fail(error: Error): void }[] = [];
	const press: Press = {
		print: (_, watch) =>
			new Promise((done, fail) => {
				jobs.push({ watch, done, fail });
				watch.signal.addEventListener('abort', () => fail(watch.signal.reason as Error));
			}),
		warm: () => undefined,
		close: () => Promise.resolve()
	};
	return { press, jobs };
}
const watching = (signal = new AbortController().signal, heard: PrintProgress[] = []): Watch => ({
	signal,
	onProgress: (progress) => heard.push(progress)
});

test('what was printed once is handed out again without printing', async () => {
	const { press, jobs } = openFakePress();
	const desk = openDocumentDesk(press);
	expect(desk.find('a')).toBeNull();
	const first = desk.print('a', job, watching());
	jobs[0]?.done(printed('เอกสาร'));
	const document = await first;
	expect(document.etag).toMatch(/^"[0-9a-f]{32}"$/);
	expect(await desk.print('a', job, watching())).toBe(document);
	expect(desk.find('a')).toBe(document);
	expect(jobs).toHaveLength(1);
	desk.clear();
	expect(desk.find('a')).toBeNull();
});

test('all who ask while it is being printed wait for the one print, each told how far it has come', async () => {
	const { press, jobs } = openFakePress();
	const desk = openDocumentDesk(press);
	const heard: PrintProgress[] = [];
	const first = desk.print('a', job, watching());
	jobs[0]?.watch.onProgress({ kind: 'writing' });
	const second = desk.print('a', job, watching(undefined, heard));
	jobs[0]?.watch.onProgress({ kind: 'laying', pages: 1 });
	jobs[0]?.done(printed('เอกสาร'));
	expect(await first).toBe(await second);
	expect(heard).toEqual([{ kind: 'writing' }, { kind: 'laying', pages: 1 }]);
	expect(jobs).toHaveLength(1);
});

test('it is printed on while one of them waits, and dropped when the last has gone', async () => {
	const { press, jobs } = openFakePress();
	const desk = openDocumentDesk(press);
	const [one, two] = [new AbortController(), new AbortController()];
	const waits = [desk.print('a', job, watching(one.signal)), desk.print('a', job, watching(two.signal))];
	one.abort(new Error('one has gone'));
	await expect(waits[0]).rejects.toThrow('one has gone');
	expect(jobs[0]?.watch.signal.aborted).toBe(false);
	two.abort(new Error('two has gone'));
	await expect(waits[1]).rejects.toThrow('two has gone');
	expect(jobs[0]?.watch.signal.aborted).toBe(true);
	const again = desk.print('a', job, watching());
	jobs[1]?.done(printed('ใหม่'));
	expect((await again).title).toBe('ใหม่');
});

test('a failure reaches all who wait and is not kept', async () => {
	const { press, jobs } = openFakePress();
	const desk = openDocumentDesk(press);
	const waits = [desk.print('a', job, watching()), desk.print('a', job, watching())];
	jobs[0]?.fail(new Error('no paper'));
	await expect(waits[0]).rejects.toThrow('no paper');
	await expect(waits[1]).rejects.toThrow('no paper');
	const again = desk.print('a', job, watching());
	jobs[1]?.done(printed('เอกสาร'));
	expect((await again).title).toBe('เอกสาร');
});

test('the oldest used go first when they grow past the bound', async () => {
	const { press, jobs } = openFakePress();
	const desk = openDocumentDesk(press, 10);
	for (const [at, key] of ['a', 'b', 'a', 'c', 'large'].entries()) {
		const asked = desk.print(key, job, watching());
		jobs.splice(0)[0]?.done(printed(key === 'large' ? 'x'.repeat(11) : 'x'.repeat(5)));
		expect((await asked).pages, `${at} ${key}`).toBe(1);
	}
	expect(['a', 'b', 'c', 'large'].filter((key) => desk.find(key) !== null)).toEqual(['a', 'c']);
});
