import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import type { App } from '../../src/lib/server/app.ts';
import { restoreBackup } from '../../src/lib/server/backup/restore.ts';
import { verifyStore } from '../../src/lib/server/store/verify.ts';
import { at, backUp } from './backed-up.ts';
import { cookieOf, director, district, from, makeDirector, password, tokenOf, whoIs } from './with-people.ts';
import { withApp, withFolder } from './with-store.ts';

const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
const messages = async (app: App) => (await app.withStore(verifyStore)).problems.map(({ message }) => message);

test('accounts are in a backup and open the restored store; sessions and links are not', async () => {
	await withFolder(async (folder) => {
		const [store, there] = [join(folder, 'store'), join(folder, 'there')];
		const { file, cookie, link } = await withApp(store, async (app) => {
			const { by, cookie } = await makeDirector(app);
			await writeFile(join(store, 'oidc.yaml'), 'issuer: https://x.example\n');
			const { path } = await app.people.invite(by, district);
			return { ...(await backUp(app, join(folder, 'usb'))), cookie, link: tokenOf(path) };
		});
		const { problems } = await restoreBackup(file, there, { aside: false, at });
		expect(problems).toEqual([]);
		const names = ['people.sqlite', 'people.secret', 'oidc.yaml'];
		const modes = await Promise.all(names.map(async (name) => (await stat(join(there, name))).mode & 0o777));
		expect(modes).toEqual([0o600, 0o600, 0o600]);
		expect(await readFile(join(there, 'people.secret'))).toEqual(await readFile(join(store, 'people.secret')));
		await withApp(there, async (app) => {
			expect([await whoIs(app, cookie), await app.people.look(link)]).toEqual([null, null]);
			const answer = await app.people.signIn({ email: director.email, password }, from());
			expect(await whoIs(app, cookieOf(answer))).toBe('สมหญิง');
			expect((await app.people.list({ who: 'root' })).map(({ person, state }) => [person.name, state])).toEqual([
				['สมหญิง', 'active'],
				['สพอ.น้ำพอง', 'invited']
			]);
			expect(await messages(app)).toEqual([]);
		});
	});
});

test.each([
	[
		"UPDATE user SET role = 'director', district = NULL WHERE role = 'district'",
		'บัญชีของ สพอ.น้ำพอง ใน people.sqlite ไม่ตรงกับสมุดบันทึก (บทบาท และ อำเภอ) มีคนแก้แฟ้มนี้นอกโปรแกรม ตรวจสิทธิ์ในหน้าผู้ใช้ หรือคืนแฟ้มจากข้อมูลสำรอง'
	],
	[
		"UPDATE user SET blocked = 1 WHERE role = 'district'",
		'บัญชีของ สพอ.น้ำพอง ใน people.sqlite ไม่ตรงกับสมุดบันทึก (การระงับ) มีคนแก้แฟ้มนี้นอกโปรแกรม ตรวจสิทธิ์ในหน้าผู้ใช้ หรือคืนแฟ้มจากข้อมูลสำรอง'
	],
	["DELETE FROM user WHERE role = 'district'", 'บัญชีของ สพอ.น้ำพอง อยู่ในสมุดบันทึกแต่ไม่มีใน people.sqlite คืนแฟ้มนี้จากข้อมูลสำรอง'],
	[
		"INSERT INTO user SELECT 'x', 'ใคร', 'x@y.example', 0, NULL, createdAt, updatedAt, 'director', province, groups, NULL, 0, 1, NULL FROM user LIMIT 1",
		'บัญชีของ ใคร ไม่มีในสมุดบันทึก มีคนเพิ่มนอกโปรแกรม ระงับบัญชีนี้ หรือคืน people.sqlite จากข้อมูลสำรอง'
	]
])('verify tells of an account that was changed by hand: %s', async (sql, said) => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const { by } = await makeDirector(app);
			await app.people.invite(by, district);
		});
		const database = new DatabaseSync(join(folder, 'people.sqlite'));
		database.exec(sql);
		database.close();
		await withApp(folder, async (app) => expect(await messages(app)).toEqual([said]));
	});
});

test('verify tells of a file of accounts that is damaged', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => void (await makeDirector(app)));
		const file = join(folder, 'people.sqlite');
		const bytes = await readFile(file);
		await writeFile(file, bytes.subarray(0, 4096));
		await withApp(folder, async (app) => {
			expect(await messages(app)).toEqual([expect.stringContaining('แฟ้มบัญชีผู้ใช้ people.sqlite เสียหาย')]);
		});
	});
});
