import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
	archiveFolder,
	forgetMarks,
	keepFile,
	listKept,
	readKept,
	sweepArchive
} from '../../src/lib/server/store/archive.ts';
import { sha256 } from '../../src/lib/server/store/durable.ts';
import { withFolder } from './with-store.ts';

const bytes = new TextEncoder().encode('อำเภอ,ค่า\n');
const hash = sha256(bytes);

test('a file comes back byte for byte under its SHA-256, and nothing else stays in the folder', async () => {
	await withFolder(async (folder) => {
		await keepFile(folder, hash, bytes);
		await keepFile(folder, hash, bytes);
		await forgetMarks(folder, [hash]);
		const kept = await readKept(folder, hash);
		expect(kept.kind === 'whole' && Buffer.from(kept.bytes).equals(bytes)).toBe(true);
		expect(await readdir(archiveFolder(folder))).toEqual([hash]);
	});
});

test('a file that is gone or altered is told apart, and the same bytes put it right', async () => {
	await withFolder(async (folder) => {
		expect(await readKept(folder, hash)).toEqual({ kind: 'missing' });
		await keepFile(folder, hash, bytes);
		await chmod(join(archiveFolder(folder), hash), 0o644);
		await writeFile(join(archiveFolder(folder), hash), 'x');
		expect(await readKept(folder, hash)).toEqual({ kind: 'altered', found: sha256('x') });
		await keepFile(folder, hash, bytes);
		expect((await readKept(folder, hash)).kind).toBe('whole');
	});
});

test('what a cut-off write left is no kept file', async () => {
	await withFolder(async (folder) => {
		expect(await listKept(folder)).toEqual([]);
		await keepFile(folder, hash, bytes);
		await writeFile(join(archiveFolder(folder), '.half.part'), 'x');
		expect(await listKept(folder)).toEqual([hash]);
	});
});

test('what an act kept that was cut off before its line goes when the store is opened, and nothing else does', async () => {
	await withFolder(async (folder) => {
		const kept = ['ก', 'ข', 'ค'].map((text) => ({ of: sha256(text), bytes: new TextEncoder().encode(text) }));
		const [cut = '', named = '', known = ''] = kept.map(({ of }) => of);
		for (const one of kept) await keepFile(folder, one.of, one.bytes);
		await forgetMarks(folder, [known]);
		await sweepArchive(folder, new Set([named]));
		expect(await listKept(folder)).toEqual([named, known].toSorted());
		expect((await readdir(archiveFolder(folder))).toSorted()).toEqual([named, known].toSorted());
		await keepFile(folder, known, kept[2]?.bytes ?? bytes);
		await sweepArchive(folder, new Set());
		expect((await readKept(folder, cut)).kind).toBe('missing');
		expect((await readKept(folder, known)).kind).toBe('whole');
	});
});
