import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withFolder } from '../server/with-store.ts';
import { runKpi } from './run-kpi.ts';

const round = 'khon-kaen/2565-2';
const heading = 'district,section,indicator,input,value\n';
const good = `${heading}4001,team,2,plan_achievement_pct,96\n4002,team,2,plan_achievement_pct,81\n`;
const bad = `${heading}4003,team,2,plan_achievement_pct,มาก\n`;

/** A store with a folder of files beside it. */
async function withDesk(use: (store: string, desk: string) => Promise<void>): Promise<void> {
	await withFolder(async (folder) => {
		const [store, desk] = [join(folder, 'store'), join(folder, 'desk')];
		await mkdir(desk);
		await writeFile(join(desk, 'good.csv'), good);
		await writeFile(join(desk, 'bad.csv'), bad);
		await writeFile(join(desk, 'empty.json'), '[]');
		await writeFile(join(desk, 'broken.json'), '[{');
		await use(store, desk);
	});
}

const wrongUse = [
	[['scorecard', round], 'ไม่รู้จักคำสั่ง scorecard'],
	[['template', round], 'ต้องระบุ --out ว่าจะเก็บแบบกรอกไว้ที่ใด'],
	[['rank'], 'วิธีใช้: rank <รอบ> [--as-of วันหรือเวลา] [--json]'],
	[['rank', round, round], 'วิธีใช้: rank <รอบ> [--as-of วันหรือเวลา] [--json]'],
	[['rank', round, '--csv'], 'ใช้ --csv กับคำสั่งนี้ไม่ได้'],
	[['import', 'good.csv', '--round'], '--round ต้องมีค่าตามหลัง'],
	[['rank', 'khon-kaen/2599-1'], 'ไม่พบข้อตกลง khon-kaen/2599-1'],
	[['describe', 'nowhere.yaml'], 'ไม่พบข้อตกลง nowhere.yaml'],
	[['score', round, 'nothing.csv'], 'ไม่พบแฟ้มหรือโฟลเดอร์ nothing.csv'],
	[['import', 'nothing.csv', '--round', round], 'ไม่พบแฟ้มหรือโฟลเดอร์ nothing.csv'],
	[['explain', round, 'กรุงเทพ', 'team', '1'], 'ไม่พบอำเภอ กรุงเทพ ในจังหวัดขอนแก่น'],
	[['explain', round, '4001', 'team', '99'], 'ไม่พบตัวชี้วัด team/99'],
	[['serve', 'now'], 'วิธีใช้: serve']
] as const;

test.each(wrongUse)('%j is wrong use: exit 2, a Thai sentence, nothing on stdout', async (argv, sentence) => {
	await withDesk(async (store, desk) => {
		const ran = await runKpi(argv, store, desk);
		expect(ran).toMatchObject({ exit: 2, out: '' });
		expect(ran.err).toContain(sentence);
	});
});

test.each([[[]], [['--help']], [['rank', '--help']]])('%j prints the help in Thai', async (argv) => {
	await withDesk(async (store, desk) => {
		const ran = await runKpi(argv, store, desk);
		expect(ran).toMatchObject({ exit: 0, err: '' });
		expect(ran.out).toContain('วิธีใช้: npm run --silent kpi -- <คำสั่ง>');
	});
});

const withJson = [
	[['check', '--json'], 0],
	[['check', round, '--json'], 0],
	[['describe', round, '--json'], 0],
	[['score', round, 'empty.json', '--json'], 0],
	[['score', round, 'good.csv', 'empty.json', '--json'], 0],
	[['score', round, 'bad.csv', '--json'], 1],
	[['score', round, 'broken.json', 'good.csv', '--json'], 1],
	[['import', 'good.csv', '--round', round, '--json'], 0],
	[['import', 'good.csv', '--json'], 1],
	[['import', 'good.csv', 'bad.csv', '--round', round, '--json'], 1],
	[['rank', round, '--json'], 0],
	[['explain', round, 'เมืองขอนแก่น', 'team', '1', '--json'], 0],
	[['verify', '--json'], 0],
	[['rank', 'khon-kaen/2599-1', '--json'], 2]
] as const;

test.each(withJson)('%j leaves one JSON document on stdout and exits %i', async (argv, exit) => {
	await withDesk(async (store, desk) => {
		const ran = await runKpi(argv, store, desk);
		expect(ran.exit).toBe(exit);
		expect(JSON.parse(ran.out)).toBeTypeOf('object');
		expect(ran.err === '').toBe(exit === 0);
	});
});

test('check, describe and score touch no store', async () => {
	await withDesk(async (store, desk) => {
		for (const argv of [['check'], ['describe', round], ['score', round, 'good.csv']]) {
			expect((await runKpi(argv, store, desk)).exit).toBe(0);
		}
		await expect(readdir(store)).rejects.toThrow('ENOENT');
	});
});

