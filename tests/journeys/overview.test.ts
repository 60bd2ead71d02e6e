// The round at a glance, as somebody uses it with the keyboard, with links and with forms, and without any script.
import { expect, test } from 'vitest';
import { go, goOver, openPages, page, watphon } from './open-page.ts';

const round = '/khon-kaen/2565-2';
openPages();

const names = () => page.locator('table[aria-labelledby=ranking] tbody th').allInnerTexts();
const asked = () => new URL(page.url()).searchParams;

test('at most five sentences say what matters, each with a link to its proof', async () => {
	await go(round);
	const sentences = page.locator('section[aria-labelledby=matters] li');
	const count = await sentences.count();
	expect(count).toBeGreaterThan(0);
	expect(count).toBeLessThanOrEqual(5);
	expect(await sentences.locator('a').count()).toBe(count);
	expect(await sentences.first().innerText()).toContain('เมืองขอนแก่น');
});

test('the heading of a column sorts by it, and the other way when pressed again', async () => {
	await go(round);
	const byPlace = await names();
	await page.getByRole('link', { name: 'อำเภอ', exact: true }).last().click();
	expect(asked().get('sort')).toBe('name');
	const byName = await names();
	expect(byName).not.toEqual(byPlace);
	expect(await page.locator('th[aria-sort=ascending]').innerText()).toContain('อำเภอ');
	await page.locator('th[aria-sort] a').click();
	expect(asked().get('sort')).toBe('-name');
	expect(await names()).toEqual(byName.toReversed());
});

test('the ranking is filtered by name, says so, and is whole again with one press', async () => {
	await go(`${round}?section=individual`);
	await page.getByText('กรอง เรียง เลือกคอลัมน์').click();
	await page.getByLabel('ชื่ออำเภอมีคำว่า').fill('หนอง');
	await page.getByRole('button', { name: 'แสดง', exact: true }).click();
	expect(asked().get('section')).toBe('individual');
	expect((await names()).every((name) => name.includes('หนอง'))).toBe(true);
	await page.getByRole('link', { name: 'ล้างตัวกรองเพื่อดูทั้ง 26 อำเภอ' }).click();
	expect((await names()).length).toBe(26);
	expect(asked().get('section')).toBe('individual');
});

test('a filter that nothing meets says what to do', async () => {
	await go(`${round}?find=ไม่มีชื่อนี้`);
	expect(await page.innerText('main')).toContain('ไม่พบอำเภอที่ตรงกับตัวกรอง');
});

test('columns chosen are kept on every page of the ranking', async () => {
	await go(round);
	const heading = page.locator('thead').getByText('อันดับเป็นไปได้').first();
	expect(await heading.isVisible()).toBe(true);
	await page.getByText('กรอง เรียง เลือกคอลัมน์').click();
	await page.getByRole('checkbox', { name: 'อันดับเป็นไปได้' }).uncheck();
	await page.getByRole('button', { name: 'จำคอลัมน์ที่เลือก' }).click();
	expect(new URL(page.url()).pathname).toBe(round);
	expect(await heading.count()).toBe(0);
	await go(`${round}?section=competency`);
	expect(await heading.count()).toBe(0);
});

test('every district has a tile that says its result aloud and leads to it', async () => {
	await go(round);
	const tiles = page.locator('section[aria-labelledby=tiles] li a');
	expect(await tiles.count()).toBe(26);
	expect(await tiles.filter({ hasText: 'ภูผาม่าน' }).textContent()).toContain('ยังไม่มีผล');
	await tiles.filter({ hasText: 'ชุมแพ' }).click();
	expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('อำเภอชุมแพ');
});

test.each([
	'tiles-team.csv',
	'tiles-team.xlsx',
	'tiles-team.png',
	'tiles-team.svg',
	'grades-competency.csv',
	'ranking-team.png'
])('%s can be taken away', async (file) => {
	const answer = await page.request.get(`${watphon.url}${round}/charts/${file}`);
	expect(answer.status()).toBe(200);
	expect((await answer.body()).length).toBeGreaterThan(100);
});

test('on a phone the bar keeps four pages and opens the others, and what matters stands before the ranking', async () => {
	await page.setViewportSize({ width: 390, height: 844 });
	await go(round);
	const bar = page.getByRole('navigation', { name: 'หน้าหลักของรอบ' });
	expect(await bar.getByRole('link').allInnerTexts()).toEqual(['ภาพรวม', 'อำเภอ', 'ตัวชี้วัด', 'ค้างส่ง']);
	await bar.getByText('อื่น ๆ').focus();
	await page.keyboard.press('Enter');
	expect((await bar.getByRole('link').allInnerTexts()).slice(4)).toContain('ข้อตกลง');
	const top = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? 0;
	expect(await top('#matters')).toBeLessThan(await top('#ranking'));
});

test('a round without results says where to begin', async () => {
	await goOver('chaiyaphum');
	await go('/chaiyaphum/2562-1');
	expect(await page.innerText('main')).toContain('ยังไม่มีผลของรอบนี้ เริ่มจากนำเข้าไฟล์ของอำเภอ');
	expect(await page.locator('#matters').count()).toBe(0);
});

test.each([
	['districts', 26],
	['indicators', 21]
])('the list of %s leads to each of %d', async (list, count) => {
	await go(`${round}/${list}`);
	const links = page.locator(`main a[href^="${round}/${list}/"]`);
	expect(await links.count()).toBe(count);
});
