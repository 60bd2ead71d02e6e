import { describe, expect, it } from 'vitest';
import { drawLadderBoxes } from '../../src/lib/charts/ladder-boxes.ts';
import { drawLevelSpread } from '../../src/lib/charts/level-spread.ts';
import { middleOutcome, middleValue } from '../../src/lib/charts/middle.ts';
import { drawNumberLine } from '../../src/lib/charts/number-line.ts';
import { toneOf } from '../../src/lib/charts/tones.ts';
import { indicatorAt, scoreOf } from './builders.ts';

const graded = (outcomes: readonly string[]) => ({
	ladder: { mode: 'highest' as const, rungs: outcomes.map((outcome) => ({ outcome, text: outcome })) }
});

describe('tones', () => {
	it.each([
		[0, 0],
		[1, 1],
		[5, 5]
	])('level %i wears tone %i', (level, tone) => expect(toneOf(level, indicatorAt(0))).toBe(tone));

	it.each([
		['D', 2],
		['A', 5],
		['C', 3]
	])('grade %s of four wears tone %i', (grade, tone) => expect(toneOf(grade, graded(['D', 'C', 'B', 'A']))).toBe(tone));

	it.each([
		['red', 1],
		['yellow', 3],
		['green', 5]
	])('the colour %s wears tone %i', (colour, tone) =>
		expect(toneOf(colour, graded(['red', 'yellow', 'green']))).toBe(tone)
	);

	it('an outcome the ladder does not know wears none', () => expect(toneOf('Z', graded(['B', 'A']))).toBe(0));
});

describe('boxes of a ladder', () => {
	const states = (score: ReturnType<typeof scoreOf>, i: number) =>
		drawLadderBoxes(score, indicatorAt(i), null).boxes.map((box) => box.state);

	it('fills up to the level reached', () =>
		expect(states(scoreOf('1', 'scored', 3), 0)).toEqual(['filled', 'filled', 'reached', 'empty', 'empty']));
	it('says 0 in the first box, which is not the same as open', () =>
		expect(states(scoreOf('1', 'scored', 0), 0)).toEqual(['zero', 'empty', 'empty', 'empty', 'empty']));
	it.each(['not_reported', 'invalid', 'undecided'] as const)('leaves all boxes open while %s', (status) =>
		expect(new Set(states(scoreOf('1', status), 0))).toEqual(new Set(['open']))
	);
	it('counts from 1 where the letter prints levels 3 to 5 only', () =>
		expect(states(scoreOf('3', 'scored', 4), 2)).toEqual(['filled', 'filled', 'filled', 'reached', 'empty']));
	it('marks the middle of the province', () =>
		expect(drawLadderBoxes(scoreOf('1', 'scored', 3), indicatorAt(0), 4).boxes.map((box) => box.middle)).toEqual([
			false,
			false,
			false,
			true,
			false
		]));
});

describe('how districts spread over the levels', () => {
	const scores = [
		scoreOf('1', 'scored', 5),
		scoreOf('1', 'scored', 5),
		scoreOf('1', 'scored', 0),
		scoreOf('1', 'not_reported'),
		scoreOf('1', 'not_applicable')
	];
	const { total, pieces } = drawLevelSpread(scores, indicatorAt(0));

	it('counts those it applies to', () => expect(total).toBe(4));
	it('puts the highest first and what is open last', () =>
		expect(pieces.map((p) => [p.kind === 'outcome' ? p.outcome : p.status, p.count])).toEqual([
			[5, 2],
			[0, 1],
			['not_reported', 1]
		]));
	it('adds up to the whole width', () => expect(pieces.reduce((sum, piece) => sum + piece.width, 0)).toBe(100));
});

describe('the middle of a province', () => {
	it.each([
		[[], null],
		[[3], 3],
		[[5, 1, 3], 3],
		[[1, 2, 3, 4], 2.5]
	])('of %j is %j', (values, middle) => expect(middleValue(values)).toBe(middle));
	it('of outcomes is one that somebody has', () => expect(middleOutcome([5, 2, 3, 4], [1, 2, 3, 4, 5])).toBe(3));
	it('of grades follows their order in the ladder', () =>
		expect(middleOutcome(['A', 'D', 'B'], ['D', 'C', 'B', 'A'])).toBe('B'));
	it('of no outcomes is none', () => expect(middleOutcome([], [1, 2])).toBeNull());
});

describe('a figure on the line of its bands', () => {
	const line = drawNumberLine(indicatorAt(0), 91.11, [100, 80]);

	it('has a band for each level and one below the first', () => {
		expect(line?.bands.map((band) => band.outcome)).toEqual([0, 1, 2, 3, 4, 5]);
		expect(line?.bands.reduce((sum, band) => sum + band.width, 0)).toBeCloseTo(100, 9);
	});
	it('gives a band of one figure a block of its own', () => expect(line?.bands.at(-1)?.width).toBe(5));
	it('stands inside its own band', () => {
		const band = line?.bands[3];
		expect(line?.own.x).toBeGreaterThan(band?.x ?? Infinity);
		expect(line?.own.x).toBeLessThan((band?.x ?? 0) + (band?.width ?? 0));
	});
	it('names what is missing to the next bound', () => {
		expect(line?.gap?.outcome).toBe(4);
		expect(line?.gap?.missing).toBeCloseTo(3.89, 9);
	});
	it('misses nothing at the top', () => expect(drawNumberLine(indicatorAt(0), 100, [])?.gap).toBeNull());
	it('runs from more to less where less is better', () => {
		const less = drawNumberLine(indicatorAt(1), 22, []);
		expect(less?.bounds.map((bound) => bound.value)).toEqual([35, 30, 25, 20, 15]);
		expect(less?.gap).toMatchObject({ outcome: 4, missing: 2 });
	});
	it('keeps a figure far outside on the line', () => expect(drawNumberLine(indicatorAt(1), 400, [])?.own.x).toBe(0));
	it('is not drawn for steps', () => expect(drawNumberLine(indicatorAt(2), 3, [])).toBeNull());
});
