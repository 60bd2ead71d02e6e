import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { App } from '../../src/lib/server/app.ts';
import { hashPassword, verifyPassword } from '../../src/lib/server/people/passwords.ts';
import { atTerminal } from '../../src/lib/server/people/visitor.ts';
import { bring, cookieOf, director, district, from, makeDirector, password, tokenOf, whoIs } from './with-people.ts';
import { planFile, whose, withApp, withFolder } from './with-store.ts';

// Counted, so that a guess at nobody can be seen to cost what a guess at somebody costs.
vi.mock('../../src/lib/server/people/passwords.ts', async (original) => {
	const real = await original<typeof import('../../src/lib/server/people/passwords.ts')>();
	return { ...real, hashPassword: vi.fn(real.hashPassword), verifyPassword: vi.fn(real.verifyPassword) };
});

afterEach(() => void vi.useRealTimers());

const inApp = (use: (app: App, folder: string) => Promise<void>) =>
	withFolder((folder) => withApp(folder, (app) => use(app, folder)));
const signIn = (app: App, email: string, given: string, address?: string, cookie?: string) =>
	app.people.signIn({ email, password: given }, from(address, cookie));
const wrong = { kind: 'refused', message: 'อีเมลหรือรหัสผ่านไม่ถูก ตรวจตัวพิมพ์และภาษาของแป้นพิมพ์ แล้วลองอีกครั้ง', wait: null };
const gone = 'ลิงก์นี้ใช้ไม่ได้แล้ว';
const terminal = atTerminal('root');

/** Only the clock is held: what waits for the disk goes on. */
function holdClock(): { pass(hours: number): void } {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-20T09:00:00+07:00') });
	return { pass: (hours) => void vi.setSystemTime(Date.now() + hours * 3_600_000) };
}

describe('the first director', () => {
	test('comes in by a link that is replaced at each start and works once', () =>
		inApp(async (app) => {
			expect(await app.people.any()).toBe(false);
			const before = tokenOf(await app.people.firstLink());
			const token = tokenOf(await app.people.firstLink());
			expect([await app.people.look(before), await app.people.look(token)]).toEqual([null, { kind: 'first' }]);
			const cookie = cookieOf(await app.people.join(token, director, from()));
			expect(await app.people.personOf(new Headers({ cookie }))).toMatchObject({
				person: { name: 'สมหญิง', role: 'director', province: 'khon-kaen', blocked: false }
			});
			expect([await app.people.any(), await app.people.look(token), await app.people.firstLink()]).toEqual([
				true,
				null,
				null
			]);
			await expect(app.people.join(token, director, from())).rejects.toThrow(gone);
		}));

	test('of two who press at once is one', () =>
		inApp(async (app) => {
			const token = tokenOf(await app.people.firstLink());
			const tries = [director, { ...director, email: 'other@office.example' }].map((given) =>
				app.people.join(token, given, from())
			);
			const ended = await Promise.allSettled(tries);
			expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
			expect(await app.people.list(terminal)).toHaveLength(1);
		}));

	test('is told all that is wrong at once, by field', () =>
		inApp(async (app) => {
			const token = tokenOf(await app.people.firstLink());
			const given = { name: ' ', email: 'nowhere', province: '', password: 'สั้น' };
			const refused = await app.people.join(token, given, from()).catch((error: unknown) => error);
			expect(refused).toMatchObject({
				problems: [{ code: 'name' }, { code: 'province' }, { code: 'email' }, { code: 'password' }]
			});
			expect(await app.people.look(token)).toEqual({ kind: 'first' });
		}));

	test('leaves files that nobody else of the machine can read', () =>
		inApp(async (app, folder) => {
			await makeDirector(app);
			const modes = await Promise.all(['people.sqlite', 'people.secret'].map((name) => stat(join(folder, name))));
			expect(modes.map(({ mode }) => mode & 0o777)).toEqual([0o600, 0o600]);
		}));
});

