import { expect, test } from 'vitest';
import { drawBar } from '../../src/lib/reports/bar-picture.ts';

const piece = { indicator: '1', outcome: 5, tone: 5, weighted: 50, x: 0, width: 50 } as const;
const count = (svg: string, part: string) => svg.split(part).length - 1;

test('nothing reported draws no length, only how far it can go', () => {
	const svg = drawBar({ pieces: [], assured: null, possible: { x: 0, width: 100 } }, 101, 7, true);
	expect(count(svg, '<rect')).toBe(0);
	expect(svg).toContain('stroke-dasharray');
	expect(svg).toContain('H100.00');
});

test('a length is as long as its percent', () => {
	const svg = drawBar({ pieces: [piece], assured: null, possible: null }, 101, 7, false);
	expect(svg).toContain('width="49.65"');
	expect(svg).not.toContain('stroke-dasharray');
});

test('pieces are drawn one by one where there is room, and what is assured is hatched', () => {
	const bar = { pieces: [piece, { ...piece, x: 50, width: 10 }], assured: { x: 60, width: 5 }, possible: null };
	expect(count(drawBar(bar, 101, 7, true), '<rect')).toBe(3);
	expect(count(drawBar(bar, 101, 7, false), '<rect')).toBe(2);
});

test('a picture holds no text, so no Thai mark can be lost in it', () => {
	expect(drawBar({ pieces: [piece], assured: null, possible: null }, 101, 7, true)).not.toContain('<text');
});
