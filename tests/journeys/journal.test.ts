import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { findBarriers } from './find-barriers.ts';
import { context, go, openPages, page, stopScripts, watphon } from './open-page.ts';
import { kpi } from './sign-in.ts';

const round = '/khon-kaen/2565-2';
openPages();

const heading = () => page.getByRole('heading', { level: 1 }).innerText();

test('from the number on a district’s page to the line that holds it, and on to the receipt', async () => {
	await stopScripts();
	await go(`${round}/districts/4004`);
	const item = page.locator('details.fold').first();
	await item.locator('summary').first().click();
	await item.getByRole('heading', { name: 'ใครเปลี่ยน' }).waitFor();
	await item.getByRole('link', { name: 'บรรทัด 1' }).first().click();
	expect(new URL(page.url()).search).toBe('?line=1');
	expect(await heading()).toBe('พบ 1 จาก 1 บรรทัดของสมุดบันทึก');
	expect(await page.locator('#line-1').innerText()).toMatch(/รับ .*results\.csv/);
	await page.locator('#line-1').getByRole('link', { name: 'ใบรับเลขที่ 2565-0001' }).click();
	expect(await heading()).toBe('ใบรับเลขที่ 2565-0001');
	await page.getByRole('link', { name: 'สมุดบันทึกบรรทัดที่ 1' }).click();
	expect(new URL(page.url()).pathname).toBe(`${round}/journal`);
});

test('every version of a value says who took it', async () => {
	await go(`${round}/submissions/history?district=4004&section=team&indicator=2`);
	expect(await page.locator('tbody tr').first().innerText()).toContain('รับโดย');
	expect(await findBarriers(page)).toEqual([]);
	await page.getByRole('link', { name: 'สมุดบันทึกของข้อนี้' }).click();
	expect(new URL(page.url()).search).toBe('?district=4004&indicator=team%2F2');
	expect(await page.locator('ol > li').count()).toBe(1);
});

test('the filter stands in the address, and is taken off again', async () => {
	await stopScripts();
	await go(`${round}/journal`);
	await page.getByLabel('อำเภอ').selectOption('4020');
	await page.getByRole('button', { name: 'กรอง' }).click();
	expect(new URL(page.url()).searchParams.get('district')).toBe('4020');
	expect(await heading()).toBe('พบ 0 จาก 1 บรรทัดของสมุดบันทึก');
	await page.getByRole('link', { name: 'ล้างตัวกรองเพื่อดูทั้ง 1 บรรทัด' }).click();
	expect(await page.locator('ol > li').count()).toBe(1);
});

test('the lines are a file, byte for byte with the head on the page, and a table', async () => {
	await go(`${round}/journal`);
	const [written = ''] = (await page.locator('code').allInnerTexts()).map((text) => text.trim());
	const [, hash = ''] = written.split(':');
	const fetched = async (path: string) => await context.request.get(watphon.url + path);
	const lines = await fetched(`${round}/journal/journal.jsonl`);
	expect(lines.headers()['content-disposition']).toContain('journal.jsonl');
	const all = await (await fetched('/journal/journal.jsonl?scope=all')).text();
	expect(all.startsWith(await lines.text())).toBe(true);
	expect(all.endsWith(`"hash":"${hash}"}\n`)).toBe(true);
	const table = await fetched(`${round}/journal/journal.csv`);
	expect((await table.text()).split('\r\n')[1]).toContain('2565-0001');
});

test.each([390, 768, 1440])('the journals keep nobody out at %i px, and never scroll sideways', async (width) => {
	for (const path of [`${round}/journal`, '/journal?scope=all', `${round}@2022-01-01/journal`]) {
		for (const theme of ['light', 'dark']) {
			await page.setViewportSize({ width, height: 900 });
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await go(`${path}${path.includes('?') ? '&' : '?'}theme=${theme}`);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
			expect([path, await findBarriers(page)]).toEqual([path, []]);
		}
	}
});

test('whoever looks after the program is told what is due, proves the store, and sees the backup made', async () => {
	await stopScripts();
	await go('/admin');
	expect(await page.getByRole('list', { name: 'เรื่องที่ต้องจัดการ' }).innerText()).toMatch(
		/^ยังไม่เคยสำรองข้อมูล\s+วิธีสำรอง\s+ยังไม่เคยตรวจว่าที่เก็บข้อมูลครบและไม่ถูกแก้\s+ดูการตรวจ$/
	);
	await page.getByRole('button', { name: 'ตรวจเดี๋ยวนี้' }).click();
	const told = page.getByRole('heading', { name: 'ตรวจแล้วครบถ้วน เมื่อครู่นี้' });
	// on a slow machine the page comes back before the proof is over, and says so
	for (let tries = 0; tries < 20 && !(await told.isVisible()); tries++)
		await page.getByRole('link', { name: 'ดูว่าเสร็จหรือยัง' }).click();
	expect(await told.isVisible()).toBe(true);
	const words = [...kpi, 'backup', join(watphon.folder, 'usb')];
	execFileSync(process.execPath, words, { env: watphon.environment, stdio: 'ignore' });
	await go('/admin');
	expect(await page.locator('main').innerText()).toContain('ไม่มีเรื่องต้องจัดการ สำรองและตรวจที่เก็บตามกำหนดแล้ว');
	expect(await page.getByRole('heading', { name: 'สำรองล่าสุดเมื่อครู่นี้' }).isVisible()).toBe(true);
	await page.getByRole('link', { name: 'เปิดสมุดบันทึกและวิธีใช้หัวสมุด' }).click();
	expect(await page.locator('ol > li').first().innerText()).toContain('สำรองข้อมูลเป็น watphon-');
});
