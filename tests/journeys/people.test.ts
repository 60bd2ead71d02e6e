// From the demo to an office at work: the first director comes in by the link, invites a district, and lets it go again.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriers } from './find-barriers.ts';
import { openWatphon, type Watphon } from './open-watphon.ts';

const round = '/khon-kaen/2565-2';
const password = 'ม้าเหล็กลายดอกไม้';
const other = 'ข้าวเหนียวมะม่วงสุก';
let watphon: Watphon;
let office: BrowserContext;
let desk: Page;
let phone: Page;
/** what the director is given for the district */
let link = '';

beforeAll(async () => {
	watphon = await openWatphon('demo');
	office = await watphon.browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
	desk = await office.newPage();
	const hand = await watphon.browser.newContext({ viewport: { width: 390, height: 800 }, reducedMotion: 'reduce' });
	phone = await hand.newPage();
}, 120_000);
afterAll(() => watphon.close());

const path = (page: Page) => new URL(page.url()).pathname;
const go = (page: Page, to: string) => page.goto(watphon.url + to);
/** Every button here sends a form, whose answer is a page. */
async function press(page: Page, words: string): Promise<void> {
	const answered = page.waitForEvent('load');
	await page.getByRole('button', { name: words, exact: true }).click();
	await answered;
}

async function open(page: Page, words: string): Promise<void> {
	const there = page.waitForEvent('load');
	await page.getByRole('link', { name: words }).click();
	await there;
}

async function mustLetEverybodyIn(page: Page): Promise<void> {
	const size = page.viewportSize() ?? { width: 1440, height: 900 };
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		expect(await findBarriers(page)).toEqual([]);
	}
	await page.emulateMedia({ colorScheme: 'light' });
	const widths = [1440, 768, 390];
	const wide: number[] = [];
	for (const width of widths) {
		await page.setViewportSize({ width, height: 900 });
		wide.push(await page.evaluate(() => document.documentElement.scrollWidth));
	}
	expect(wide).toEqual(widths);
	expect(await findBarriers(page)).toEqual([]);
	await page.setViewportSize(size);
}

async function signIn(page: Page, email: string, given: string): Promise<void> {
	await page.getByLabel('อีเมล', { exact: true }).fill(email);
	await page.getByLabel('รหัสผ่าน', { exact: true }).fill(given);
	await press(page, 'เข้าสู่ระบบ');
}

test('who leaves the demo becomes the first director, and everybody else is asked to sign in', async () => {
	await go(desk, '/start');
	await press(desk, 'ย้ายข้อมูลสาธิตออก แล้วเริ่มจากว่าง');
	expect(path(desk)).toMatch(/^\/join\/[\w-]{43}$/);
	await mustLetEverybodyIn(desk);
	await go(phone, round);
	expect(path(phone)).toBe('/sign-in');
	await mustLetEverybodyIn(phone);

	await desk.getByLabel('อีเมล').fill('somying@office.example');
	await desk.getByLabel('ชื่อที่ใช้ในสำนักงาน').fill('สมหญิง ใจดี');
	await desk.getByLabel('จังหวัด').selectOption({ label: 'ขอนแก่น' });
	await desk.getByLabel('ตั้งรหัสผ่าน').fill('password1234');
	await desk.getByLabel('รหัสผ่านอีกครั้ง').fill('password1234');
	await press(desk, 'เริ่มใช้งาน');
	expect(await desk.getByText('รหัสผ่านนี้เดาง่าย').isVisible()).toBe(true);
	expect(await desk.getByLabel('ชื่อที่ใช้ในสำนักงาน').inputValue()).toBe('สมหญิง ใจดี');
	await desk.getByLabel('ตั้งรหัสผ่าน').fill(password);
	await desk.getByLabel('รหัสผ่านอีกครั้ง').fill(password);
	await press(desk, 'เริ่มใช้งาน');
	await go(desk, round);
	expect(path(desk)).toBe(round);
	await desk.getByLabel('บัญชีของ สมหญิง ใจดี').click();
	expect(await desk.getByRole('link', { name: 'ผู้ใช้' }).isVisible()).toBe(true);
	const [cookie] = await office.cookies();
	expect(cookie).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Lax', path: '/', secure: false });
});

test('the director invites a district, whose link works once, on a phone', async () => {
	await go(desk, '/people');
	await mustLetEverybodyIn(desk);
	await desk.getByLabel('ชื่อที่ใช้เรียก').fill('สพอ.น้ำพอง');
	await desk.getByLabel('อีเมล').fill('namphong@office.example');
	await desk.getByRole('radio', { name: /^อำเภอ/ }).check();
	await press(desk, 'เชิญและสร้างลิงก์');
	expect(await desk.locator('p.wrong', { hasText: 'เลือกอำเภอ' }).isVisible()).toBe(true);
	expect(await desk.getByLabel('อีเมล').inputValue()).toBe('namphong@office.example');
	await desk.getByRole('combobox').selectOption('4007');
	await press(desk, 'เชิญและสร้างลิงก์');
	link = await desk.getByLabel('ลิงก์ของ สพอ.น้ำพอง').inputValue();
	await mustLetEverybodyIn(desk);

	await phone.goto(link);
	await mustLetEverybodyIn(phone);
	await phone.getByLabel('ตั้งรหัสผ่าน').fill(other);
	await phone.getByLabel('รหัสผ่านอีกครั้ง').fill(other);
	await press(phone, 'เริ่มใช้งาน');
	expect(path(phone)).not.toContain('/join/');
	expect((await phone.goto(link))?.status()).toBe(200);
	expect(await phone.getByRole('heading', { level: 1 }).textContent()).toBe('ลิงก์นี้ใช้ไม่ได้แล้ว');
	expect((await go(phone, '/people'))?.status()).toBe(403);
});

