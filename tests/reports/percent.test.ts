import { expect, test } from 'vitest';
import { showPercent } from '../../src/lib/reports/percent.ts';

const cases: readonly [number, readonly number[], string][] = [
	[75, [100], '75.00'],
	[66.66666666666667, [100], '66.67'],
	[78.335, [100], '78.34'],
	[28.499999, [100], '28.50'],
	[99.994, [100], '99.99'],
	[99.996, [100], '99.99'],
	[100, [100], '100.00'],
	[0, [100], '0.00'],
	[89.996, [100], '90.00'],
	[89.996, [100, 90], '89.99'],
	[90.004, [100, 90], '90.00']
];

test.each(cases)('%d with bounds %j is printed %s', (value, bounds, printed) => {
	expect(showPercent(value, bounds)).toBe(printed);
});
