// A large plain table goes the quick way, and is told, stored, rebuilt and proved like any other.
import { expect, test } from 'vitest';
import type { Arriving } from '../../src/lib/server/imports/arriving.ts';
import { listKept } from '../../src/lib/server/store/archive.ts';
import { verifyStore } from '../../src/lib/server/store/verify.ts';
import { round, whose, withApp, withFolder } from './with-store.ts';

/** Mostly rows that nobody has filled in yet, so that the file is large. */
const large = (name: string, filled: readonly string[]): Arriving => {
	const empty = Array.from({ length: 130_000 }, () => '4001,team,2,plan_achievement_pct,');
	const text = ['district,section,indicator,input,value', ...empty, ...filled, ''].join('\n');
	return { name, bytes: new TextEncoder().encode(text), round, sender: 'สพจ.', received_at: null };
};
const filled = ['4001,team,2,plan_achievement_pct,96.50', '4002,team,2,plan_achievement_pct,88'];

test('a large plain table is taken, and a rebuild by the common way gives the same to the last digit', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const result = await app.importArriving([large('ทั้งจังหวัด.csv', filled)], whose);
			expect([result.accepted, result.outcome, result.problems]).toEqual([true, 'accepted', []]);
			const entries = (await app.round(round))?.entries;
			expect(entries?.map(({ district, text, at, value }) => ({ district, text, at, value }))).toEqual([
				{
					district: '4001',
					text: '96.50',
					at: { file: 'ทั้งจังหวัด.csv', sheet: undefined, line: 130_002, cell: 'E130002' },
					value: { kind: 'number', scaled: 96_500_000n, decimals: 2 }
				},
				{
					district: '4002',
					text: '88',
					at: { file: 'ทั้งจังหวัด.csv', sheet: undefined, line: 130_003, cell: 'E130003' },
					value: { kind: 'number', scaled: 88_000_000n, decimals: 0 }
				}
			]);
			expect((await app.withStore(verifyStore)).problems).toEqual([]);
			expect(await app.rebuild()).toEqual([]);
			expect((await app.round(round))?.entries).toEqual(entries);
		});
		expect(await listKept(folder)).toHaveLength(1);
	});
});

test('a large table with something to remark on goes the common way, and nothing of the quick way stays', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const { accepted, problems } = await app.importArriving(
				[large('ผิด.csv', [...filled, '4003,team,2,plan_achievement_pct,960'])],
				whose
			);
			expect(accepted).toBe(false);
			expect(problems.map(({ code, at }) => [code, at.cell])).toEqual([['out_of_range', 'E130004']]);
		});
		expect(await listKept(folder)).toEqual([]);
	});
});
