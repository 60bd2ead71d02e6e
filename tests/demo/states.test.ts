// What the later round must have for everything that can happen to a result to be seen somewhere.
import { beforeAll, expect, test } from 'vitest';
import { statuses } from '../../src/lib/scoring/results.ts';
import { loadDemo, scoreOf, sections, totalOf, type Demo } from './load-demo.ts';

let demo: Demo;
beforeAll(async () => {
	demo = await loadDemo();
});

test.each(statuses)('some result is %s', (status) => {
	expect(demo.later.answer.scores.some((score) => score.status === status)).toBe(true);
});

test.each([
	['debt was reduced for 21 of 13 households', '4015', 'individual', '2.1', 'invalid', 'invalid_input'],
	['more was spent than allocated', '4021', 'team', '1', 'invalid', 'invalid_input'],
	['the whole indicator is missing', '4004', 'team', '5', 'not_reported', 'missing_input'],
	['one answer is missing', '4025', 'team', '1', 'not_reported', 'missing_input'],
	['one count is missing', '4002', 'individual', '1', 'not_reported', 'missing_input'],
	['another variant applies', '4011', 'individual', '3.1', 'not_applicable', 'not_applicable']
])('%s: %s %s/%s is %s', (_, district, section, indicator, status, reason) => {
	const nothing = { outcome: null, points: null, weighted: null };
	expect(scoreOf(demo.later, district, section, indicator)).toMatchObject({ status, reason, ...nothing });
});

test.each([
	['the website has 60.5', '4008', 'competency', '3', 'gap', 'X73'],
	['fewer households than allocated, in time', '4013', 'competency', '4', 'gap', 'X75'],
	['the fund grew by 0 baht', '4018', 'individual', '6', 'gap', 'X69'],
	['members became fewer', '4011', 'individual', '7', 'gap', 'X94'],
	['there was no overdue debt', '4024', 'individual', '4', 'zero_denominator', 'X93'],
	['nothing was sold online the year before', '4023', 'team', '5', 'zero_denominator', 'X124']
])('%s: %s %s/%s waits for a ruling', (_, district, section, indicator, reason, reading) => {
	const open = { status: 'undecided', outcome: null, points: null };
	expect(scoreOf(demo.later, district, section, indicator)).toMatchObject({ ...open, reason, reading });
});

// The levels are read off the letter by hand.
test.each([
	['79.58 % spent is level 0, not nothing', '4022', 'team', '1', 0, 0],
	['58.33 % attendance is level 0', '4014', 'competency', '5', 0, 0],
	['no new member is level 1', '4022', 'individual', '7', 1, 1],
	['a complaint takes half a point', '4012', 'individual', '4', 5, 4.5],
	['the highest level of attendance gives 3 points', '4005', 'competency', '5', 5, 3],
	['all above is done, the second step is not', '4014', 'team', '6', 1, 1],
	['few news, all else is enough for level 5', '4016', 'competency', '3', 2, 2],
	['the day missing decides nothing', '4018', 'team', '3', 3, 3],
	['89.99 % spent is not 90', '4023', 'team', '1', 2, 2]
])('%s: %s %s/%s is level %i, %d points', (_, district, section, indicator, outcome, points) => {
	expect(scoreOf(demo.later, district, section, indicator)).toMatchObject({ status: 'scored', outcome, points });
});

test.each([
	['4003', 'team', '1', 90, 3],
	['4002', 'team', '1', 95, 4],
	['4019', 'team', '2', 90, 3],
	['4017', 'individual', '1', 15, 5],
	['4023', 'individual', '1', 28.5, 2]
])('the parts of %s %s/%s come to exactly %d: level %i', (district, section, indicator, value, outcome) => {
	expect(scoreOf(demo.later, district, section, indicator)).toMatchObject({ value, outcome });
});

test('ภูผาม่าน sends nothing, เวียงเก่า nothing of one section', () => {
	const sent = (district: string) =>
		new Set(demo.later.entries.filter((entry) => entry.district === district).map((entry) => entry.section));
	expect([...sent('4020')]).toEqual([]);
	expect([...sent('4029')].sort()).toEqual(['individual', 'team']);
});

test.each([
	['team', '4012', '4017', 87],
	['team', '4004', '4008', 75],
	['individual', '4003', '4009', 83],
	['competency', '4010', '4012', 88.5]
])('%s: %s and %s share a place at %d', (section, one, other, percent) => {
	const [a, b] = [totalOf(demo.later, one, section), totalOf(demo.later, other, section)];
	expect([a.percent, b.percent]).toEqual([percent, percent]);
	expect(a.place).toBe(b.place);
});

test.each(sections)('%s: totals of the complete spread from the forties or fifties to under 97', (section) => {
	const complete = demo.later.answer.sections
		.filter((s) => s.section === section && s.decided_weight === s.weight)
		.map((s) => s.percent ?? 0);
	expect(complete.length).toBeGreaterThanOrEqual(18);
	expect(Math.min(...complete)).toBeGreaterThan(45);
	expect(Math.min(...complete)).toBeLessThan(60);
	expect(Math.max(...complete)).toBeGreaterThan(94);
	expect(Math.max(...complete)).toBeLessThan(97);
});

test.each([
	['4029', 'team', '1', 'not_reported', null],
	['4023', 'competency', '3', 'not_reported', null],
	['4016', 'individual', '1', 'not_reported', null],
	['4025', 'competency', '4', 'undecided', 'X75']
])('of the earliest round %s %s/%s is %s', (district, section, indicator, status, reading) => {
	expect(scoreOf(demo.earliest, district, section, indicator)).toMatchObject({ status, reading, points: null });
});

test('a later file of the earliest round corrects one count of เขาสวนกวาง', () => {
	const counts = demo.earliest.entries.filter(
		(e) => e.district === '4019' && e.input === 'villages_centre_gvh_up_count'
	);
	expect(counts.map(({ at }) => at.file)).toEqual(['khon-kaen/2564-2/สพอ-เขาสวนกวาง-แก้ไขความสุขมวลรวม.csv']);
});

test.each([
	['4009', 74, 89],
	['4002', 80, 76],
	['4020', 62, 0]
])('%s goes from %d to %d in the team section', (district, before, after) => {
	expect([demo.earlier, demo.later].map((view) => totalOf(view, district, 'team').percent)).toEqual([before, after]);
});
