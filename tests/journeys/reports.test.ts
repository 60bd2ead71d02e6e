import { expect, test } from 'vitest';
import { context, go, openPages, page, watphon } from './open-page.ts';

const round = '/khon-kaen/2565-2';
// Nothing on these pages needs a script.
openPages('results', { javaScriptEnabled: false });

const link = (name: string) => page.getByRole('link', { name, exact: true });
const get = (path: string, headers: Record<string, string> = {}) =>
	context.request.get(watphon.url + path, { headers, failOnStatusCode: false });

test('the page of reports leads to every document of the round', async () => {
	await go(round);
	await page.getByRole('link', { name: 'เอกสาร', exact: true }).click();
	expect(new URL(page.url()).pathname).toBe(`${round}/reports`);
	const sheets = await page.getByRole('link', { name: /^เปิด PDF รายงานอำเภอ/ }).count();
	const letters = await page.getByRole('link', { name: /^เปิด PDF หนังสือแจ้งผลถึงอำเภอ/ }).count();
	const indicators = await page.getByRole('link', { name: /^เปิด PDF รายงานตัวชี้วัด/ }).count();
	expect({ sheets, letters, indicators }).toEqual({ sheets: 26, letters: 26, indicators: 21 });
	expect(await link('เปิด PDF บันทึกข้อความถึงผู้ว่าราชการจังหวัด').getAttribute('href')).toBe(
		`${round}/reports/memo.pdf?digits=thai`
	);
	await page.getByRole('link', { name: '123 เลขอารบิก' }).click();
	expect(await link('เปิด PDF รายงานอำเภอชุมแพ').getAttribute('href')).toBe(
		`${round}/reports/districts/4005.pdf?digits=arabic`
	);
});

test('a book whose reader leaves is not printed; one whose reader stays is, step by step, and is then at hand', async () => {
	await go(`${round}/reports`);
	await link('พิมพ์สมุดรายงานทั้งเล่ม').click({ noWaitAfter: true });
	await link('ยกเลิก').click({ noWaitAfter: true });
	await page.waitForURL(`**${round}/reports`);
	await go(`${round}/reports/printing/memo?digits=thai`);
	await go(`${round}/reports`);
	expect(await link('พิมพ์สมุดรายงานทั้งเล่ม').count()).toBe(1);

	await link('พิมพ์สมุดรายงานทั้งเล่ม').click();
	await page
		.getByText(/^กำลัง|^จัดหน้าแล้ว/)
		.filter({ visible: true })
		.first()
		.waitFor();
	await link('เปิดเอกสาร').waitFor();
	expect(await page.getByRole('status').innerText()).toMatch(/^พิมพ์เสร็จแล้ว \d+ หน้า \d+ KB/);
	const steps = (await page.getByRole('status').locator('li').allTextContents()).map((line) => line.trim());
	expect(steps[0]).toBe('กำลังเริ่มพิมพ์');
	expect(steps).toContain('จัดหน้าแล้ว 10 หน้า');
	const book = await get(String(await link('เปิดเอกสาร').getAttribute('href')));
	expect((await book.body()).subarray(0, 5).toString('latin1')).toBe('%PDF-');
	await go(`${round}/reports`);
	expect(await link('พิมพ์สมุดรายงานทั้งเล่ม').count()).toBe(0);
	expect(await link('เปิด PDF สมุดรายงานทั้งเล่ม').count()).toBe(1);
});

test('a document the reader holds already is not sent again', async () => {
	const first = await get(`${round}/reports/memo.pdf`);
	expect(first.headers()).toMatchObject({
		'content-type': 'application/pdf',
		'content-disposition': 'inline; filename="memo-khon-kaen-2565-2.pdf"',
		'cache-control': 'private, no-cache'
	});
	const etag = first.headers()['etag'] ?? '';
	const again = await get(`${round}/reports/memo.pdf?digits=thai`, { 'if-none-match': etag });
	expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
	const arabic = await get(`${round}/reports/memo.pdf?digits=arabic`, { 'if-none-match': etag });
	expect(arabic.status()).toBe(200);
});

test('the API gives the list, the same bytes, and the figures that are printed', async () => {
	const api = `/api${round}/documents`;
	const { documents } = (await (await get(api)).json()) as {
		documents: { document: string; pdf: string; json: string }[];
	};
	const memo = documents.find(({ document }) => document === 'memo');
	const page = await (await get(`${round}/reports/memo.pdf`)).body();
	expect((await (await get(memo?.pdf ?? '')).body()).equals(page)).toBe(true);
	const data = (await (await get(memo?.json ?? '')).json()) as { document: string; tables: unknown[] };
	expect(data).toMatchObject({ round: 'khon-kaen/2565-2', document: 'memo' });
	for (const named of ['poster.pdf', 'district-9999.pdf', 'district-9999.json']) {
		const answer = await get(`${api}/${named}`);
		expect([answer.status(), ((await answer.json()) as { error: string }).error]).toEqual([
			404,
			expect.stringMatching(/^ไม่พบ/)
		]);
	}
	expect(((await (await get('/api/openapi.json')).json()) as { openapi: string }).openapi).toBe('3.1.0');
});

const missing = [
	[`${round}/reports/districts/9999.pdf`, 404, 'ไม่พบอำเภอ 9999'],
	[`${round}/reports/indicators/team/99.pdf`, 404, 'ไม่พบตัวชี้วัด team/99'],
	['/khon-kaen/2599-1/reports/memo.pdf', 404, 'ไม่พบหน้านี้'],
	['/khon-kaen/compare.pdf?rounds=2565-2', 400, '2565-2'],
	[`${round}/reports/printing/poster`, 404, '']
] as const;
test.each(missing)('%s is answered %i with a page that says so', async (path, status, sentence) => {
	const answer = await go(path);
	expect(answer?.status()).toBe(status);
	expect(await page.locator('body').innerText()).toContain(sentence);
});

test('pages are answered while a book is printed', async () => {
	const book = get(`${round}/reports/book.pdf?digits=arabic`);
	let printed = false;
	void book.finally(() => (printed = true));
	for (let asked = 0; asked < 10; asked += 1) expect((await get(`/api${round}/rank?nth=${asked}`)).status()).toBe(200);
	expect(printed).toBe(false);
	expect((await book).status()).toBe(200);
});
