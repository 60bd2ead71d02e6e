import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Answer } from '../../src/lib/submission/question.ts';
import { openApp } from '../../src/lib/server/app.ts';
import { zipFiles } from '../../src/lib/server/imports/zip-files.ts';
import { openReader, readHere, type Sent } from '../../src/lib/server/reading/reader.ts';
import { readLetter } from '../../src/lib/server/rounds/letters.ts';
import { projectRoot } from '../../src/lib/server/root.ts';
import { sha256 } from '../../src/lib/server/store/durable.ts';
import { hostileFiles } from '../submission/hostile-files.ts';
import { planFile, round, whose, withFolder } from './with-store.ts';

const letters = ['agreements/khon-kaen/2565-2', 'demo/khon-kaen/2564-2/2564-2'].map((path) =>
	readLetter(join(projectRoot, 'data', `${path}.yaml`), false)
);
const demo = join(projectRoot, 'data/demo/khon-kaen/2565-2');
const encode = (text: string) => new TextEncoder().encode(text);
const ofDemo = globSync('*.{csv,json,xlsx}', { cwd: demo })
	.sort()
	.map((name): Sent => ({ name, bytes: readFileSync(join(demo, name)) }));
const long = ['district,section,indicator,input,value'];
for (let row = 0; row < 2500; row += 1)
	long.push(`40${String(1 + (row % 26)).padStart(2, '0')},team,2,plan_achievement_pct,96`);
const made: readonly Sent[] = [
	{ name: 'ว่าง.csv', bytes: encode('district,section,indicator,input,value\n') },
	{ name: 'ถาม.csv', bytes: encode('อำเภอ,ส่วน,ตัวชี้วัด,รายการ,ค่า\nแวงนอย,team,2,plan_achievement_pct,96\n') },
	{ name: 'ยาว.csv', bytes: encode(long.join('\n')) },
	...hostileFiles.slice(0, 3).map(({ name, make }) => ({ name, bytes: make() }))
];

const reader = openReader();
afterAll(() => reader.close());

test.each([...ofDemo, ...made])(
	'$name is read in the worker to the same entries and problems as here',
	async (file) => {
		const answers: readonly Answer[] = [];
		for (const letter of letters)
			expect(await reader.read(file, sha256(file.bytes), letter, answers)).toEqual(
				await readHere.read(file, sha256(file.bytes), letter, answers)
			);
	}
);

test('an archive is opened in the worker to the same files, and a row of a file in it is shown', async () => {
	const files = ofDemo.slice(0, 2);
	const sent = { name: 'ส่งผล.zip', bytes: zipFiles(files) };
	const opened = await reader.open(sent);
	expect(opened.problems).toEqual([]);
	expect(opened.files.map(({ name, bytes }) => [name, sha256(bytes)])).toEqual(
		files.map(({ name, bytes }) => [`ส่งผล.zip/${name}`, sha256(bytes)])
	);
	const place = { file: `ส่งผล.zip/${files[0]?.name ?? ''}`, line: 3, cell: 'B3' };
	expect(await reader.excerpt(sent, place)).toEqual(await readHere.excerpt(sent, place));
	expect(
		(await reader.excerpt(sent, place))?.rows.flatMap(({ cells }) => cells.filter(({ marked }) => marked))
	).toHaveLength(1);
});

test('questions are answered while a large file is read, and the file is taken all the same', async () => {
	await withFolder(async (folder) => {
		const app = await openApp(folder, undefined, openReader());
		try {
			let taken = false;
			const taking = app.imports.takeNow([planFile('a.csv', '4001', '96')], whose, {}).finally(() => (taken = true));
			for (let asked = 0; asked < 3; asked += 1) expect((await app.round(round))?.received).toHaveLength(0);
			expect(taken).toBe(false);
			expect((await taking).accepted).toBe(true);
			expect((await app.round(round))?.received).toHaveLength(1);
		} finally {
			await app.close();
		}
	});
});
