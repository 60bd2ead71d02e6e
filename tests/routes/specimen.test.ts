import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, readColours } from '../../src/routes/specimen/colours.ts';

const colours = new Map(readColours(readFileSync('src/app.css', 'utf8')).map((one) => [one.name, one]));
const find = (name: string) => {
	const colour = colours.get(name);
	if (colour === undefined) throw new Error(`no colour ${name}`);
	return colour;
};

test('contrast is that of WCAG: black on white 21, a grey of #767676 just over 4.5', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
	expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
	test.each(['ink', 'ink2', 'ink3', 'accent', 'up', 'down', 'invalid', 'undecided', 'late'])(
		'text in --%s reads on every ground',
		(name) => {
			for (const ground of ['surface', 'bg']) {
				expect(contrast(find(name)[theme], find(ground)[theme])).toBeGreaterThanOrEqual(4.5);
			}
		}
	);
	test.each([0, 1, 2, 3, 4, 5])('the numeral of level %i reads, and its edge stands out', (level) => {
		expect(contrast(find(`on${level}`)[theme], find(`level${level}`)[theme])).toBeGreaterThanOrEqual(4.5);
		expect(contrast(find(`edge${level}`)[theme], find('surface')[theme])).toBeGreaterThanOrEqual(3);
	});
	test('levels can be told apart in greyscale: each is lighter or darker than the next by a fifth', () => {
		const levels = [1, 2, 3, 4, 5].map((level) => find(`level${level}`)[theme]);
		for (const [at, one] of levels.slice(1).entries()) {
			expect(contrast(one, levels[at] ?? one)).toBeGreaterThan(1.2);
		}
	});
});
