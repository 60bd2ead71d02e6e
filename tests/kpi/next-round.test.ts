import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withFolder } from '../server/with-store.ts';
import { runKpi } from './run-kpi.ts';

const round = 'khon-kaen/2565-2';
const results = `district,section,indicator,input,value
4001,individual,7,women_member_growth_pct,12
4002,individual,7,women_member_growth_pct,-3
`;

async function withDesk(use: (store: string, desk: string) => Promise<void>): Promise<void> {
	await withFolder(async (folder) => {
		const [store, desk] = [join(folder, 'store'), join(folder, 'desk')];
		await mkdir(desk);
		await writeFile(join(desk, 'results.csv'), results);
		await use(store, desk);
	});
}

test('a province goes on by itself: the last letter copied, put in force, results taken and ranked', async () => {
	await withDesk(async (store, desk) => {
		const kpi = (...argv: string[]) => runKpi(argv, store, desk);
		const copied = await kpi('agreement', 'new', '--round', 'khon-kaen/2566-1', '--out', 'ใหม่.yaml');
		expect(copied).toMatchObject({ exit: 0, err: '' });
		expect(copied.out).toMatch(/^เขียน ใหม่\.yaml แล้ว เลื่อนวันที่ \d+ แห่ง/);
		expect(await readFile(join(desk, 'ใหม่.yaml'), 'utf8')).toContain('agreement: khon-kaen/2566-1');
		const preview = await kpi('agreement', 'add', 'ใหม่.yaml', '--preview');
		expect(preview.exit).toBe(0);
		expect((await kpi('rank', 'khon-kaen/2566-1')).exit).toBe(2);
		const added = await kpi('agreement', 'add', 'ใหม่.yaml');
		expect(added).toMatchObject({
			exit: 0,
			out: 'ใช้ข้อตกลงของรอบ khon-kaen/2566-1 ฉบับนี้แล้ว เป็นฉบับที่ 1 ที่สำนักงานเพิ่ม\n'
		});
		expect((await kpi('import', 'results.csv', '--round', 'khon-kaen/2566-1')).exit).toBe(0);
		const rank = JSON.parse((await kpi('rank', 'khon-kaen/2566-1', '--json')).out) as { sections: unknown[] };
		expect(rank.sections).toHaveLength(78);
		// Commands that open no store know the letter as well.
		const described = JSON.parse((await kpi('describe', 'khon-kaen/2566-1', '--json')).out) as { round: string };
		expect(described.round).toBe('2566-1');
		expect((await kpi('verify')).exit).toBe(0);
	});
});

test('a letter with mistakes is refused with exit 1, in JSON too', async () => {
	await withDesk(async (store, desk) => {
		const letter = new URL('../../data/agreements/khon-kaen/2565-2.yaml', import.meta.url);
		await writeFile(join(desk, 'ผิด.yaml'), (await readFile(letter, 'utf8')).replace('weight: 30', 'weight: 29'));
		const ran = await runKpi(['agreement', 'add', 'ผิด.yaml', '--json'], store, desk);
		expect(ran.exit).toBe(1);
		expect(JSON.parse(ran.out)).toMatchObject({ accepted: false });
		expect(ran.err).toContain('ผิด.yaml: team: น้ำหนักรวมได้ 99');
		expect(ran.err).toContain('ยังไม่ได้ใช้ข้อตกลงนี้ เพราะมี 1 เรื่องที่ต้องแก้ก่อน');
	});
});

