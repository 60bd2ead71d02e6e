import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { listKept } from '../../src/lib/server/store/archive.ts';
import type { Arriving } from '../../src/lib/server/imports/arriving.ts';
import { isLate } from '../../src/lib/server/imports/received.ts';
import { journalFile } from '../../src/lib/server/store/journal.ts';
import { planFile, round, whose, withApp, withFolder } from './with-store.ts';

const ofText = (name: string, text: string): Arriving => ({
	name,
	bytes: new TextEncoder().encode(text),
	round,
	sender: null,
	received_at: null
});

test('one bad value in one of three files keeps all three out and everything wrong is said at once', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const result = await app.importArriving(
				[
					planFile('a.csv', '4001', '96'),
					planFile('b.csv', '4002', '960'),
					planFile('c.csv', '4999', '96'),
					{ ...planFile('d.csv', '4003', '96'), round: null },
					{ ...planFile('e.csv', '4003', '95'), round: 'khon-kaen/2500-1' }
				],
				whose
			);
			expect(result.accepted).toBe(false);
			expect(result.receipts).toEqual([]);
			expect(result.problems.map((problem) => problem.at.file)).toEqual(['b.csv', 'c.csv', 'd.csv', 'e.csv']);
			expect((await app.round(round))?.entries).toEqual([]);
		});
		expect(await listKept(folder)).toEqual([]);
		await expect(readFile(journalFile(folder))).rejects.toThrow('ENOENT');
	});
});

test('the same file for the same round is known, and gets its first receipt again', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const first = await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			const second = await app.importArriving([planFile('ใหม่.csv', '4001', '96')], whose);
			expect(second.accepted).toBe(true);
			expect(second.receipts).toEqual(first.receipts);
			expect(second.problems.map((problem) => [problem.severity, problem.code])).toEqual([['warning', 'known_file']]);
			expect((await app.round(round))?.received).toHaveLength(1);
		});
	});
});

test('two equal files of one command are received once', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const result = await app.importArriving(
				[planFile('a.csv', '4001', '96'), planFile('b.csv', '4001', '96')],
				whose
			);
			expect(result.receipts.map((receipt) => receipt.file)).toEqual(['a.csv']);
			expect(result.problems.map((problem) => problem.code)).toEqual(['same_file']);
		});
	});
});

test('a later file goes before an earlier one, only where it says something', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			await app.importArriving(
				[
					ofText(
						'a.json',
						JSON.stringify([
							{
								district: '4001',
								section: 'team',
								indicator: '1',
								inputs: { budget_used_pct: 91.5, disbursed_per_rules: true }
							}
						])
					)
				],
				whose
			);
			await app.importArriving(
				[
					ofText(
						'b.json',
						JSON.stringify([{ district: '4001', section: 'team', indicator: '1', inputs: { budget_used_pct: 96 } }])
					)
				],
				whose
			);
			const view = await app.round(round);
			expect(view?.entries.map((entry) => [entry.input, entry.text, entry.submission, entry.at.file])).toEqual([
				['budget_used_pct', '96', 2, 'b.json'],
				['disbursed_per_rules', 'true', 1, 'a.json']
			]);
		});
	});
});

test('every kind of value comes out of the store as it went in', async () => {
	const values: readonly (readonly [string, string, string, unknown])[] = [
		['1', 'spent_baht', '1234567.89', { kind: 'number', scaled: 1_234_567_890_000n, decimals: 2 }],
		['1', 'disbursed_per_rules', 'true', { kind: 'bool', yes: true }],
		['1', 'force_majeure_letter_on', '2022-08-14', { kind: 'moment', iso: '2022-08-14' }],
		['2', 'project_progress_pcts', '80; 90.5; 100', { kind: 'list', scaled: [80_000_000n, 90_500_000n, 100_000_000n] }]
	];
	await withFolder(async (folder) => {
		const rows = values.map(([indicator, input, text]) => `4001,team,${indicator},${input},${text}\n`).join('');
		await withApp(folder, async (app) => {
			const { problems } = await app.importArriving(
				[ofText('a.csv', `district,section,indicator,input,value\n${rows}`)],
				whose
			);
			expect(problems).toEqual([]);
		});
		await withApp(folder, async (app) => {
			const view = await app.round(round);
			for (const [indicator, input, text, value] of values) {
				const entry = view?.entries.find((one) => one.indicator === indicator && one.input === input);
				expect([entry?.text, entry?.value]).toEqual([text, value]);
			}
		});
	});
});

const closings = [
	['2022-09-20', '2022-09-20T23:59:59+07:00', false],
	['2022-09-20', '2022-09-21T00:00:00+07:00', true],
	['2022-09-20T16:30', '2022-09-20T16:30:59+07:00', false],
	['2022-09-20T16:30', '2022-09-20T16:31:00+07:00', true],
	[undefined, '2022-09-30T23:59:59+07:00', false],
	[undefined, '2022-10-01T00:00:00+07:00', true]
] as const;

test.each(closings)(
	'closing at %s in a round that ends on 30 September, received at %s: late is %s',
	(submit_by, receivedAt, late) => {
		expect(isLate({ to: '2022-09-30', ...(submit_by ? { submit_by } : {}) }, receivedAt)).toBe(late);
	}
);

test('a file keeps the time and sender it came with', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const { receipts } = await app.importArriving(
				[{ ...planFile('a.csv', '4001', '90'), received_at: '2022-09-12T08:00:00+07:00' }],
				whose
			);
			expect(receipts[0]).toMatchObject({
				sender: 'สพอ.',
				received_at: '2022-09-12T08:00:00+07:00',
				districts: ['4001']
			});
			expect((await app.round(round))?.newest).toBe('2022-09-12T08:00:00+07:00');
		});
	});
});

test('a value at odds with one received before is told, though the other stands in an older file', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const head = 'district,section,indicator,input,value\n';
			const sums = { spent_baht: 85, po_baht: 0, allocated_baht: 100, returned_by_2022_08_15_baht: 0 };
			const rows = Object.entries(sums).map(([input, baht]) => `4001,team,1,${input},${baht}\n`);
			const parts = ofText('ส่วน.csv', head + rows.join(''));
			expect((await app.importArriving([parts], whose)).problems).toEqual([]);
			const other = ofText('อื่น.csv', `${head}4002,team,1,budget_used_pct,91.5\n`);
			expect((await app.importArriving([other], whose)).problems).toEqual([]);
			const figure = ofText('ร้อยละ.csv', `${head}4001,team,1,budget_used_pct,91.5\n`);
			const told = await app.importArriving([figure], whose);
			expect(told.outcome).toBe('accepted_with_warnings');
			expect(told.problems.map(({ severity, code }) => [severity, code])).toEqual([['warning', 'conflict']]);
			expect(told.problems[0]?.message).toContain('91.5');
		});
	});
});
