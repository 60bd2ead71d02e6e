import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	add,
	compare,
	divide,
	figure,
	fraction,
	multiply,
	numberOf,
	subtract
} from '../../src/lib/scoring/fraction.ts';

const whole = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const anyFraction = fc
	.tuple(
		whole,
		whole.filter((n) => n !== 0n)
	)
	.map(([over, under]) => fraction(over, under));

test.each([
	[6n, 4n, 3n, 2n],
	[-6n, 4n, -3n, 2n],
	[6n, -4n, -3n, 2n],
	[0n, -7n, 0n, 1n]
])('%d over %d is kept as %d over %d', (over, under, least, below) => {
	expect(fraction(over, under)).toEqual({ over: least, under: below });
});

test('nothing is divided by nothing', () => {
	expect(() => fraction(1n, 0n)).toThrow('a fraction needs a denominator');
});

test('a tenth and two tenths are three tenths', () => {
	expect(add(figure(0.1), figure(0.2))).toEqual(figure(0.3));
	expect(numberOf(multiply(divide(figure(57), figure(200)), figure(100)))).toBe(28.5);
});

test('adding what was taken away changes nothing, and order follows the numbers', () => {
	fc.assert(
		fc.property(anyFraction, anyFraction, (a, b) => {
			expect(add(subtract(a, b), b)).toEqual(a);
			const order = subtract(a, b).over;
			expect(compare(a, b)).toBe(order < 0n ? -1 : order > 0n ? 1 : 0);
		})
	);
});
