import { expect, test } from 'vitest';
import { listBump } from '../../src/lib/charts/bump-lines.ts';
import { bumpHeight, leastWidth, makeBump } from '../../src/lib/charts/bump.ts';
import { drawChart } from '../../src/lib/charts/draw-chart.ts';
import { paperLook } from '../../src/lib/charts/look.ts';
import type { DistrictChange, RoundChange, Standing } from '../../src/lib/ranking/compare.ts';
import { makeView } from '../reports/fixture.ts';

const standing = (place: number | null): Standing => ({
	percent: 50,
	percent_best: 50,
	percent_worst: 50,
	place: place ?? 1,
	place_best: place,
	place_worst: place,
	due: 5,
	scored: place === null ? 0 : 5
});

/** Places of districts in two rounds; null where nothing was sent. */
function step(places: readonly (readonly [string, number | null, number | null])[]): RoundChange {
	const view = makeView();
	const districts = places.map(([name, was, is]): DistrictChange => ({
		district: { code: name, name, english: name },
		before: standing(was),
		after: standing(is),
		bridge: null,
		like: null
	}));
	const sections = [{ section: 'team', title: 'รายทีม', districts, mean: null }];
	return { before: view, after: view, pairs: [], sections, alone: { before: [], after: [] } };
}

test('a district that rose, one that fell and one without results are told apart and lit', () => {
	const bump = listBump(
		[
			step([
				['ก', 3, 1],
				['ข', 1, 2],
				['ค', 4, 3],
				['ง', 2, null]
			])
		],
		'team',
		['1', '2']
	);
	expect(bump?.lines.map(({ name, fate, places, rows, lit }) => [name, fate, places, rows, lit])).toEqual([
		['ก', 'up', [3, 1], [3, 1], true],
		['ข', 'down', [1, 2], [1, 2], true],
		['ค', 'up', [4, 3], [4, 3], true],
		['ง', 'silent', [2, null], [2, 4], true]
	]);
});

test('at most five are lit, and who did not move is not', () => {
	const moved = Array.from({ length: 8 }, (_, nth) => [String(nth), 8 - nth, nth + 1] as const);
	const bump = listBump([step([...moved, ['ก', 9, 9]])], 'team', ['1', '2']);
	expect(bump?.lines.filter(({ lit }) => lit)).toHaveLength(5);
	expect(bump?.lines.find(({ name }) => name === 'ก')).toMatchObject({ fate: 'same', lit: false });
});

test('districts of one place meet in a point and their names stand under each other', () => {
	const bump = listBump(
		[
			step([
				['ก', 1, 1],
				['ข', 2, 1],
				['ค', 3, 3]
			])
		],
		'team',
		['1', '2']
	);
	expect(bump?.lines.map(({ rows, label }) => [rows[1], label])).toEqual([
		[1, 1],
		[1, 2],
		[3, 3]
	]);
});

test.each([
	['a section that a round does not have', 'mission', [['ก', 1, 1]]],
	['rounds without results', 'team', [['ก', null, null]]]
] as const)('%s has no picture', (_, section, places) => {
	expect(listBump([step(places)], section, ['1', '2'])).toBeNull();
});

test('the picture names every district with its place, and is the same each time', () => {
	const bump = listBump(
		[
			step([
				['เขาสวนกวาง', 2, 1],
				['บ้านฝาง', 1, 2]
			])
		],
		'team',
		['1/2565', '2/2565']
	);
	if (bump === null) throw new Error('there is a picture');
	const size = { width: leastWidth(bump, paperLook), height: bumpHeight(bump, paperLook) };
	const svg = drawChart(makeBump(bump, paperLook), size);
	for (const text of ['เขาสวนกวาง', 'บ้านฝาง', '1/2565', '2/2565']) expect(svg).toContain(`>${text}<`);
	expect(svg).toContain(paperLook.up);
	expect(svg).toContain('stroke-dasharray');
	expect(drawChart(makeBump(bump, paperLook), size)).toBe(svg);
});
