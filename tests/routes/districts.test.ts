// A district's page and what is tried on it, worked out from the demo.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoundView } from '../../src/lib/ranking/round.ts';
import { explainScore } from '../../src/lib/scoring/explain.ts';
import { openApp, type App } from '../../src/lib/server/app.ts';
import { gatherFiles } from '../../src/lib/server/imports/gather-files.ts';
import { demoFolder } from '../../src/lib/server/rounds/letters.ts';
import { listNextSteps } from '../../src/routes/[province]/[round]/districts/[code]/next-steps.ts';
import { compareTried } from '../../src/routes/[province]/[round]/districts/[code]/try/compare-tried.ts';
import { readTried } from '../../src/routes/[province]/[round]/districts/[code]/try/read-tried.ts';
import { listTryGroups } from '../../src/routes/[province]/[round]/districts/[code]/try/try-fields.ts';
import { later, mustBe } from '../demo/load-demo.ts';
import { makeFolder } from '../server/made-folder.ts';

let app: App;
let view: RoundView;
const folder = makeFolder();
beforeAll(async () => {
	app = await openApp(folder.path);
	const { files } = await gatherFiles([demoFolder], demoFolder, { round: null, sender: null });
	await app.importArriving(
		files.filter(({ round }) => round === later),
		{ who: 'demo', demo: true }
	);
	view = mustBe(await app.round(later));
}, 60_000);
afterAll(async () => {
	await app.close();
	folder.remove();
});

const read = (search: string) => readTried(listTryGroups(view, '4004'), new URLSearchParams(search));

describe('what can be tried', () => {
	it('is every value of the indicators that are the district’s, as a form would write it', () => {
		const groups = listTryGroups(view, '4004');
		const numbers = groups.filter(({ section }) => section === 'individual').map((one) => one.indicator.indicator);
		expect(numbers).toEqual(['1', '2.2', '3.1', '4', '5.1', '6', '7']);
		const fields = new Map(groups.flatMap((group) => group.fields).map((field) => [field.key, field.present]));
		expect(fields.get('team.2.plan_achievement_pct')).toBe('91.95');
		expect(fields.get('team.1.disbursed_per_rules')).toBe('ใช่');
		expect(fields.get('team.6.bigdata_report_sent_on')).toBe('9 ส.ค. 2565');
		expect(fields.get('team.5.otop_online_growth_pct')).toBe('');
	});

	it.each([
		['the same value spelled otherwise is no change', 'team.2.plan_achievement_pct=๙๑.๙๕๐', [], ''],
		['nothing instead of nothing is no change', 'team.5.otop_online_growth_pct=', [], ''],
		['a name that the letter does not have is left out', 'team.1.nothing=5', [], ''],
		['another value is one', 'team.2.plan_achievement_pct=96', ['96'], '?team.2.plan_achievement_pct=96'],
		['a value taken away is one', 'team.2.plan_achievement_pct=', [''], '?team.2.plan_achievement_pct='],
		[
			'the theme is carried along',
			'theme=dark&team.2.plan_achievement_pct=96',
			['96'],
			'?theme=dark&team.2.plan_achievement_pct=96'
		]
	])('%s', (_, search, values, address) => {
		const tried = read(search);
		expect(tried.changes.map(({ value }) => value)).toEqual(values);
		expect(tried.search).toBe(address);
	});

	it('is told what is wrong with it at its own field', () => {
		const { faults } = read('team.2.plan_achievement_pct=มาก&team.6.bigdata_report_sent_on=31/09/2565');
		expect([...faults.keys()]).toEqual(['team.2.plan_achievement_pct', 'team.6.bigdata_report_sent_on']);
		expect(faults.get('team.6.bigdata_report_sent_on')).toContain('31/09/2565');
	});
});

describe('what trying comes to', () => {
	it('is nothing where nothing is tried', () => {
		const totals = compareTried(view, '4004', { scores: [], places: [] });
		expect(totals.map(({ section, changed, others }) => [section, changed, others.length])).toEqual([
			['team', false, 0],
			['individual', false, 0],
			['competency', false, 0]
		]);
	});

	it('names exactly those who stood before it and stand behind it afterwards', async () => {
		const { changes } = read('team.5.otop_online_growth_pct=15');
		const { moves } = await app.whatIf(later, '4004', changes);
		const [team, individual] = compareTried(view, '4004', moves);
		expect([team?.before.place, team?.after.place]).toEqual([14, 9]);
		expect([team?.before.percent, team?.after.percent]).toEqual([75, 80]);
		expect(team?.passes).toEqual(expect.arrayContaining(['บ้านฝาง', 'พระยืน']) as string[]);
		expect(team?.passedBy).toEqual([]);
		expect(team?.others.every(({ before, after }) => after === before + 1)).toBe(true);
		expect(individual?.changed).toBe(false);
	});

	it('takes the place from a district that is left with nothing', async () => {
		const all = listTryGroups(view, '4004')
			.flatMap(({ fields }) => fields)
			.filter(({ section }) => section === 'competency')
			.map(({ section, indicator, input }) => ({ section, indicator, input, value: '' }));
		const { moves } = await app.whatIf(later, '4004', all);
		const competency = compareTried(view, '4004', moves).find(({ section }) => section === 'competency');
		expect(competency?.after).toEqual({ percent: null, place: null, range: null });
	});
});

describe('the next steps of a district', () => {
	const stepsOf = (district: string, section: string) =>
		listNextSteps(
			view,
			mustBe(view.agreement.sections.find((one) => one.section === section)).indicators.flatMap((indicator) => {
				const explanation = explainScore(view, district, section, indicator.indicator);
				const { score } = explanation;
				const key = `${section}-${indicator.indicator}`;
				return score.status === 'not_applicable' ? [] : [{ key, indicator, score, explanation }];
			})
		);

	it('stand by what they are worth, those past their day last', () => {
		expect(
			stepsOf('4004', 'team').map(({ indicator, outcome, worth, most, place, closed }) => [
				...[indicator, outcome, worth, most, place, closed]
			])
		).toEqual([
			['1', 'ระดับ 5', 6, false, 9, null],
			['2', 'ระดับ 5', 6, false, 9, null],
			['5', null, 5, true, 9, null],
			['3', 'ระดับ 4', 3, false, 11, null],
			['6', 'ระดับ 5', 2, false, 12, '2022-08-01']
		]);
	});

	it('say of a district that sent nothing what each indicator can bring', () => {
		const steps = stepsOf('4020', 'team');
		expect(steps.every(({ outcome, most, status }) => outcome === null && most && status === 'not_reported')).toBe(
			true
		);
		expect(steps.map(({ worth }) => worth)).toEqual([30, 30, 15, 10, 10, 5]);
	});
});
