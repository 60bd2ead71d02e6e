// The office's settings from the terminal: the same settings, files and journal as the settings page makes.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { App } from '../../src/lib/server/app.ts';
import { runForTerminal } from '../../src/lib/server/commands/run.ts';
import { plainEmblem } from '../reports/emblem.ts';
import { sarabun } from '../reports/fonts.ts';
import { withApp, withFolder } from '../server/with-store.ts';
import { runKpi } from './run-kpi.ts';

type Run = (...words: readonly string[]) => ReturnType<typeof runForTerminal>;

const withOffice = (use: (run: Run, app: App, folder: string) => Promise<void>) =>
	withFolder((folder) =>
		withApp(folder, async (app) => {
			const { signal } = new AbortController();
			const run: Run = (...words) =>
				runForTerminal({ argv: ['office', ...words], cwd: folder, who: 'สมหมาย' }, app, signal);
			await use(run, app, folder);
		})
	);
const columns = (text: string) => text.split('\n').map((line) => line.split(/\s{2,}/));

test('settings are set by their places in office.yaml, shown again, and told to the journal', async () => {
	await withOffice(async (run, app, folder) => {
		const set = await run(
			...['set', 'name=สพจ.ขก.', 'signer=นายตัวอย่าง = สมมติ', 'paper.digits=arabic', 'paper.margins.left=๓.๕'],
			...['paper.draft=yes', 'paper.secrecy=ลับ', 'paper.address=ศาลากลาง', 'paper.address=ถนนหน้าศูนย์ราชการ'],
			...['shares.team=66.7', 'shares.individual=33.3', 'bands=A:ดีเด่น:90', 'bands=B:ดีมาก:80']
		);
		expect(set).toMatchObject({ exit: 0, err: '' });
		expect(set.out).toBe(
			'บันทึกการตั้งค่าของสำนักงานแล้ว: name, signer, paper.digits, paper.margins.left, paper.draft, paper.secrecy, paper.address, shares.team, shares.individual, bands\n'
		);
		expect(await app.office()).toMatchObject({
			name: 'สพจ.ขก.',
			document_number: null,
			signer: 'นายตัวอย่าง = สมมติ',
			shares: { team: 66.7, individual: 33.3 },
			bands: [
				{ grade: 'A', name: 'ดีเด่น', from: 90 },
				{ grade: 'B', name: 'ดีมาก', from: 80 }
			],
			paper: { digits: 'arabic', margins: { left: 3.5, right: 2 }, draft: true, secrecy: 'ลับ' }
		});
		const lines = columns((await run('show')).out);
		expect(lines).toContainEqual(['paper.margins.left', 'ขอบซ้าย (ซม.)', '3.5']);
		expect(lines).toContainEqual(['document_number', 'เลขที่หนังสือ', '—']);
		expect(lines).toContainEqual(['paper.address', 'ที่ตั้ง ทีละบรรทัด', 'ศาลากลาง']);
		expect(lines).toContainEqual(['', 'ถนนหน้าศูนย์ราชการ']);
		const [line] = (await app.withStore((store) => Promise.resolve(store.lines()))).slice(-1);
		expect(line).toMatchObject({ act: 'office', who: 'สมหมาย' });
		expect(await readFile(join(folder, 'office.yaml'), 'utf8')).toMatch(/^# การตั้งค่าของสำนักงาน/);
	});
});

test('a field without a value is not set, or as the regulation has it; the others stay', async () => {
	await withOffice(async (run, app) => {
		await run(
			'set',
			'signer=นายตัวอย่าง',
			'signer_position=พัฒนาการจังหวัด',
			'paper.margins.left=4',
			'paper.contact=โทร. 1'
		);
		await run('set', 'shares.team=100', 'bands=A:ดีเด่น:90');
		const { exit, out } = await run(
			...['set', 'signer=', 'paper.margins.left=', 'paper.contact=', 'shares.team=', 'bands=', '--json']
		);
		expect(exit).toBe(0);
		expect(JSON.parse(out)).toMatchObject({
			signer: null,
			signer_position: 'พัฒนาการจังหวัด',
			shares: null,
			bands: null,
			paper: { margins: { left: 3 }, contact: [], emblem: null },
			own_font: false
		});
		expect((await app.office()).paper.margins.left).toBe(3);
	});
});

test('an emblem and a font are put there and taken away', async () => {
	await withOffice(async (run, app, folder) => {
		await writeFile(join(folder, 'a.svg'), plainEmblem.kind === 'svg' ? plainEmblem.svg : '');
		await writeFile(join(folder, 'r.ttf'), sarabun.regular);
		await writeFile(join(folder, 'b.ttf'), sarabun.bold);
		expect((await run('emblem', 'a.svg')).out).toBe('ใช้ a.svg เป็นตราของสำนักงานแล้ว\n');
		expect((await run('font', 'r.ttf', 'b.ttf')).out).toBe('ใช้ r.ttf (ตัวปกติ) และ b.ttf (ตัวหนา) ในเอกสารแล้ว\n');
		await run('set', 'name=สพจ.');
		expect((await app.office()).paper.emblem).toEqual(plainEmblem);
		expect(columns((await run('show')).out).slice(-3, -1)).toEqual([
			['emblem', 'ตราของสำนักงาน', 'svg'],
			['font', 'แบบอักษรของสำนักงาน', 'มี']
		]);
		expect((await run('emblem', '--remove')).exit).toBe(0);
		expect((await run('font', '--remove')).exit).toBe(0);
		expect([(await app.office()).paper.emblem, await app.hasOwnFont(), (await app.office()).name]).toEqual([
			...[null, false, 'สพจ.']
		]);
	});
});

const wrong = [
	[['set', 'colour=red'], 2, 'ไม่มีช่อง colour ในการตั้งค่าของสำนักงาน ที่มีคือ name, document_number'],
	[['set', 'paper.emblem=a.svg'], 2, 'ไม่มีช่อง paper.emblem'],
	[['set', 'name'], 2, '“name” ไม่มีเครื่องหมาย ='],
	[['set', 'name=ก', 'name=ข'], 2, 'ช่อง name มีค่าได้ค่าเดียว'],
	[['set', 'paper.draft=maybe'], 2, 'ใช้ yes หรือ no'],
	[['set', 'bands=A90'], 2, 'ช่วงคะแนน “A90” ไม่ถูกรูปแบบ'],
	[['set', 'shares=70'], 2, 'ไม่มีช่อง shares=70'],
	[['set'], 2, 'วิธีใช้: office show'],
	[['show', 'name'], 2, 'วิธีใช้: office show'],
	[['emblem'], 2, 'วิธีใช้: office show'],
	[['emblem', 'a.svg', '--remove'], 2, 'วิธีใช้: office show'],
	[['font', 'r.ttf'], 2, 'วิธีใช้: office show'],
	[['emblem', 'gone.svg'], 2, 'ไม่พบแฟ้มหรือโฟลเดอร์ gone.svg'],
	[['emblem', 'text.txt'], 1, 'text.txt: ตราต้องเป็นแฟ้ม PNG หรือ SVG'],
	[['font', 'text.txt', 'text.txt'], 1, 'แบบอักษรต้องเป็นแฟ้ม TrueType'],
	[['set', 'name=ใหม่', 'paper.margins.left=กว้าง'], 1, '(paper.margins.left): กรอกเป็นตัวเลข'],
	[['set', 'name=ใหม่', 'shares.team=70'], 1, '(shares): สัดส่วนของทุกส่วนต้องรวมกันได้ 100 พอดี'],
	[
		['set', 'name=ใหม่', 'paper.contact=1', 'paper.contact=2', 'paper.contact=3', 'paper.contact=4', 'paper.contact=5'],
		1,
		'ไม่เกิน 4 บรรทัด'
	]
] as const;
test('what cannot be taken is refused in Thai, and nothing changes', async () => {
	await withOffice(async (run, app, folder) => {
		await writeFile(join(folder, 'text.txt'), 'ข้อความ');
		const head = () => app.withStore((store) => Promise.resolve(store.head().hash));
		const before = await head();
		for (const [words, exit, sentence] of wrong) {
			const ran = await run(...words);
			expect({ words, exit: ran.exit, out: ran.out }).toEqual({ words, exit, out: '' });
			expect(ran.err).toContain(sentence);
		}
		expect([await head(), (await app.office()).name]).toEqual([before, '']);
	});
});

test('is a command of the program, and its help says it', async () => {
	await withFolder(async (folder) => {
		expect(await runKpi(['office', 'set', 'name=สพจ.'], folder)).toMatchObject({ exit: 0, err: '' });
		expect((await runKpi(['--help'], folder)).out).toContain('office set ช่อง=ค่า');
	});
});
