// Every file of this folder that is no text of expectations is a mistake somebody makes; beside it stands what they are told.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sayProblem } from '../../src/lib/submission/sentences.ts';
import { read } from '../submission/letter.ts';

const folder = import.meta.dirname;
const mistakes = readdirSync(folder).filter((name) => !/\.(expected\.txt|test\.ts)$/.test(name));

test.each(mistakes)('%s', async (name) => {
	const { readable, problems } = await read(new Uint8Array(readFileSync(join(folder, name))), name);
	const told = [readable ? 'อ่านได้' : 'อ่านไม่ได้', ...problems.map(sayProblem), ''].join('\n');
	expect(told).toBe(readFileSync(join(folder, `${name.replace(/\.\w+$/, '')}.expected.txt`), 'utf8'));
});

test('every expectation belongs to a mistake', () => {
	const expected = readdirSync(folder).filter((name) => name.endsWith('.expected.txt'));
	expect(expected.map((name) => name.replace('.expected.txt', ''))).toEqual(mistakes.map((name) => name.replace(/\.\w+$/, '')));
});
