// Places on a page are rounded by their figures, however fast.
import { expect, test } from 'vitest';
import { decimal } from '../../../src/lib/reports/typesetting/page-ink.ts';

test.each([
	[0.125, 2, '0.13'],
	[1.005, 2, '1'],
	[1.115, 2, '1.11'],
	[-1.005, 2, '-1'],
	[-0.001, 2, '0'],
	[2.5, 0, '3'],
	[841.89, 1, '841.9'],
	[0.1 + 0.2, 5, '0.3'],
	[-12, 2, '-12']
] as const)('%d with at most %d decimals is %s', (value, decimals, said) => {
	expect(decimal(value, decimals)).toBe(said);
});

test.each([1, 2, 3] as const)(
	'every ten-thousandth up to three is rounded to %d decimals by its own figures',
	(decimals) => {
		const values = Array.from({ length: 60_001 }, (_, nth) => (nth - 30_000) / 10_000);
		expect(values.filter((one) => decimal(one, decimals) !== String(Number(one.toFixed(decimals))))).toEqual([]);
	}
);
