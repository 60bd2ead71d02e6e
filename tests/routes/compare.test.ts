import { expect, test } from 'vitest';
import { compareViews } from '../../src/lib/reports/comparison/facts.ts';
import { bridgeParts, noParts, addParts } from '../../src/lib/ranking/bridge.ts';
import { changeOf } from '../../src/lib/ranking/compare.ts';
import { numberOf, subtract } from '../../src/lib/scoring/fraction.ts';
import {
	crossDistrict,
	crossMean,
	makeBridgeSheet,
	pictureBridge,
	titleBridge
} from '../../src/routes/[province]/compare/bridge-sheet.ts';
import { makeBumpSheet, makeBumpTable, showGained, titleBump } from '../../src/routes/[province]/compare/bump-sheet.ts';
import { listDistrictRows, listPairRows, meanLike } from '../../src/routes/[province]/compare/compare-rows.ts';
import { findStep } from '../../src/routes/[province]/compare/find-compared.ts';
import { makeEarlier } from '../reports/earlier-round.ts';
import { makeView } from '../reports/fixture.ts';

const view = makeView();
const compared = compareViews([makeEarlier(view), view]);
const team = compared.whole.sections[0];
if (team === undefined) throw new Error('no section');

test('the indicators of a bridge sum to its parts exactly, of the mean and of every district', () => {
	const crossings = [crossMean(team), ...team.districts.map(({ district }) => crossDistrict(team, district.code))];
	const known = crossings.flatMap((one) => one ?? []);
	expect(known.length).toBe(27);
	for (const { items, parts } of known) {
		const sum = items.reduce((so, item) => addParts(so, item.parts), noParts);
		expect(bridgeParts.map((part) => numberOf(subtract(sum[part], parts[part])))).toEqual([0, 0, 0, 0, 0]);
	}
});

test('the table of a bridge ends with the change', () => {
	const mean = crossMean(team);
	if (mean === null) throw new Error('no mean');
	const { table } = makeBridgeSheet(mean, compared.whole, 'ค่าเฉลี่ย', 'bridge-team');
	expect(table.rows.at(-1)?.at(-1)).toBe(numberOf(changeOf(mean)));
	expect(table.columns.length).toBe(table.rows[0]?.length);
});

test('a bridge names as its cause the largest part on the side of the change', () => {
	const whole = { over: 1n, under: 1n };
	const less = { over: -3n, under: 1n };
	const parts = { ...noParts, performance: whole, coverage: less };
	const before = { over: 50n, under: 1n };
	const after = { over: 48n, under: 1n };
	expect(titleBridge({ before, after, parts, items: [] }, 'ค่าเฉลี่ย')).toBe('ค่าเฉลี่ยลด 2.00 ส่วนหนึ่งเพราะข้อที่มีผลรอบเดียว');
	expect(titleBridge({ before, after: before, parts: noParts, items: [] }, 'ค่าเฉลี่ย')).toBe('ค่าเฉลี่ยเท่าเดิมที่ 50.00');
});

test('each step of a bridge says which indicators made it', () => {
	const mean = crossMean(team);
	if (mean === null) throw new Error('no mean');
	const { rows, words } = pictureBridge(mean, compared.whole);
	expect(words).toHaveLength(rows.length);
	expect(words.slice(1, -1).every((said) => said.length > 1 && said[1]?.startsWith('ข้อ '))).toBe(true);
});

test('lines are lit as chosen, five at most', () => {
	const codes = view.province.districts.map(({ code }) => code);
	const lit = (chosen: readonly string[]) =>
		makeBumpTable(compared, team, chosen)?.rows.flatMap((row) => (row.lit ? [row.name] : [])) ?? [];
	expect(lit(['4004'])).toEqual(['หนองเรือ']);
	expect(lit(codes)).toHaveLength(5);
	expect(lit(['9999'])).toEqual(lit([]));
});

test('no two names stand on one row, neither before the lines nor after them', () => {
	const table = makeBumpTable(compared, team, []);
	for (const end of [0, -1]) {
		const rows = table?.rows.map((row) => row.rows.at(end)) ?? [];
		expect(rows).toHaveLength(26);
		expect(new Set(rows).size).toBe(26);
	}
});

test('whoever has results of its own open is marked hollow', () => {
	const marks = team.districts.map((change) => ({
		open: [change.before, change.after].some((one) => one !== null && one.scored < one.due),
		gained: showGained(change)
	}));
	for (const { open, gained } of marks) expect(gained).toMatch(open ? /^(?:[△▽]\d+|คงที่|—)$/ : /^(?:[▲▼]\d+|คงที่|—)$/);
	expect(marks.some(({ gained }) => /[△▽]/.test(gained))).toBe(true);
});

test('the figures of the picture are places and percents of each round, none where nothing was sent', () => {
	const { table } = makeBumpSheet(compared, team, []) ?? {};
	expect(table?.rows).toHaveLength(26);
	expect(table?.columns).toHaveLength(table?.rows[0]?.length ?? 0);
	const silent = team.districts.findIndex(({ after }) => after?.scored === 0);
	expect(silent).toBeGreaterThan(-1);
	expect(table?.rows[silent]?.slice(4)).toEqual([null, null, null]);
});

test('who moved farthest is named, or counted where several moved as far', () => {
	expect(titleBump(team)).toMatch(/ขึ้น \d+ อันดับ .+ลง \d+ อันดับ$/);
	expect(titleBump({ ...team, districts: [] })).toBe('ยังไม่มีอำเภอใดมีผลทั้งสองรอบ');
});

test('an indicator with another weight is comparable and the weight is said', () => {
	const rows = listPairRows(compared.whole, 'team');
	expect(rows.map(({ kind }) => kind)).toContain('changed');
	expect(rows.find(({ kind }) => kind === 'changed')?.notes[0]).toMatch(/^น้ำหนัก/);
	expect(listPairRows(compared.whole, null).length).toBeGreaterThan(rows.length);
});

test('a district without results in a round has no change and never 0.00 for it', () => {
	const rows = listDistrictRows(team, ['coverage']);
	const silent = rows.filter(({ places }) => places[1] === '—');
	expect(silent.length).toBeGreaterThan(0);
	for (const { percents, change, gained } of silent) expect([percents[1], change, gained]).toEqual(['—', null, '—']);
});

test('like for like is told with how many districts it counts', () => {
	const like = meanLike(team);
	expect(like?.districts).toBe(team.districts.filter((one) => one.like !== null).length);
	expect(meanLike({ ...team, districts: [] })).toBeNull();
});

test('a step is chosen by its number, the whole where there is none of it', () => {
	const three = compareViews([makeEarlier(view), view, view]);
	expect(findStep(three, '2')).toEqual({ step: '2', change: three.steps[1] });
	expect(findStep(three, '9').step).toBe('whole');
	expect(findStep(compared, '1').step).toBe('whole');
});
