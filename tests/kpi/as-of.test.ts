// `--as-of`: what commands said of a round at a moment, they say of that moment ever after.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RankAnswer } from '../../src/lib/server/rounds/rank-answer.ts';
import { planFile, round, whose, withApp } from '../server/with-store.ts';
import { runKpi } from './run-kpi.ts';

let store = '';
beforeAll(async () => {
	store = mkdtempSync(join(tmpdir(), 'watphon-as-of-'));
	await withApp(store, async (app) => {
		for (const [name, percent, at] of [
			['a.csv', '82', '2022-09-10T10:00:00+07:00'],
			['b.csv', '96', '2022-09-12T14:30:00+07:00']
		] as const)
			await app.importArriving([{ ...planFile(name, '4001', percent), received_at: at }], whose);
	});
});
afterAll(() => rmSync(store, { recursive: true, force: true }));

const team = async (...argv: readonly string[]) => {
	const { exit, out, err } = await runKpi(['rank', round, '--json', ...argv], store);
	expect([exit, err]).toEqual([0, '']);
	const answer = JSON.parse(out) as RankAnswer;
	const { percent } = answer.sections.find((one) => one.district === '4001' && one.section === 'team') ?? {};
	return [answer.round, percent];
};

test('a ranking is asked back by day and by minute', async () => {
	expect(await team('--as-of', '2022-09-09')).toEqual([`${round}@2022-09-09`, 0]);
	expect(await team('--as-of', '2022-09-10')).toEqual([`${round}@2022-09-10`, 12]);
	expect(await team('--as-of', '12/9/2565 14:29')).toEqual([`${round}@2022-09-12T14:29`, 12]);
	expect(await team('--as-of', '2022-09-12T14:30')).toEqual([`${round}@2022-09-12T14:30`, 30]);
	expect(await team()).toEqual([round, 30]);
	const { out } = await runKpi(['rank', round, '--as-of', '2022-09-10'], store);
	expect(out).toContain('ตามข้อมูลที่รับถึง 10 ก.ย. 2565 ไม่ใช่ปัจจุบัน');
}, 60_000);

test('an explanation and a document are of the moment too', async () => {
	const explained = await runKpi(['explain', round, '4001', 'team', '2', '--as-of', '2022-09-10'], store);
	expect(explained).toMatchObject({ exit: 0, err: '' });
	expect(explained.out).toContain('82');
	expect(explained.out).not.toContain('96');
	const printed = await runKpi(
		['report', 'memo', '--round', round, '--as-of', '2022-09-10', '--out', 'memo.pdf'],
		store
	);
	expect(printed).toEqual({ exit: 0, err: '', out: 'เขียน memo.pdf แล้ว\n' });
	expect((await readFile(join(store, 'memo.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
}, 60_000);

test('a round is compared with itself at a moment, and other rounds all at one', async () => {
	const compared = await runKpi(['compare', `${round}@2022-09-10`, round, '--json'], store);
	const { rounds } = JSON.parse(compared.out) as { rounds: readonly { round: string }[] };
	expect(rounds.map((one) => one.round)).toEqual([`${round}@2022-09-10`, round]);
	const then = await runKpi(['compare', 'khon-kaen/2565-1', round, '--as-of', '2022-09-10'], store);
	expect(then).toMatchObject({ exit: 0, err: '' });
	expect(then.out).toContain('รอบที่ ๑/๒๕๖๕ ณ 10 ก.ย. 2565 → รอบที่ ๒/๒๕๖๕ ณ 10 ก.ย. 2565');
}, 60_000);

test.each([
	[['rank', round, '--as-of', 'เมื่อวาน'], '“เมื่อวาน” ไม่ใช่วันหรือเวลา'],
	[['rank', round, '--as-of', '2022-09-31'], 'ใส่วันที่เช่น 2024-02-20'],
	[['rank', round, '--as-of'], '--as-of']
])('%j is wrong use', async (argv, sentence) => {
	const ran = await runKpi(argv, store);
	expect(ran).toMatchObject({ exit: 2, out: '' });
	expect(ran.err).toContain(sentence);
});
