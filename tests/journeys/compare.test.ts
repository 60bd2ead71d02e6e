import { expect, test } from 'vitest';
import { context, go, openPages, page, watphon } from './open-page.ts';

const round = '/khon-kaen/2565-2';
openPages();

test('without another round the page says what to choose', async () => {
	await go('/khon-kaen/compare?rounds=2565-2');
	expect(await page.locator('h1').innerText()).toBe('เทียบรอบ');
	expect(await page.locator('main').innerText()).toContain('ไม่มีวันรายงานผลระหว่างรอบ');
	expect((await go('/khon-kaen/compare?rounds=2565-2,2565-1'))?.status()).toBeLessThan(500);
	// a province that is not the director's own, there or not
	expect((await go('/nowhere/compare'))?.status()).toBe(403);
});

test('an indicator shows where all stand before any program runs, and answers to the pointer once it is seen', async () => {
	const still = await watphon.open({ javaScriptEnabled: false });
	const plain = await still.newPage();
	await plain.goto(`${watphon.url}${round}/indicators/team/1`);
	expect(await plain.locator('.wide svg text').count()).toBeGreaterThan(5);
	await still.close();

	await go(`${round}/indicators/team/1`);
	await page.waitForSelector('.wide .awake');
	const dot = await page.locator('.wide .living circle, .wide .living path').count();
	expect(dot).toBeGreaterThan(20);
	const before = await page.locator('.wide .box').boundingBox();
	const picture = await page.locator('.wide [role=img] svg').boundingBox();
	expect(picture?.height).toBeCloseTo(before?.height ?? 0, 0);
});

test('the program for living charts is fetched only where a chart is seen', async () => {
	const asked: string[] = [];
	page.on('response', (response) => {
		if (response.url().endsWith('.js')) asked.push(response.url());
	});
	await page.setViewportSize({ width: 1440, height: 120 });
	await go(`${round}/sensitivity`);
	await page.waitForLoadState('networkidle');
	const unseen = asked.length;
	await page.locator('.wide .box').scrollIntoViewIfNeeded();
	await page.waitForSelector('.awake');
	expect(asked.length).toBeGreaterThan(unseen);
});

test('rows of an indicator are sorted by the address and by its headings', async () => {
	await go(`${round}/indicators/team/1?sort=name`);
	const names = () => page.locator('table[aria-labelledby=results] tbody th a').allInnerTexts();
	const byName = await names();
	expect(byName).toEqual([...byName].sort(new Intl.Collator('th').compare));
	await page.locator('thead a', { hasText: 'ค่าที่วัด' }).click();
	await page.waitForURL(/sort=value/);
	await page.waitForSelector('th[aria-sort=descending]');
	expect(await names()).not.toEqual(byName);
});

test('sensitivity is measured by the share chosen and never called confidence', async () => {
	await go(`${round}/sensitivity`);
	await page.getByRole('link', { name: '±20%' }).click();
	await page.waitForURL(/shift=20/);
	expect(await page.locator('main').innerText()).toContain('20%');
	expect(await page.locator('body').innerText()).not.toContain('ความเชื่อมั่น');
	expect(await page.locator('table[aria-labelledby=places] tbody tr').count()).toBeGreaterThan(1);
});

test.each(['csv', 'xlsx', 'svg', 'png'])('the charts of these pages can be taken away as %s', async (ending) => {
	for (const name of ['spread-team-1', 'sensitivity-team-10']) {
		const answer = await context.request.get(`${watphon.url}${round}/charts/${name}.${ending}`);
		expect(answer.status()).toBe(200);
		expect((await answer.body()).length).toBeGreaterThan(100);
	}
});
