// Every file of this folder that is no text of expectations is a mistake somebody makes; beside it stands what they are told.
// MISTAKES_NEW=1 writes the expectations that are missing, to be read before they are kept.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test, vi } from 'vitest';
import { readSubmission } from '../../src/lib/submission/read.ts';
import { sayProblem } from '../../src/lib/submission/sentences/sentences.ts';
import { listUnanswered } from '../../src/lib/submission/sentences/questions.ts';
import { unpackFiles } from '../../src/lib/submission/files/unpack.ts';
import { findProvinceNames } from '../../src/lib/server/places.ts';
import { builtMistakes } from './built.ts';
import { letter } from './letter.ts';

const { spoken, listen } = vi.hoisted(() => {
	const spoken = new Set<string>();
	/** The same sentences, and which of them were said. */
	const listen = (sentences: object): object =>
		Object.fromEntries(
			Object.entries(sentences).map(([name, say]: [string, unknown]) => [
				name,
				typeof say !== 'function'
					? say
					: (...words: readonly unknown[]): unknown => {
							spoken.add(name);
							return Reflect.apply(say, undefined, words);
						}
			])
		);
	return { spoken, listen };
});
vi.mock('../../src/lib/submission/sentences/sentences.ts', async (original) => listen(await original()));
vi.mock('../../src/lib/submission/sentences/cells.ts', async (original) => listen(await original()));
vi.mock('../../src/lib/submission/sentences/hostile.ts', async (original) => listen(await original()));
vi.mock('../../src/lib/submission/sentences/kinds.ts', async (original) => listen(await original()));
vi.mock('../../src/lib/submission/sentences/questions.ts', async (original) => listen(await original()));

const folder = import.meta.dirname;
const province = findProvinceNames(letter.province);
const kept = readdirSync(folder).filter((name) => !/(\.expected\.txt|\.ts)$/.test(name));
const mistakes = [...kept, ...Object.keys(builtMistakes)].toSorted();
const codes = new Set<string>();

/** Whether it could be read, what is wrong and what is asked: each in a line; of very many only the first and the last. */
async function tell(bytes: Uint8Array, name: string): Promise<string> {
	const { files, problems: ofArchive } = unpackFiles(bytes, name);
	const reads = await Promise.all(files.map((file) => readSubmission(file.bytes, file.name, letter, province)));
	const asked = reads.flatMap((read) => listUnanswered(read.questions));
	const problems = [...ofArchive, ...reads.flatMap((read) => read.problems), ...asked];
	for (const { code } of problems) codes.add(code);
	const lines = problems.map(sayProblem);
	const shown = lines.length > 12 ? [...lines.slice(0, 3), `… ${lines.length - 4}`, ...lines.slice(-1)] : lines;
	const readable = files.length > 0 && reads.every((read) => read.readable);
	return [readable ? 'อ่านได้' : 'อ่านไม่ได้', ...shown, ''].join('\n');
}

const besideOf = (name: string): string => join(folder, `${name.replace(/\.\w+$/, '')}.expected.txt`);

test.each(mistakes)('%s', async (name) => {
	const bytes = (await builtMistakes[name]?.()) ?? new Uint8Array(readFileSync(join(folder, name)));
	const told = await tell(bytes, name);
	if (process.env.MISTAKES_NEW !== undefined && !existsSync(besideOf(name))) writeFileSync(besideOf(name), told);
	expect(told).toBe(readFileSync(besideOf(name), 'utf8'));
	// A mistake of which nothing is said is none.
	expect(told.split('\n').length).toBeGreaterThan(2);
});

test('every expectation belongs to a mistake', () => {
	const expected = readdirSync(folder).filter((name) => name.endsWith('.expected.txt'));
	expect(expected.map((name) => join(folder, name))).toEqual(mistakes.map(besideOf).toSorted());
});

/** Said where nobody's file is wrong: of answers given, at the terminal, as parts of other sentences. */
const elsewhere = ['sayAnswered', 'sayPlace', 'sayCount', 'sayUnanswered', 'sayArchiveNotUnpacked'];
const codesElsewhere = ['not_workbook'];
const rooms = ['sentences', 'cells', 'hostile', 'kinds', 'questions'].map(
	(part) => `../../src/lib/submission/sentences/${part}.ts`
);

test('every sentence about a file is said of one of them', async () => {
	const modules = await Promise.all(rooms.map((path) => import(/* @vite-ignore */ path) as Promise<object>));
	const sentences = modules.flatMap((one) => Object.keys(one)).filter((name) => /^(say|ask)[A-Z]/.test(name));
	expect(sentences.filter((name) => !spoken.has(name) && !elsewhere.includes(name))).toEqual([]);
});

test('every code of a problem has a file', () => {
	const room = join(folder, '../../src/lib/submission');
	const sources = readdirSync(room).filter((name) => name.endsWith('.ts') && !name.startsWith('audit'));
	const written = sources.flatMap((name) =>
		[
			...readFileSync(join(room, name), 'utf8').matchAll(
				/(?:'(?:error|warning)',\s*|refuse\(|code: |report\([\w.]+, )'([a-z][a-z_]+)'/g
			)
		].map((found) => found[1] ?? '')
	);
	expect([...new Set(written)].filter((code) => !codes.has(code) && !codesElsewhere.includes(code)).toSorted()).toEqual([]);
	expect(mistakes.length).toBeGreaterThanOrEqual(100);
});
