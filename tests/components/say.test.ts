import { describe, expect, it } from 'vitest';
import { makeSay } from '../../src/lib/components/say.ts';
import { shareEvidence } from '../../src/lib/components/evidence.ts';
import { sayPlace } from '../../src/lib/components/place.ts';

const nbsp = '\u00a0';
const arabic = makeSay('arabic');
const thai = makeSay('thai');

describe('figures on a page', () => {
	it.each([
		[75, '75.00'],
		[28.505, '28.51'],
		[99.996, '99.99'],
		[99.9999999, '99.99'],
		[100, '100.00'],
		[0, '0.00']
	])('the percent %d reads %s', (value, words) => expect(arabic.percent(value)).toBe(words));

	it.each([
		[91.11, '91.11'],
		[89.996, '89.9960'],
		[89.9999999, '89.9999'],
		[90, '90.00'],
		[-1.83, '−1.83'],
		[33.3333333, '33.33']
	])('the judged figure %d reads %s and never stands on a bound it has not reached', (value, words) =>
		expect(arabic.value(value)).toBe(words)
	);

	it.each([
		[0.1 + 0.2, '0.3'],
		[1234567.5, '1,234,567.5'],
		[30, '30']
	])('the plain figure %d reads %s', (value, words) => expect(arabic.figure(value)).toBe(words));

	it('says the same in Thai digits', () => {
		expect(thai.percent(75)).toBe('๗๕.๐๐');
		expect(thai.text('รอบที่ 2/2565')).toBe('รอบที่ ๒/๒๕๖๕');
		expect(arabic.text('รอบที่ ๒/๒๕๖๕')).toBe('รอบที่ 2/2565');
		expect(thai.outcome(3)).toBe(`ระดับ${nbsp}๓`);
	});

	it('says dates in the Buddhist era', () => {
		expect(arabic.moment('2022-09-28T14:32:10+07:00')).toBe(`28${nbsp}ก.ย.${nbsp}2565 เวลา${nbsp}14.32${nbsp}น.`);
		expect(thai.day('2024-02-29')).toBe(`๒๙${nbsp}ก.พ.${nbsp}๒๕๖๗`);
	});

	it.each([
		['A', `เกรด${nbsp}A`],
		['green', 'สีเขียว'],
		[5, `ระดับ${nbsp}5`]
	])('the outcome %s is said as %s', (outcome, words) => expect(arabic.outcome(outcome)).toBe(words));
});

it.each([
	[{ file: 'a.xlsx', sheet: 'รายทีม', line: 15, cell: 'D15' }, `แผ่น รายทีม ช่อง${nbsp}D15`],
	[{ file: 'a.csv', line: 3, cell: 'E3' }, `บรรทัด${nbsp}3 ช่อง${nbsp}E3`],
	[{ file: 'a.csv' }, '']
])('the place %j is said as “%s”', (place, words) => expect(sayPlace(place)).toBe(words));

it('says evidence once when every level asks the same, and at its level when they differ', () => {
	const same = [{ evidence: 'รายงาน' }, { evidence: 'รายงาน' }];
	expect(shareEvidence(same)).toEqual({ shared: 'รายงาน', rungs: [{ evidence: null }, { evidence: null }] });
	const differ = [{ evidence: 'ภาพ' }, { evidence: 'รายงาน' }];
	expect(shareEvidence(differ)).toEqual({ shared: null, rungs: differ });
});
