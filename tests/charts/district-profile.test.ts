import { describe, expect, it } from 'vitest';
import {
	drawDistrictProfile,
	labelRoom,
	listProfile,
	profileHeight,
	splitProfile
} from '../../src/lib/charts/district-profile.ts';
import { drawShapes } from '../../src/lib/charts/draw-shapes.ts';
import { paperLook, screenLook } from '../../src/lib/charts/look.ts';
import { makeView } from '../reports/fixture.ts';

const view = makeView();
const rows = (district: string, section = 'team') => listProfile(view, district, section);

describe('a district beside its province', () => {
	it('has a row for each indicator, in the order of the letter', () =>
		expect(rows('4001').map(({ indicator }) => indicator)).toEqual(['1', '2', '3', '4', '5', '6']));

	it('stands where its points are of the most there are', () => {
		const score = view.answer.scores.find((s) => s.district === '4005' && s.section === 'team' && s.indicator === '2');
		expect(rows('4005')[1]?.own).toMatchObject({ kind: 'scored', at: (score?.points ?? 0) * 20 });
	});

	it.each([
		['4004', '5', 'not_reported', 0, 100],
		['4021', '4', 'invalid', 0, 100],
		['4023', '6', 'undecided', 40, 60]
	])('%s: what is open in %s is %s and can still be %d to %d', (district, indicator, status, from, to) =>
		expect(rows(district).find((row) => row.indicator === indicator)?.own).toEqual({ kind: 'open', status, from, to })
	);

	it('counts only districts with a result for the middle and the best', () => {
		const points = view.answer.scores
			.filter((s) => s.section === 'team' && s.indicator === '5' && s.status === 'scored')
			.map((s) => (s.points ?? 0) * 20)
			.sort((a, b) => a - b);
		const row = rows('4004').find(({ indicator }) => indicator === '5');
		expect(row?.best).toBe(points.at(-1));
		expect(row?.middle).toBe(
			((points[Math.floor((points.length - 1) / 2)] ?? 0) + (points[Math.floor(points.length / 2)] ?? 0)) / 2
		);
	});

	it('has no middle and no best where nobody has a result', () => {
		const [first] = listProfile(makeView({ empty: true }), '4001', 'team');
		expect(first).toMatchObject({ middle: null, best: null, own: { kind: 'open', from: 0, to: 100 } });
	});
});

describe('its picture', () => {
	const groups = ['team', 'individual', 'competency'].map((section) => ({
		title: section,
		rows: rows('4023', section)
	}));

	it.each([1, 2, 3])('in %d columns loses no row and begins each with a title', (columns) => {
		const parts = splitProfile(groups, columns);
		expect(parts.length).toBe(columns);
		expect(parts.map((part) => part[0]?.kind)).toEqual(parts.map(() => 'title'));
		expect(parts.map((part) => part.at(-1)?.kind)).toEqual(parts.map(() => 'row'));
		expect(parts.flat().filter(({ kind }) => kind === 'row').length).toBe(18);
	});

	it.each([
		['paper', paperLook],
		['screen', screenLook]
	] as const)('names every row on %s', (_where, look) => {
		const [lines = []] = splitProfile(groups, 1);
		const labels = labelRoom(
			groups.flatMap((group) => group.rows),
			look
		);
		const size = { width: 400, height: profileHeight(lines.length, look) };
		const svg = drawShapes(drawDistrictProfile(lines, look, labels, size.width), size);
		for (const { label } of lines) expect(svg).toContain(`>${label}<`);
		// each stands as a dot, or as the block it can still become
		expect(svg.match(/<circle|<rect/g)).toHaveLength(lines.filter(({ kind }) => kind === 'row').length);
	});

	it('is drawn in print no smaller than 7.5 points', () => expect(paperLook.size).toBeGreaterThanOrEqual(7.5));
});
