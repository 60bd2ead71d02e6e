import { expect, test } from 'vitest';
import { makeRateLimit } from '../../src/lib/server/http/limit-rate.ts';

/** Ten at once, two come back in a second, on a clock that stands until it is moved. */
function limit() {
	let now = 1_000_000;
	const rate = makeRateLimit({ most: 10, perSecond: 2 }, () => now);
	return { rate, pass: (seconds: number) => (now += seconds * 1000) };
}
const one = '203.0.113.5';

test('what may be spent at once is spent, and comes back little by little', () => {
	const { rate, pass } = limit();
	expect(Array.from({ length: 12 }, () => rate.spend(one, 1))).toEqual([...Array<number>(10).fill(0), 1, 1]);
	pass(1);
	expect([rate.spend(one, 1), rate.spend(one, 1), rate.spend(one, 1)]).toEqual([0, 0, 1]);
	expect(rate.spend(one, 6)).toBe(3);
	pass(60);
	expect(rate.spend(one, 10)).toBe(0);
});

test('each address has its own, a network of version 6 one, and what costs more than there ever is costs all', () => {
	const { rate } = limit();
	expect(rate.spend(one, 99)).toBe(0);
	expect(rate.spend(one, 1)).toBe(1);
	expect(rate.spend('203.0.113.6', 10)).toBe(0);
	expect(rate.spend('2001:db8:1:2::3', 10)).toBe(0);
	expect(rate.spend('2001:db8:1:2:ffff::9', 1)).toBe(1);
	expect(rate.spend('2001:db8:1:3::3', 1)).toBe(0);
});

test('what was spent for nothing is given back, and no more than there was', () => {
	const { rate } = limit();
	rate.spend(one, 10);
	rate.giveBack(one, 4);
	expect([rate.spend(one, 4), rate.spend(one, 1)]).toEqual([0, 1]);
	rate.giveBack(one, 99);
	expect([rate.spend(one, 10), rate.spend(one, 1)]).toEqual([0, 1]);
});

test('a clock that is put back neither shuts anybody out nor pays anybody', () => {
	const { rate, pass } = limit();
	rate.spend(one, 10);
	pass(-3600);
	expect(rate.spend(one, 2)).toBe(1);
	pass(3601);
	expect(rate.spend(one, 2)).toBe(0);
	expect(rate.spend('203.0.113.6', 10)).toBe(0);
});

test('addresses are forgotten in the order in which they went away, so that memory is bounded', () => {
	const { rate } = limit();
	rate.spend(one, 10);
	for (let n = 0; n < 9_999; n++) rate.spend(`10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`, 1);
	expect(rate.spend(one, 1)).toBe(1);
	rate.spend('198.51.100.1', 1);
	expect(rate.spend(one, 1)).toBe(0);
});
