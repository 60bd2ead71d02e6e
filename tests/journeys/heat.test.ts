import { expect, test } from 'vitest';
import { context, go, openPages, page, stopScripts, watphon } from './open-page.ts';

const heat = '/khon-kaen/2565-2/heat';
openPages();

const grid = () => page.locator('table[role=grid]');
const card = () => page.locator('[role=dialog]');
const focused = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['cell'] ?? null);

test('arrows move between the cells, Enter opens the reason, Esc gives the cell back', async () => {
	await go(heat);
	await grid().waitFor();
	const cells = page.locator('[data-cell]');
	await cells.first().focus();
	const first = await focused();
	for (const key of ['ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key);
	expect(await focused()).toBe(first);
	await page.keyboard.press('ArrowDown');
	const second = await focused();
	expect(second).not.toBe(first);
	await page.keyboard.press('Enter');
	await card()
		.getByText(/ระดับ|ยังไม่ได้รับ|ใช้ไม่ได้|รอคำวินิจฉัย/)
		.first()
		.waitFor();
	expect(await card().getByRole('link', { name: 'ดูเหตุผลเต็ม' }).isVisible()).toBe(true);
	await page.keyboard.press('Escape');
	await card().waitFor({ state: 'detached' });
	expect(await focused()).toBe(second);
	expect(await page.locator('tr[data-walk] a[tabindex="0"]').count()).toBe(1);
});

test('the pop-over leads to the whole reason, and says the file a figure came from', async () => {
	await go(heat);
	await grid().waitFor();
	await page.locator('[data-cell="4005/team/1"]').click();
	const link = card().getByRole('link', { name: 'ดูเหตุผลเต็ม' });
	await card().getByText('results.csv').waitFor();
	expect(await card().innerText()).toMatch(/ได้ระดับ\s4 เพราะ/);
	await link.click();
	await page.locator('#team-1').waitFor({ state: 'visible' });
	expect(new URL(page.url()).pathname).toBe('/khon-kaen/2565-2/districts/4005');
});

test('a heading sorts by its indicator, and the order stands in the address', async () => {
	await go(`${heat}?section=team`);
	await page.locator('th a[href*="sort=team-2"]').click();
	await page.waitForURL(/sort=team-2/);
	expect(await page.locator('th[aria-sort=descending]').innerText()).toContain('2');
	const levels = await page.locator('tbody [data-cell$="/team/2"]').allInnerTexts();
	const numbers = levels.map((one) => one.trim()).filter((one) => /^\d$/.test(one));
	expect(numbers).toEqual(numbers.toSorted().toReversed());
	await go(`${heat}?section=team&sort=name`);
	const names = await page.locator('tbody th').allInnerTexts();
	expect(names).toEqual(names.toSorted(new Intl.Collator('th').compare));
});

test('without a script every cell is a link to its reason', async () => {
	await stopScripts();
	await go(heat);
	expect(await page.locator('[data-cell]').count()).toBe(26 * 21);
	expect(await grid().count()).toBe(0);
	await page.locator('[data-cell="4004/team/5"]').click();
	expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/khon-kaen/2565-2/districts/4004#team-5');
});

test('on a phone the table runs under its first column and the page stays still', async () => {
	await page.setViewportSize({ width: 390, height: 844 });
	await go(heat);
	await grid().waitFor();
	const name = page.locator('tbody th').first();
	const before = await name.evaluate((cell) => cell.getBoundingClientRect().left);
	await page.locator('#content .box:has(> table)').evaluate((box) => box.scrollTo({ left: 300 }));
	expect(await name.evaluate((cell) => cell.getBoundingClientRect().left)).toBe(before);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('the map is taken away as figures and as a picture', async () => {
	const csv = await context.request.get(`${watphon.url}/khon-kaen/2565-2/charts/heat.csv`);
	expect((await csv.text()).trim().split('\r\n')).toHaveLength(27);
	const png = await context.request.get(`${watphon.url}/khon-kaen/2565-2/charts/heat-team.png`);
	expect((await png.body()).subarray(1, 4).toString('latin1')).toBe('PNG');
});
