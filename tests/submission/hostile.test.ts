// Files made to harm: each is answered with a sentence, by a process that has little memory and lives on.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { hostileFiles } from './hostile-files.ts';

/** kilobytes; half of it is what Node itself and the largest of the files take */
const MOST_HELD = 700 * 1024;

interface Answer {
	readonly readable: boolean;
	readonly codes: readonly string[];
	readonly said: readonly string[];
	readonly stored: readonly string[];
	readonly held: number;
}

test(
	'every hostile file is answered in Thai, in bounded memory, and gives nothing that it should not',
	{ timeout: 240_000 },
	() => {
		const folder = mkdtempSync(join(tmpdir(), 'watphon-hostile-'));
		try {
			const paths = hostileFiles.map(({ name, make }, nth) => {
				mkdirSync(join(folder, String(nth)));
				writeFileSync(join(folder, String(nth), name), make());
				return join(folder, String(nth), name);
			});
			const reader = join(import.meta.dirname, 'read-hostile.ts');
			const told = execFileSync(
				process.execPath,
				['--max-old-space-size=400', '--import', './src/load-text.js', reader, ...paths],
				{
					cwd: join(import.meta.dirname, '../..'),
					encoding: 'utf8'
				}
			);
			const answers = told
				.trim()
				.split('\n')
				.map((line) => JSON.parse(line) as Answer);
			expect(
				hostileFiles.map(({ what }, nth) => ({
					what,
					readable: answers[nth]?.readable,
					codes: answers[nth]?.codes,
					stored: answers[nth]?.stored
				}))
			).toEqual(
				hostileFiles.map(({ what, readable = false, codes, stored = [] }) => ({ what, readable, codes, stored }))
			);
			expect(answers.flatMap(({ said }) => said).filter((sentence) => !/[ก-๙]/.test(sentence))).toEqual([]);
			for (const [nth, { what }] of hostileFiles.entries())
				expect([what, (answers[nth]?.held ?? Infinity) < MOST_HELD]).toEqual([what, true]);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	}
);
