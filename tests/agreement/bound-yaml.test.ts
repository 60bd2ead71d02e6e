import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findExcess } from '../../src/lib/agreement/bound-yaml.ts';
import { readAgreement } from '../../src/lib/agreement/read.ts';

const letters = 'abcdefgh';
const laughs = `a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n${[...letters.slice(1)]
	.map((one, nth) => `${one}: &${one} [${Array.from({ length: 9 }, () => `*${letters[nth] ?? 'a'}`).join(', ')}]`)
	.join('\n')}\n`;

test.each([
	['brackets in brackets', '['.repeat(1_000_000), 'ซ้อนกันลึก'],
	['keys in keys', '{a: '.repeat(500_000), 'ซ้อนกันลึก'],
	['lists in lists', '- '.repeat(1_000_000), 'ซ้อนกันลึก'],
	['lines further and further in', Array.from({ length: 1500 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'), 'ซ้อนกันลึก'],
	['two hundred thousand keys', Array.from({ length: 200_000 }, (_, n) => `k${n}: 1`).join('\n'), 'ซ้อนกันลึก'],
	[
		'two hundred thousand keys in a line',
		`{${Array.from({ length: 200_000 }, (_, n) => `k${n}`).join(',')}}`,
		'ซ้อนกันลึก'
	],
	['billion laughs', laughs, 'เขียนข้อความนั้นเต็ม ๆ']
])('a letter of %s is refused before it is unfolded', (_, text, words) => {
	const { agreement, problems } = readAgreement(text, 'ข้อตกลง.yaml');
	expect(agreement).toBeNull();
	expect(problems.map(({ message }) => message.includes(words))).toEqual([true]);
});

test('no letter there is comes near the bounds', () => {
	const data = join(import.meta.dirname, '../../data');
	const texts = globSync('{agreements,demo}/**/*.yaml', { cwd: data }).map((name) =>
		readFileSync(join(data, name), 'utf8')
	);
	expect(texts.length).toBeGreaterThan(10);
	expect(texts.map(findExcess)).toEqual(texts.map(() => null));
	expect(findExcess(Array.from({ length: 4 }, () => texts[0] ?? '').join('\n'))).toBeNull();
});
