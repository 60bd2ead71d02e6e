import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { officeFile, readOffice, writeOffice } from '../../src/lib/server/office.ts';
import { round, withApp, withFolder } from './with-store.ts';

const nothing = { name: '', document_number: null, signer: null, signer_position: null, shares: null, bands: null };

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
			]
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
			await app.saveOffice({ ...nothing, name: 'สพจ.ขก.' });
			expect((await app.round(round))?.office.name).toBe('สพจ.ขก.');
		});
	});
});
