import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/lib/server/app.ts';
import { peopleFile } from '../../src/lib/server/people/people-file.ts';
import { accessToken, openFakeIssuer, type Claims, type FakeIssuer } from './fake-issuer.ts';
import { bring, cookieOf, district, from, makeDirector, tokenOf, whoIs } from './with-people.ts';
import { withApp, withFolder } from './with-store.ts';

let issuer: FakeIssuer;
beforeAll(async () => {
	issuer = await openFakeIssuer('watphon');
});
afterAll(() => issuer.close());

const settings = () => `issuer: ${issuer.address}\nclient_id: watphon\nclient_secret: a-secret\nname: บัญชีกรม\n`;

const inApp = (text: string, use: (app: App) => Promise<void>) =>
	withFolder(async (folder) => {
		await writeFile(join(folder, 'oidc.yaml'), text);
		await withApp(folder, use);
	});

/** A browser goes there, agrees, and comes back: where it ends, and what it holds then. */
async function goThere(app: App, claims: Claims, cookie = '') {
	const { address, cookies } = await app.people.issuer.start('/khon-kaen/2565-2', from());
	const state = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
	const back = issuer.agree(address, claims);
	const response = await app.people.issuer.finish(back, from('10.0.0.1', [state, cookie].filter(Boolean).join('; ')));
	const where = new URL(response.headers.get('location') ?? '', back);
	const held = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
	const error = where.searchParams.get('error');
	return {
		path: where.pathname,
		said: error === null ? null : app.people.issuer.sayError(error),
		cookie: held.join('; '),
		back
	};
}

const verified = { sub: '77', email: district.email, email_verified: true };
const notInvited = 'อีเมลที่ บัญชีกรม บอกมายังไม่ได้รับเชิญ ขอคำเชิญจากผู้ดูแลผู้ใช้ของจังหวัดก่อน';
const failed = 'เข้าสู่ระบบผ่าน บัญชีกรม ไม่สำเร็จ ลองอีกครั้ง หรือใช้รหัสผ่าน';

describe('by way of another office', () => {
	test('nothing is asked of it before somebody goes there', () =>
		inApp(settings(), async (app) => {
			const before = issuer.asked.length;
			await makeDirector(app);
			expect([app.people.issuer.name(), issuer.asked.length]).toEqual(['บัญชีกรม', before]);
		}));

	test('who was invited comes in, has taken up the invitation, and can be blocked', () =>
		inApp(settings(), async (app) => {
			const { by } = await makeDirector(app);
			const { path, person } = await app.people.invite(by, district);
			const first = await goThere(app, verified);
			expect([first.path, first.said, await whoIs(app, first.cookie)]).toEqual([
				'/khon-kaen/2565-2',
				null,
				district.name
			]);
			expect(await app.people.find(by, district.email)).toMatchObject({ state: 'active', link: null });
			const store = await app.withStore(({ directory }) => Promise.resolve(directory));
			const file = await readFile(peopleFile(store), 'latin1');
			// neither its key to what it has, nor its word for who somebody is, which begins like any of its kind
			expect([file.includes('77'), file.includes(accessToken), file.includes('eyJ')]).toEqual([true, false, false]);
			expect(await app.people.look(tokenOf(path))).toBe(null);
			const again = await goThere(app, verified, first.cookie);
			expect([await whoIs(app, first.cookie), await whoIs(app, again.cookie)]).toEqual([null, district.name]);
			await app.people.block(by, person.id);
			expect(await whoIs(app, again.cookie)).toBe(null);
			expect(await goThere(app, verified)).toMatchObject({ path: '/sign-in', said: 'บัญชีนี้ถูกระงับ ติดต่อผู้ดูแลผู้ใช้ของจังหวัด' });
			const lines = await app.withStore((store) => Promise.resolve(store.lines()));
			expect(lines.flatMap(({ act, what }) => (act === 'person' ? [what.did] : []))).toEqual([
				'join',
				'invite',
				'join',
				'block'
			]);
		}));

	test('who has a password comes in both ways', () =>
		inApp(settings(), async (app) => {
			const { by } = await makeDirector(app);
			const cookie = await bring(app, by, district);
			const there = await goThere(app, verified);
			expect([await whoIs(app, cookie), await whoIs(app, there.cookie)]).toEqual([district.name, district.name]);
		}));

	test.each([
		['nobody invited', { ...verified, email: 'stranger@office.example' }, notInvited],
		['whose e-mail it does not vouch for', { ...verified, email_verified: false }, notInvited],
		['with a token of another’s making', { ...verified, forged: true }, failed],
		['with a token made for another sign-in', { ...verified, nonce: 'another' }, failed]
	])('%s stays out', (_who, claims, said) =>
		inApp(settings(), async (app) => {
			const { by } = await makeDirector(app);
			await app.people.invite(by, district);
			const there = await goThere(app, claims);
			expect(there).toMatchObject({ path: '/sign-in', said });
			expect(await whoIs(app, there.cookie)).toBe(null);
			expect(await app.people.list(by)).toHaveLength(2);
		})
	);

	test('an answer opens only the browser that asked, and once', () =>
		inApp(settings(), async (app) => {
			const { by } = await makeDirector(app);
			await app.people.invite(by, district);
			const { back } = await goThere(app, verified);
			const replayed = await app.people.issuer.finish(back, from());
			expect(replayed.headers.get('location')).toContain('error=');
			expect(replayed.headers.getSetCookie().some((one) => /^session=[^;]+\./.test(one))).toBe(false);
		}));

	test('whose e-mails are trusted needs not say that it looked at them', () =>
		inApp(`${settings()}trust_email: true\n`, async (app) => {
			const { by } = await makeDirector(app);
			await app.people.invite(by, district);
			const { sub, email } = verified;
			expect(await whoIs(app, (await goThere(app, { sub, email })).cookie)).toBe(district.name);
		}));

	test('that does not answer is said to be away, and asked again the next time', () =>
		inApp(settings().replace(/issuer: .*/, 'issuer: http://127.0.0.1:9'), async (app) => {
			await makeDirector(app);
			for (let time = 0; time < 2; time++)
				await expect(app.people.issuer.start('/', from())).rejects.toThrow(
					'ติดต่อ บัญชีกรม ไม่ได้ ตรวจเครือข่าย หรือเข้าสู่ระบบด้วยรหัสผ่าน'
				);
		}));

	test.each([
		['issuer: http://elsewhere.example\nclient_id: a\nclient_secret: b\nname: c\n', 'issuer ต้องขึ้นต้นด้วย https'],
		['issuer: https://x.example\n', 'ต้องมี issuer, client_id, client_secret และ name'],
		['- [', 'ต้องมี issuer, client_id, client_secret และ name']
	])('set up as %j is not offered, and refused with a sentence', (text, said) =>
		inApp(text, async (app) => {
			const { cookie } = await makeDirector(app);
			expect(app.people.issuer.name()).toBe(null);
			await expect(app.people.issuer.start('/', from())).rejects.toThrow(said);
			expect(await whoIs(app, cookie)).toBe('สมหญิง');
			expect(
				cookieOf(await app.people.signIn({ email: 'somying@office.example', password: 'ม้าเหล็กลายดอกไม้' }, from()))
			).not.toBe('');
		})
	);
});
