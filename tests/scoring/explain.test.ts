// An explanation is worded from what scoring decided; each sentence must follow from the figures sent.
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../src/lib/agreement/schema.ts';
import { findNextRung } from '../../src/lib/scoring/explain-next.ts';
import type { WorkedRung } from '../../src/lib/scoring/explain-rungs.ts';
import { sayFailed } from '../../src/lib/scoring/explain-words.ts';
import { explainScore } from '../../src/lib/scoring/explain.ts';
import type { IndicatorScore, SectionScore } from '../../src/lib/scoring/results.ts';
import { scoreEntries } from '../../src/lib/server/scoring/scoring.ts';
import type { Entry } from '../../src/lib/submission/entry.ts';
import { readValue } from '../../src/lib/submission/cells/read-value.ts';
import { readLetters } from '../agreement/letters.ts';
import { findProvince } from '../../src/lib/server/places.ts';

function readLetter(pattern: string) {
	const [letter] = readLetters(pattern);
	if (!letter) throw new Error(`no letter at ${pattern}`);
	return letter;
}
const khonKaen = readLetter('data/agreements/khon-kaen/2565-2.cases.yaml');
const chachoengsao = readLetter('data/agreements/chachoengsao/2567-q2.cases.yaml');

async function explain(
	district: string,
	section: string,
	indicator: string,
	inputs: Readonly<Record<string, unknown>>,
	{ agreement, districts } = khonKaen
) {
	const found = agreement.sections
		.find((s) => s.section === section)
		?.indicators.find((i) => i.indicator === indicator);
	const entries = Object.entries(inputs).flatMap(([input, raw]): readonly Entry[] => {
		const definition = found?.inputs[input];
		if (!definition) throw new Error(`no input ${input}`);
		const read = readValue(raw, definition);
		if (read.kind === 'nothing') return [];
		const value = read.kind === 'value' ? read.value : ({ kind: 'bad' } as const);
		return [{ district, section, indicator, input, value, text: String(raw), at: { file: 'ส่ง.csv', line: 2 } }];
	});
	const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
	const { answer, details } = await scoreEntries(connection, agreement, districts, entries);
	return explainScore(
		{ agreement, province: findProvince(agreement.province), answer, details, entries },
		district,
		section,
		indicator
	);
}

const headlines: readonly (readonly [string, string, string, string, Record<string, unknown>])[] = [
	[
		'ได้ระดับ 3 เพราะร้อยละการใช้จ่ายงบประมาณ 91.11 ถึง 90 และ เบิกจ่ายถูกต้องตามระเบียบที่เกี่ยวข้อง (ไตรมาส 3-4) แต่ร้อยละการใช้จ่ายงบประมาณ 91.11 ยังไม่ถึง 95',
		'4004',
		'team',
		'1',
		{ budget_used_pct: 91.11, disbursed_per_rules: true }
	],
	['ยังไม่ได้รับ: เบิกจ่ายถูกต้องตามระเบียบที่เกี่ยวข้อง (ไตรมาส 3-4)', '4004', 'team', '1', { budget_used_pct: 91.11 }],
	['ค่าที่ส่งมาใช้ไม่ได้: ร้อยละการใช้จ่ายงบประมาณ', '4004', 'team', '1', { budget_used_pct: 120, disbursed_per_rules: true }],
	['ตัวชี้วัดนี้ไม่ใช้กับอำเภอนี้ จึงไม่อยู่ในตัวหาร', '4004', 'individual', '2.1', {}],
	[
		'ได้ระดับ 5 เพราะร้อยละของหนี้เกินกำหนดชำระที่ลดลง 30 ถึง 30 ปรับคะแนนจาก 5 เหลือ 4.5',
		'4004',
		'individual',
		'4',
		{ overdue_reduced_baht: 30, overdue_base_2021_10_01_baht: 100, substantiated_complaints_count: 1 }
	],
	[
		'ข้อตกลงไม่ได้บอกว่าผลนี้อยู่ระดับใด (คะแนนประเมินเว็บไซต์สะสมเฉลี่ย 60.5) รอคำวินิจฉัย เสนอระดับ 3',
		'4004',
		'competency',
		'3',
		{
			pr_officer_order_issued: true,
			pr_plan_exists: true,
			monthly_video_clips_min: 1,
			videos_on_youtube: true,
			news_per_month_min: 11,
			channels_per_news_min: 4,
			website_score_pct: 60.5,
			secured_computers_pct: 96,
			pr_summary_book_exists: false
		}
	],
	[
		'ข้อตกลงไม่ได้บอกว่าผลนี้อยู่ระดับใด («อัปโหลดน้อยกว่าครัวเรือนที่ได้รับการจัดสรร แต่ภายในวันที่กำหนดส่ง») รอคำวินิจฉัย เสนอระดับ 3',
		'4004',
		'competency',
		'4',
		{
			bmn_working_groups_exist: true,
			bmn_plan_exists: true,
			uploaded_households_count: 90,
			allocated_households_count: 100,
			completed_at: '2022-06-01T09:00',
			submission_due: '2022-06-30T16:30'
		}
	],
	[
		'ได้ระดับ 4 เพราะร้อยละการใช้จ่ายงบประมาณ 99.99 ถึง 95 และ เบิกจ่ายถูกต้องตามระเบียบที่เกี่ยวข้อง (ไตรมาส 3-4) แต่ร้อยละการใช้จ่ายงบประมาณ 99.99 ยังไม่ถึง 100',
		'4004',
		'team',
		'1',
		{ budget_used_pct: 99.99, disbursed_per_rules: true }
	],
	[
		'ตัวหารเป็นศูนย์ และข้อตกลงไม่ได้บอกว่าให้ทำอย่างไร รอคำวินิจฉัย',
		'4004',
		'individual',
		'4',
		{ overdue_reduced_baht: 0, overdue_base_2021_10_01_baht: 0, substantiated_complaints_count: 0 }
	]
];

