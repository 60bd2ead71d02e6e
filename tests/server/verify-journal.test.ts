// Whatever is done to a journal or to the files it speaks of is named: line by line, file by file.
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archiveFolder, keepFile } from '../../src/lib/server/store/archive.ts';
import { sha256 } from '../../src/lib/server/store/durable.ts';
import { readHead } from '../../src/lib/server/store/heads.ts';
import { journalFile, parseJournal } from '../../src/lib/server/store/journal.ts';
import { findJournalDamage } from '../../src/lib/server/store/journal-damage.ts';
import { databaseFile } from '../../src/lib/server/store/bring-up.ts';
import type { Verified } from '../../src/lib/server/store/verify.ts';
import { backUp } from './backed-up.ts';
import { fillJournal, fillOnce } from './full-journal.ts';
import { forge, prove, splitLines } from './prove-store.ts';
import { withApp } from './with-store.ts';

const codes = ({ problems }: Verified) => problems.map(({ code }) => code);

const filled = fillOnce(fillJournal);
const withJournal = (use: (folder: string, bytes: Buffer) => Promise<void> | void) => filled.use(use);

/** Where each line begins, and the end of the last. */
const startsOf = (bytes: Buffer) => [0, ...[...bytes.keys()].flatMap((at) => (bytes[at] === 10 ? [at + 1] : []))];