test('an undecided clause is ruled on at the terminal: listed, looked at, given with a reason, and withdrawn', async () => {
	await withDesk(async (store, desk) => {
		const kpi = (...argv: string[]) => runKpi(argv, store, desk);
		await kpi('import', 'results.csv', '--round', round);
		const before = await kpi('rank', round, '--json');
		const listed = await kpi('rule', 'list', round);
		expect(listed.out).toContain('X94 individual/7  จำนวนสมาชิกลดลง ซึ่งเอกสารไม่ได้กำหนดระดับไว้  (1 อำเภอรออยู่)');
		const asked = ['rule', 'take', round, 'X94', 'individual/7', '--as', '1'];
		const preview = await kpi(...asked, '--preview');
		expect(preview.exit).toBe(0);
		expect(preview.out).toMatch(/4002 {2}บ้านฝาง {2}individual\/7 {2}\? {2}→ {2}1/);
		expect((await kpi('rank', round, '--json')).out).toBe(before.out);
		expect(await kpi(...asked)).toMatchObject({ exit: 2, out: '' });
		const given = await kpi(...asked, '--reason', 'มติที่ประชุม', '--json');
		expect(JSON.parse(given.out)).toMatchObject({
			rulings: [{ reading: 'X94', indicator: 'individual/7', take: { kind: 'outcome', outcome: 1, text: null } }]
		});
		expect((await kpi('rank', round, '--json')).out).not.toBe(before.out);
		expect((await kpi('rule', 'list', round)).out).toContain('มติที่ประชุม');
		const explained = await kpi('explain', round, '4002', 'individual', '7');
		expect(explained.out).toContain('เพราะมีคำวินิจฉัย: มติที่ประชุม');
		await kpi('rule', 'withdraw', round, 'X94', 'individual/7', '--reason', 'ทบทวน');
		expect((await kpi('rank', round, '--json')).out).toBe(before.out);
		expect((await kpi('rule', 'take-all', round, '--reason', 'รับทุกข้อเสนอ')).out).toMatch(/^บันทึกคำวินิจฉัยแล้ว \d+ เรื่อง/);
		expect((await kpi('rule', 'switch', round, 'X97', '--reason', 'มติ')).exit).toBe(0);
		expect((await kpi('verify')).exit).toBe(0);
	});
});

const wrongUse = [
	[['agreement'], 'วิธีใช้: agreement new'],
	[['agreement', 'copy', 'a.yaml'], 'วิธีใช้: agreement new'],
	[['agreement', 'new', '--round', 'khon-kaen/2566-1'], 'วิธีใช้: agreement new'],
	[['agreement', 'new', '--round', 'khon-kaen/2566-9', '--out', 'a.yaml'], 'ไม่ใช่ชื่อรอบ'],
	[['agreement', 'new', '--round', 'khon-kaen/2566-q1', '--out', 'a.yaml'], 'ไม่มีข้อตกลงของจังหวัดนี้ก่อนรอบ'],
	[['agreement', 'new', '--round', 'khon-kaen/2566-q1', '--from', round, '--out', 'a.yaml'], 'รอบยาวเท่ากัน'],
	[['agreement', 'new', '--round', 'khon-kaen/2560-1', '--out', 'a.yaml'], 'ระบุต้นฉบับด้วย --from'],
	[['agreement', 'add', 'nowhere.yaml'], 'ไม่พบแฟ้มหรือโฟลเดอร์ nowhere.yaml'],
	[['rule', 'list'], 'วิธีใช้: rule'],
	[['rule', 'list', 'khon-kaen/2599-1'], 'ไม่พบข้อตกลง khon-kaen/2599-1'],
	[['rule', 'decide', round, 'X94'], 'วิธีใช้: rule'],
	[['rule', 'take', round, 'X999'], 'ไม่มีเรื่อง X999'],
	[['rule', 'take', round, 'X69', '--as', 'ดี'], 'ระบุคำตอบด้วย --as'],
	[['rule', 'switch', round, 'X92', '--reason', 'มติ'], 'ระบุคำตอบด้วย --as'],
	[['rule', 'take', round, 'X94', '--later'], 'ใช้ --later กับคำสั่งนี้ไม่ได้']
] as const;
test.each(wrongUse)('%j is wrong use: exit 2, a Thai sentence, nothing on stdout', async (argv, sentence) => {
	await withDesk(async (store, desk) => {
		const ran = await runKpi(argv, store, desk);
		expect(ran).toMatchObject({ exit: 2, out: '' });
		expect(ran.err).toContain(sentence);
	});
});
