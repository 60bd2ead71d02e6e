import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { regulationPaper, type Office } from '../../src/lib/ranking/round.ts';
import { officeFile, officeVersion, readOffice, writeOffice } from '../../src/lib/server/office/office.ts';
import { readOwnFonts } from '../../src/lib/server/office/office-files.ts';
import { plainEmblem } from '../reports/emblem.ts';
import { sarabun } from '../reports/fonts.ts';
import { round, withApp, withFolder } from './with-store.ts';

const nothing: Office = {
	name: '',
	document_number: null,
	signer: null,
	signer_position: null,
	shares: null,
	bands: null,
	paper: regulationPaper
};

test('without a file everything is off', async () => {
	await withFolder(async (folder) => {
		expect(await readOffice(folder)).toEqual(nothing);
	});
});

test('what is saved is read again, from a file that explains itself', async () => {
	await withFolder(async (folder) => {
		const office = {
			...nothing,
			name: 'สำนักงานพัฒนาชุมชนจังหวัดขอนแก่น',
			shares: { team: 66.7, individual: 33.3 },
			bands: [
				{ grade: 'A', name: 'ดีเด่น', from: 90 },
				{ grade: 'B', name: 'ดีมาก', from: 80 }
			],
			paper: {
				digits: 'arabic' as const,
				margins: { top: 1.5, right: 2.5, bottom: 2, left: 3.2 },
				sizes: { title: 30, label: 22, body: 16.5 },
				indent: 2,
				draft: true,
				secrecy: 'ลับมาก' as const,
				address: ['ศาลากลางจังหวัดขอนแก่น'],
				contact: ['กลุ่มงานยุทธศาสตร์', 'โทร. 0 0000 0000'],
				emblem: plainEmblem
			}
		};
		await writeOffice(folder, office);
		expect(await readOffice(folder)).toEqual(office);
		expect(await readFile(officeFile(folder), 'utf8')).toMatch(/^# การตั้งค่าของสำนักงาน/);
	});
});

const wrong = [
	['shares: {team: 70, individual: 20}', 'การตั้งค่าของสำนักงาน (shares): สัดส่วนของทุกส่วนต้องรวมกันได้ 100 พอดี'],
	['shares: {team: 110, individual: -10}', 'การตั้งค่าของสำนักงาน (shares.individual): สัดส่วนติดลบไม่ได้'],
	['bands: [{grade: A, name: ก, from: 80}, {grade: B, name: ข, from: 80}]', 'เรียงจากสูงลงต่ำและไม่ซ้ำกัน'],
	['bands: [{grade: A, name: ก, from: 101}]', 'อยู่ระหว่าง 0 ถึง 100'],
	['bands: []', 'ระบุอย่างน้อยหนึ่งช่วงคะแนน'],
	['colour: red', 'การตั้งค่าของสำนักงาน: ค่านี้ไม่ถูกรูปแบบ'],
	['paper: {margins: {left: 0.2}}', '(paper.margins.left): ระยะขอบอยู่ระหว่าง 0.5 ถึง 6 เซนติเมตร'],
	['paper: {margins: {top: ๒}}', '(paper.margins.top): กรอกเป็นตัวเลข'],
	['paper: {margins: {left: 6, right: 6.5}}', 'ระยะขอบอยู่ระหว่าง'],
	['paper: {sizes: {body: 40}}', '(paper.sizes.body): ขนาดตัวอักษรอยู่ระหว่าง 12 ถึง 24 พอยต์'],
	['paper: {indent: -1}', '(paper.indent): ย่อหน้าอยู่ระหว่าง'],
	['paper: {digits: roman}', '(paper.digits): เลือก thai'],
	['paper: {secrecy: ลับสุด}', '(paper.secrecy): ชั้นความลับมี'],
	['paper: {address: [ก, ข, ค, ง]}', '(paper.address): เขียนได้ไม่เกิน 3 บรรทัด'],
	['paper: {contact: [ก, ข, ค, ง, จ]}', '(paper.contact): เขียนได้ไม่เกิน 4 บรรทัด'],
	['paper: {emblem: garuda.svg}', '(paper): ค่านี้ไม่ถูกรูปแบบ'],
	['name: [', 'อ่าน office.yaml ของที่เก็บข้อมูลไม่ได้']
] as const;

test.each(wrong)('%s is refused in Thai', async (yaml, sentence) => {
	await withFolder(async (folder) => {
		await writeFile(officeFile(folder), yaml);
		await expect(readOffice(folder)).rejects.toThrow(sentence);
	});
});

test('an office that has not said its name is called after its province', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			expect((await app.round(round))?.office.name).toBe('สำนักงานพัฒนาชุมชนจังหวัดขอนแก่น');
			await app.saveOffice({ ...nothing, name: 'สพจ.ขก.' }, { who: 'สมหมาย' });
			expect((await app.round(round))?.office.name).toBe('สพจ.ขก.');
		});
	});
});

