import { beforeAll, expect, test } from 'vitest';
import { noParts, type Bridge, type BridgeParts } from '../../src/lib/ranking/bridge.ts';
import type { DistrictChange, SectionChange, Standing } from '../../src/lib/ranking/compare.ts';
import { add, figure, nought } from '../../src/lib/scoring/fraction.ts';
import { pairIndicators } from '../../src/lib/ranking/pair-indicators.ts';
import { compareViews } from '../../src/lib/reports/comparison/facts.ts';
import * as say from '../../src/lib/reports/comparison/words.ts';
import { writeComparison } from '../../src/lib/reports/comparison/comparison.ts';
import { layPaper } from '../../src/lib/reports/paper.ts';
import { makeSheet } from '../../src/lib/reports/sheet.ts';
import { margins } from '../../src/lib/reports/typesetting/sizes.ts';
import { printRequest } from '../../src/lib/server/printing/print.ts';
import { after, before, share } from '../ranking/letters.ts';
import { findClashes, findOverflows, readLayout } from './check-layout.ts';
import { makeCrowdedView } from './crowded.ts';
import { makeEarlier } from './earlier-round.ts';
import { expectExtracts } from './expect-extracts.ts';
import { makeView } from './fixture.ts';
import { listTexts } from './list-texts.ts';
import { readPages, withoutSpaces } from './read-pdf.ts';

const request = { kind: 'comparison', rounds: ['khon-kaen/2565-1'] } as const;
const shares = { team: 50, individual: 30, competency: 20 };

let pages: readonly string[] = [];
let bytes = new Uint8Array();
const view = makeView();
const earlier = makeEarlier(view);
beforeAll(async () => {
	bytes = new Uint8Array(await printRequest(request, view, [earlier], 'thai'));
	pages = await readPages(bytes);
}, 60_000);

test('two rounds of 26 districts and three sections take four pages', () => {
	expect(pages).toHaveLength(4);
});

test('every district is named in the picture and the table of every section', () => {
	const text = withoutSpaces(pages.join(''));
	for (const { name } of view.province.districts)
		expect(text.split(withoutSpaces(name)).length - 1, name).toBeGreaterThanOrEqual(2 * view.agreement.sections.length);
});

test('its data hold every district of every section once, and every indicator', () => {
	const { data } = writeComparison([earlier])(view, makeSheet(view.office.paper));
	expect(data.map(({ name, rows }) => [name, rows.length])).toEqual([
		['change-team', 26],
		['change-individual', 26],
		['change-competency', 26],
		['indicators', view.agreement.sections.reduce((sum, { indicators }) => sum + indicators.length, 0)]
	]);
	for (const { columns, rows } of data) for (const row of rows) expect(row).toHaveLength(columns.length);
});

test('the same views print the same bytes', async () => {
	const again = await printRequest(request, makeView(), [makeEarlier(makeView())], 'thai');
	expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
});

test('all of it can be copied, letter for letter', async () => {
	await expectExtracts(bytes, listTexts(layPaper(view, writeComparison([earlier]), 'thai').content));
}, 60_000);

test.each([
	['26 districts', makeView(), margins],
	['a combined total', makeView({ office: { shares } }), margins],
	['32 districts with the longest names', makeCrowdedView(), margins],
	['nothing received', makeView({ empty: true }), margins]
])(
	'%s: nothing stands over a margin or over something else',
	async (_, crowded, bounds) => {
		const printed = await printRequest(request, crowded, [makeEarlier(crowded)], 'thai');
		const layout = await readLayout(new Uint8Array(printed));
		expect(findOverflows(layout, bounds)).toEqual([]);
		expect(findClashes(layout)).toEqual([]);
	},
	60_000
);

test('rounds that nothing was received in are compared without a figure', async () => {
	const empty = makeView({ empty: true });
	const printed = await printRequest(request, empty, [makeEarlier(empty)], 'arabic');
	const text = (await readPages(new Uint8Array(printed))).join('');
	expect(text).toContain('ยังไม่มีอำเภอใดมีผลทั้งสองรอบ');
	expect(text).not.toContain('0.00');
}, 60_000);

test('a combined total is compared beside its sections', () => {
	const combined = makeView({ office: { shares } });
	const { whole } = compareViews([makeEarlier(combined), combined]);
	expect(whole.sections.map(({ section }) => section)).toEqual(['team', 'individual', 'competency', null]);
});

// Sentences, on changes made by hand.
const standing = (place: number, percent: number, scored = 5): Standing => ({
	percent,
	percent_best: percent,
	percent_worst: percent,
	place,
	place_best: place,
	place_worst: place,
	due: 5,
	scored
});
const bounds = [60, 70, 80, 90, 100];
const [pair] = pairIndicators(before([share('1', 50, bounds)]), after([share('1', 50, bounds)]));
if (pair === undefined) throw new Error('the letters have one indicator');