test('score answers every district of the province on every indicator, whatever was reported', async () => {
	await withDesk(async (store, desk) => {
		const described = JSON.parse((await runKpi(['describe', round, '--json'], store, desk)).out) as {
			sections: { section: string; indicators: { indicator: string; applies_to: string[] }[] }[];
		};
		const districts = described.sections[0]?.indicators[0]?.applies_to ?? [];
		expect(districts).toHaveLength(26);
		const keys = described.sections.flatMap((one) => one.indicators.map((two) => `${one.section}/${two.indicator}`));
		for (const [file, reported] of [
			['empty.json', 0],
			['good.csv', 2],
			['broken.json', 0]
		] as const) {
			const ran = await runKpi(['score', round, file, '--json'], store, desk);
			const answer = JSON.parse(ran.out) as {
				agreement: string;
				scores: { district: string; section: string; indicator: string; status: string }[];
				sections: { district: string; section: string }[];
			};
			expect(answer.agreement).toBe(round);
			expect(answer.scores.map((one) => `${one.district}/${one.section}/${one.indicator}`)).toEqual(
				districts.flatMap((district) => keys.map((key) => `${district}/${key}`))
			);
			expect(answer.scores.filter((one) => one.status === 'scored')).toHaveLength(reported);
			expect(answer.sections).toHaveLength(26 * described.sections.length);
		}
	});
});

test('a letter may be named by its file', async () => {
	await withDesk(async (store, desk) => {
		const letter = new URL('../../data/agreements/khon-kaen/2565-2.yaml', import.meta.url);
		await writeFile(join(desk, 'letter.yaml'), await readFile(letter));
		const byFile = await runKpi(['score', './letter.yaml', 'good.csv', '--json'], store, desk);
		const byRound = await runKpi(['score', round, 'good.csv', '--json'], store, desk);
		expect(byFile).toEqual(byRound);
	});
});

test('a file that is no letter is told with its line', async () => {
	await withDesk(async (store, desk) => {
		await writeFile(join(desk, 'letter.yaml'), 'agreement: khon-kaen/2565-2\nprovince: 40\n');
		const ran = await runKpi(['check', 'letter.yaml'], store, desk);
		expect(ran.exit).toBe(1);
		expect(ran.err).toMatch(/letter\.yaml บรรทัด 2/);
	});
});

test('the round is told by --round, by the folders a file lies in, or by the template it was made from', async () => {
	await withDesk(async (store, desk) => {
		await mkdir(join(desk, round), { recursive: true });
		await writeFile(join(desk, round, 'a.csv'), good);
		await writeFile(join(desk, round, 'บันทึก.md'), 'x');
		const asked = await runKpi(['import', 'good.csv'], store, desk);
		expect(asked.exit).toBe(1);
		expect(asked.err).toContain('good.csv: ไม่รู้ว่าเป็นผลของรอบใด ระบุด้วย --round');
		const taken = await runKpi(['import', '.', '--sender', 'ใคร'], store, join(desk, 'khon-kaen'));
		expect(taken).toMatchObject({ exit: 0, err: '' });
		expect(taken.out).toBe('รับแล้ว ใบรับเลขที่ 2565-0001 2565-2/a.csv 2 ค่า 2 อำเภอ (ส่งช้า)\n');
		await runKpi(['template', round, '--out', 'empty.xlsx', '--district', '4001'], store, desk);
		const stamped = await runKpi(['import', 'empty.xlsx', '--dry-run'], store, desk);
		expect(stamped.err).toContain('แบบกรอกนี้ยังไม่ได้กรอกค่าใดเลย');
		expect(stamped.err).not.toContain('ไม่รู้ว่าเป็นผลของรอบใด');
	});
});

test('a ranking names every district, in the order of section, place and code, before and after a rebuild', async () => {
	await withDesk(async (store, desk) => {
		await runKpi(['import', 'good.csv', '--round', round], store, desk);
		const before = await runKpi(['rank', round, '--json'], store, desk);
		expect((await runKpi(['rebuild'], store, desk)).exit).toBe(0);
		const after = await runKpi(['rank', round, '--json'], store, desk);
		expect(after.out).toBe(before.out);
		const { sections, province } = JSON.parse(after.out) as {
			province: { code: string; name: string };
			sections: { section: string; district: string; name: string; place: number }[];
		};
		expect(province).toEqual({ code: '40', name: 'ขอนแก่น' });
		const team = sections.filter((one) => one.section === 'team');
		expect(team).toHaveLength(26);
		expect(team.slice(0, 2).map((one) => [one.district, one.name])).toEqual([
			['4001', 'เมืองขอนแก่น'],
			['4002', 'บ้านฝาง']
		]);
		expect(team.map((one) => one.place)).toEqual(team.map((one) => one.place).toSorted((a, b) => a - b));
	});
});

test('verify names an altered line and exits 1', async () => {
	await withDesk(async (store, desk) => {
		await runKpi(['import', 'good.csv', '--round', round], store, desk);
		const journal = join(store, 'journal.jsonl');
		await writeFile(journal, (await readFile(journal, 'utf8')).replace('good.csv', 'best.csv'));
		const ran = await runKpi(['verify'], store, desk);
		expect(ran).toMatchObject({ exit: 1, out: '' });
		expect(ran.err).toContain('สมุดบันทึกบรรทัดที่ 1 ไม่ตรงกับรหัสของบรรทัดเอง');
	});
});
