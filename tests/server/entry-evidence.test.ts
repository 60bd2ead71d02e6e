import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeEvidence } from '../../src/lib/server/entry/evidence-kind.ts';
import { sha256 } from '../../src/lib/server/store/durable.ts';
import { verifyStore } from '../../src/lib/server/store/verify.ts';
import { makeArchive } from '../submission/make-archive.ts';
import { restoreBackup } from '../../src/lib/server/backup/restore.ts';
import { backUp, wish } from './backed-up.ts';
import { actor, at, chumPhae, nothingElse, save, send, typePlan } from './entry-forms.ts';
import { round, withApp, withFolder } from './with-store.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const pdf = bytesOf('%PDF-1.7\nหลักฐาน');
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const withPdf = (name: string, bytes: Uint8Array = pdf) => ({
	...typePlan('96'),
	cells: [...typePlan('96').cells, { key: 'tick.5', was: '', text: '1' }, { key: 'note.5', was: '', text: 'หน้า 2' }],
	files: [{ outcome: 5, name, bytes }]
});

test('ticks, notes and files go with the document, stand in the journal, and are kept under their SHA-256', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			await save(app, withPdf('ก.pdf'));
			expect(await readdir(join(folder, 'drafts'))).toHaveLength(2);
			expect(await app.entry.evidenceFor(round, chumPhae, sha256(pdf))).toMatchObject({ name: 'ก.pdf' });
			expect((await send(app)).kind).toBe('sent');
			expect(await readdir(join(folder, 'drafts'))).toEqual([]);
			expect(app.entry.evidence(round)).toMatchObject([
				{
					district: chumPhae,
					section: 'team',
					indicator: '2',
					outcome: 5,
					note: 'หน้า 2',
					submission: 1,
					file: { sha256: sha256(pdf) }
				}
			]);
			expect((await app.entry.evidenceOf(round, 1, sha256(pdf)))?.bytes).toEqual(Buffer.from(pdf));
			expect(await app.entry.evidenceOf(round, 2, sha256(pdf))).toBeNull();
			expect(await app.entry.evidenceOf('khon-kaen/2565-1', 1, sha256(pdf))).toBeNull();
			expect(await app.entry.evidenceFor(round, '4006', sha256(pdf))).toBeNull();
			expect(await app.entry.evidenceOf(round, 1, '../journal.jsonl')).toBeNull();
			expect((await app.withStore(verifyStore)).problems).toEqual([]);
			await app.rebuild();
			expect(app.entry.evidence(round)).toHaveLength(1);
		});
		await chmod(join(folder, 'archive', sha256(pdf)), 0o644);
		await writeFile(join(folder, 'archive', sha256(pdf)), 'อื่น');
		await withApp(folder, async (app) => {
			const { problems } = await app.withStore(verifyStore);
			expect(problems.map(({ code, at }) => [code, at.file])).toEqual([['archive_altered', `archive/${sha256(pdf)}`]]);
			expect(problems[0]?.message).toContain('ก.pdf');
			expect(await app.entry.evidenceOf(round, 1, sha256(pdf))).toBeNull();
		});
	});
});

test('a backup holds what is typed and not sent, and evidence on either side of sending', async () => {
	await withFolder(async (folder) => {
		const store = join(folder, 'store');
		await mkdir(store);
		const { file } = await withApp(store, async (app) => {
			await save(app, withPdf('ก.pdf'));
			await send(app);
			await save(app, withPdf('ข.png', png), 'สมหญิง', new Map(), { ...at, district: '4006' });
			return await backUp(app, join(folder, 'usb'));
		});
		const other = join(folder, 'other');
		await restoreBackup(file, other, { aside: false, at: wish.at });
		await withApp(other, async (app) => {
			expect((await app.withStore(verifyStore)).problems).toEqual([]);
			expect((await app.entry.evidenceOf(round, 1, sha256(pdf)))?.name).toBe('ก.pdf');
			expect((await app.entry.evidenceFor(round, '4006', sha256(png)))?.name).toBe('ข.png');
			expect((await send(app, '4006')).kind).toBe('sent');
		});
	});
});