function bridgeOf(from: number, parts: Partial<Record<keyof BridgeParts, number>>): Bridge {
	const exact = { ...noParts, ...Object.fromEntries(Object.entries(parts).map(([part, by]) => [part, figure(by)])) };
	const moved = Object.values(exact).reduce(add, nought);
	return {
		before: figure(from),
		after: add(figure(from), moved),
		parts: exact,
		items: [{ pair: pair as NonNullable<typeof pair>, before: nought, after: moved, parts: exact }]
	};
}

function change(name: string, was: Standing | null, is: Standing | null, bridge: Bridge | null = null): DistrictChange {
	return { district: { code: name, name, english: name }, before: was, after: is, bridge, like: null };
}
const section = (districts: readonly DistrictChange[], mean: Bridge | null = null): SectionChange => ({
	section: 'team',
	title: 'ตัวชี้วัดรายทีม',
	districts,
	mean: mean === null ? null : { ...mean, districts: districts.length }
});

test.each([
	[bridgeOf(70, {}), 'ค่าเฉลี่ยเท่าเดิมที่ 70.00'],
	[bridgeOf(70, { coverage: -2 }), 'ค่าเฉลี่ยลดลง 2.00 จาก 70.00 เป็น 68.00 ส่วนหนึ่งเพราะข้อที่มีคะแนนเพียงรอบเดียว (−2.00)'],
	[
		bridgeOf(70, { performance: 9, rule: -4, weight: 1 }),
		'ค่าเฉลี่ยเพิ่มขึ้น 6.00 จาก 70.00 เป็น 76.00 ส่วนหนึ่งเพราะผลงาน (+9.00) แม้เกณฑ์ที่เปลี่ยน (−4.00) จะดึงลง'
	],
	[
		bridgeOf(70, { performance: 3, rule: -4, unlike: -2 }),
		'ค่าเฉลี่ยลดลง 3.00 จาก 70.00 เป็น 67.00 ส่วนหนึ่งเพราะเกณฑ์ที่เปลี่ยน (−4.00) และ ข้อที่เทียบไม่ได้ (−2.00) แม้ผลงาน (+3.00) จะช่วยเพิ่ม'
	]
])('a mean and its causes: %#', (mean, sentence) => {
	expect(say.sayMean(section([], mean))).toBe(sentence);
});

test('a cause is named only on the side the percent moved to', () => {
	const up = change('ก', standing(5, 60), standing(2, 70), bridgeOf(60, { performance: 14, rule: -4 }));
	const down = change('ข', standing(1, 90), standing(4, 65), bridgeOf(90, { coverage: -25 }));
	const odd = change('ค', standing(4, 62), standing(3, 61), bridgeOf(62, { performance: -1 }));
	expect(say.sayMoved(section([up, odd, down]))).toEqual([
		'อันดับขึ้นมากที่สุด ก จาก 5 เป็น 2 ร้อยละเพิ่ม 10.00 ส่วนหนึ่งเพราะผลงานข้อ 1 1 (+14.00)',
		'อันดับลงมากที่สุด ข จาก 1 เป็น 4 ร้อยละลด 25.00 ส่วนหนึ่งเพราะข้อ 1 1 ยังไม่มีผล (−25.00)'
	]);
	expect(say.sayMoved(section([odd]))).toEqual(['อันดับขึ้นมากที่สุด ค จาก 4 เป็น 3 แม้ร้อยละลด 1.00']);
});

test.each([
	['nobody moved', [change('ก', standing(1, 60), standing(1, 60))], ['ไม่มีอำเภอใดเปลี่ยนอันดับ']],
	['nobody has both', [change('ก', null, standing(1, 60))], ['ยังไม่มีอำเภอใดมีผลทั้งสองรอบ']],
	['nothing sent is no place', [change('ก', standing(3, 40), standing(1, 0, 0))], ['ยังไม่มีอำเภอใดมีผลทั้งสองรอบ']]
])('%s', (_, changes, sentences) => {
	expect(say.sayMoved(section(changes))).toEqual(sentences);
});

test('who leads is told apart from who led', () => {
	const same = change('ก', standing(1, 90), standing(1, 91));
	expect(say.sayLeaders(section([same]))).toBe('อันดับ 1 ยังเป็นก');
	const next = change('ข', standing(2, 80), standing(1, 95));
	const fallen = change('ก', standing(1, 90), standing(2, 91));
	expect(say.sayLeaders(section([next, fallen]))).toBe('อันดับ 1 เปลี่ยนจากกเป็นข');
	expect(say.sayLeaders(section([change('ก', null, standing(1, 60))]))).toBeNull();
});

test('who lost or got results is named with the sections', () => {
	const lost = change('ก', standing(3, 40), standing(5, 0, 0));
	const come = change('ข', standing(5, 0, 0), standing(2, 70));
	expect(say.sayGaps([section([lost, come])])).toEqual([
		'ก ยังไม่มีผลรอบนี้ จึงไม่มีอันดับให้เทียบ',
		'ข ไม่มีผลรอบก่อน จึงไม่มีอันดับให้เทียบ',
		'ผลรอบนี้ยังไม่ครบ รายทีม 1 อำเภอ แต่อันดับไม่เปลี่ยนแล้ว'
	]);
});
