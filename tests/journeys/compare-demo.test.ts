// Rounds compared on the demo, which has three.
import { expect, test } from 'vitest';
import { findBarriers } from './find-barriers.ts';
import { context, go, openPages, page, watphon } from './open-page.ts';

const compare = '/khon-kaen/compare';
openPages('demo', { reducedMotion: 'reduce' });

const rows = () => page.locator('table[aria-labelledby=districts] tbody tr');

test('what moved since the round before is said first, drawn, and stands in a table', async () => {
	await go(compare);
	expect(await page.locator('h1').innerText()).toBe('เทียบรอบ 1/2565 กับ 2/2565');
	const titles = await page.locator('h2').allInnerTexts();
	expect(titles[0]).toMatch(/ขึ้น \d+ อันดับ .+ลง \d+ อันดับ/);
	expect(titles[1]).toMatch(/^ค่าเฉลี่ย(?:เพิ่ม|ลด) [\d.]+ ส่วนหนึ่งเพราะ/);
	expect(await rows().count()).toBe(26);
});

test('a third round is added by a menu, and the change is told of the step chosen', async () => {
	await go(compare);
	await page.locator('summary', { hasText: 'เพิ่มรอบ' }).click();
	await page.getByRole('link', { name: 'รอบที่ 2/2564' }).last().click();
	await page.waitForURL(/rounds=2565-1,2565-2,2564-2|2564-2/);
	expect(await page.locator('h1').innerText()).toBe('เทียบรอบ 2/2564, 1/2565 กับ 2/2565');
	await page.getByRole('link', { name: '2/2564 → 1/2565' }).click();
	await page.waitForURL(/step=1/);
	expect(await page.locator('#districts').innerText()).toBe('อำเภอละแถว: จาก 2/2564 ถึง 1/2565');
});

test('a district opens the bridge of its own change, which closes again', async () => {
	await go(compare);
	await page.locator('table[aria-labelledby=districts] a', { hasText: 'หนองเรือ' }).click();
	await page.waitForSelector('#district');
	expect(page.url()).toContain('district=4004');
	expect(await page.locator('#district h2').innerText()).toMatch(/^ร้อยละของหนองเรือ/);
	await page.getByRole('link', { name: 'ปิดสะพานของหนองเรือ' }).click();
	await page.waitForSelector('#district', { state: 'detached' });
});

test('lines are lit as the reader chooses', async () => {
	await go(compare);
	await page.locator('summary', { hasText: 'เลือกอำเภอที่เน้น' }).click();
	await page.locator('details li a', { hasText: 'น้ำพอง' }).click();
	await page.waitForURL(/lit=4007/);
	expect(await page.locator('details li a.on').innerText()).toContain('น้ำพอง');
});

test('a line says on being pointed at where its district stood', async () => {
	await go(compare);
	const chart = page.locator('.wide .box.awake').first();
	await chart.waitFor();
	const box = await chart.boundingBox();
	if (box === null) throw new Error('no chart');
	await page.mouse.move(box.x + box.width - 80, box.y + box.height / 2);
	await page.waitForFunction(() =>
		[...document.querySelectorAll('.living div')].some(({ textContent: said }) => /อันดับ \d+/.test(said))
	);
	expect(await page.locator('.wide .living').first().innerText()).toMatch(/ร้อยละ/);
});

test.each([1440, 768, 390])('at %i px it keeps nobody out and never scrolls sideways', async (width) => {
	await page.setViewportSize({ width, height: 900 });
	for (const theme of ['light', 'dark']) {
		await go(`${compare}?rounds=2564-2,2565-1,2565-2&section=individual&district=4004&theme=${theme}`);
		await page.evaluate(() => {
			for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
		});
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
		expect(await findBarriers(page)).toEqual([]);
	}
});

test.each(['csv', 'xlsx', 'svg', 'png'])('its charts can be taken away as %s', async (ending) => {
	for (const name of ['bump-team', 'bridge-team-whole', 'bridge-team-whole-4004']) {
		const answer = await context.request.get(`${watphon.url}${compare}/charts/2565-1,2565-2/${name}.${ending}`);
		expect(answer.status()).toBe(200);
		expect((await answer.body()).length).toBeGreaterThan(100);
	}
	const none = await context.request.get(`${watphon.url}${compare}/charts/2565-1,2565-2/bump-nowhere.${ending}`);
	expect(none.status()).toBe(404);
});
