import { describe, expect, it } from 'vitest';
import { readPicture } from '../../../src/lib/reports/typesetting/svg-marks.ts';
import { layBox, layCircle, layPath, layPolygon } from '../../../src/lib/reports/typesetting/svg-paths.ts';

describe('a path as a page draws it', () => {
	it.each([
		['places are absolute', 'M1 2L3 4', '1 2 m\n3 4 l'],
		['steps are from where the pen is', 'm1 2l3 4h2v-1', '1 2 m\n4 6 l\n6 6 l\n6 5 l'],
		['more places after a move are lines', 'M0 0 5 5 10 0', '0 0 m\n5 5 l\n10 0 l'],
		['a closed path goes back to its start', 'M1 1L5 1L5 5Zl1 1', '1 1 m\n5 1 l\n5 5 l\nh\n2 2 l'],
		['a curve keeps its two handles', 'M0 0C1 2 3 4 5 6', '0 0 m\n1 2 3 4 5 6 c'],
		['one handle becomes two, two thirds of the way', 'M0 0Q3 6 6 0', '0 0 m\n2 4 4 4 6 0 c'],
		['an arc without a radius is a line', 'M0 0A0 5 0 0 1 9 9', '0 0 m\n9 9 l']
	])('%s', (_what, d, said) => expect(layPath(d)).toBe(said));

	it.each([
		['a command it does not know', 'M0 0S1 1 2 2'],
		['a place without its height', 'M0 0L5'],
		['a close with a figure', 'M0 0Z5']
	])('%s is left to who knows', (_what, d) => expect(layPath(d)).toBeNull());

	it('an arc ends where it is told, whatever radius it needs', () => {
		const said = layPath('M0 0A1 1 0 0 1 10 0') ?? '';
		expect(said.split('\n').at(-1)).toMatch(/ 10 0 c$/);
	});

	it('a circle is made of sixths and never leaves its radius', () => {
		const said = layCircle(10, 10, 5).split('\n');
		expect(said[0]).toBe('15 10 m');
		expect(said.filter((one) => one.endsWith(' c'))).toHaveLength(6);
		for (const one of said.filter((step) => step.endsWith(' c'))) {
			const [x = 0, y = 0] = one.split(' ').slice(4, 6).map(Number);
			expect(Math.hypot(x - 10, y - 10)).toBeCloseTo(5, 1);
		}
	});

	it('a box stands on rounded sides', () => expect(layBox(0.333, 1, 2.5, 1.5)).toMatch(/^0\.33 1 2\.5 1\.5 re$/));
	it('a polygon is closed', () => expect(layPolygon([0, 0, 4, 0, 4, 3])).toBe('0 0 m\n4 0 l\n4 3 l\nh'));
});

describe('a picture that is read', () => {
	const wrap = (inside: string) => `<svg width="10" height="10" viewBox="0 0 10 10">${inside}</svg>`;

	it('keeps fill, pen and dashes; an odd row of dashes is said twice', () =>
		expect(
			readPicture(wrap('<path d="M0 0L5 5" fill="none" stroke="#ff0000" stroke-width="0.5" stroke-dasharray="2"/>'))
				?.marks
		).toEqual([
			{ kind: 'shape', path: '0 0 m\n5 5 l', fill: null, stroke: '1 0 0', width: 0.5, dash: '2 2', cap: 0, join: 0 }
		]));

	it('keeps words whole, signs of markup read back', () =>
		expect(
			readPicture(wrap('<text x="1" y="2" font-family="Sarabun" font-size="8" text-anchor="end">น้ำ &amp; ปุ๋ย</text>'))
				?.marks[0]
		).toMatchObject({ kind: 'words', text: 'น้ำ & ปุ๋ย', size: 8, before: 1, x: 1, y: 2 }));

	it.each([
		['a group', wrap('<g><path d="M0 0L1 1"/></g>')],
		['a gradient', wrap('<path d="M0 0L1 1" fill="url(#a)"/>')],
		['another font', wrap('<text font-family="Roboto" font-size="8">ก</text>')],
		['words outside a text', wrap('ก')],
		['an attribute that is not known', wrap('<path d="M0 0L1 1" opacity="0.5"/>')],
		['no box to stand in', '<svg width="10" height="10"><path d="M0 0L1 1"/></svg>']
	])('%s is left to the library', (_what, svg) => expect(readPicture(svg)).toBeNull());
});
