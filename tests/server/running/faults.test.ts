import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { beforeEach, expect, test, vi } from 'vitest';
import { faultsFile, keepFaultsIn, listFaults, mostBytes, tellFault } from '../../../src/lib/server/running/faults.ts';
import { withFolder } from '../with-store.ts';

let said: string[] = [];
beforeEach(() => {
	said = [];
	vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
	// another process begins
	Reflect.deleteProperty(globalThis, Symbol.for('watphon.faults'));
});
const restart = () => Reflect.deleteProperty(globalThis, Symbol.for('watphon.faults'));
const about = { place: 'page', route: '/people', who: 'p1', method: 'GET' } as const;
const fault = (what: string) => new TypeError(what);

test('a fault is logged with the code its reader is told, kept in the store, and known after a restart', async () => {
	await withFolder(async (store) => {
		keepFaultsIn(store);
		const ref = tellFault(fault('ไม่มีช่องนี้'), about);
		expect(ref).toMatch(/^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}$/);
		const line = JSON.parse(said[0] ?? '') as Record<string, unknown>;
		expect(line).toMatchObject({ level: 'error', event: 'fault', ref, route: '/people', method: 'GET', who: 'p1' });
		expect(line['stack']).toContain('faults.test.ts');
		restart();
		keepFaultsIn(store);
		expect(listFaults()).toMatchObject([{ ref, place: 'page', what: 'TypeError: ไม่มีช่องนี้', times: 1 }]);
		expect((await stat(faultsFile(store))).mode & 0o077).toBe(0);
	});
});

test('the same again is counted under the same code, its stack told once', () => {
	const first = tellFault(fault('a'), about);
	tellFault(fault('b'), about);
	expect(tellFault(fault('a'), about)).toBe(first);
	expect(listFaults().map(({ what, times }) => [what, times])).toEqual([
		['TypeError: a', 2],
		['TypeError: b', 1]
	]);
	expect(said.map((line) => 'stack' in (JSON.parse(line) as object))).toEqual([true, true, false]);
});

test('a flood is bounded, in memory and on disk', async () => {
	await withFolder(async (store) => {
		keepFaultsIn(store);
		for (let n = 0; n < 600; n++) tellFault(fault(`${n} ${'ก'.repeat(400)}`), about);
		expect(listFaults()).toHaveLength(100);
		expect(listFaults()[0]?.what).toContain('599');
		expect((await stat(faultsFile(store))).size).toBeLessThan(3 * mostBytes);
		restart();
		keepFaultsIn(store);
		expect(listFaults()).toHaveLength(100);
		expect(listFaults()[0]?.what).toContain('599');
	});
});

test('a file that was cut off or altered, and a folder that takes nothing, keep nobody from telling', async () => {
	await withFolder(async (store) => {
		await mkdir(join(store, 'log'));
		await writeFile(faultsFile(store), '{"ref":"K7M-2QX","at":"2026-11');
		keepFaultsIn(store);
		expect(listFaults()).toEqual([]);
		tellFault(fault('a'), about);
		expect(await readFile(faultsFile(store), 'utf8')).toMatch(/^\{"ref".*\}\n$/);
	});
	restart();
	await withFolder(async (store) => {
		await writeFile(join(store, 'log'), 'a file where the folder should be');
		await chmod(store, 0o500);
		keepFaultsIn(store);
		expect(tellFault(fault('a'), about)).not.toBe('');
		expect(listFaults()).toHaveLength(1);
		expect(said.some((line) => line.includes('log_unwritten'))).toBe(true);
		await chmod(store, 0o700);
	});
});

test('what was thrown that is no error, and what a thread says of its own, are told too', () => {
	tellFault('Error: no font\n    at print-worker.ts:9', { place: 'print' });
	tellFault(null, { place: 'process' });
	expect(listFaults().map(({ what, stack }) => [what, stack])).toEqual([
		['null', null],
		['Error: no font', 'Error: no font\n    at print-worker.ts:9']
	]);
});

test('no token stands in what is kept', async () => {
	await withFolder(async (store) => {
		keepFaultsIn(store);
		tellFault(fault(`bad link /join/${'aB3'.repeat(14)}x for password=ม้าเหล็ก`), about);
		expect(await readFile(faultsFile(store), 'utf8')).not.toMatch(/aB3aB3|ม้าเหล็ก/);
	});
});
