// SECURITY.md says how each point of OWASP ASVS 4.0.3 stands: none is left out, and what it points to is there.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const text = readFileSync('SECURITY.md', 'utf8');

/** The points of levels 1 and 2 by section; those that the standard deleted or asks of level 3 alone are not among them. */
const points: Readonly<Record<string, readonly number[]>> = {
	...{
		'1.1': upTo(7),
		'1.2': upTo(4),
		'1.4': [1, 4, 5],
		'1.5': upTo(4),
		'1.6': upTo(4),
		'1.7': upTo(2),
		'1.8': upTo(2)
	},
	...{ '1.9': upTo(2), '1.10': [1], '1.11': [1, 2], '1.12': [2], '1.14': upTo(6) },
	...{
		'2.1': upTo(12),
		'2.2': upTo(3),
		'2.3': upTo(3),
		'2.4': upTo(6),
		'2.5': upTo(7),
		'2.6': upTo(3),
		'2.7': upTo(6)
	},
	...{ '2.8': upTo(7), '2.9': upTo(3), '2.10': upTo(4) },
	...{ '3.1': [1], '3.2': upTo(4), '3.3': upTo(4), '3.4': upTo(5), '3.5': upTo(3), '3.7': [1] },
	...{ '4.1': [1, 2, 3, 5], '4.2': upTo(2), '4.3': upTo(3) },
	...{ '5.1': upTo(5), '5.2': upTo(8), '5.3': upTo(10), '5.4': upTo(3), '5.5': upTo(4) },
	...{ '6.1': upTo(3), '6.2': upTo(6), '6.3': upTo(2), '6.4': upTo(2) },
	...{ '7.1': upTo(4), '7.2': upTo(2), '7.3': [1, 3, 4], '7.4': upTo(3) },
	...{ '8.1': upTo(4), '8.2': upTo(3), '8.3': upTo(8) },
	...{ '9.1': upTo(3), '9.2': upTo(4), '10.2': upTo(2), '10.3': upTo(3), '11.1': upTo(8) },
	...{ '12.1': upTo(3), '12.2': [1], '12.3': upTo(6), '12.4': upTo(2), '12.5': upTo(2), '12.6': [1] },
	...{ '13.1': [1, 3, 4, 5], '13.2': [1, 2, 3, 5, 6], '13.3': upTo(2), '13.4': upTo(2) },
	...{ '14.1': upTo(4), '14.2': upTo(6), '14.3': [2, 3], '14.4': upTo(7), '14.5': upTo(4) }
};
function upTo(last: number): readonly number[] {
	return Array.from({ length: last }, (_, nth) => nth + 1);
}
const wanted = Object.entries(points).flatMap(([section, numbers]) => numbers.map((number) => `${section}.${number}`));

interface Row {
	readonly points: readonly string[];
	readonly state: string;
	readonly words: string;
}

/** `2.6.1–2.6.3` is three. */
function unfold(written: string): readonly string[] {
	const [first = '', last] = written.split('–');
	const section = first.slice(0, first.lastIndexOf('.'));
	const numberOf = (point: string) => Number(point.slice(point.lastIndexOf('.') + 1));
	if (last === undefined) return [first];
	return upTo(numberOf(last)).flatMap((number) => (number < numberOf(first) ? [] : [`${section}.${number}`]));
}

const rows: readonly Row[] = [...text.matchAll(/^\| (\d[\d., –]*) \| ([^|]*) \| ([^|]*) \|$/gm)].map(
	([, written = '', state = '', words = '']) => ({ points: written.split(', ').flatMap(unfold), state, words })
);

describe('OWASP ASVS 4.0.3', () => {
	test('each point of levels 1 and 2 stands there once', () => {
		const told = rows.flatMap((row) => row.points);
		expect(wanted).toHaveLength(260);
		expect(wanted.filter((point) => !told.includes(point))).toEqual([]);
		expect(told.filter((point, at) => !wanted.includes(point) || told.indexOf(point) !== at)).toEqual([]);
	});
	test('is met, not met or does not apply, and says why', () => {
		expect(rows.filter(({ state }) => !['met', 'not met', 'n/a'].includes(state))).toEqual([]);
		expect(rows.filter(({ words }) => words.trim().length < 3)).toEqual([]);
	});
});

test('every file that it names is there', () => {
	const named = [...text.matchAll(/`((?:src|tests|\.ci)\/[^`]+|[\w.-]+\.(?:js|json|md))`/g)].map(
		([, file = '']) => file
	);
	expect(named.length).toBeGreaterThan(100);
	expect([...new Set(named)].filter((file) => !existsSync(file) && !storeFiles.has(file))).toEqual([]);
});
/** Files of a store, not of the repository. */
const storeFiles = new Set(['server.json']);

/** Lines of the program that match, as file: line; what is only run while building is not of it. */
const linesLike = (pattern: RegExp) =>
	globSync('src/**/*.{ts,js,svelte}')
		.filter((file) => !file.endsWith('pack.ts'))
		.flatMap((file) =>
			readFileSync(file, 'utf8')
				.split('\n')
				.filter((line) => pattern.test(line))
				.map((line) => `${file.replaceAll('\\', '/')}: ${line.trim()}`)
		);

test.each([
	['makes code of text', /\beval\(|new Function\(|setTimeout\(['"`]/, []],
	['starts a program', /node:child_process/, []],
	['uses a hash that is broken', /createHash\(['"](?:md5|sha1)/, []],
	['keeps anything in the browser beside cookies', /\b(?:localStorage|sessionStorage|indexedDB)\b/, []],
	['takes text as markup', /\{@html|\.innerHTML|insertAdjacentHTML/, [expect.stringContaining('Drawing.svelte')]],
	[
		'draws what can be foreseen, but to spread waiting',
		/Math\.random/,
		[expect.stringContaining('await wait('), expect.stringContaining('await wait(')]
	]
] as const)('nothing %s', (_, pattern, known) => {
	expect(linesLike(pattern)).toEqual(known);
});
