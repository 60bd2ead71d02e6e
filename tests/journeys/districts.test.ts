// A district: where it stands, what the next level takes, and what would be if.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWatphon, type Watphon } from './open-watphon.ts';
import { incomplete, silent } from './results.ts';

const round = '/khon-kaen/2565-2';
/** the field, not what other forms of the page carry along */
const growth = 'input:not([type=hidden])[name="team.5.otop_online_growth_pct"]';
let watphon: Watphon;

beforeAll(async () => {
	watphon = await openWatphon();
}, 120_000);
afterAll(() => watphon.close());

async function onPage(path: string, walk: (page: Page) => Promise<void>, script = true): Promise<void> {
	const context = await watphon.open({
		viewport: { width: 1440, height: 900 },
		javaScriptEnabled: script
	});
	try {
		const page = await context.newPage();
		await page.goto(watphon.url + path);
		await walk(page);
	} finally {
		await context.close();
	}
}

test('the next level of each indicator leads to its reason, and to trying it', () =>
	onPage(`${round}/districts/${incomplete}`, async (page) => {
		const next = page.locator('section[aria-labelledby=team-next]');
		expect(await next.innerText()).toContain('ยังไม่ส่ง');
		await next.getByRole('link', { name: '5', exact: true }).click();
		await page.locator('#team-5').waitFor({ state: 'visible' });
		await page.locator('#team-5').getByRole('link', { name: 'ลองเปลี่ยนค่าข้อนี้' }).click();
		await page.locator(growth).waitFor({ state: 'visible' });
	}));

test('places are walked from district to district, and the sheet is a PDF', () =>
	onPage(`${round}/districts/${incomplete}`, async (page) => {
		const sheet = await page.getByRole('link', { name: 'พิมพ์ใบแจ้งผล' }).getAttribute('href');
		expect(sheet).toBe(`${round}/reports/districts/${incomplete}.pdf`);
		const before = await page.locator('a[rel=prev]').getAttribute('href');
		await page.locator('a[rel=prev]').click();
		expect(new URL(page.url()).pathname).toBe(before);
		expect(await page.locator('a[rel=next]').getAttribute('href')).toBe(`${round}/districts/${incomplete}`);
	}));

test('what is typed is answered at once, stays typed, and stands in the address alone', () =>
	onPage(`${round}/districts/${incomplete}/try#team-5`, async (page) => {
		const address = new URL(page.url()).pathname;
		await page.waitForLoadState('networkidle');
		await page.locator(growth).pressSequentially('15.5', { delay: 40 });
		await page.waitForURL(/otop_online_growth_pct=15\.5$/);
		await page.waitForFunction(() => document.querySelector('#tried')?.textContent?.includes('รายทีม'));
		expect(await page.locator(growth).inputValue()).toBe('15.5');
		expect(await page.locator(growth).evaluate((one) => one === document.activeElement)).toBe(true);
		const said = await page.innerText('#tried');
		await page.goto(page.url());
		expect(await page.innerText('#tried')).toBe(said);
		await page.goto(watphon.url + address);
		expect(await page.innerText('#tried')).toBe('ยังไม่ได้เปลี่ยนค่าใด');
	}));

test('without script the form is sent, and only what differs stays in the address', () =>
	onPage(
		`${round}/districts/${incomplete}/try#team-5`,
		async (page) => {
			await page.fill(growth, '๑๕');
			await page.getByRole('button', { name: 'ดูผลที่ลอง' }).click();
			expect([...new URL(page.url()).searchParams]).toEqual([['team.5.otop_online_growth_pct', '๑๕']]);
			expect(await page.innerText('#tried')).toContain('รายทีม');
			expect(await page.locator(growth).inputValue()).toBe('๑๕');
		},
		false
	));

test('a value that cannot be read is told at its field', () =>
	onPage(`${round}/districts/${incomplete}/try?team.5.otop_online_growth_pct=มาก`, async (page) => {
		expect(await page.locator(growth).getAttribute('aria-invalid')).toBe('true');
		expect(await page.locator('.field:has([aria-invalid=true])').innerText()).toContain('“มาก” ไม่ใช่ตัวเลข');
	}));

test('a district that sent nothing is told what to send, and is given no zero', () =>
	onPage(`${round}/districts/${silent}`, async (page) => {
		const words = await page.innerText('main');
		expect(words).toContain('ยังไม่ส่งผลของ');
		expect(words).toContain('ยังไม่มี');
		expect(await page.locator('section[aria-labelledby=team-next] tbody tr').count()).toBe(6);
	}));
