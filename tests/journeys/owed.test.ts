import { expect, test } from 'vitest';
import { context, go, openPages, page, stopScripts, watphon } from './open-page.ts';

const owed = '/khon-kaen/2565-2/owed';
openPages();

const text = () => page.locator('[data-copied]').inputValue();

test('who owes what is found by district, and the filter stands in the address', async () => {
	await go(owed);
	await page.getByRole('link', { name: 'ตามอำเภอ', exact: true }).click();
	expect(new URL(page.url()).search).toBe('?by=district');
	const silent = page.locator('tbody tr').filter({ hasText: 'ภูผาม่าน' });
	expect(await silent.innerText()).toContain('ยังไม่ส่งเลย');
	await go(`${owed}?district=4004`);
	expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^ค้าง \d+ จาก \d+ รายการ$/);
	expect(await text()).toContain('หนองเรือ');
	expect(await text()).not.toContain('ภูผาม่าน');
});

test('the list is copied for a chat by a press', async () => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: watphon.url });
	await go(owed);
	await page.getByRole('button', { name: 'คัดลอกส่ง LINE' }).click();
	await page.getByText('คัดลอกแล้ว').waitFor();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied.trimEnd().replaceAll('\r', '')).toBe((await text()).trimEnd());
});

test('the text is a file too, the same as on the page', async () => {
	await go(`${owed}?by=district`);
	const file = await context.request.get(`${watphon.url}${owed}/line.txt?by=district`);
	expect(file.headers()['content-type']).toBe('text/plain; charset=utf-8');
	expect(await file.text()).toBe(await text());
});

test('without a script the text can be taken by hand, and no button promises more', async () => {
	await stopScripts();
	await go(owed);
	expect(await text()).toContain('รายการค้าง');
	expect(await page.getByRole('button', { name: 'คัดลอกส่ง LINE' }).isVisible()).toBe(false);
});
