import { expect, test } from 'vitest';
import { fraction } from '../../src/lib/scoring/fraction.ts';
import { showChange, showExact } from '../../src/lib/reports/show-change.ts';

const exact = (over: number, under: number) => fraction(BigInt(over), BigInt(under));

test.each([
	[73_305, 1_000, '73.31'],
	[199_998, 2_000, '99.99'],
	[200, 3, '66.67'],
	[100, 1, '100.00'],
	[99_999, 1_000, '99.99'],
	[0, 1, '0.00']
])('%d ÷ %d percent is printed as %s', (over, under, shown) => {
	expect(showExact(exact(over, under))).toBe(shown);
});

test.each([
	[3, 2, '+1.50'],
	[-1, 4, '−0.25'],
	[0, 1, '0.00'],
	[1, 1_000, '+<0.01'],
	[-1, 1_000, '−<0.01'],
	[-2, 3, '−0.67']
])('a change of %d ÷ %d is printed as %s', (over, under, shown) => {
	expect(showChange(exact(over, under))).toBe(shown);
});
