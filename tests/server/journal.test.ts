import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import {
	appendAct,
	journalFile,
	noLines,
	putTornAside,
	readJournal,
	tornFile
} from '../../src/lib/server/store/journal.ts';
import { act, withFolder } from './with-store.ts';

async function twoLines(folder: string): Promise<string> {
	const first = await appendAct(folder, act, noLines);
	await appendAct(folder, act, first);
	return await readFile(journalFile(folder), 'utf8');
}

test('a folder without a journal has a journal without lines', async () => {
	await withFolder(async (folder) => {
		expect(await readJournal(folder)).toEqual({ lines: [], head: noLines, problems: [], torn: null });
	});
});

test('each line carries the hash of the line before and its own', async () => {
	await withFolder(async (folder) => {
		await twoLines(folder);
		const { lines, head, problems } = await readJournal(folder);
		expect(problems).toEqual([]);
		expect(lines.map((line) => line.n)).toEqual([1, 2]);
		expect(lines[0]?.previous).toBe(noLines.hash);
		expect(lines[1]?.previous).toBe(lines[0]?.hash);
		expect(head).toEqual({ n: 2, hash: lines[1]?.hash });
	});
});

const alterations = [
	['a name in line 1', (text: string) => text.replace('สมหมาย', 'สมชาย'), 1, 'บรรทัดที่ 1 ไม่ตรงกับรหัสของบรรทัดเอง'],
	['a space in line 2', (text: string) => text.replace('\n{', '\n {'), 2, 'บรรทัดที่ 2 ไม่ตรงกับรหัสของบรรทัดเอง'],
	['a digit of the last hash', (text: string) => text.replace(/.(?="\}\n$)/, '_'), 2, 'บรรทัดที่ 2 ไม่ตรงกับรหัสของบรรทัดเอง'],
	['line 1 taken out', (text: string) => text.split('\n').slice(1).join('\n'), 1, 'บรรทัดที่ 1 ไม่ต่อจากบรรทัดก่อนหน้า'],
	[
		'the lines swapped',
		(text: string) => text.split('\n').slice(0, 2).reverse().join('\n') + '\n',
		1,
		'บรรทัดที่ 1 ไม่ต่อจากบรรทัดก่อนหน้า'
	]
] as const;

test.each(alterations)('%s is named', async (_, alter, line, sentence) => {
	await withFolder(async (folder) => {
		await writeFile(journalFile(folder), alter(await twoLines(folder)));
		const { problems, torn } = await readJournal(folder);
		expect(torn).toBeNull();
		expect(problems).toHaveLength(1);
		expect(problems[0]?.at).toEqual({ file: 'journal.jsonl', line });
		expect(problems[0]?.message).toContain(sentence);
	});
});

test('a write that was cut off, even inside a letter, is put aside and the last whole line stands', async () => {
	await withFolder(async (folder) => {
		const whole = await twoLines(folder);
		const cut = Buffer.from('{"n":3,"who":"ส').subarray(0, -1);
		await appendFile(journalFile(folder), cut);
		const { lines, torn, problems } = await readJournal(folder);
		expect(problems).toEqual([]);
		expect(lines).toHaveLength(2);
		if (torn === null) throw new Error('not torn');
		await putTornAside(folder, torn);
		expect(await readFile(journalFile(folder), 'utf8')).toBe(whole);
		expect(await readFile(tornFile(folder))).toEqual(Buffer.concat([cut, Buffer.from('\n')]));
	});
});

test('a last line that only lost its line end counts, and the next line still begins on its own', async () => {
	await withFolder(async (folder) => {
		await writeFile(journalFile(folder), (await twoLines(folder)).trimEnd());
		const before = await readJournal(folder);
		expect(before.lines).toHaveLength(2);
		expect(before.torn).toBeNull();
		await appendAct(folder, act, before.head);
		expect((await readJournal(folder)).lines).toHaveLength(3);
	});
});

test('nothing is appended to a journal that does not end where this process left it', async () => {
	await withFolder(async (folder) => {
		const whole = await twoLines(folder);
		await expect(appendAct(folder, act, noLines)).rejects.toThrow('สมุดบันทึกถูกเปลี่ยนระหว่างที่โปรแกรมเปิดอยู่');
		expect(await readFile(journalFile(folder), 'utf8')).toBe(whole);
	});
});
