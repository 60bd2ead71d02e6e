// Rounds of the demo compared through the app, as pages and the command line do.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bridgeParts } from '../../src/lib/ranking/bridge.ts';
import { changeOf } from '../../src/lib/ranking/compare.ts';
import { compare, numberOf, sum } from '../../src/lib/scoring/fraction.ts';
import type { RoundsCompared } from '../../src/lib/reports/comparison/facts.ts';
import { openApp, type App } from '../../src/lib/server/app.ts';
import { compareAnswer } from '../../src/lib/server/rounds/compare-answer.ts';
import { gatherFiles } from '../../src/lib/server/imports/gather-files.ts';
import { demoFolder } from '../../src/lib/server/rounds/letters.ts';
import { earlier, earliest, later, mustBe } from '../demo/load-demo.ts';
import { makeFolder } from './made-folder.ts';

let app: App;
let compared: RoundsCompared;
const folder = makeFolder();
beforeAll(async () => {
	app = await openApp(folder.path);
	const { files } = await gatherFiles([demoFolder], demoFolder, { round: null, sender: null });
	await app.importArriving(files, { who: 'demo', demo: true });
	compared = await app.compare([later, earliest, earlier]);
}, 60_000);
afterAll(async () => {
	await app.close();
	folder.remove();
});

const sectionOf = (step: RoundsCompared['whole'], name: string) =>
	mustBe(step.sections.find(({ section }) => section === name));
const changeOfDistrict = (step: RoundsCompared['whole'], section: string, code: string) =>
	mustBe(sectionOf(step, section).districts.find(({ district }) => district.code === code));

test('rounds stand in the order of time, whichever way they were named', () => {
	expect(compared.rounds.map(({ id }) => id)).toEqual([earliest, earlier, later]);
	expect(compared.steps.map((step) => [step.before.id, step.after.id])).toEqual([
		[earliest, earlier],
		[earlier, later]
	]);
	expect([compared.whole.before.id, compared.whole.after.id]).toEqual([earliest, later]);
});

test('in every step the parts sum to the change of every district and of the mean, exactly', () => {
	for (const step of [...compared.steps, compared.whole])
		for (const { districts, mean } of step.sections)
			for (const bridge of [mean, ...districts.map((one) => one.bridge)]) {
				if (bridge === null) continue;
				expect(compare(sum(bridgeParts.map((part) => bridge.parts[part])), changeOf(bridge))).toBe(0);
			}
});

test('a bridge begins and ends at the percents the engine gave', () => {
	for (const { districts } of compared.whole.sections)
		for (const { before, after, bridge } of districts) {
			expect(bridge && numberOf(bridge.before)).toBe(before?.percent);
			expect(bridge && numberOf(bridge.after)).toBe(after?.percent);
		}
});

// Read off both letters by hand.
test('the later results are scored under the earlier rule with its own bounds', () => {
	const step = mustBe(compared.steps.at(-1));
	const under = mustBe(step.after.under?.get(earlier));
	const levels = (code: string, section: string, indicator: string) =>
		under.filter((one) => one.district === code && one.section === section && one.indicator === indicator);
	// 90 % spent is level 3 of 80–100 and level 5 of 40–60
	expect(levels('4003', 'team', '1')).toMatchObject([{ status: 'scored', outcome: 5 }]);
	// 79.58 % spent is level 0 of 80–100 and level 5 of 40–60
	expect(levels('4022', 'team', '1')).toMatchObject([{ status: 'scored', outcome: 5 }]);
	// 15 % left is level 5 of both
	expect(levels('4017', 'individual', '1')).toMatchObject([{ status: 'scored', outcome: 5 }]);
	// a rule that did not change is not scored again
	expect(levels('4003', 'team', '3')).toEqual([]);
});

test('who sent nothing has no place to compare, and all its change is coverage', () => {
	const { after, bridge } = changeOfDistrict(mustBe(compared.steps.at(-1)), 'team', '4020');
	expect(after?.scored).toBe(0);
	expect(bridge && bridgeParts.map((part) => numberOf(bridge.parts[part]))).toEqual([0, 0, 0, -62, 0]);
	const answer = compareAnswer(compared)
		.steps.at(-1)
		?.sections[0]?.districts.find((one) => one.district === '4020');
	expect(answer).toMatchObject({ places_gained: null, after: { place: null, scored: 0 }, before: { place: 21 } });
});

