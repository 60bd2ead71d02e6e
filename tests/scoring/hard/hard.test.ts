import { describe, expect, test } from 'vitest';
import type { Agreement } from '../../../src/lib/agreement/schema.ts';
import { scoreNaively } from '../naive.ts';
import { entriesOfCase, readHardLetters } from './read-hard.ts';

describe.each(readHardLetters().map((hard) => [hard.letter.agreement, hard] as const))('%s', (_, hard) => {
	test.each(hard.cases.map((one) => [one.indicator, one.case, one] as const))('%s %s', (_indicator, _sentence, one) => {
		const { district, entries } = entriesOfCase(hard, one);
		const { scores } = scoreNaively(hard.letter, hard.districts, entries);
		const score = scores.find((s) => s.district === district && `${s.section}/${s.indicator}` === one.indicator);
		expect(score).toMatchObject({
			status: one.status,
			outcome: one.outcome ?? null,
			reason: one.reason ?? null,
			reading: one.reading ?? null
		});
		expect(score?.recommended?.outcome).toBe(one.recommended);
		if (one.value !== undefined) expect(score?.value).toBe(one.value);
		if (one.outcome !== undefined)
			expect(score?.points).toBe(one.points ?? printedPoints(hard.letter, one.indicator, one.outcome));
	});
});

/** Points of an outcome as the letter prints them; a level's own number where it prints none. */
function printedPoints(letter: Agreement, key: string, outcome: number | string): number | null {
	const [section, number] = key.split('/');
	const indicators = letter.sections.find((s) => s.section === section)?.indicators;
	const ladder = indicators?.find((i) => i.indicator === number)?.ladder;
	const rung = ladder?.rungs.find((r) => 'outcome' in r && r.outcome === outcome);
	if (rung !== undefined && 'outcome' in rung && rung.points !== undefined) return rung.points;
	return typeof outcome === 'number' ? outcome : null;
}

test('every hard indicator has at least eight cases', () => {
	const counts = new Map<string, number>();
	for (const { letter, cases } of readHardLetters()) {
		for (const { indicator } of cases) {
			const key = `${letter.agreement} ${indicator}`;
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	}
	counts.delete('buriram/2565-2 individual/1');
	expect(counts.size).toBe(15);
	expect([...counts].filter(([, count]) => count < 8)).toEqual([]);
});