describe('an invitation', () => {
	test('lets one person in, once, with the name they give themselves', () =>
		inApp(async (app) => {
			const { by } = await makeDirector(app);
			const made = await app.people.invite(by, district);
			const token = tokenOf(made.path);
			expect(await app.people.look(token)).toMatchObject({
				kind: 'join',
				person: { district: '4007', role: 'district' }
			});
			expect(await signIn(app, district.email, password)).toEqual(wrong);
			const cookie = cookieOf(await app.people.join(token, { name: 'สพอ.น้ำพอง (มานี)', password }, from()));
			expect(await whoIs(app, cookie)).toBe('สพอ.น้ำพอง (มานี)');
			expect(await app.people.look(token)).toBe(null);
			await expect(app.people.join(token, { name: 'ใคร', password }, from())).rejects.toThrow(gone);
		}));

	test('is over after seven days, and a new one ends the old', () =>
		inApp(async (app) => {
			const clock = holdClock();
			const { by } = await makeDirector(app);
			const { path, person, until } = await app.people.invite(by, district);
			expect(until).toBe('2026-11-27T09:00:00+07:00');
			const renewed = await app.people.link(by, person.id);
			expect([await app.people.look(tokenOf(path)), (await app.people.look(tokenOf(renewed.path)))?.kind]).toEqual([
				null,
				'join'
			]);
			clock.pass(7 * 24);
			expect(await app.people.look(tokenOf(renewed.path))).toBe(null);
			expect((await app.people.list(by))[1]).toMatchObject({ state: 'invited', link: null });
		}));

	test.each([
		[{ ...district, email: 'SOMYING@office.example' }, 'email', 'อีเมลนี้เป็นของ สมหญิง อยู่แล้ว แก้บทบาทของคนนั้นในรายการแทน'],
		[{ ...district, district: '4101' }, 'district', 'ไม่พบอำเภอ 4101 ในจังหวัดขอนแก่น ใช้รหัส 4 หลัก'],
		[{ ...district, district: null }, 'district', 'เลือกอำเภอ'],
		[{ ...district, role: 'work_group' }, 'groups', 'ระบุกลุ่มงานอย่างน้อยหนึ่งกลุ่ม ตามชื่อที่ใช้ในข้อตกลง'],
		[
			{ ...district, role: 'king' },
			'role',
			'เลือกบทบาท: director (ผู้อำนวยการ) work_group (กลุ่มงาน) district (อำเภอ) หรือ viewer (ผู้ดูผล)'
		],
		[{ ...district, province: 'buriram', district: '3101' }, 'province', 'ดูแลผู้ใช้ได้เฉพาะของจังหวัดตน']
	])('of %o is refused by %s', (given, code, message) =>
		inApp(async (app) => {
			const { by } = await makeDirector(app);
			const refused = await app.people.invite(by, given).catch((error: unknown) => error);
			expect(refused).toMatchObject({ problems: [{ code, message }] });
			expect(await app.people.list(by)).toHaveLength(1);
		})
	);
});

describe('signing in', () => {
	test('fails alike for a wrong password and for nobody, at the same cost', () =>
		inApp(async (app) => {
			await makeDirector(app);
			await app.people.invite(terminal, district);
			const work = () => vi.mocked(hashPassword).mock.calls.length + vi.mocked(verifyPassword).mock.calls.length;
			for (const email of [director.email, 'nobody@office.example', district.email]) {
				const before = work();
				expect(await signIn(app, email, 'ไม่ใช่รหัสนี้แน่นอน')).toEqual(wrong);
				expect(work() - before).toBe(1);
			}
		}));

	test('takes an e-mail in any case, and gives a new session, ending what the browser held', () =>
		inApp(async (app) => {
			const { cookie } = await makeDirector(app);
			const answer = await signIn(app, ' SomYing@Office.example ', password, '10.0.0.1', cookie);
			const fresh = cookieOf(answer);
			expect(fresh).not.toBe(cookie);
			expect([await whoIs(app, cookie), await whoIs(app, fresh)]).toEqual([null, 'สมหญิง']);
			expect(answer).toMatchObject({ cookies: [{ name: 'session', secure: false, maxAge: 604_800 }] });
		}));

	test('a wrong guesser waits, the right password from elsewhere opens', () =>
		inApp(async (app) => {
			await makeDirector(app);
			for (let time = 0; time < 5; time++) await signIn(app, director.email, 'x', '10.9.9.9');
			expect(await signIn(app, director.email, password, '10.9.9.9')).toMatchObject({
				kind: 'refused',
				wait: 5,
				message: 'ใส่รหัสผ่านผิดหลายครั้งจากเครื่องนี้ รอ 5 วินาที แล้วลองใหม่ รหัสที่ถูกจากเครื่องอื่นยังใช้ได้ตามปกติ'
			});
			expect(await signIn(app, director.email, password, '10.0.0.1')).toMatchObject({ kind: 'in' });
		}));

	test('ends after twelve idle hours, and after seven days however it is used', () =>
		inApp(async (app) => {
			const clock = holdClock();
			await makeDirector(app);
			const idle = cookieOf(await signIn(app, director.email, password));
			clock.pass(12);
			expect(await whoIs(app, idle)).toBe(null);
			const used = cookieOf(await signIn(app, director.email, password));
			for (let hours = 0; hours < 160; hours += 8) {
				clock.pass(8);
				expect(await whoIs(app, used)).toBe('สมหญิง');
			}
			clock.pass(8);
			expect(await whoIs(app, used)).toBe(null);
		}));

	test('with a cookie that was changed opens nothing', () =>
		inApp(async (app) => {
			const { cookie } = await makeDirector(app);
			expect(await whoIs(app, cookie)).toBe('สมหญิง');
			const at = cookie.indexOf('=') + 3;
			const changed = cookie.slice(0, at) + (cookie[at] === 'a' ? 'b' : 'a') + cookie.slice(at + 1);
			expect(await whoIs(app, changed)).toBe(null);
		}));

	test('rehashes a password that was kept with weaker parameters', () =>
		inApp(async (app) => {
			const weak = await vi.mocked(hashPassword).getMockImplementation()?.(password, {
				memory: 8192,
				passes: 1,
				lanes: 1
			});
			vi.mocked(hashPassword).mockResolvedValueOnce(weak ?? '');
			await app.people.add(terminal, { ...district, password });
			const calls = vi.mocked(hashPassword).mock.calls.length;
			await signIn(app, district.email, password);
			expect(vi.mocked(hashPassword).mock.calls.length).toBe(calls + 1);
			await signIn(app, district.email, password);
			expect(vi.mocked(hashPassword).mock.calls.length).toBe(calls + 1);
		}));
});

