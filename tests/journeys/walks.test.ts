import { expect, test } from 'vitest';
import { context, go, openPages, page, watphon } from './open-page.ts';

const round = '/khon-kaen/2565-2';
openPages();

const rows = () => page.locator('table[aria-labelledby=ranking] tbody tr');

test('the first page is the newest round, and all rounds are a press away', async () => {
	await go('/');
	expect(new URL(page.url()).pathname).toBe(round);
	await go('/?rounds');
	await page.locator(`a[href="${round}"]`).first().click();
	expect(new URL(page.url()).pathname).toBe(round);
});

test('the ranking names all 26 districts, and one that sent nothing is not given a zero', async () => {
	await go(round);
	expect(await rows().count()).toBe(26);
	expect(await rows().first().innerText()).toContain('เมืองขอนแก่น');
	const silent = rows().filter({ hasText: 'ภูผาม่าน' });
	expect(await silent.innerText()).toContain('ยังไม่มี');
	expect(await silent.innerText()).not.toContain('0.00');
	expect(await silent.locator('rect').count()).toBe(0);
});

test('the sections are switched by the address', async () => {
	await go(round);
	await page.getByRole('link', { name: 'สมรรถนะ', exact: true }).click();
	expect(new URL(page.url()).search).toBe('?section=competency');
	expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('สมรรถนะ');
	expect(await rows().count()).toBe(26);
});

test('a score is followed down to the clause, the line and the file it came from', async () => {
	await go(round);
	await rows().getByRole('link', { name: 'ชุมแพ' }).click();
	expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('อำเภอชุมแพ');
	await page.locator('details:has(#team-1) > summary').click();
	const reasons = page.locator('#team-1');
	await reasons.waitFor({ state: 'visible' });
	const words = await reasons.innerText();
	expect(words).toMatch(/ได้ระดับ\s4 เพราะ/);
	expect(words).toContain('ไม่น้อยกว่าร้อยละ ๙๕');
	expect(words).toMatch(/95\.5/);
	expect(words).toMatch(/บรรทัด\s\d+/);
	expect(words).toContain('results.csv');
	expect(words).toContain('ส่งโดย กลุ่มงานทดสอบ');
	expect(words).toMatch(/SHA-256 [0-9a-f]{4}…[0-9a-f]{4}/);
});

test('the address of a score opens it, and the keyboard opens the next one', async () => {
	await go(`${round}/districts/4005#team-2`);
	await page.locator('#team-2').waitFor({ state: 'visible' });
	await page.locator('details:has(#team-1) > summary').focus();
	await page.keyboard.press('Enter');
	await page.locator('#team-1').waitFor({ state: 'visible' });
	expect(await page.locator('#team-2').isVisible()).toBe(false);
});

test('what was not sent says who has to send it', async () => {
	await go(`${round}/districts/4004#team-5`);
	const words = await page.locator('#team-5').innerText();
	expect(words).toContain('สิ่งที่ต้องทำ');
	expect(words).toContain('หนองเรือ');
});

test('the memo is a PDF', async () => {
	await go(round);
	const href = await page.getByRole('link', { name: 'พิมพ์บันทึก' }).getAttribute('href');
	const answer = await context.request.get(watphon.url + String(href));
	expect(answer.headers()['content-type']).toBe('application/pdf');
	expect((await answer.body()).subarray(0, 5).toString('latin1')).toBe('%PDF-');
});

test('Thai digits and the dark theme are kept from page to page, without any script', async () => {
	await go(`${round}?section=team`);
	await page.getByRole('button', { name: 'เปลี่ยนเป็นเลขไทย' }).click();
	expect(new URL(page.url()).search).toBe('?section=team');
	expect(await page.innerText('#ranking')).toBe('อันดับ ๒๖ อำเภอ');
	const lightPaper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	await page.getByRole('button', { name: 'พื้นมืด' }).click();
	expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(lightPaper);
	await go(`${round}/districts/4005`);
	expect(await page.innerText('main')).toContain('๒๖ อำเภอ');
	await page.getByRole('button', { name: 'เปลี่ยนเป็นเลขอารบิก' }).click();
	expect(await page.innerText('main')).toContain('26 อำเภอ');
});

test('switching the display never leads to another host', async () => {
	for (const back of ['https://example.com/', '//example.com/', '/%2f/example.com', 'http://[', '']) {
		const answer = await context.request.post(`${watphon.url}/display`, {
			form: { digits: 'thai', back },
			headers: { origin: watphon.url },
			maxRedirects: 0
		});
		expect(answer.status()).toBe(303);
		expect(new URL(answer.headers()['location'] ?? '', watphon.url).origin).toBe(watphon.url);
	}
});

test('settings that cannot be are refused in words, and shares bring the combined total', async () => {
	await go('/settings');
	await page.fill('input[name="share.team"]', '50');
	await page.fill('input[name="share.individual"]', '30');
	await page.getByRole('button', { name: 'บันทึกการตั้งค่า' }).click();
	await page.waitForSelector('text=สัดส่วนของทุกส่วนต้องรวมกันได้ 100 พอดี');
	expect(await page.inputValue('input[name="share.team"]')).toBe('50');
	await page.fill('input[name="share.competency"]', '20');
	await page.getByRole('button', { name: 'บันทึกการตั้งค่า' }).click();
	await page.waitForSelector('text=บันทึกการตั้งค่าแล้ว');
	await go(`${round}?section=total`);
	expect(await page.locator('table[aria-labelledby=combined] tbody tr').count()).toBe(26);
	for (const file of ['ranking-total.csv', 'ranking-total.svg', 'tiles-total.xlsx', 'grades-total.svg']) {
		expect(await page.locator(`a[href="${round}/charts/${file}"]`).count()).toBe(1);
		expect((await context.request.get(`${watphon.url}${round}/charts/${file}`)).status()).toBe(200);
	}
	await go(`${round}/districts/4005`);
	expect(await page.locator('#total tbody tr').count()).toBe(3);
});

test('an address that is none is told in Thai', async () => {
	for (const path of ['/khon-kaen/2500-1', `${round}/districts/9999`, `${round}/indicators/team/77`, '/nowhere']) {
		const answer = await go(path);
		expect(answer?.status()).toBe(404);
		expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('ไม่พบหน้านี้');
	}
});

test('the API answers as the command line prints', async () => {
	const ask = async (path: string) => (await context.request.get(watphon.url + path)).json() as Promise<unknown>;
	expect(await ask('/healthz')).toEqual({ status: 'ok' });
	expect(await ask('/api/rounds')).toMatchObject({
		rounds: expect.arrayContaining([expect.objectContaining({ id: 'khon-kaen/2565-2' })]) as unknown
	});
	const rank = (await ask(`/api${round}/rank`)) as { sections: unknown[] };
	expect(rank.sections).toHaveLength(78);
	const score = (await ask(`/api${round}/score`)) as { scores: unknown[] };
	expect(score.scores).toHaveLength(26 * 21);
});

test('nothing is asked of any other host, and no script is sent', async () => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	for (const path of ['/', round, `${round}/districts/4005`]) {
		await go(path);
		expect(await page.locator('script').count()).toBe(0);
	}
	expect(asked.filter((url) => !url.startsWith(watphon.url))).toEqual([]);
	expect(asked.some((url) => url.endsWith('.woff2'))).toBe(true);
	expect(asked.filter((url) => url.endsWith('.js'))).toEqual([]);
});
