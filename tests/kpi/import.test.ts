// Importing at a terminal: looking first, answering, taking a part, and what JSON says of it.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apiSchemas } from '../../src/lib/server/http/api-schemas.ts';
import { runKpi, type Ran } from './run-kpi.ts';

const round = 'khon-kaen/2565-2';
const head = 'อำเภอ,ส่วน,ตัวชี้วัด,รายการ,ค่า\n';
const mixed = `${head}4001,team,2,plan_achievement_pct,96\n4002,team,2,plan_achievement_pct,สูง\nแวงนอย,team,2,plan_achievement_pct,88\n`;
type Kpi = (...argv: readonly string[]) => Promise<Ran>;

async function withDesk(files: Readonly<Record<string, string>>, use: (kpi: Kpi) => Promise<void>): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'watphon-import-'));
	try {
		const desk = join(folder, 'desk');
		await mkdir(desk);
		for (const [name, text] of Object.entries(files)) await writeFile(join(desk, name), text);
		await use((...argv) => runKpi(argv, join(folder, 'store'), desk));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
const answerOf = ({ out }: Ran) => apiSchemas.ImportAnswer.parse(JSON.parse(out));

test('a question is a problem with its choices and the way to answer it; answered, it is taken', async () => {
	await withDesk({ 'a.csv': `${head}แวงนอย,team,2,plan_achievement_pct,88\n` }, async (kpi) => {
		const asked = await kpi('import', 'a.csv', '--round', round);
		expect(asked.exit).toBe(1);
		expect(asked.err).toContain('แวงน้อย');
		expect(asked.err).toContain("--answer 'district:แวงนอย=");
		const taken = await kpi('import', 'a.csv', '--round', round, '--answer', 'district:แวงนอย=4014');
		expect([taken.exit, taken.out]).toEqual([0, 'รับแล้ว ใบรับเลขที่ 2565-0001 a.csv 1 ค่า 1 อำเภอ (ส่งช้า)\n']);
	});
});

test('an answer that is no choice, about nothing, or not written as one is wrong use', async () => {
	await withDesk({ 'a.csv': mixed }, async (kpi) => {
		for (const [answer, words] of [
			['district:แวงนอย=9999', 'ไม่ใช่คำตอบที่เลือกได้'],
			['district:ชุมแพร=4005', 'ไม่ตรงกับคำถามใด'],
			['แวงนอย', 'ไม่ถูกรูป']
		] as const) {
			const ran = await kpi('import', 'a.csv', '--round', round, '--answer', answer);
			expect(ran.exit).toBe(2);
			expect(ran.err).toContain(words);
		}
	});
});

test('--partly takes what can be used, says what was left out, and still ends with 1', async () => {
	await withDesk({ 'a.csv': mixed }, async (kpi) => {
		const refused = await kpi('import', 'a.csv', '--round', round);
		expect([refused.exit, refused.out]).toEqual([1, '']);
		expect(refused.err).toContain('ไม่ได้รับแฟ้มใดเลย เพราะมี 1 เรื่องที่ต้องแก้ และ 1 คำถามที่ต้องตอบก่อน');
		expect(refused.err).toContain('--partly');
		const ran = await kpi('import', 'a.csv', '--round', round, '--partly', '--json');
		expect(ran.exit).toBe(1);
		const answer = answerOf(ran);
		expect(answer).toMatchObject({ accepted: true, outcome: 'partly_accepted', usable: 1, unusable: 2 });
		expect(answer.receipts.map(({ receipt, entries }) => [receipt, entries])).toEqual([['2565-0001', 1]]);
		expect((await kpi('verify')).exit).toBe(0);
		expect((await kpi('rebuild')).exit).toBe(0);
	});
});

test('--dry-run says what would change and stores nothing', async () => {
	const files = {
		'a.csv': `${head}4001,team,2,plan_achievement_pct,96\n4002,team,2,plan_achievement_pct,97\n`,
		'b.csv': `${head}4001,team,2,plan_achievement_pct,88.5\n4002,team,2,plan_achievement_pct,ถอน\n`
	};
	await withDesk(files, async (kpi) => {
		expect((await kpi('import', 'a.csv', '--round', round)).exit).toBe(0);
		const words = await kpi('import', 'b.csv', '--round', round, '--dry-run');
		expect(words.out).toContain('ยังไม่มีอะไรถูกบันทึก ใช้ได้ 2 ค่า');
		expect(words.out).toContain('ใหม่ 0 เหมือนเดิม 0 เปลี่ยน 1 ถอน 1');
		const look = answerOf(await kpi('import', 'b.csv', '--round', round, '--dry-run', '--json'));
		expect(look).toMatchObject({ preview: true, accepted: false, receipts: [] });
		expect(look.changes.map(({ kind, district, before, after }) => [kind, district, before, after])).toEqual([
			['changed', '4001', 96, 88.5],
			['withdrawn', '4002', 97, null]
		]);
		const { sections } = JSON.parse((await kpi('rank', round, '--json')).out) as {
			sections: { section: string; district: string; percent: number }[];
		};
		expect(sections.find((one) => one.section === 'team' && one.district === '4002')?.percent).toBeGreaterThan(0);
	});
});
