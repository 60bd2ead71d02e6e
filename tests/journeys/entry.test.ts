import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findBarriers } from './find-barriers.ts';
import { context, go, openPages, page, stopScripts, watphon } from './open-page.ts';

const round = '/khon-kaen/2565-2';
const entry = `${round}/entry`;
openPages('results', { viewport: { width: 390, height: 844 } });

const pdf = { name: '../ภาพ รายงาน.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 หลักฐาน') };
const plan = '#value-plan_achievement_pct';
/** A form that is awake and has said so. */
async function open(path: string, on: Page = page): Promise<void> {
	await on.goto(watphon.url + path, { waitUntil: 'networkidle' });
}
const saved = (on: Page = page) => on.locator('form .saved', { hasText: /บันทึกร่างเมื่อ \d\d\.\d\d น\./ }).waitFor();
const outcome = () => page.locator('form .outcome').innerText();

test('a district fills in an indicator on a phone: told of a slip, seen what it comes to, proved, sent, received', async () => {
	await go(entry);
	await page.getByRole('link', { name: 'ภูผาม่าน' }).click();
	await page.getByRole('link', { name: /ร้อยละความสำเร็จของการบรรลุเป้าหมาย/ }).click();
	await page.waitForLoadState('networkidle');
	expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('ข้อ 2 อำเภอภูผาม่าน');

	await page.locator(plan).fill('960');
	await page.getByText('“960” อยู่นอกช่วงที่เป็นไปได้').waitFor();
	expect(await outcome()).toContain('ยังบอกระดับไม่ได้');
	await page.locator(plan).fill('๙๖');
	await page.locator('form .outcome', { hasText: 'ระดับ\u00a05 ตามที่กรอก' }).waitFor();
	await saved();

	await page.reload({ waitUntil: 'networkidle' });
	expect(await page.locator(plan).inputValue()).toBe('๙๖');

	await page.getByRole('checkbox', { name: /^ระดับ\s5/ }).check();
	await page.locator('fieldset:has([name="tick.5"]) summary').click();
	await page.locator('[name="note.5"]').fill('ดูหน้า 2');
	await page.locator('[name="file.5"]').setInputFiles(pdf);
	await page.getByRole('link', { name: 'ภาพ รายงาน.pdf' }).waitFor();
	await saved();

	await page.getByRole('link', { name: 'ตรวจแล้วส่ง' }).click();
	const review = page.locator('main');
	expect(await review.innerText()).toMatch(/96\s+ใหม่/);
	expect(await review.innerText()).toContain('ผลของข้อนี้จาก ยังไม่ส่ง เป็น ระดับ\u00a05');
	expect(await review.innerText()).not.toContain('อันดับ');
	await page.getByRole('checkbox', { name: /ขอรับรอง/ }).check();
	await page.getByRole('button', { name: 'ส่ง 1 ข้อเข้าระบบ' }).click();

	expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^ใบรับเลขที่ 2565-/);
	const receipt = await page.innerText('main');
	expect(receipt).toContain('กรอกบนเว็บ ภูผาม่าน');
	expect(receipt).toContain('ดูหน้า 2');
	const href = await page.getByRole('link', { name: 'ภาพ รายงาน.pdf' }).getAttribute('href');
	const file = await context.request.get(watphon.url + String(href));
	expect(file.headers()).toMatchObject({
		'x-content-type-options': 'nosniff',
		'content-type': 'application/octet-stream'
	});
	expect(file.headers()['content-disposition']).toMatch(/^attachment; /);
	expect(await file.text()).toBe('%PDF-1.7 หลักฐาน');
	expect(
		(await context.request.get(`${watphon.url}${round}/submissions/1/evidence/${String(href).slice(-64)}`)).status()
	).toBe(404);

	await go(`${round}/districts/4020#team-2`);
	expect(await page.locator('#team-2').innerText()).toContain('กรอกบนเว็บ ภูผาม่าน');
	await go(`${entry}/4020`);
	expect(await page.locator('main').innerText()).toContain('ไม่มีร่างที่รอส่ง');
});

test('two people in one field: who saves second is told, and chooses; a field of one alone is put together', async () => {
	const path = `${entry}/4020/team/1`;
	await open(path);
	const other = await context.newPage();
	await open(path, other);
	await page.locator('#value-spent_baht').fill('100');
	await saved();
	await other.locator('#value-po_baht').fill('7');
	await saved(other);
	expect(await other.locator('#value-spent_baht').inputValue()).toBe('100');
	await page.locator('#value-spent_baht').fill('150');
	await page.locator('#value-allocated_baht').fill('900');
	await page.waitForResponse((answer) => answer.url().endsWith('/draft') && answer.status() === 200);
	await other.locator('#value-spent_baht').fill('200');
	await other.getByRole('heading', { name: 'มีคนอื่นแก้ช่องเดียวกัน เลือกว่าจะใช้ของใคร' }).waitFor();
	expect(await other.locator('#value-spent_baht').inputValue()).toBe('200');
	expect(await findBarriers(other)).toEqual([]);
	await other.getByRole('radio', { name: /^150/ }).check();
	await other.getByRole('button', { name: 'บันทึกร่าง' }).click();
	await other.waitForLoadState('networkidle');
	expect(await other.locator('#value-spent_baht').inputValue()).toBe('150');
	expect(await other.locator('#value-allocated_baht').inputValue()).toBe('900');
	expect(await other.locator('#value-po_baht').inputValue()).toBe('7');
});