test('the district signs out and in again, back to where it stood, after a wrong password is told', async () => {
	await go(phone, '/account');
	await mustLetEverybodyIn(phone);
	await press(phone, 'ออกจากระบบ');
	expect(path(phone)).toBe('/sign-in');
	await go(phone, '/account');
	expect(new URL(phone.url()).search).toBe('?back=%2Faccount');
	await signIn(phone, 'namphong@office.example', 'ไม่ใช่รหัสนี้แน่นอน');
	expect(await phone.getByRole('alert').textContent()).toContain('อีเมลหรือรหัสผ่านไม่ถูก');
	expect(await phone.getByLabel('อีเมล').inputValue()).toBe('namphong@office.example');
	await signIn(phone, 'namphong@office.example', other);
	expect(path(phone)).toBe('/account');
	expect(await phone.getByRole('heading', { level: 1 }).textContent()).toBe('สพอ.น้ำพอง');
});

test('a way back leads to this server alone', async () => {
	for (const back of ['//elsewhere.example/x', '/\\elsewhere.example', 'https://elsewhere.example/', '/sign-out']) {
		const answer = await fetch(`${watphon.url}/sign-in`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: watphon.url, accept: 'text/html' },
			body: new URLSearchParams({ email: 'namphong@office.example', password: other, back })
		});
		expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
	}
	const foreign = await fetch(`${watphon.url}/sign-in`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: 'https://elsewhere.example' },
		body: new URLSearchParams({ email: 'namphong@office.example', password: other })
	});
	expect(foreign.status).toBe(403);
	// better-auth's own endpoints are not there
	for (const inner of ['/sign-in/email', '/sign-in/get-session', '/api/auth/sign-in/email', '/sign-in/list-sessions']) {
		const answer = await fetch(watphon.url + inner, { method: 'POST', headers: { origin: watphon.url } });
		expect([403, 404]).toContain(answer.status);
	}
});

test('what is guessed wrongly again and again has to wait, and says how long', async () => {
	const guess = async () =>
		await fetch(`${watphon.url}/sign-in`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: watphon.url, accept: 'text/html' },
			body: new URLSearchParams({ email: 'nobody@office.example', password: 'x' })
		});
	const answers = [];
	for (let time = 0; time < 6; time++) answers.push(await guess());
	expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
	expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
	expect(await answers.at(-1)?.text()).toContain('แล้วลองใหม่');
});

test('the director ends sessions, changes a role, and blocks the district, which is out at once', async () => {
	await go(desk, '/people');
	await open(desk, 'จัดการ สพอ.น้ำพอง');
	await mustLetEverybodyIn(desk);
	await desk.getByRole('radio', { name: /^ผู้ดูผล/ }).check();
	await press(desk, 'บันทึกบทบาท');
	expect(await desk.getByRole('status').textContent()).toContain('บันทึกบทบาทแล้ว');
	await go(phone, '/account');
	expect(await phone.locator('main').getByText('ผู้ดูผล · จังหวัดขอนแก่น').isVisible()).toBe(true);
	await press(desk, 'ระงับบัญชี');
	expect(await desk.getByRole('status').textContent()).toContain('ระงับแล้ว');
	await go(phone, '/account');
	expect(path(phone)).toBe('/sign-in');
	await signIn(phone, 'namphong@office.example', other);
	expect(await phone.getByRole('alert').textContent()).toContain('บัญชีนี้ถูกระงับ');

	await open(desk, 'จัดการ สมหญิง ใจดี');
	await press(desk, 'ระงับบัญชี');
	expect(await desk.getByRole('alert').textContent()).toContain('ผู้อำนวยการคนสุดท้าย');
});

test('one’s own account shows every machine, ends the others, and changes the password', async () => {
	const elsewhere = await (await watphon.browser.newContext()).newPage();
	await go(elsewhere, '/sign-in?back=/account');
	await signIn(elsewhere, 'somying@office.example', password);
	await go(desk, '/account');
	expect(await desk.getByRole('heading', { level: 2 }).first().textContent()).toBe('เข้าสู่ระบบอยู่ที่ 2 เครื่อง');
	await mustLetEverybodyIn(desk);
	await press(desk, 'ให้เครื่องอื่นออกจากระบบ');
	await go(elsewhere, '/account');
	expect(path(elsewhere)).toBe('/sign-in');
	await desk.getByLabel('รหัสผ่านปัจจุบัน').fill(password);
	await desk.getByLabel('รหัสผ่านใหม่', { exact: true }).fill(other);
	await desk.getByLabel('รหัสผ่านใหม่อีกครั้ง').fill(other);
	await press(desk, 'เปลี่ยนรหัสผ่าน');
	expect(await desk.getByRole('status').textContent()).toContain('เปลี่ยนรหัสผ่านแล้ว');
	await signIn(elsewhere, 'somying@office.example', other);
	expect(path(elsewhere)).toBe('/account');
});
