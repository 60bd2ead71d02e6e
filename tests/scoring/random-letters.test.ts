import { expect, test } from 'vitest';
import type { Indicator } from '../../src/lib/agreement/schema.ts';
import { scoreNaively } from './naive.ts';
import { conditionsOf, randomEntries } from './random-entries.ts';
import { randomDistricts, randomLetter } from './random-letters.ts';

const seeds = Array.from({ length: 400 }, (_, i) => i + 1);

test('the same number gives the same letter and the same entries', () => {
	expect(randomLetter(7)).toEqual(randomLetter(7));
	expect(randomEntries(randomLetter(7), 7)).toEqual(randomEntries(randomLetter(7), 7));
});

test('random letters hold every primitive, and their scores every status and reason', () => {
	const seen = new Set<string>();
	for (const seed of seeds) {
		const letter = randomLetter(seed);
		for (const indicator of letter.sections.flatMap((section) => section.indicators)) note(indicator, seen);
		for (const score of scoreNaively(letter, randomDistricts, randomEntries(letter, seed)).scores) {
			seen.add(score.status).add(String(score.reason));
			if (score.recommended !== null) seen.add('recommended');
		}
	}
	const wanted =
		'yes no value date done all any of if lost at_least more_than at_most less_than equals unsure by before after ' +
		'percent growth mean sum place combine figure checks given due parts adjust per floor judged applies_to otherwise ' +
		'highest prefix one undecided not_applicable scored not_reported invalid gap overlap rule_missing conflict tie ' +
		'zero_denominator missing_input invalid_input recommended either when_zero ties taken except';
	expect(wanted.split(' ').filter((word) => !seen.has(word))).toEqual([]);
});

function note(indicator: Indicator, seen: Set<string>): void {
	const add = (thing: object) => {
		for (const [key, value] of Object.entries(thing)) if (value !== undefined) seen.add(key);
	};
	add(indicator);
	for (const value of [...Object.values(indicator.values ?? {}), ...Object.values(indicator.inputs)]) add(value);
	for (const condition of conditionsOf(indicator)) add(condition);
	for (const adjust of indicator.adjust ?? []) add(adjust);
	for (const rung of indicator.ladder?.rungs ?? []) add(rung);
	if (indicator.applies_to !== 'all') seen.add('applies_to');
	if (indicator.ladder !== undefined) seen.add(indicator.ladder.mode);
	if (indicator.ladder?.otherwise !== undefined) seen.add('otherwise');
}

/** Filling in can change what is known only where values contradict, are compared with others', or stand in for what is missing. */
const isPlain = (indicator: Indicator): boolean =>
	indicator.checks === undefined &&
	Object.values(indicator.values ?? {}).every((value) => value.figure === undefined && !('place' in value)) &&
	Object.values(indicator.inputs).every((input) => input.given === undefined);

test('what was decided stays decided, and points stay in their range, whatever is reported later', () => {
	let filled = 0;
	for (const seed of seeds) {
		const letter = randomLetter(seed);
		const early = randomEntries(letter, seed);
		const known = new Set(early.map((e) => `${e.section}/${e.indicator}/${e.input}/${e.district}`));
		const provincial = new Set(
			early.filter((e) => e.district === letter.province).map((e) => `${e.section}/${e.indicator}/${e.input}`)
		);
		const later = randomEntries(letter, seed + 100_000).filter(
			(e) =>
				!known.has(`${e.section}/${e.indicator}/${e.input}/${e.district}`) &&
				!provincial.has(`${e.section}/${e.indicator}/${e.input}`)
		);
		const before = scoreNaively(letter, randomDistricts, early).scores;
		const after = scoreNaively(letter, randomDistricts, [...early, ...later]).scores;
		before.forEach((score, i) => {
			const now = after[i];
			const section = letter.sections.find((s) => s.section === score.section);
			const indicator = section?.indicators.find((one) => one.indicator === score.indicator);
			if (now === undefined || indicator === undefined || !isPlain(indicator)) return;
			if (score.status === 'scored')
				expect([seed, now.status, now.outcome, now.points]).toEqual([seed, 'scored', score.outcome, score.points]);
			if (score.lowest !== null) expect(now.lowest, `letter ${seed}`).toBeGreaterThanOrEqual(score.lowest);
			if (score.highest !== null) expect(now.highest, `letter ${seed}`).toBeLessThanOrEqual(score.highest);
			if (score.status === 'not_reported' && now.status === 'scored') filled += 1;
		});
	}
	expect(filled).toBeGreaterThan(100);
});

test('the best and the worst place of a district hold its place between them', () => {
	for (const seed of seeds) {
		const letter = randomLetter(seed);
		for (const { place, place_best, place_worst, percent, percent_best, percent_worst } of scoreNaively(
			letter,
			randomDistricts,
			randomEntries(letter, seed)
		).sections) {
			if (place === null) continue;
			expect(place_best, `letter ${seed}`).toBeLessThanOrEqual(place_worst ?? 0);
			expect(percent_worst, `letter ${seed}`).toBeLessThanOrEqual(percent_best ?? 0);
			expect(percent, `letter ${seed}`).toBeLessThanOrEqual(percent_best ?? 0);
		}
	}
});