test('a file of an earlier version, and one that says little of paper, are as the regulation has it', async () => {
	await withFolder(async (folder) => {
		await writeFile(officeFile(folder), 'name: สพจ.ขก.\nshares: null\n');
		expect(await readOffice(folder)).toEqual({ ...nothing, name: 'สพจ.ขก.' });
		await writeFile(officeFile(folder), 'paper:\n  margins:\n    left: 3.5\n  contact: ["", "โทร. 1"]\n');
		expect((await readOffice(folder)).paper).toEqual({
			...regulationPaper,
			margins: { ...regulationPaper.margins, left: 3.5 },
			contact: ['โทร. 1']
		});
	});
});

test('an emblem put there by hand is read, and one that cannot be printed is named', async () => {
	await withFolder(async (folder) => {
		await mkdir(join(folder, 'office'));
		await writeFile(join(folder, 'office', 'emblem.svg'), plainEmblem.kind === 'svg' ? plainEmblem.svg : '');
		expect((await readOffice(folder)).paper.emblem).toEqual(plainEmblem);
		const before = officeVersion(folder);
		await writeFile(join(folder, 'office', 'emblem.svg'), '<svg viewBox="0 0 1 1"><script/></svg>');
		expect(officeVersion(folder)).not.toBe(before);
		await expect(readOffice(folder)).rejects.toThrow('office/emblem.svg: แฟ้ม SVG นี้มีสคริปต์');
	});
});

test('an emblem and fonts are kept with the settings, noted in the journal, and taken away again', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			await app.saveOffice(
				{ ...nothing, paper: { ...regulationPaper, emblem: plainEmblem } },
				{ who: 'สมหมาย' },
				sarabun
			);
			expect((await app.office()).paper.emblem).toEqual(plainEmblem);
			expect(await app.hasOwnFont()).toBe(true);
			expect(await readOwnFonts(folder)).not.toBeNull();
			const noted = (await app.withStore((store) => Promise.resolve(store.lines()))).at(-1);
			expect(noted?.act === 'office' ? noted.what.beside?.map(({ file }) => file) : null).toEqual([
				'emblem.svg',
				'regular.ttf',
				'bold.ttf'
			]);
			// settings saved without a word on fonts leave them
			await app.saveOffice(nothing, { who: 'สมหมาย' });
			expect((await app.office()).paper.emblem).toBeNull();
			expect(await app.hasOwnFont()).toBe(true);
			await app.saveOffice(nothing, { who: 'สมหมาย' }, null);
			expect(await app.hasOwnFont()).toBe(false);
		});
	});
});

test('a font that documents cannot be set in is refused, and nothing is changed', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const broken = { regular: sarabun.regular, bold: new Uint8Array(40) };
			await expect(app.saveOffice({ ...nothing, name: 'ใหม่' }, { who: 'สมหมาย' }, broken)).rejects.toThrow('TrueType');
			expect((await app.office()).name).toBe('');
			expect(await app.hasOwnFont()).toBe(false);
		});
	});
});