test('what is typed without a network stays, and is saved when it is back', async () => {
	await open(`${entry}/4020/team/3`);
	await context.setOffline(true);
	await page.locator('fieldset', { hasText: 'ยังไม่ระบุ' }).first().getByRole('radio', { name: 'ใช่' }).check();
	await page.getByText('ไม่มีสัญญาณ สิ่งที่กรอกยังอยู่').waitFor();
	await context.setOffline(false);
	await saved();
	await page.reload({ waitUntil: 'networkidle' });
	expect(
		await page.locator('fieldset', { hasText: 'ยังไม่ระบุ' }).first().getByRole('radio', { name: 'ใช่' }).isChecked()
	).toBe(true);
});

test('a file that is none of those taken is refused in words, and what was typed stays', async () => {
	await open(`${entry}/4020/team/2`);
	await page
		.locator('[name="note.all"]')
		.evaluate((field: HTMLTextAreaElement) => field.closest('details')?.setAttribute('open', ''));
	await page.locator('[name="note.all"]').fill('ตามหนังสือ');
	await page
		.locator('[name="file.all"]')
		.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\u0000') });
	await page.getByText('a.pdf ไม่ใช่ไฟล์ PDF, JPG, PNG, XLSX หรือ DOCX').waitFor();
	expect(await page.locator('[name="note.all"]').inputValue()).toBe('ตามหนังสือ');
	await page
		.locator('[name="file.all"]')
		.setInputFiles({ ...pdf, buffer: Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-') });
	await page.getByText('ใหญ่เกิน 10 เมกะไบต์').waitFor();
});

test('without any script the form says, keeps and sends the same', async () => {
	await stopScripts();
	await go(`${entry}/4020/individual/1`);
	const field = page.locator('main input[type=text]').first();
	const name = String(await field.getAttribute('name'));
	await field.fill('x1');
	await page.getByRole('button', { name: 'บันทึกร่าง' }).click();
	expect(await page.locator('main .fault').first().innerText()).toContain('x1');
	await go(`${entry}/4020/send`);
	expect(await page.getByRole('button', { name: /เข้าระบบ/ }).isDisabled()).toBe(true);
	expect(await page.locator('main').innerText()).toContain('ร่างยังอยู่ครบ');
	await go(`${entry}/4020/individual/1`);
	await page.locator(`[name="${name}"]`).fill('');
	await page.getByRole('button', { name: 'ข้อต่อไป' }).click();
	expect(new URL(page.url()).pathname).toBe(`${entry}/4020/individual/2.2`);
});

test('a page that stood open while the draft moved is told so when it sends', async () => {
	await open(`${entry}/4021/team/2`);
	await page.locator(plan).fill('77');
	await saved();
	await go(`${entry}/4021/send`);
	const other = await context.newPage();
	await open(`${entry}/4021/team/2`, other);
	await other.locator(plan).fill('79');
	await saved(other);
	await page.getByRole('checkbox', { name: /ขอรับรอง/ }).check();
	await page.getByRole('button', { name: /เข้าระบบ/ }).click();
	expect(await page.getByRole('alert').innerText()).toContain('เปลี่ยนไปหลังจากเปิดหน้านี้');
	expect(await page.locator('main').innerText()).toMatch(/→\s+(เป็น\s+)?79/);
});

test('the form takes at most 90 KB of scripts, and no other page of filling in takes any', async () => {
	const scripts: Promise<Buffer>[] = [];
	page.on('response', (answer) => {
		if (answer.request().resourceType() === 'script') scripts.push(answer.body());
	});
	for (const path of [entry, `${entry}/4020`, `${entry}/4020/send`]) await open(path);
	expect(scripts).toEqual([]);
	await open(`${entry}/4020/team/1`);
	const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
	expect(sizes.length).toBeGreaterThan(0);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(90 * 1024);
});

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
	test.each([`${entry}/4020/team/1`, `${entry}/4020/send`, `${entry}/40`])(
		'%s keeps nobody out while it is filled in',
		async (path) => {
			await open(`${path}?theme=${theme}`);
			expect(await findBarriers(page)).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
		}
	);
});