test('what is measured otherwise, and what is new, is said and stands by itself', () => {
	const answer = compareAnswer(compared).steps[0];
	expect(answer?.indicators.filter(({ kind }) => kind === 'incomparable')).toMatchObject([
		{
			section: 'team',
			before: '4',
			after: '4',
			reason: expect.stringMatching(/^รอบก่อนวัด“จำนวนครัวเรือน.*” รอบนี้วัดขั้นตอนที่ทำแล้ว$/) as string
		},
		{ section: 'competency', before: null, after: '5', reason: 'รอบก่อนไม่มีตัวชี้วัดนี้' }
	]);
});

test('like for like holds rules that are the same, by the later weights', () => {
	const { like } = changeOfDistrict(mustBe(compared.steps.at(-1)), 'team', '4001');
	// team 3 (15) and 6 (10): 4 and 4 of 5 before; 5 and 4 of 5 after
	expect(like && [numberOf(like.before), numberOf(like.after), numberOf(like.weight), like.indicators]).toEqual([
		80,
		92,
		25,
		['3', '6']
	]);
});

test('a round at a day holds what had come by then, and compares with itself as it is now', async () => {
	const day = `${later}@2022-09-12`;
	const view = mustBe(await app.round(day));
	expect(view.agreement.round).toBe('รอบที่ ๒/๒๕๖๕ ณ 12 ก.ย. 2565');
	expect(view.received.every(({ received_at }) => received_at <= '2022-09-12T23:59:59+07:00')).toBe(true);
	expect(view.received).toHaveLength(5);
	const { whole } = await app.compare([day, later]);
	const { mean } = sectionOf(whole, 'team');
	expect(mean && bridgeParts.filter((part) => numberOf(mean.parts[part]) !== 0)).toEqual(['coverage']);
});

test('of one round alone its reporting dates are compared', async () => {
	const { rounds } = await app.compare(['chachoengsao/2567-q2']);
	expect(rounds.map(({ id }) => id)).toEqual([
		'chachoengsao/2567-q2@2024-01-30',
		'chachoengsao/2567-q2@2024-02-20',
		'chachoengsao/2567-q2@2024-03-20',
		'chachoengsao/2567-q2'
	]);
});

test.each([
	[[later], 'ไม่มีวันรายงานผลระหว่างรอบให้เทียบ'],
	[[later, 'buriram/2565-2'], 'เทียบได้เฉพาะรอบของจังหวัดเดียวกัน ที่ระบุมาเป็นของขอนแก่น และ บุรีรัมย์'],
	[[later, 'khon-kaen/2599-1'], 'ไม่พบข้อตกลงของรอบ khon-kaen/2599-1']
])('%j cannot be compared, and why is said', async (names, sentence) => {
	await expect(app.compare(names)).rejects.toThrow(sentence);
});

test('what if a district had reported otherwise is scored and not stored', async () => {
	const change = { section: 'team', indicator: '1', input: 'po_baht', value: '๙,๙๙๙,๙๙๙' };
	const before = mustBe(await app.round(later)).entries;
	const tried = await app.whatIf(later, '4023', [
		{ section: 'team', indicator: '2', input: 'plan_achievement_pct', value: '99' },
		{ section: 'team', indicator: '2', input: 'project_progress_pcts', value: '' }
	]);
	expect(tried.problems).toEqual([]);
	expect(tried.scores.find(({ section, indicator }) => section === 'team' && indicator === '2')).toMatchObject({
		status: 'scored',
		outcome: 5
	});
	expect(tried.moves.places.some(({ district, section }) => district === '4023' && section === 'team')).toBe(true);
	expect(tried.moves.scores.every(({ district }) => district === '4023')).toBe(true);
	expect(mustBe(await app.round(later)).entries).toBe(before);
	await expect(app.whatIf(later, '4023', [{ ...change, input: 'nothing' }])).rejects.toThrow('ไม่มีรายการ nothing');
	await expect(app.whatIf(later, '9999', [change])).rejects.toThrow('ไม่พบอำเภอ 9999');
});

test('a value that cannot be read is told and leaves its indicator invalid', async () => {
	const tried = await app.whatIf(later, '4001', [
		{ section: 'competency', indicator: '5', input: 'attendance_pct', value: 'มาก' }
	]);
	expect(tried.problems).toMatchObject([{ severity: 'error', code: 'not_a_figure' }]);
	expect(tried.scores.find(({ section, indicator }) => section === 'competency' && indicator === '5')).toMatchObject({
		status: 'invalid',
		points: null
	});
});
