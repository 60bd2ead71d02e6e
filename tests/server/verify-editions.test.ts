// An edition carries where the journal stood when it was published: a journal cut or written anew before that is found by it.
import { rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { journalFile, parseJournal } from '../../src/lib/server/store/journal.ts';
import { databaseFile } from '../../src/lib/server/store/bring-up.ts';
import { fillJournal, fillOnce } from './full-journal.ts';
import { forge, prove, splitLines } from './prove-store.ts';
import { publish } from './published.ts';
import { withApp } from './with-store.ts';

const filled = fillOnce(async (folder) => {
	await fillJournal(folder);
	await withApp(folder, (app) => publish(app));
});
const withEdition = (use: (folder: string, bytes: Buffer) => Promise<void>) => filled.use(use);

/** With the database gone nothing but the files of the archive knows of the lines there were. */
const told = async (folder: string, journal: string) => {
	await writeFile(journalFile(folder), journal);
	await rm(databaseFile(folder), { force: true });
	const { problems } = await prove(folder);
	return problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
};

/** The number of the line that published it. */
const publishedBy = (bytes: Buffer) => parseJournal(bytes).lines.findIndex(({ act }) => act === 'publish') + 1;

test('a published round is proved whole', async () => {
	await withEdition(async (folder, bytes) => {
		expect(await told(folder, bytes.toString('utf8'))).toEqual([]);
	});
});

test('the line of its publishing cut off: the edition is there, and no line speaks of it', async () => {
	await withEdition(async (folder, bytes) => {
		const left = splitLines(bytes).slice(0, publishedBy(bytes) - 1);
		expect(await told(folder, left.join('\n') + '\n')).toEqual([
			expect.stringMatching(/^unnamed_edition แฟ้มนี้เป็นฉบับที่ 1 ของ khon-kaen\/2565-2 แต่ไม่มีบรรทัดใด/)
		]);
	});
});

test('lines before its publishing cut off as well: it says up to where there were lines', async () => {
	await withEdition(async (folder, bytes) => {
		const published = publishedBy(bytes);
		for (const cut of [2, 3]) {
			const left = splitLines(bytes).slice(0, published - cut);
			expect(await told(folder, left.join('\n') + '\n')).toEqual([
				expect.stringMatching(
					new RegExp(`^journal_cut ฉบับที่ 1 ของ .+ เห็นสมุดบันทึกถึงบรรทัดที่ ${published - 1} แต่สมุดนี้มี ${published - cut} บรรทัด`)
				),
				expect.stringMatching(/^unnamed_edition /)
			]);
		}
	});
});

test('a line before its publishing written anew, and all after it chained again', async () => {
	await withEdition(async (folder, bytes) => {
		const published = publishedBy(bytes);
		expect(await told(folder, forge(bytes, 'มติคณะกรรมการครั้งที่ 1', 'มติคณะกรรมการครั้งที่ 9'))).toEqual([
			expect.stringMatching(
				new RegExp(`^journal_rewritten ฉบับที่ 1 ของ .+ เห็นสมุดบันทึกบรรทัดที่ ${published - 1} เป็นรหัส .+ถูกเขียนใหม่`)
			)
		]);
	});
});