describe('an explanation', () => {
	it.each(headlines)('says: %s', async (headline, district, section, indicator, inputs) => {
		expect((await explain(district, section, indicator, inputs)).headline).toBe(headline);
	});

	it('works the figure out again from its parts, exactly, and cuts rather than rounds', async () => {
		const { arithmetic } = await explain('4004', 'team', '1', {
			spent_baht: 1842600,
			po_baht: 96300,
			allocated_baht: 2128000,
			returned_by_2022_08_15_baht: 0,
			disbursed_per_rules: true
		});
		expect(arithmetic.at(-1)?.text).toBe('(1,842,600 + 96,300) × 100 ÷ (2,128,000 − 0) = 91.1137…');
		expect(arithmetic[0]?.entry?.at).toEqual({ file: 'ส่ง.csv', line: 2 });
	});

	it('names the readings the result rests on, and the one that waits for a ruling', async () => {
		const rests = await explain('4004', 'competency', '5', { attendance_pct: 95 });
		expect(rests.readings.filter((r) => r.role === 'rests_on').map((r) => r.id)).toEqual(['X65']);
		const waits = await explain('4004', 'individual', '6', {
			fund_village_db_complete: true,
			understanding_meeting_held: true,
			fund_status_graded_abc: true,
			fund_activities_count: 1,
			wisdom_fund_increase_baht: 0
		});
		expect(waits.readings.filter((r) => r.role === 'recommended').map((r) => r.id)).toEqual(['X69']);
		expect(waits.todo).toBe('คณะกรรมการประเมินวินิจฉัยตามการตีความ X69 แล้วบันทึกเหตุผล');
	});

	it('says what the next rung would take, what it is worth and which place it would be', async () => {
		const team = await explain('4004', 'team', '1', { budget_used_pct: 91.11, disbursed_per_rules: true });
		expect(team.next).toEqual({
			outcome: 'ระดับ 4',
			needs: ['ร้อยละการใช้จ่ายงบประมาณ 91.11 ยังไม่ถึง 95'],
			worth: 6,
			place: 1
		});
		// The rungs above a hole come with it once it is filled.
		const steps = await explain('4004', 'team', '6', {
			bigdata_plan_exists: true,
			central_data_complete: false,
			bigdata_projects_count: 1,
			bigdata_published: true,
			bigdata_report_to_executive: true,
			bigdata_report_sent_on: '2022-08-02'
		});
		expect(steps.next?.outcome).toBe('ระดับ 4');
		expect(steps.next?.worth).toBe(6);
		expect((await explain('4004', 'competency', '5', { attendance_pct: 100 })).next).toBeNull();
		expect((await explain('4004', 'competency', '5', {})).next).toBeNull();
	});

	it('says who has to send or mend what', async () => {
		const missing = await explain('4004', 'team', '1', { budget_used_pct: 91.11 });
		expect(missing.todo).toBe('อำเภอหนองเรือส่งข้อมูล: เบิกจ่ายถูกต้องตามระเบียบที่เกี่ยวข้อง (ไตรมาส 3-4) จากนั้นให้กลุ่มงานประสานตรวจ');
		const wrong = await explain('4004', 'team', '1', { budget_used_pct: 120, disbursed_per_rules: true });
		expect(wrong.todo).toBe('อำเภอหนองเรือแก้ข้อมูลแล้วส่งใหม่: ร้อยละการใช้จ่ายงบประมาณ จากนั้นให้กลุ่มงานประสานตรวจ');
	});

	it('says of a range only the bound that failed', () => {
		const facts = (value: number) => ({
			indicator: { inputs: { a: { label: 'ผล', type: 'decimal' } } } as unknown as Indicator,
			entries: [
				{ input: 'a', value: { kind: 'number', scaled: BigInt(value * 1e6), decimals: 1 } }
			] as unknown as Entry[]
		});
		const between = { value: 'a', at_least: 50, less_than: 60 };
		expect(sayFailed(between, facts(49.5))).toBe('ผล 49.5 ยังไม่ถึง 50');
		expect(sayFailed(between, facts(60))).toBe('ผล 60 ไม่น้อยกว่า 60');
		expect(sayFailed({ value: 'a', equals: 60 }, facts(60.5))).toBe('ผล 60.5 เกิน 60');
	});

	it('compares exact shares: a district that would draw level with another shares its place', () => {
		// 1/3 + 2/3 of one weight and 3/3 of it come to the same, though their decimals do not end
		const section = (district: string, weight: number) =>
			({ district, section: 's', weight }) as unknown as SectionScore;
		const score = (district: string, points: number, indicator = '1') =>
			({
				district,
				section: 's',
				indicator,
				status: 'scored',
				outcome: points,
				points,
				max_points: 3,
				weight: 10
			}) as unknown as IndicatorScore;
		const answer = {
			scores: [score('1', 1), score('2', 3), score('3', 2)],
			sections: ['1', '2', '3'].map((one) => section(one, 30))
		};
		const rung = (outcome: number) => ({
			source: { outcome, text: '' },
			state: outcome <= 1 ? 'met' : 'unmet',
			truths: []
		});
		const rungs = [rung(1), rung(3)] as unknown as readonly WorkedRung[];
		const indicator = { ladder: { mode: 'highest' } } as unknown as Indicator;
		expect(findNextRung(score('1', 1), indicator, rungs, { indicator, entries: [] }, answer)).toMatchObject({
			place: 1
		});
		const ahead = { ...answer, scores: [...answer.scores, score('2', 0.001, '2')] };
		expect(findNextRung(score('1', 1), indicator, rungs, { indicator, entries: [] }, ahead)).toMatchObject({
			place: 2
		});
	});

	it('shows the parts whose points are put together, each on its own ladder', async () => {
		const inputs = { overdue_debt_pct: 9.99, member_growth_of_target_pct: 44.5 };
		const { headline, parts } = await explain('2401', 'mission', '6', inputs, chachoengsao);
		expect(parts.map((part) => part.result)).toEqual(['ได้ 100 คะแนน', 'รอคำวินิจฉัย', 'ยังไม่ได้รับ']);
		expect(parts.map((part) => part.rungs.filter((rung) => rung.reached).length)).toEqual([1, 0, 0]);
		expect(headline.startsWith('ยังไม่ได้รับ: ')).toBe(true);
	});

	it('marks each condition of each rung: met, unmet, open', async () => {
		const { rungs } = await explain('4004', 'team', '3', { plan_activities_done: true, published_on_website: false });
		expect(rungs.map((rung) => [rung.outcome, rung.state, rung.reached])).toEqual([
			['ระดับ 1', 'met', true],
			['ระดับ 2', 'unmet', false],
			['ระดับ 3', 'open', false],
			['ระดับ 4', 'open', false],
			['ระดับ 5', 'open', false]
		]);
	});
});
