import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CompareAnswer } from '../../src/lib/server/rounds/compare-answer.ts';
import { withFolder } from '../server/with-store.ts';
import { runKpi } from './run-kpi.ts';

const heading = 'district,section,indicator,input,value\n';
const plan = (percent: string) => `${heading}4001,team,2,plan_achievement_pct,${percent}\n`;

/** A store that knows one figure of each of two rounds. */
async function withRounds(use: (store: string) => Promise<void>): Promise<void> {
	await withFolder(async (folder) => {
		const store = join(folder, 'store');
		await mkdir(store);
		for (const [round, percent] of [
			['2565-1', '81'],
			['2565-2', '86']
		] as const) {
			const file = join(folder, `${round}.csv`);
			await writeFile(file, plan(percent));
			expect((await runKpi(['import', file, '--round', `khon-kaen/${round}`], store)).exit).toBe(0);
		}
		await use(store);
	});
}

test('two rounds compared are a table, or one JSON document and nothing else', async () => {
	await withRounds(async (store) => {
		const table = await runKpi(['compare', 'khon-kaen/2565-2', 'khon-kaen/2565-1'], store);
		expect(table).toMatchObject({ exit: 0, err: '' });
		expect(table.out).toContain('รอบที่ ๑/๒๕๖๕ → รอบที่ ๒/๒๕๖๕');
		expect(table.out).toContain('team/2: เกณฑ์ของระดับ 1–5 จาก 70, 75, 80, 85, 90 เป็น 75, 80, 85, 90, 95');

		const json = await runKpi(['compare', 'khon-kaen/2565-1', 'khon-kaen/2565-2', '--json'], store);
		expect(json).toMatchObject({ exit: 0, err: '' });
		const answer = JSON.parse(json.out) as CompareAnswer;
		expect(answer.rounds.map(({ round }) => round)).toEqual(['khon-kaen/2565-1', 'khon-kaen/2565-2']);
		const team = answer.whole.sections.find(({ section }) => section === 'team');
		// 81 is level 3 of 70–90 and 86 is level 4; of 75–95 it is level 3. The weight of 30 is the same.
		expect(team?.districts.find(({ district }) => district === '4001')).toMatchObject({
			before: { percent: 18, place: 1, due: 6, scored: 1 },
			after: { percent: 18, place: 1, due: 6, scored: 1 },
			places_gained: 0,
			bridge: { performance: 6, rule: -6, weight: 0, coverage: 0, unlike: 0, change: 0 },
			like_for_like: null
		});
		expect(team?.districts.find(({ district }) => district === '4002')).toMatchObject({
			before: { place: null, scored: 0 },
			after: { place: null, scored: 0 },
			places_gained: null
		});
	});
}, 60_000);

test.each([
	[['compare'], 'วิธีใช้: compare'],
	[['compare', 'khon-kaen/2599-1', 'khon-kaen/2565-2'], 'ไม่พบข้อตกลง khon-kaen/2599-1'],
	[['compare', 'khon-kaen/2565-2@yesterday', 'khon-kaen/2565-2'], 'ไม่พบข้อตกลง khon-kaen/2565-2@yesterday']
])('%j is wrong use', async (argv, sentence) => {
	await withFolder(async (store) => {
		const ran = await runKpi(argv, store);
		expect(ran).toMatchObject({ exit: 2, out: '' });
		expect(ran.err).toContain(sentence);
	});
});

test('rounds of two provinces do not stand side by side', async () => {
	await withFolder(async (store) => {
		const ran = await runKpi(['compare', 'khon-kaen/2565-2', 'buriram/2565-2'], store);
		expect(ran).toMatchObject({ exit: 1, out: '' });
		expect(ran.err).toContain('เทียบได้เฉพาะรอบของจังหวัดเดียวกัน');
	});
});
