// The house: rooms look only to their left, and everything before the server is pure.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOMS = ['thai', 'agreement', 'submission', 'scoring', 'ranking', 'charts', 'reports', 'server'] as const;
/** What a file may import by itself, by room: packages that touch no disk, clock or network. */
const PURE_PACKAGES = new Set([
	'zod',
	'yaml',
	'papaparse',
	'hucre',
	'pdfmake',
	'fontkit',
	'pdfkit',
	'harfbuzzjs',
	'echarts',
	'node:zlib'
]);
const TOP_LEVEL = [
	'.ci',
	'.git',
	'.gitignore',
	'.prettierignore',
	'.prettierrc',
	'CHANGELOG.md',
	'LICENSE',
	'README.md',
	'SECURITY.md',
	'data',
	'eslint.config.js',
	'package-lock.json',
	'package.json',
	'src',
	'static',
	'svelte.config.js',
	'tests',
	'tsconfig.json',
	'vite.config.ts'
];
/** made by tools, kept out of the repository */
const MADE = ['node_modules', '.svelte-kit', 'build'];

const importsOf = (text: string) =>
	[...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
const files = globSync('src/lib/**/*.ts').map((path) => path.split(sep).join('/'));
const roomOf = (path: string) => ROOMS.findIndex((room) => path.startsWith(`src/lib/${room}/`));

describe('the house', () => {
	it('has the rooms of the design and nothing at the top beside them', () => {
		expect(readdirSync('src/lib').sort()).toEqual([...ROOMS, 'components'].sort());
		expect(readdirSync('.').filter((name) => !TOP_LEVEL.includes(name) && !MADE.includes(name))).toEqual([]);
	});

	it('lets no room import from a room to its right', () => {
		const wrong = files.flatMap((path) =>
			importsOf(readFileSync(path, 'utf8'))
				.filter((name) => name.startsWith('.'))
				.map((name) =>
					relative('.', join(dirname(path), name))
						.split(sep)
						.join('/')
				)
				.filter((target) => roomOf(path) >= 0 && (roomOf(target) > roomOf(path) || target.startsWith('src/routes/')))
				.map((target) => `${path} → ${target}`)
		);
		expect(files.length).toBeGreaterThan(50);
		expect(wrong).toEqual([]);
	});

	it('keeps everything before the server pure: no disk, clock, environment or database', () => {
		const wrong = files
			.filter((path) => roomOf(path) >= 0 && roomOf(path) < ROOMS.indexOf('server'))
			.flatMap((path) => {
				const text = readFileSync(path, 'utf8');
				const packages = importsOf(text).filter((name) => !name.startsWith('.'));
				const names = packages.filter((name) => !PURE_PACKAGES.has(name.split('/')[0] ?? ''));
				const uses = [/\bprocess\./, /\bDate\.now\(/, /\bnew Date\(\)/, /\bfetch\(/].filter((use) => use.test(text));
				return [...names, ...uses.map(String)].map((what) => `${path}: ${what}`);
			});
		expect(wrong).toEqual([]);
	});
});
