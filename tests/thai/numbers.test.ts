import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber, formatScaled, parseFigure, scaleNumber } from '../../src/lib/thai/numbers.ts';

test.each([
	['91.5', 91_500_000n, 1],
	['28.50', 28_500_000n, 2],
	['๑,๒๓๔.๕๐', 1_234_500_000n, 2],
	['1,234,567', 1_234_567_000_000n, 0],
	['-3', -3_000_000n, 0],
	['−3.25', -3_250_000n, 2],
	['+7', 7_000_000n, 0],
	['.5', 500_000n, 1],
	['007', 7_000_000n, 0],
	['0.000001', 1n, 6],
	['1e3', 1_000_000_000n, 0],
	['1.5E+2', 150_000_000n, 0],
	['25e-1', 2_500_000n, 1],
	['1.5000000000', 1_500_000n, 6],
	['1000000000000', 10n ** 18n, 0],
	['0e999', 0n, 0]
])('%s is a figure', (text, scaled, decimals) => {
	expect(parseFigure(text)).toEqual({ kind: 'figure', scaled, decimals });
});

test.each([
	['', 'not_a_figure'],
	['-', 'not_a_figure'],
	['5.', 'not_a_figure'],
	['1 234', 'not_a_figure'],
	['12a', 'not_a_figure'],
	['0x10', 'not_a_figure'],
	['Infinity', 'not_a_figure'],
	['NaN', 'not_a_figure'],
	['9'.repeat(61), 'not_a_figure'],
	['95,5', 'misplaced_comma'],
	['1,2345', 'misplaced_comma'],
	['28.499999999999996', 'too_many_decimals'],
	['1e-7', 'too_many_decimals'],
	['1000000000000.000001', 'too_large'],
	['1e400', 'too_large'],
	['1e13', 'too_large']
])('%j is refused as %s', (text, kind) => {
	expect(parseFigure(text).kind).toBe(kind);
});

test.each([
	[1_234_500_000n, {}, '1,234.5'],
	[1_234_500_000n, { decimals: 2 }, '1,234.50'],
	[1_234_500_000n, { digits: 'thai', decimals: 2 }, '๑,๒๓๔.๕๐'],
	[1_234_500_000n, { group: false }, '1234.5'],
	[-500_000n, {}, '−0.5'],
	[2_345_000n, { decimals: 2 }, '2.35'],
	[-2_345_000n, { decimals: 2 }, '−2.35'],
	[-4_999n, { decimals: 2 }, '0.00'],
	[999_999n, { decimals: 0 }, '1'],
	[0n, {}, '0'],
	[1n, { decimals: 8 }, '0.00000100']
] as const)('%s with %j is written %s', (scaled, style, text) => {
	expect(formatScaled(scaled, style)).toBe(text);
});

test.each([
	[28.499999999999996, 28_500_000n],
	[1e-7, 0n],
	[5e-7, 1n],
	[-0.5, -500_000n],
	[1e21, 10n ** 27n]
])('the number %d is %s millionths', (value, scaled) => {
	expect(scaleNumber(value)).toBe(scaled);
});

test('a number of results is written like a figure', () => {
	expect(formatNumber(87.654321, { decimals: 2, digits: 'thai' })).toBe('๘๗.๖๕');
});

test('what is not finite is a mistake of ours', () => {
	expect(() => scaleNumber(Number.NaN)).toThrow('not a finite number');
});

test('any figure is read back from the way it is written', () => {
	const largest = 10n ** 18n;
	fc.assert(
		fc.property(fc.bigInt(-largest, largest), fc.constantFrom('thai' as const, 'arabic' as const), (scaled, digits) => {
			expect(parseFigure(formatScaled(scaled, { digits }))).toMatchObject({ kind: 'figure', scaled });
		})
	);
});
