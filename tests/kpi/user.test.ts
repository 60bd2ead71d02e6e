import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runKpi } from './run-kpi.ts';
import { withServer } from './with-server.ts';

const password = 'ม้าเหล็กลายดอกไม้';
let store = '';
beforeEach(async () => {
	store = await mkdtemp(join(tmpdir(), 'watphon-user-'));
});
afterEach(() => rm(store, { recursive: true, force: true }));

const user = (words: readonly string[], input?: string) => runKpi(['user', ...words], store, store, {}, input);
const boss = ['boss@office.example', '--name', 'สมหญิง', '--role', 'director', '--province', 'khon-kaen'];
const namphong = ['n@office.example', '--name', 'สพอ.น้ำพอง', '--role', 'district', '--district', '4007'];
const inProvince = ['--province', 'khon-kaen'];

describe('kpi user', () => {
	test('makes accounts with a password from stdin, and lists them', async () => {
		expect(await user(['list'])).toEqual({ exit: 0, out: 'ยังไม่มีผู้ใช้\n', err: '' });
		expect(await user(['add', ...boss], `${password}\n`)).toEqual({
			exit: 0,
			out: 'เพิ่ม สมหญิง (ผู้อำนวยการ) แล้ว เข้าสู่ระบบได้ทันที\n',
			err: ''
		});
		const invited = await user(['invite', ...namphong, ...inProvince, '--json']);
		expect(JSON.parse(invited.out)).toMatchObject({
			person: { email: 'n@office.example', district: '4007' },
			address: expect.stringMatching(/^http:\/\/localhost:3000\/join\/[\w-]{43}$/) as string
		});
		const { out } = await user(['list']);
		expect(out.split('\n').map((line) => line.split(/\s{2,}/))).toEqual([
			['อีเมล', 'ชื่อ', 'บทบาท', 'ดูแล', 'สถานะ', 'เห็นล่าสุด'],
			['boss@office.example', 'สมหญิง', 'ผู้อำนวยการ', 'ขอนแก่น', 'ใช้งานอยู่', '—'],
			['n@office.example', 'สพอ.น้ำพอง', 'อำเภอ', 'น้ำพอง', 'รอรับคำเชิญ', '—'],
			['']
		]);
		const told = await readFile(join(store, 'journal.jsonl'), 'utf8');
		expect([told.includes(password), told.includes('@office'), told.includes('"act":"person"')]).toEqual([
			false,
			false,
			true
		]);
	});

	test('changes, blocks and lets in again, but never the last director', async () => {
		await user(['add', ...boss], password);
		await user(['add', ...namphong, ...inProvince], password);
		const said = async (...words: string[]) => {
			const { exit, out, err } = await user(words);
			return [exit, out.trim() + err.trim()];
		};
		expect(await said('role', 'n@office.example', '--role', 'work_group', '--groups', 'ส่งเสริม,ประสาน')).toEqual([
			0,
			'สพอ.น้ำพอง เป็น กลุ่มงาน แล้ว'
		]);
		expect(JSON.parse((await user(['list', '--json'])).out)).toMatchObject({
			people: [{ person: { role: 'director' } }, { person: { groups: ['ส่งเสริม', 'ประสาน'], district: null } }]
		});
		expect(await said('block', 'n@office.example')).toEqual([0, 'ระงับ สพอ.น้ำพอง แล้ว ออกจากระบบทุกเครื่องทันที']);
		expect(await said('unblock', 'n@office.example')).toEqual([0, 'เลิกระงับ สพอ.น้ำพอง แล้ว']);
		const last = 'เป็นผู้อำนวยการคนสุดท้ายของจังหวัด จึงระงับหรือเปลี่ยนบทบาทไม่ได้ เชิญผู้อำนวยการอีกคนให้เข้าสู่ระบบก่อน';
		expect(await said('block', 'boss@office.example')).toEqual([1, last]);
		expect(await said('role', 'boss@office.example', '--role', 'viewer')).toEqual([1, last]);
		expect(await said('sessions', 'boss@office.example')).toEqual([0, 'ไม่ได้เข้าสู่ระบบอยู่ที่เครื่องใด']);
		expect((await user(['reset', 'boss@office.example'])).out).toMatch(
			/^ลิงก์ตั้งรหัสผ่านใหม่ของ สมหญิง[^\n]*\n {2}http:\/\/localhost:3000\/join\/[\w-]{43}\n$/
		);
	});

	test.each([
		[['add', ...boss], '', 2, 'ส่งรหัสผ่านทาง stdin'],
		[['add', ...boss], 'password1234\n', 1, 'เดาง่าย'],
		[['add', 'x@office.example', '--name', 'ก', '--role', 'director'], password, 1, 'เลือกจังหวัด'],
		[['invite', 'nowhere', '--name', 'ก', '--role', 'viewer', ...inProvince], '', 1, 'อีเมลนี้ไม่ถูกรูปแบบ'],
		[['invite', ...namphong, '--province', 'nowhere'], '', 1, 'ไม่รู้จักจังหวัด nowhere'],
		[['block', 'nobody@office.example'], '', 1, 'ไม่พบผู้ใช้ nobody@office.example'],
		[['link'], '', 1, 'ใช้ได้ขณะเปิดหน้าเว็บเท่านั้น'],
		[['dance'], '', 2, 'วิธีใช้: user'],
		[['list', 'x'], '', 2, 'วิธีใช้: user'],
		[['add', ...boss, '--password', password], '', 2, 'ใช้ --password กับคำสั่งนี้ไม่ได้']
	])('%j is refused', async (words, input, exit, said) => {
		const ran = await user(words, input);
		expect([ran.exit, ran.out]).toEqual([exit, '']);
		expect(ran.err).toContain(said);
	});

	test('is done by a server that holds the store, which alone can make a first director', async () => {
		await withServer(store, async () => {
			const first = await user(['link', '--json']);
			expect(JSON.parse(first.out)).toEqual({ address: expect.stringMatching(/\/join\/[\w-]{43}$/) as string });
			expect((await user(['add', ...boss], `${password}\r\n`)).exit).toBe(0);
			expect((await user(['list'])).out).toContain('boss@office.example');
			expect((await user(['link'])).err).toContain('มีผู้อำนวยการแล้ว');
		});
	});
});
