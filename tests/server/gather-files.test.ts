import { truncateSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gatherFiles } from '../../src/lib/server/imports/gather-files.ts';
import { withFolder } from './with-store.ts';

const untold = { round: null, sender: null };

async function withFiles(
	files: Readonly<Record<string, string>>,
	use: (folder: string) => Promise<void>
): Promise<void> {
	await withFolder(async (folder) => {
		for (const [name, text] of Object.entries(files)) {
			await mkdir(join(folder, name, '..'), { recursive: true });
			await writeFile(join(folder, name), text);
		}
		await use(folder);
	});
}

const manifest = `files:
  - { file: late.csv, received_at: 2022-09-21T10:00, sender: สพอ.ชุมแพ }
  - { file: early.csv, received_at: 2022-09-01 }
`;
const demo = {
	'khon-kaen/2565-2/late.csv': 'a',
	'khon-kaen/2565-2/early.csv': 'b',
	'khon-kaen/2565-2/manifest.yaml': manifest
};

test('the demo comes with its senders and in the order of its times', async () => {
	await withFiles(demo, async (folder) => {
		const { files, problems, demo: isDemo } = await gatherFiles(['.'], folder, untold, folder);
		expect(isDemo).toBe(true);
		expect(problems).toEqual([]);
		expect(files.map(({ bytes: _, ...file }) => file)).toEqual([
			{
				name: 'khon-kaen/2565-2/early.csv',
				round: 'khon-kaen/2565-2',
				sender: null,
				received_at: '2022-09-01T00:00:00+07:00'
			},
			{
				name: 'khon-kaen/2565-2/late.csv',
				round: 'khon-kaen/2565-2',
				sender: 'สพอ.ชุมแพ',
				received_at: '2022-09-21T10:00:00+07:00'
			}
		]);
	});
});

test('outside the demo nobody says for himself when he sent', async () => {
	await withFiles(demo, async (folder) => {
		const { files, demo: isDemo } = await gatherFiles(
			['.'],
			folder,
			{ round: null, sender: 'ใคร' },
			join(folder, 'demo')
		);
		expect(isDemo).toBe(false);
		expect(files.map((file) => [file.received_at, file.sender])).toEqual([
			[null, 'ใคร'],
			[null, 'ใคร']
		]);
	});
});

test('a manifest that says something else is refused', async () => {
	await withFiles(
		{ ...demo, 'khon-kaen/2565-2/manifest.yaml': 'files: [{file: late.csv, received_at: เมื่อวาน}]' },
		async (folder) => {
			await expect(gatherFiles(['.'], folder, untold, folder)).rejects.toThrow('ต้องมี files เป็นรายการของ');
		}
	);
});

test('in a folder only results are taken, and what was passed over is said', async () => {
	const files = {
		'a.CSV': '',
		'b.xlsx': '',
		'sub/c.json': '',
		'scan.pdf': '',
		'README.md': '',
		'.hidden.csv': '',
		'~$b.xlsx': ''
	};
	await withFiles(files, async (folder) => {
		const gathered = await gatherFiles([folder], folder, { round: 'khon-kaen/2565-2', sender: null });
		expect(gathered.files.map((file) => file.name)).toEqual(['a.CSV', 'b.xlsx', 'sub/c.json']);
		expect(gathered.problems.map((problem) => [problem.severity, problem.at.file])).toEqual([['warning', 'scan.pdf']]);
	});
});

test('two files of one name are told apart by their folders', async () => {
	await withFiles({ 'x/a.csv': '', 'y/a.csv': '', 'y/b.csv': '' }, async (folder) => {
		const { files } = await gatherFiles(['x/a.csv', 'y/a.csv', 'y/b.csv'], folder, untold);
		expect(files.map((file) => file.name)).toEqual(['x/a.csv', 'y/a.csv', 'b.csv']);
	});
});

test('a file larger than any is taken is not read at all', async () => {
	await withFiles({ 'a.csv': '' }, async (folder) => {
		// a hole: it takes no room on the disk
		truncateSync(join(folder, 'a.csv'), 300 * 1024 * 1024);
		await expect(gatherFiles(['a.csv'], folder, untold)).rejects.toThrow('แฟ้มใหญ่เกิน 256 เมกะไบต์ ให้แบ่งเป็นหลายแฟ้ม');
	});
});