describe('who may do what', () => {
	test('changes at once, is written down, and does not overwrite what somebody else changed', () =>
		inApp(async (app) => {
			const { by } = await makeDirector(app);
			const cookie = await bring(app, by, district);
			const line = await app.people.find(by, district.email);
			const id = line?.person.id ?? '';
			const asViewer = { ...district, role: 'viewer' };
			await app.people.change(by, id, asViewer, line?.stamp ?? '');
			expect(await app.people.personOf(new Headers({ cookie }))).toMatchObject({
				person: { role: 'viewer', district: null }
			});
			await expect(app.people.change(by, id, district, line?.stamp ?? '')).rejects.toThrow('มีคนแก้ผู้ใช้คนนี้ระหว่างที่คุณดูอยู่');
		}));

	test('who is blocked is out at once, everywhere, and stays out', () =>
		inApp(async (app) => {
			const { by } = await makeDirector(app);
			const cookie = await bring(app, by, district);
			expect(await whoIs(app, cookie)).toBe(district.name);
			const { person } = (await app.people.find(by, district.email)) ?? { person: { id: '' } };
			const { path } = await app.people.link(by, person.id);
			await app.people.block(by, person.id);
			expect([await whoIs(app, cookie), await app.people.look(tokenOf(path))]).toEqual([null, null]);
			expect(await signIn(app, district.email, password)).toMatchObject({
				message: 'บัญชีนี้ถูกระงับ ติดต่อผู้ดูแลผู้ใช้ของจังหวัด'
			});
			expect(await signIn(app, district.email, 'x')).toEqual(wrong);
			await app.people.unblock(by, person.id);
			expect(await signIn(app, district.email, password)).toMatchObject({ kind: 'in' });
		}));

	test('the last director of a province can neither be blocked nor made anything else', () =>
		inApp(async (app) => {
			const { by, person } = await makeDirector(app);
			const refused = 'เป็นผู้อำนวยการคนสุดท้ายของจังหวัด';
			await app.people.invite(by, { ...district, role: 'director' });
			await expect(app.people.block(by, person.id)).rejects.toThrow(refused);
			await expect(app.people.change(by, person.id, { ...person, role: 'viewer' }, null)).rejects.toThrow(refused);
			await bring(app, by, { ...district, role: 'director', email: 'second@office.example' });
			expect(await app.people.block(by, person.id)).toMatchObject({ blocked: true });
		}));

	test('a director of another province sees and changes nobody here', () =>
		inApp(async (app) => {
			const { person } = await makeDirector(app);
			const there = await app.people.add(terminal, {
				...director,
				email: 'b@office.example',
				province: 'buriram',
				role: 'director',
				groups: [],
				district: null
			});
			const by = { who: there.name, person: { id: there.id, role: there.role } };
			expect((await app.people.list(by)).map((line) => line.person.email)).toEqual(['b@office.example']);
			await expect(app.people.block(by, person.id)).rejects.toThrow('ไม่พบผู้ใช้คนนี้แล้ว');
		}));

	test('a reset link sets a new password once and ends every session', () =>
		inApp(async (app) => {
			const { by } = await makeDirector(app);
			const cookie = await bring(app, by, district);
			const { person } = (await app.people.find(by, district.email)) ?? { person: { id: '' } };
			const { kind, path } = await app.people.link(by, person.id);
			expect(kind).toBe('reset');
			const next = 'ข้าวเหนียวมะม่วงสุก';
			await app.people.join(tokenOf(path), { name: 'ชื่ออื่น', password: next }, from());
			expect([await whoIs(app, cookie), await app.people.look(tokenOf(path))]).toEqual([null, null]);
			expect([await signIn(app, district.email, password), (await signIn(app, district.email, next)).kind]).toEqual([
				wrong,
				'in'
			]);
			expect((await app.people.find(by, district.email))?.person.name).toBe(district.name);
		}));

	test('one’s own sessions can be ended one by one, all others, and with a new password', () =>
		inApp(async (app) => {
			const { person, cookie } = await makeDirector(app);
			const others = [
				cookieOf(await signIn(app, director.email, password)),
				cookieOf(await signIn(app, director.email, password))
			];
			const me = await app.people.personOf(new Headers({ cookie }));
			if (me === null) throw new Error('signed out');
			expect(await app.people.sessions(person.id)).toHaveLength(3);
			const one = await app.people.personOf(new Headers({ cookie: others[0] ?? '' }));
			expect(await app.people.end('somebody else', { only: one?.sessionId ?? '' })).toBe(false);
			expect(await app.people.end(person.id, { only: one?.sessionId ?? '' })).toBe(true);
			expect([await whoIs(app, others[0] ?? ''), await whoIs(app, others[1] ?? '')]).toEqual([null, 'สมหญิง']);
			const change = (present: string, next: string) => app.people.changePassword(me, { present, next }, from());
			await expect(change('ไม่ใช่', 'ข้าวเหนียวมะม่วงสุก')).rejects.toThrow('รหัสผ่านปัจจุบันไม่ถูก');
			await expect(change(password, 'password1234')).rejects.toThrow('เดาง่าย');
			await change(password, 'ข้าวเหนียวมะม่วงสุก');
			expect([await whoIs(app, cookie), await whoIs(app, others[1] ?? '')]).toEqual(['สมหญิง', null]);
			await app.people.signOut(new Headers({ cookie }));
			expect(await whoIs(app, cookie)).toBe(null);
		}));
});

