// Two readings of one indicator hold together unless both rewrite the same thing, and then it is said what.
import { expect, test } from 'vitest';
import { isClash, mergeReadings } from '../../src/lib/agreement/merge-readings.ts';
import type { Alternative, Ladder, Rung } from '../../src/lib/agreement/schema.ts';

const rung = (outcome: number, at_least: number): Rung => ({
	outcome,
	text: `ระดับ ${outcome}`,
	needs: { value: 'v', at_least }
});
const open: Rung = { undecided: 'gap', reading: 'X9', text: 'ช่วงที่เว้น', needs: { value: 'v', equals: 3 } };
const ladder = (rungs: Rung[], more: Partial<Ladder> = {}): Ladder => ({ mode: 'highest', rungs, ...more });
const own = { ladder: ladder([rung(1, 10), rung(2, 20), rung(3, 30)]) };
const reading = (id: string, more: Partial<Alternative>): Alternative => ({ reading: id, text: id, ...more });

const first = reading('X1', { ladder: ladder([rung(1, 15), rung(2, 20), rung(3, 30)]) });
const third = reading('X2', { ladder: ladder([rung(1, 10), rung(2, 20), rung(3, 35)]) });
const alsoFirst = reading('X3', { ladder: ladder([rung(1, 12), rung(2, 20), rung(3, 30)]) });
const added = reading('X4', { ladder: ladder([rung(1, 10), rung(2, 20), rung(3, 30), open]) });
const without = reading('X5', { ladder: ladder([rung(1, 10), rung(3, 30)]) });
const prefix = reading('X6', { ladder: ladder([rung(1, 10), rung(2, 20), rung(3, 35)], { mode: 'prefix' }) });

test.each([
	['different rungs', [first, third], ladder([rung(1, 15), rung(2, 20), rung(3, 35)])],
	['the other way round', [third, first], ladder([rung(1, 15), rung(2, 20), rung(3, 35)])],
	['a rung changed and one added', [first, added], ladder([rung(1, 15), rung(2, 20), rung(3, 30), open])],
	['a rung changed and one taken away', [third, without], ladder([rung(1, 10), rung(3, 35)])],
	[
		'the same change, and one a mode besides',
		[third, prefix],
		ladder([rung(1, 10), rung(2, 20), rung(3, 35)], { mode: 'prefix' })
	],
	['three of them', [first, third, added], ladder([rung(1, 15), rung(2, 20), rung(3, 35), open])]
])('%s hold together', (_, taken, expected) => {
	expect(mergeReadings(own, taken)).toEqual({ ladder: expected });
});

const otherwise = (outcome: number) =>
	reading(`X${outcome}0`, { ladder: ladder(own.ladder.rungs, { otherwise: { outcome, text: 'นอกนั้น' } }) });
const share = (part: string) =>
	reading(`X-${part}`, { values: { v: { label: 'สัดส่วน', percent: { part, whole: 'w' } } } });
test.each([
	['the same rung', [first, alsoFirst], 'ระดับ 1'],
	['the same rung, after one that holds', [third, first, alsoFirst], 'ระดับ 1'],
	[
		'a rung changed and taken away',
		[reading('X7', { ladder: ladder([rung(1, 10), rung(2, 25), rung(3, 30)]) }), without],
		'ระดับ 2'
	],
	['what is given otherwise', [otherwise(0), otherwise(1)], 'ผลของผู้ที่ไม่ถึงระดับใด'],
	['the same value', [share('a'), share('b')], 'สัดส่วน'],
	[
		'the points added',
		[reading('Xa', { adjust: [] }), reading('Xb', { adjust: [{ per: 'n', points: 1, text: 'ก' }] })],
		'การปรับคะแนน'
	]
])('%s cannot be read in two ways at once', (_, taken, over) => {
	const merged = mergeReadings(own, taken);
	expect(isClash(merged) ? merged.over : merged).toBe(over);
	expect(isClash(merged) && merged.readings).toEqual(taken.slice(-2).map((one) => one.reading));
});

test('parts are merged each by itself', () => {
	const part = (one: number, other: number) => [
		{ part: 'a', title: 'ก', ladder: ladder([rung(1, one)]) },
		{ part: 'b', title: 'ข', ladder: ladder([rung(1, other)]) }
	];
	const parts = { parts: part(10, 10) };
	const one = reading('X1', { parts: part(15, 10) });
	const other = reading('X2', { parts: part(10, 25) });
	expect(mergeReadings(parts, [one, other])).toEqual({ parts: part(15, 25) });
	const clash = mergeReadings(parts, [one, reading('X3', { parts: part(16, 10) })]);
	expect(isClash(clash) && clash.over).toBe('ก ระดับ 1');
});
