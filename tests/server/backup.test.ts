import { existsSync } from 'node:fs';
import { appendFile, chmod, copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { DocumentRequest } from '../../src/lib/reports/documents.ts';
import type { App } from '../../src/lib/server/app.ts';
import { archiveFolder, listKept } from '../../src/lib/server/store/archive.ts';
import { gatherBackup } from '../../src/lib/server/backup/contents.ts';
import { writeManifest } from '../../src/lib/server/backup/manifest.ts';
import { writeHead } from '../../src/lib/server/backup/tar.ts';
import { writeBackup } from '../../src/lib/server/backup/write.ts';
import { sha256 } from '../../src/lib/server/store/durable.ts';
import { gatherFiles } from '../../src/lib/server/imports/gather-files.ts';
import { journalFile } from '../../src/lib/server/store/journal.ts';
import { demoFolder } from '../../src/lib/server/rounds/letters.ts';
import { Refusal } from '../../src/lib/server/refusal.ts';
import { checkBackup, findBackup, restoreBackup } from '../../src/lib/server/backup/restore.ts';
import { verifyStore } from '../../src/lib/server/store/verify.ts';
import { mustBe } from '../demo/load-demo.ts';
import { sarabun } from '../reports/fonts.ts';
import { at, backUp, fillStore, makeBackup, office, tellRound, wish } from './backed-up.ts';
import { planFile, round, whose, withApp, withFolder } from './with-store.ts';

const restore = { aside: false, at };

/** All that a store says: its rounds, a document of each that has results, its settings and its proof. */
async function tellAll(app: App, documents: readonly DocumentRequest[]): Promise<Readonly<Record<string, string>>> {
	const told: Record<string, string> = { office: JSON.stringify(await app.office()) };
	for (const { id } of await app.rounds()) {
		const view = mustBe(await app.round(id));
		told[id] = tellRound(view);
		if (view.received.length === 0) continue;
		for (const request of documents)
			told[`${id} ${request.kind}`] = sha256((await app.document(id, request, null)).bytes);
	}
	const { problems, lines, files } = await app.withStore(verifyStore);
	return { ...told, proof: JSON.stringify({ problems, lines, files }) };
}

test(
	'a store with three rounds, a letter, rulings, settings, emblem and fonts is restored equal to the last digit and byte',
	{ timeout: 240_000 },
	async () => {
		await withFolder(async (folder) => {
			const [store, other] = [join(folder, 'store'), join(folder, 'other', 'store')];
			await mkdir(store);
			await mkdir(join(folder, 'other'));
			const documents = [{ kind: 'memo' }, { kind: 'letter', district: null }] as const;
			const { files } = await gatherFiles([demoFolder], demoFolder, { round: null, sender: null });
			const letter = await readFile(new URL('../../data/agreements/khon-kaen/2565-2.yaml', import.meta.url), 'utf8');
			const { file, before } = await withApp(store, async (app) => {
				expect((await app.importArriving(files, { who: 'demo', demo: true })).accepted).toBe(true);
				const next = letter.replace('agreement: khon-kaen/2565-2', 'agreement: khon-kaen/2566-1');
				const added = await app.addLetter({ name: '2566-1.yaml', bytes: Buffer.from(next) }, { who: 'สมหมาย' });
				expect(added.accepted).toBe(true);
				await app.rule(round, [{ reading: 'X94', indicator: 'individual/7', take: { kind: 'recommended' } }], {
					who: 'สมหมาย',
					reason: 'มติ'
				});
				await app.saveOffice(office, { who: 'สมหมาย' }, sarabun);
				const made = await backUp(app, join(folder, 'usb'));
				expect(made.head.n).toBe(4);
				return { file: made.file, before: await tellAll(app, documents) };
			});
			expect(Object.keys(before)).toEqual(expect.arrayContaining(['khon-kaen/2566-1', `${round} memo`]));
			const restored = await restoreBackup(file, other, restore);
			expect(restored).toMatchObject({ lines: 4, submissions: files.length, put_aside: null, problems: [] });
			await withApp(other, async (app) => {
				expect(app.notices).toEqual([]);
				expect(await tellAll(app, documents)).toEqual(before);
			});
		});
	}
);

test('what was put aside, what waits and every byte of journal and settings come back', async () => {
	await withFolder(async (folder) => {
		const { store, made } = await makeBackup(folder);
		const other = join(folder, 'other');
		await restoreBackup(made.file, other, restore);
		const listed = async (of: string) =>
			(await readdir(of, { recursive: true, withFileTypes: true }))
				.filter((entry) => entry.isFile() && !/duckdb|store\.lock/.test(entry.name))
				.map((entry) => join(entry.parentPath, entry.name).slice(of.length + 1))
				.sort();
		const paths = await listed(store);
		expect(await listed(other)).toEqual(paths);
		expect(paths.filter((path) => /^(aside|waiting|office)/.test(path))).toHaveLength(6);
		for (const path of paths)
			expect([path, sha256(await readFile(join(other, path)))]).toEqual([
				path,
				sha256(await readFile(join(store, path)))
			]);
	});
});

test('a backup made while files are imported holds whole imports up to the line it names', async () => {
	await withFolder(async (folder) => {
		const store = join(folder, 'store');
		await mkdir(store);
		await withApp(store, async (app) => {
			const importMany = async () => {
				for (let n = 0; n < 12; n++)
					await app.importArriving(
						[planFile(`${n}-1.csv`, '4001', `${80 + n}.1`), planFile(`${n}-2.csv`, '4002', `${80 + n}.2`)],
						whose
					);
			};
			await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			const importing = importMany();
			const made = [];
			for (let n = 0; n < 4; n++) made.push(await backUp(app, join(folder, 'usb')));
			await importing;
			const lines = await app.withStore((open) => Promise.resolve(open.lines()));
			expect(lines).toHaveLength(13);
			expect(made.map(({ file }) => file.slice(-8))).toEqual(['3412.tar', '12-2.tar', '12-3.tar', '12-4.tar']);
			for (const { file, head } of made) {
				const other = join(folder, `other-${made.findIndex((one) => one.file === file)}`);
				await restoreBackup(file, other, restore);
				await withApp(other, async (copy) => {
					expect(await copy.withStore((open) => Promise.resolve(open.lines()))).toEqual(lines.slice(0, head.n));
					expect((await copy.round(round))?.received).toHaveLength(2 * head.n - 1);
				});
			}
		});
	});
});

test('beginning anew while files are copied loses none of them', async () => {
	await withFolder(async (folder) => {
		const store = join(folder, 'store');
		await mkdir(store);
		await withApp(store, async (app) => {
			await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			const contents = await app.withStore(gatherBackup);
			await app.startClean({ who: 'สมหมาย' });
			const { file } = await writeBackup(join(folder, 'usb'), contents, wish);
			expect((await checkBackup(file)).head.n).toBe(1);
		});
	});
});

const sentences = async (work: Promise<unknown>): Promise<string> => {
	try {
		await work;
	} catch (error) {
		if (error instanceof Refusal) return error.message;
		throw error;
	}
	return '';
};

let tar = Buffer.alloc(0);
beforeAll(async () => {
	await withFolder(async (folder) => {
		tar = await readFile((await makeBackup(folder)).made.file);
	});
});

/** Refused by `check` and by `restore`, which leaves nothing. Gives the sentence. */
async function refusedAs(bytes: Uint8Array): Promise<string> {
	return await withFolder(async (folder) => {
		const file = join(folder, 'watphon-2026-11-20-183412.tar');
		const store = join(folder, 'store');
		await writeFile(file, bytes);
		const said = await sentences(checkBackup(file));
		expect(await sentences(restoreBackup(file, store, restore))).toBe(said);
		expect(existsSync(store) ? await readdir(store) : ['store.lock']).toEqual(['store.lock']);
		return said;
	});
}

interface Place {
	readonly path: string;
	readonly head: number;
	readonly from: number;
	readonly bytes: number;
}

/** Where each file stands in a plain tar, read without the program's own reader. */
function placesIn(bytes: Buffer): readonly Place[] {
	const places: Place[] = [];
	for (let head = 0; bytes[head] !== 0;) {
		const text = (from: number, most: number) =>
			bytes.toString('latin1', head + from, head + from + most).replace(/\0.*$/s, '');
		const size = Number.parseInt(text(124, 11), 8);
		const path = `${text(345, 155)}/${text(0, 100)}`.replace(/^.*?watphon-[\d-]+\//, '');
		places.push({ path, head, from: head + 512, bytes: size });
		head += 512 + Math.ceil(size / 512) * 512;
	}
	return places;
}

const flip = (at: number, bit = 1) => {
	const bytes = Buffer.from(tar);
	bytes.writeUInt8(bytes.readUInt8(at) ^ bit, at);
	return bytes;
};

test(
	'every damaged region is named: each head, each file, each gap, the list and the end',
	{ timeout: 120_000 },
	async () => {
		const places = placesIn(tar);
		expect(places.map(({ path }) => path.replace(/[0-9a-f]{24,}/, '…').replace(/\d{4}-[^/]*\//, ''))).toEqual([
			'README.txt',
			'journal.jsonl',
			'office.yaml',
			'office/emblem.svg',
			...Array.from({ length: 3 }, () => 'archive/…'),
			'aside/journal.jsonl',
			'aside/archive/…',
			'waiting/…',
			'waiting/….json',
			'manifest.json'
		]);
		for (const { path, head, from, bytes } of places) {
			for (const at of [0, 50, 124, 140, 150, 156, 257, 345, 511])
				expect(await refusedAs(flip(head + at))).toContain(`เสียหายที่ไบต์ ${head}: ส่วนหัว`);
			for (const at of [0, Math.floor(bytes / 2), bytes - 1]) {
				const changed = flip(from + at);
				const hashOf = (all: Buffer) => sha256(all.subarray(from, from + bytes));
				expect(await refusedAs(changed)).toContain(
					path === 'manifest.json'
						? 'รายการแฟ้ม (manifest.json) ในข้อมูลสำรองเสียหาย รหัสควรเป็น '
						: `แฟ้ม ${path} ในข้อมูลสำรองเสียหาย รหัส SHA-256 ควรเป็น ${hashOf(tar)} แต่อ่านได้ ${hashOf(changed)}`
				);
			}
			const gap = Math.ceil(bytes / 512) * 512 - bytes;
			if (gap > 0) expect(await refusedAs(flip(from + bytes + gap - 1))).toContain(`ช่องว่างท้ายแฟ้ม ${path}`);
		}
		expect(await refusedAs(flip(tar.length - 1))).toContain(`เสียหายที่ไบต์ ${tar.length - 1}: ท้ายแฟ้ม`);
		expect(await refusedAs(Buffer.concat([tar, Buffer.from('x')]))).toContain(`เสียหายที่ไบต์ ${tar.length}: ท้ายแฟ้ม`);
	}
);

test('a byte turned anywhere is never taken', { timeout: 120_000 }, async () => {
	await withFolder(async (folder) => {
		const file = join(folder, 'watphon-2026-11-20-183412.tar');
		for (let at = 0; at < tar.length; at += 61) {
			await writeFile(file, flip(at, 0x20));
			expect([at, await sentences(checkBackup(file))]).toEqual([at, expect.stringMatching(/./)]);
		}
	});
});

test('a backup cut short anywhere is said to be cut short', async () => {
	for (const length of [
		0,
		100,
		512,
		700,
		Math.floor(tar.length / 2),
		tar.length - 1024,
		tar.length - 512,
		tar.length - 1
	])
		expect(await refusedAs(tar.subarray(0, length))).toContain(`มีเพียง ${length} ไบต์`);
});

/** A backup of one more or other file, with a list that says so. */
function forged(path: string, wish: { readonly format?: number; readonly link?: boolean } = {}): Buffer {
	const body = Buffer.from('ข้อความ');
	const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
	const head = (name: string, bytes: number) => writeHead({ path: `watphon-1/${name}`, bytes, modified: 1 });
	const listed = { path, bytes: body.length, sha256: sha256(body) };
	const sealed = writeManifest({
		format: 1,
		version: '9',
		made_at: at,
		head: { n: 0, hash: '0'.repeat(64) },
		files: [listed]
	});
	const unsealed = sealed
		.replace('"format": 1', `"format": ${wish.format ?? 1}`)
		.replace(/,\n\t"hash": "[0-9a-f]{64}"\n\}\n$/, '\n}');
	const list = Buffer.from(`${unsealed.slice(0, -2)},\n\t"hash": "${sha256(unsealed)}"\n}\n`);
	const first = head(path, body.length);
	if (wish.link === true) {
		first.write('2', 156, 'latin1');
		first.write('/etc/passwd', 157, 'latin1');
		first.write(' '.repeat(8), 148, 'latin1');
		const sum = first.reduce((total, byte) => total + byte, 0);
		first.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
	}
	return Buffer.concat([first, padded(body), head('manifest.json', list.length), padded(list), Buffer.alloc(1024)]);
}

const strange = [
	['../x', {}, 'มีแฟ้มชื่อ watphon-1/../x ซึ่งไม่ใช่แฟ้มของที่เก็บข้อมูล'],
	['archive/../../x', {}, 'ซึ่งไม่ใช่แฟ้มของที่เก็บข้อมูล'],
	['/etc/passwd', {}, 'ซึ่งไม่ใช่แฟ้มของที่เก็บข้อมูล'],
	['aside/../archive/' + 'a'.repeat(64), {}, 'ซึ่งไม่ใช่แฟ้มของที่เก็บข้อมูล'],
	['store.lock', {}, 'ซึ่งไม่ใช่แฟ้มของที่เก็บข้อมูล'],
	['watphon.duckdb', {}, 'ซึ่งไม่ใช่แฟ้มของที่เก็บข้อมูล'],
	['restoring/ready.json', {}, 'ซึ่งไม่ใช่แฟ้มของที่เก็บข้อมูล'],
	['office.yaml', { link: true }, 'ส่วนหัว'],
	['office.yaml', { format: 2 }, 'รุ่นใหม่กว่า'],
	['archive/' + 'a'.repeat(64), {}, `ควรเป็น ${'a'.repeat(64)} แต่อ่านได้`]
] as const;

test.each(strange)('a backup with %s %j is refused', async (path, how, sentence) => {
	expect(await refusedAs(forged(path, how))).toContain(sentence);
});

test('only into an empty store, or beside what is there when that is asked for', async () => {
	await withFolder(async (folder) => {
		const { store, made } = await makeBackup(folder);
		const before = await readFile(journalFile(store), 'utf8');
		await withApp(store, (app) => app.importArriving([planFile('d.csv', '4004', '66')], whose));
		const after = await readFile(journalFile(store), 'utf8');
		expect(await sentences(restoreBackup(made.file, store, restore))).toContain(`ที่เก็บข้อมูล ${store} มีข้อมูลอยู่แล้ว`);
		expect(await readFile(journalFile(store), 'utf8')).toBe(after);
		const { put_aside } = await restoreBackup(made.file, store, { ...restore, aside: true });
		expect(put_aside).toBe(join(store, 'before-restore', '2026-11-20T183412'));
		expect(await readFile(journalFile(store), 'utf8')).toBe(before);
		const again = await restoreBackup(made.file, store, { ...restore, aside: true });
		expect(again.put_aside).toBe(join(store, 'before-restore', '2026-11-20T183412-2'));
		await withApp(join(store, 'before-restore', '2026-11-20T183412'), async (old) => {
			expect(old.notices).toEqual([]);
			expect((await old.round(round))?.received).toHaveLength(4);
		});
		expect((await withApp(store, (app) => app.withStore(verifyStore))).problems).toEqual([]);
	});
});

test('a store that nobody ever wrote into counts as empty; one with settings alone does not', async () => {
	await withFolder(async (folder) => {
		const { made } = await makeBackup(folder);
		const empty = join(folder, 'empty');
		await withApp(empty, (app) => app.rounds());
		expect((await restoreBackup(made.file, empty, restore)).put_aside).toBeNull();
		const settings = join(folder, 'settings');
		await mkdir(settings);
		await writeFile(join(settings, 'office.yaml'), 'name: ก');
		expect(await sentences(restoreBackup(made.file, settings, restore))).toContain('--aside');
	});
});

test('a damaged store can be put aside for its backup', async () => {
	await withFolder(async (folder) => {
		const { store, made } = await makeBackup(folder);
		await writeFile(journalFile(store), 'x');
		await restoreBackup(made.file, store, { ...restore, aside: true });
		expect((await withApp(store, (app) => app.withStore(verifyStore))).problems).toEqual([]);
	});
});

test('nothing is restored under whoever works in the store', async () => {
	await withFolder(async (folder) => {
		const { store, made } = await makeBackup(folder);
		await withApp(store, async () => {
			expect(await sentences(restoreBackup(made.file, store, { ...restore, aside: true }))).toContain('กำลังถูกใช้');
		});
	});
});

test('of a folder the newest backup is meant, and other files in it are none', async () => {
	await withFolder(async (folder) => {
		expect(await sentences(findBackup(folder))).toContain('ไม่มีข้อมูลสำรอง');
		expect(await sentences(findBackup(join(folder, 'x')))).toContain('ไม่พบข้อมูลสำรอง');
		for (const name of ['2026-11-20-183412', '2026-11-20-183412-2', '2026-11-20-183412-10', '2025-12-31-235959'])
			await writeFile(join(folder, `watphon-${name}.tar`), '');
		for (const name of ['watphon-2027.tar', 'zzz.tar', '.watphon-1-x.part']) await writeFile(join(folder, name), '');
		expect(await findBackup(folder)).toEqual({ file: join(folder, 'watphon-2026-11-20-183412-10.tar'), others: 3 });
		const other = join(folder, 'photo.tar');
		await writeFile(other, 'x'.repeat(2000));
		expect(await sentences(checkBackup(other))).toBe(`${other} ไม่ใช่ข้อมูลสำรองของวัดผล`);
	});
});

test('a folder in the store, of nowhere, that is a file or has no room is refused and nothing is left behind', async () => {
	await withFolder(async (folder) => {
		const store = join(folder, 'store');
		await mkdir(store);
		await fillStore(store);
		const before = await readdir(store);
		await withApp(store, async (app) => {
			const said = (where: string) => sentences(backUp(app, where));
			expect(await said(join(store, 'backup'))).toContain('อยู่ในที่เก็บข้อมูลเอง');
			expect(await said(store)).toContain('อยู่ในที่เก็บข้อมูลเอง');
			expect(await said(join(folder, 'a', 'b'))).toContain('ENOENT');
			expect(await said(journalFile(store))).toContain('ไม่ใช่โฟลเดอร์');
			const contents = await app.withStore(gatherBackup);
			const vast = { ...contents, bytes: 2 ** 60 };
			expect(await sentences(writeBackup(join(folder, 'usb'), vast, wish))).toMatch(/มีที่ว่าง [\d,.]+ [KMG]B ไม่พอ/);
			const stopped = { ...wish, signal: AbortSignal.abort() };
			expect(await sentences(writeBackup(join(folder, 'usb'), contents, stopped))).toContain('หยุดสำรองข้อมูลแล้ว');
		});
		expect(await readdir(folder)).toEqual(['store']);
		expect((await readdir(store)).filter((name) => !before.includes(name))).toEqual([]);
		await mkdir(join(folder, 'empty'));
		expect(await sentences(withApp(join(folder, 'empty'), (app) => backUp(app, join(folder, 'usb'))))).toContain(
			'ยังไม่มีอะไรให้สำรอง'
		);
	});
});

test('a store with a damaged or missing file is not backed up as if it were whole: the file is named', async () => {
	await withFolder(async (folder) => {
		const store = join(folder, 'store');
		await mkdir(store);
		await fillStore(store);
		const [first = '', second = ''] = (await listKept(store)).map((name) => join(archiveFolder(store), name));
		await withApp(store, async (app) => {
			await chmod(first, 0o644);
			await appendFile(first, ' ');
			await rm(second);
			const said = await sentences(backUp(app, join(folder, 'usb')));
			expect(said).toMatch(/แฟ้มที่เก็บไว้ของการส่งครั้งที่ \d \([abc]\.csv\) ไม่ตรงกับรหัส SHA-256/);
			expect(said).toMatch(/แฟ้มที่เก็บไว้ของการส่งครั้งที่ \d \([abc]\.csv\) หายไป/);
		});
		expect(existsSync(join(folder, 'usb'))).toBe(false);
	});
});

test('a backup of version 0.1.0, whose journal knows nothing of files taken in part, is restored', async () => {
	await withFolder(async (folder) => {
		const kept = fileURLToPath(new URL('backups/watphon-2026-11-21-015200.tar', import.meta.url));
		const file = join(folder, 'watphon-2026-11-21-015200.tar');
		await copyFile(kept, file);
		const store = join(folder, 'store');
		const restored = await restoreBackup(file, store, restore);
		expect(restored).toMatchObject({ version: '0.1.0', lines: 3, kept: 2, submissions: 2, problems: [] });
		await withApp(store, async (app) => {
			const { sections } = mustBe(await app.round(round)).answer;
			const percents = ['4001', '4002', '4003'].map((code) => {
				const { percent, place } = mustBe(sections.find((one) => one.district === code && one.section === 'team'));
				return [code, percent, place];
			});
			expect(percents).toEqual([
				['4001', 18, 1],
				['4002', 12, 2],
				['4003', 0, 3]
			]);
		});
	});
});

test('verify names files of the office that were changed or taken away by hand, and those nobody can read', async () => {
	await withFolder(async (store) => {
		await fillStore(store);
		const proof = () => withApp(store, (app) => app.withStore(verifyStore));
		await appendFile(join(store, 'office.yaml'), '# แก้เอง\n');
		await rm(join(store, 'office', 'emblem.svg'));
		expect((await proof()).problems.map(({ severity, code, at: { file } }) => [severity, code, file])).toEqual([
			['warning', 'office_altered', 'office.yaml'],
			['warning', 'office_missing', 'office/emblem.svg']
		]);
		await writeFile(join(store, 'office', 'emblem.svg'), '<svg');
		expect((await proof()).problems.map(({ severity, at: { file } }) => [severity, file])).toEqual([
			['error', 'office/emblem.svg'],
			['warning', 'office.yaml'],
			['warning', 'office/emblem.svg']
		]);
	});
});