test('the journal says who did what to whom, and holds no e-mail, password, token or link', () =>
	inApp(async (app, folder) => {
		const { by, cookie } = await makeDirector(app);
		const { path, person } = await app.people.invite(by, district);
		await app.people.join(tokenOf(path), { name: district.name, password }, from());
		await app.people.change(by, person.id, { ...district, district: '4001' }, null);
		const reset = await app.people.link(by, person.id);
		await app.people.block(by, person.id);
		await app.people.unblock(by, person.id);
		const text = await readFile(join(folder, 'journal.jsonl'), 'utf8');
		const lines = await app.withStore((store) => Promise.resolve(store.lines()));
		const told = lines.flatMap(({ act, what, who }) =>
			act === 'person' ? [`${who} ${what.did} ${what.name} ${what.district ?? ''}`] : []
		);
		expect(told).toEqual([
			'สมหญิง join สมหญิง ',
			'สมหญิง invite สพอ.น้ำพอง 4007',
			'สพอ.น้ำพอง join สพอ.น้ำพอง 4007',
			'สมหญิง change สพอ.น้ำพอง 4001',
			'สมหญิง reset สพอ.น้ำพอง 4001',
			'สมหญิง block สพอ.น้ำพอง 4001',
			'สมหญิง unblock สพอ.น้ำพอง 4001'
		]);
		expect(lines[1]).toMatchObject({ person: { id: by.person?.id, role: 'director' } });
		for (const secret of ['@office.example', password, tokenOf(path), tokenOf(reset.path), cookie.split('=')[1] ?? '-'])
			expect(text).not.toContain(secret);
		expect(await readFile(join(folder, 'people.sqlite'), 'latin1')).not.toContain(tokenOf(reset.path));
	}));

test('people stay where the demo is left behind, and the new journal knows them', () =>
	inApp(async (app) => {
		await app.importArriving([planFile('สาธิต.csv', '4009', '70')], { ...whose, demo: true });
		const { by, person, cookie } = await makeDirector(app);
		await app.people.invite(by, district);
		await app.startClean(by);
		expect(await whoIs(app, cookie)).toBe('สมหญิง');
		const lines = await app.withStore((store) => Promise.resolve(store.lines()));
		expect(lines.flatMap(({ act, what }) => (act === 'person' ? [`${what.did} ${what.name}`] : []))).toEqual([
			'join สมหญิง',
			'invite สพอ.น้ำพอง'
		]);
		expect(person.role).toBe('director');
	}));

test('cookies are for browsers over TLS alone where the server is reached that way', async () => {
	vi.stubEnv('ORIGIN', 'https://kpi.example');
	try {
		await inApp(async (app) => {
			const answer = await app.people.join(tokenOf(await app.people.firstLink()), director, from());
			expect(answer).toMatchObject({ cookies: [{ name: '__Secure-session', secure: true }] });
			expect(await whoIs(app, cookieOf(answer))).toBe('สมหญิง');
		});
	} finally {
		vi.unstubAllEnvs();
	}
});
