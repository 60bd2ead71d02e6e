import { describe, expect, it } from 'vitest';
import { drawTotalBar } from '../../src/lib/charts/total-bar.ts';
import { scoreOf, section } from './builders.ts';

const line = (percent: number, worst: number, best: number, scores: Parameters<typeof drawTotalBar>[0]['scores']) => ({
	percent,
	percent_worst: worst,
	percent_best: best,
	weight: 100,
	scores
});

describe('a district drawn as one bar', () => {
	it('lays the pieces end to end in the order of the letter, and they add up to the percent', () => {
		const scores = [scoreOf('3', 'scored', 5), scoreOf('1', 'scored', 3), scoreOf('2', 'scored', 4)];
		const bar = drawTotalBar(line(78, 78, 78, scores), section);
		expect(bar.pieces.map(({ indicator, x, width, tone }) => [indicator, x, width, tone])).toEqual([
			['1', 0, 18, 3],
			['2', 18, 40, 4],
			['3', 58, 20, 5]
		]);
		expect(bar.pieces.reduce((sum, piece) => sum + piece.width, 0)).toBe(78);
		expect([bar.assured, bar.possible]).toEqual([null, null]);
	});

	it('draws nothing for what was not reported but how far it can still go', () => {
		const scores = ['1', '2', '3'].map((indicator) => scoreOf(indicator, 'not_reported'));
		const bar = drawTotalBar(line(0, 0, 100, scores), section);
		expect(bar).toEqual({ pieces: [], assured: null, possible: { x: 0, width: 100 } });
	});

	it('hatches what is sure though undecided, then dashes what is only possible', () => {
		const scores = [scoreOf('1', 'scored', 5), scoreOf('2', 'undecided'), scoreOf('3', 'not_reported')];
		const bar = drawTotalBar(line(30, 60, 90, scores), section);
		expect(bar.pieces.map((piece) => piece.indicator)).toEqual(['1']);
		expect(bar.assured).toEqual({ x: 30, width: 30 });
		expect(bar.possible).toEqual({ x: 60, width: 30 });
	});

	it('measures against the weight that applies to the district', () => {
		const scores = [scoreOf('1', 'scored', 5), scoreOf('2', 'not_applicable'), scoreOf('3', 'scored', 5)];
		const bar = drawTotalBar({ percent: 100, percent_worst: 100, percent_best: 100, weight: 50, scores }, section);
		expect(bar.pieces.map((piece) => piece.width)).toEqual([60, 40]);
	});

	it('draws no piece for a level 0, which is a score of nothing', () => {
		const scores = [scoreOf('1', 'scored', 0), scoreOf('2', 'scored', 5), scoreOf('3', 'scored', 0)];
		const bar = drawTotalBar(line(50, 50, 50, scores), section);
		expect(bar.pieces.map((piece) => piece.indicator)).toEqual(['2']);
	});

	it('draws nothing where nothing applies', () => {
		const none = { percent: null, percent_best: null, percent_worst: null, weight: 0, scores: [] };
		expect(drawTotalBar(none, section)).toEqual({ pieces: [], assured: null, possible: null });
	});
});