test('a round of invented results that is left takes its drafts along', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			await save(app, withPdf('ก.pdf'));
			await app.startClean(actor);
			expect(await app.entry.draft(round, chumPhae)).toBeNull();
		})
	);
});

test('evidence without any value is told before it is sent', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			await save(app, { ...nothingElse, cells: [{ key: 'tick.3', was: '', text: '1' }] });
			const review = await app.entry.review(round, chumPhae);
			expect(review).toMatchObject({ maySend: false, evidence: [{ outcome: 3, note: '', file: null }] });
			expect(review?.troubles.join()).toContain('มีแต่หลักฐาน');
			expect(await send(app)).toEqual({ kind: 'refused' });
		})
	);
});

test('a file beside a draft that is gone is told, and the rest of the draft stays', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			await save(app, withPdf('ก.pdf'));
			await rm(join(folder, 'drafts', sha256(pdf)));
			expect((await app.entry.review(round, chumPhae))?.troubles.join()).toContain('ก.pdf');
			expect(await send(app)).toEqual({ kind: 'refused' });
		})
	);
});

test('a file is taken out of a draft again, and with it from the disk', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			await save(app, withPdf('ก.pdf'));
			const saved = await save(app, { ...nothingElse, cells: [], drop: [{ outcome: 5, sha256: sha256(pdf) }] });
			expect(saved.draft?.sheets['team/2']?.files).toEqual([]);
			expect(await readdir(join(folder, 'drafts'))).toHaveLength(1);
		})
	);
});

test('a name with a path is a name, and what is typed is saved though a file is not taken', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			const saved = await save(app, withPdf('../../etc/ก\u202e.pdf'));
			expect(saved.draft?.sheets['team/2']?.files[0]?.name).toBe('ก.pdf');
			const refused = await save(app, { ...withPdf('b.exe'), cells: typePlan('97', '96').cells });
			expect(refused.fileFaults).toEqual(['b.exe นามสกุลของไฟล์ไม่ตรงกับสิ่งที่อยู่ในไฟล์ ตั้งชื่อให้ถูกหรือเลือกไฟล์อื่น']);
			expect(refused.draft?.sheets['team/2']?.cells['value.plan_achievement_pct']?.text).toBe('97');
		})
	);
});

test('a level takes five files', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			const files = [1, 2, 3, 4, 5, 6].map((nth) => ({
				outcome: 5,
				name: `${nth}.pdf`,
				bytes: bytesOf(`%PDF-${nth}`)
			}));
			const saved = await save(app, { ...nothingElse, cells: [], files });
			expect(saved.draft?.sheets['team/2']?.files).toHaveLength(5);
			expect(saved.fileFaults).toEqual(['แนบได้ไม่เกิน 5 ไฟล์ต่อหนึ่งระดับ เอาไฟล์ที่ไม่ใช้ออกก่อน']);
		})
	);
});

const archive = (...names: readonly string[]) => makeArchive(names.map((name) => ({ name, content: name })));
const office = (...names: readonly string[]) => archive('[Content_Types].xml', ...names);
test.each([
	['ก.pdf', pdf, null],
	['ก.PNG', png, null],
	['ก.jpeg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), null],
	['ก.xlsx', office('xl/workbook.xml'), null],
	['ก.docx', office('word/document.xml'), null],
	['ก.pdf', png, 'other_ending'],
	['ก.png', bytesOf('<svg onload="alert(1)">'), 'other_kind'],
	['ก.html', bytesOf('<!doctype html>'), 'other_kind'],
	['ก.xlsx', office('xl/workbook.xml', 'xl/vbaProject.bin'), 'macros'],
	['ก.xlsx', archive('a.txt'), 'other_kind'],
	['ก.xlsx', bytesOf('PK\u0003\u0004 ไม่ใช่'), 'damaged'],
	['ก.pdf', new Uint8Array(), 'empty'],
	['ก.pdf', new Uint8Array(10 * 1024 * 1024 + 1).fill(0x25), 'too_big']
] as const)('%s is judged by what it holds: %#', (name, bytes, fault) => {
	expect(judgeEvidence(name, bytes)).toBe(fault);
});