describe('a real journal', () => {
	test('of every kind of act has nothing wrong with it, and says where it stands', async () => {
		await withJournal(async (folder, bytes) => {
			const proved = await prove(folder);
			expect(proved.problems).toEqual([]);
			expect(proved).toMatchObject({ lines: 8, files: 4, head: parseJournal(bytes).head });
			expect(new Set(parseJournal(bytes).lines.map((line) => line.act))).toEqual(
				new Set(['import', 'return', 'approve', 'rule', 'person', 'office'])
			);
		});
	});

	test('with one byte changed anywhere in a line names that line first, whichever byte it is', async () => {
		await withJournal((_, bytes) => {
			const starts = startsOf(bytes);
			for (const [nth, from] of starts.slice(0, -1).entries()) {
				const to = starts[nth + 1] ?? bytes.length;
				for (let at = from; at < to; at += 7) {
					for (const flip of [1, 0x20]) {
						const changed = Buffer.from(bytes);
						changed[at] = (changed[at] ?? 0) ^ flip;
						const [first] = findJournalDamage(changed).problems;
						expect([at, first?.at.line]).toEqual([at, nth + 1]);
						expect(first?.message).toContain(`สมุดบันทึกบรรทัดที่ ${nth + 1} `);
						expect(parseJournal(changed).problems[0]?.at.line).toBe(nth + 1);
					}
				}
			}
		});
	});

	test('with another sign for a line end names the line, also the last', async () => {
		await withJournal((_, bytes) => {
			for (const [nth, after] of startsOf(bytes).slice(1).entries()) {
				const changed = Buffer.from(bytes);
				changed[after - 1] = 0x20;
				expect(findJournalDamage(changed).problems[0]?.at.line).toBe(nth + 1);
				const { problems, torn } = parseJournal(changed);
				expect([problems[0]?.at.line, torn]).toEqual([nth + 1, null]);
			}
		});
	});

	test('with a line altered on disk is refused, and the proof names it with the files still checked', async () => {
		await withJournal(async (folder, bytes) => {
			const lines = splitLines(bytes);
			for (const [nth, line] of lines.entries()) {
				const altered = line.replace(/"at":"2/, '"at":"1');
				await writeFile(journalFile(folder), lines.with(nth, altered).join('\n') + '\n');
				const { problems } = await prove(folder);
				expect(problems.map(({ code, at }) => `${code} ${at.line ?? ''}`)).toEqual([`journal_altered ${nth + 1}`]);
			}
		});
	});

	const removals = [
		[[3], [['journal_missing', 'สมุดบันทึกบรรทัดที่ 3 หายไป']]],
		[[3, 4, 5], [['journal_missing', 'สมุดบันทึกบรรทัดที่ 3 ถึง 5 หายไป']]],
		[[1], [['journal_missing', 'สมุดบันทึกบรรทัดที่ 1 หายไป']]],
		[
			[2, 6],
			[
				['journal_missing', 'สมุดบันทึกบรรทัดที่ 2 หายไป'],
				['journal_missing', 'สมุดบันทึกบรรทัดที่ 6 หายไป']
			]
		]
	] as const;
	test.each(removals)('with lines %j taken out says which are missing', async (gone, expected) => {
		await withJournal((_, bytes) => {
			const taken = new Set<number>(gone);
			const rest = splitLines(bytes).filter((_, nth) => !taken.has(nth + 1));
			const { problems } = findJournalDamage(Buffer.from(rest.join('\n') + '\n'));
			expect(problems.map(({ code, message }) => [code, message.split(' คืน')[0]])).toEqual(expected);
		});
	});

	test('with lines swapped or written twice says which stand wrong', async () => {
		await withJournal((_, bytes) => {
			const lines = splitLines(bytes);
			const twice = findJournalDamage(Buffer.from([...lines, lines[7]].join('\n') + '\n')).problems;
			expect(twice.map(({ message }) => message)).toEqual([
				expect.stringContaining('แถวที่ 9 ของสมุดบันทึกเป็นบรรทัดที่ 8 ซึ่งซ้ำหรืออยู่ผิดที่')
			]);
			const swapped = lines.with(1, lines[2] ?? '').with(2, lines[1] ?? '');
			const found = findJournalDamage(Buffer.from(swapped.join('\n') + '\n')).problems;
			expect(found.map(({ code, at }) => [code, at.line])).toEqual([
				['journal_missing', 2],
				['journal_moved_line', 3],
				['journal_missing', 4]
			]);
		});
	});
});

describe('a journal cut at its end', () => {
	test('is refused over the database that knows the rest, by 1 to all lines', async () => {
		await withJournal(async (folder, bytes) => {
			const lines = splitLines(bytes);
			for (let left = lines.length - 1; left >= 0; left--) {
				await writeFile(
					journalFile(folder),
					lines
						.slice(0, left)
						.map((line) => line + '\n')
						.join('')
				);
				const { problems } = await prove(folder);
				const said = problems.find(({ code }) => code === 'journal_short');
				expect(said?.message).toContain(`สมุดบันทึกมี ${left} บรรทัด แต่ฐานข้อมูลมาจากสมุดบันทึก 8 บรรทัด`);
			}
		});
	});

	test('with the database gone too is found by a head on paper, by a backup, and by files that no line speaks of', async () => {
		await withJournal(async (folder, bytes) => {
			const { head } = parseJournal(bytes);
			const backups = join(folder, '..', `${folder.split('/').at(-1) ?? ''}-usb`);
			await withApp(folder, (app) => backUp(app, backups));
			try {
				const lines = splitLines(bytes);
				for (let cut = 1; cut < lines.length; cut++) {
					const left = lines.length - cut;
					await writeFile(journalFile(folder), lines.slice(0, left).join('\n') + '\n');
					await rm(databaseFile(folder), { force: true });
					const alone = await prove(folder);
					// Line 8 brought d.csv, line 3 c.csv; what lies between brought no file.
					expect(codes(alone).filter((code) => code === 'unused_kept')).toHaveLength(left < 3 ? 2 : 1);
					const compared = { heads: [head], backups };
					const found = (await prove(folder, compared)).problems.filter(({ code }) => code === 'journal_cut');
					expect(found.map(({ message }) => message)).toEqual([
						expect.stringContaining(`ผู้จดหัวสมุดเห็นสมุดบันทึกถึงบรรทัดที่ 8 แต่สมุดนี้มี ${left} บรรทัด ${cut} บรรทัดท้ายถูกตัดออก`),
						expect.stringMatching(
							new RegExp(`^ข้อมูลสำรอง watphon-.*\\.tar เห็นสมุดบันทึกถึงบรรทัดที่ 8 .* ${cut} บรรทัดท้ายถูกตัดออก`)
						)
					]);
				}
			} finally {
				await rm(backups, { recursive: true, force: true });
			}
		});
	});
});

describe('a journal written anew from a forged line on', () => {
	test('follows well, but not the database that was built from the one before', async () => {
		await withJournal(async (folder, bytes) => {
			await writeFile(journalFile(folder), forge(bytes, 'มติคณะกรรมการครั้งที่ 1', 'มติคณะกรรมการครั้งที่ 9'));
			const { problems } = await prove(folder);
			expect(problems.map(({ code }) => code)).toEqual(['other_book']);
			expect(problems[0]?.message).toContain('ฐานข้อมูลเคยสร้างจากสมุดบันทึกที่บรรทัดที่ 8 มีรหัส');
		});
	});

	test('is found by a backup, which says from which line on, and by a head on paper', async () => {
		await withJournal(async (folder, bytes) => {
			const { head } = parseJournal(bytes);
			const backups = `${folder}-usb`;
			await withApp(folder, (app) => backUp(app, backups));
			try {
				await writeFile(journalFile(folder), forge(bytes, 'มติคณะกรรมการครั้งที่ 1', 'มติคณะกรรมการครั้งที่ 9'));
				await rm(databaseFile(folder));
				expect((await prove(folder)).problems).toEqual([]);
				const { problems } = await prove(folder, { heads: [{ n: 8, hash: head.hash.slice(0, 16) }], backups });
				expect(problems.map(({ code, at }) => [code, at.line])).toEqual([
					['journal_rewritten', 8],
					['journal_rewritten', 5]
				]);
				expect(problems[1]?.message).toContain('แต่สมุดนี้ต่างไปตั้งแต่บรรทัดที่ 5');
			} finally {
				await rm(backups, { recursive: true, force: true });
			}
		});
	});

	test('that holds every head brought is said to', async () => {
		await withJournal(async (folder, bytes) => {
			const { lines } = parseJournal(bytes);
			const proved = await prove(folder, { heads: lines, backups: null });
			expect(proved).toMatchObject({ problems: [], compared: 8 });
		});
	});
});

describe('kept files', () => {
	test('each one altered or gone is named with what it was received as', async () => {
		await withJournal(async (folder) => {
			for (const name of await readdir(archiveFolder(folder))) {
				const path = join(archiveFolder(folder), name);
				const bytes = await readFile(path);
				await chmod(path, 0o644);
				await writeFile(path, Buffer.concat([bytes, Buffer.from(' ')]));
				const altered = (await prove(folder)).problems;
				expect(altered.map(({ code, at }) => `${code} ${at.file}`)).toEqual([`archive_altered archive/${name}`]);
				await rm(path);
				const gone = (await prove(folder)).problems;
				expect(gone.map(({ code, at }) => `${code} ${at.file}`)).toEqual([`archive_missing archive/${name}`]);
				expect(gone[0]?.message).toMatch(/การส่งครั้งที่ \d \([abcd]\.csv\) หายไป/);
				await writeFile(path, bytes);
			}
			expect((await prove(folder)).problems).toEqual([]);
		});
	});

	test('one that no line speaks of is named, and is no error', async () => {
		await withJournal(async (folder) => {
			const bytes = Buffer.from('ไม่มีบรรทัดใดกล่าวถึง');
			// as an older version left it; one that was cut off today goes when the store is opened
			await writeFile(join(archiveFolder(folder), sha256(bytes)), bytes);
			await keepFile(folder, sha256('ค้าง'), Buffer.from('ค้าง'));
			const { problems } = await prove(folder);
			expect(problems.map(({ severity, code, at }) => [severity, code, at.file])).toEqual([
				['warning', 'unused_kept', `archive/${sha256(bytes)}`]
			]);
		});
	});

	test('what was put aside is proved as well, and so is that it is still there', async () => {
		await withJournal(async (folder) => {
			await withApp(folder, (app) => app.startClean({ who: 'ผู้ทดสอบ' }));
			expect((await prove(folder)).problems).toEqual([]);
			const [name = ''] = await readdir(join(folder, 'aside'));
			const aside = join(folder, 'aside', name);
			const [kept = ''] = await readdir(archiveFolder(aside));
			await rm(join(archiveFolder(aside), kept));
			const { problems } = await prove(folder);
			expect(problems.map(({ code, at }) => [code, at.file])).toEqual([
				['archive_missing', `aside/${name}/archive/${kept}`]
			]);
			await rm(aside, { recursive: true });
			expect(codes(await prove(folder))).toEqual(['aside_gone']);
		});
	});
});

const written = [
	['128:0a1b2c3d4e5f6071', { n: 128, hash: '0a1b2c3d4e5f6071' }],
	[' ๑๒๘ : 0A1B2C3D ', { n: 128, hash: '0a1b2c3d' }],
	['128:0a1b2c3', null],
	['128', null],
	['0a1b2c3d4e5f6071', null],
	[`1:${'0'.repeat(65)}`, null]
] as const;
test.each(written)('a head written %j is read as %j', (text, head) => {
	expect(readHead(text)).toEqual(head);
});
