// A round looked at as it was: chosen in its head, kept by every link, and left again. No script has a part in it.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findBarriers } from './find-barriers.ts';
import { openWatphon, type Watphon } from './open-watphon.ts';

const round = '/khon-kaen/2565-2';
const then = `${round}@2022-09-12`;
let watphon: Watphon;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
	watphon = await openWatphon('demo');
}, 120_000);
afterAll(() => watphon.close());
afterEach(() => context.close());
beforeEach(async () => {
	context = await watphon.open({ viewport: { width: 1440, height: 900 }, javaScriptEnabled: false });
	page = await context.newPage();
});

const go = (path: string) => page.goto(watphon.url + path);
const path = () => new URL(page.url()).pathname;
const bar = () => page.getByRole('complementary', { name: 'เวลาของข้อมูลที่แสดง' });

test('a day is chosen in the head, every link stays at it, and one button leads back', async () => {
	await go(round);
	expect(await bar().count()).toBe(0);
	await page.getByText('ดูตามข้อมูล ณ วันอื่น').click();
	await page.getByRole('link', { name: '12 ก.ย. 2565 รับ 1 ไฟล์' }).click();
	expect(path()).toBe(then);
	expect(await bar().innerText()).toContain('แสดงตามข้อมูลที่รับถึง 12\u00a0ก.ย.\u00a02565 ไม่ใช่ปัจจุบัน');
	for (const [name, wanted] of [
		['ตารางสี', `${then}/heat`],
		['ค้างส่ง', `${then}/owed`],
		['อำเภอ', `${then}/districts`]
	] as const) {
		await page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click();
		expect(path()).toBe(wanted);
		expect(await bar().isVisible()).toBe(true);
	}
	await page.getByRole('link', { name: 'กลับไปข้อมูลปัจจุบัน' }).click();
	expect(path()).toBe(`${round}/districts`);
	expect(await bar().count()).toBe(0);
});

test('a day and a time of the day can be typed, and what else the address asks for is kept', async () => {
	await go(`${round}?section=individual`);
	await page.getByText('ดูตามข้อมูล ณ วันอื่น').click();
	await page.getByLabel('วันและเวลา').fill('2022-09-09T16:19');
	await page.getByRole('button', { name: 'ดู', exact: true }).click();
	expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
		`${round}@2022-09-09T16:19?section=individual`
	);
	expect(await page.locator('h1').innerText()).toContain('ณ 9 ก.ย. 2565 เวลา 16.19 น.');
});

test('before the first file there is every page, empty, and no way to change anything', async () => {
	for (const sub of ['', '/heat', '/owed', '/districts/4001', '/rulings', '/submissions', '/submissions/audit']) {
		const answer = await go(`${round}@2022-04-12${sub}`);
		expect([sub, answer?.status()]).toEqual([sub, 200]);
		expect(await bar().innerText()).toContain('ขณะนั้นยังไม่ได้รับผลใดของรอบนี้\u00a0ไฟล์แรกรับเมื่อ 25');
		expect(await page.locator('main input[type=file], main button.primary:visible').count()).toBe(0);
	}
});

test('documents and files of the page are of the moment', async () => {
	const memo = await context.request.get(`${watphon.url}${then}/reports/memo.pdf`);
	expect([memo.status(), memo.headers()['content-disposition']]).toEqual([
		200,
		'inline; filename="memo-khon-kaen-2565-2@2022-09-12.pdf"'
	]);
	const asked = await context.request.get(`${watphon.url}/api/khon-kaen/2565-2/rank?as-of=2022-09-12`);
	expect(((await asked.json()) as { round: string }).round).toBe('khon-kaen/2565-2@2022-09-12');
	const wrong = await context.request.get(`${watphon.url}/api/khon-kaen/2565-2/rank?as-of=x`);
	expect(wrong.status()).toBe(400);
});

test('what is no moment is told on a page of ours', async () => {
	const answer = await go(`${round}?as-of=%E0%B9%80%E0%B8%A1`);
	expect(answer?.status()).toBe(400);
	expect(await page.locator('main').innerText()).toContain('ไม่ใช่วันหรือเวลา');
});

test.each([1440, 390])('nothing stands in the way at %i, the menu open and dark as well', async (width) => {
	const own = await watphon.browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
	try {
		for (const address of [`${then}?theme=dark`, `${round}@2022-04-12`, `${then}/submissions/audit`]) {
			await own.goto(watphon.url + address);
			await own.evaluate(() => document.querySelector('.under details')?.setAttribute('open', ''));
			expect(await findBarriers(own)).toEqual([]);
			expect(await own.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		}
	} finally {
		await own.close();
	}
});
