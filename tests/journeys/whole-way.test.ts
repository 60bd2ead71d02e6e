// One result from a district's phone to a paper that anybody can verify: sent, returned, sent again, approved, published, corrected.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWatphon, type Watphon } from './open-watphon.ts';
import { decideAll, publish } from './publish-all.ts';
import { addAccount, signIn, type Account } from './sign-in.ts';

const round = '/khon-kaen/2565-2';
/** ภูผาม่าน sends nothing of itself among the results of the tests */
const own = '4020';
const people = {
	district: { email: 'district@office.example', role: 'district', district: own },
	group: { email: 'group@office.example', role: 'work_group', groups: 'ยุทธศาสตร์' },
	governor: { email: 'governor@office.example', role: 'viewer' }
} as const satisfies Record<string, Account>;

let watphon: Watphon;
beforeAll(async () => {
	watphon = await openWatphon();
	for (const account of Object.values(people)) await addAccount(watphon.environment, account);
}, 180_000);
afterAll(() => watphon.close());

async function enter({ email }: Account, width: number): Promise<{ context: BrowserContext; page: Page }> {
	const context = await watphon.browser.newContext({ viewport: { width, height: 844 } });
	await context.addCookies([await signIn(watphon.url, email)]);
	return { context, page: await context.newPage() };
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** The district fills in how much of its plan was reached, and sends it. */
async function send(page: Page, percent: string): Promise<void> {
	await page.goto(`${watphon.url}${round}/entry/${own}/team/2`);
	await page.locator('#value-plan_achievement_pct').fill(percent);
	await press(page, 'บันทึกร่าง');
	await page.goto(`${watphon.url}${round}/entry/${own}/send`);
	await page.getByRole('checkbox', { name: /ขอรับรอง/ }).check();
	await press(page, /เข้าระบบ/);
	expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^ใบรับเลขที่ 2565-/);
}

async function decide(page: Page, button: string, reason: string | null): Promise<void> {
	await page.goto(`${watphon.url}${round}/review?indicator=team-2&district=${own}`);
	await page.getByRole('checkbox', { name: 'ภูผาม่าน', exact: true }).check();
	if (reason !== null) await page.getByLabel('เหตุผล').fill(reason);
	await page.getByRole('button', { name: button, exact: true }).click();
	await page.locator('[role=status]').waitFor();
}

test('a result goes its whole way, and a correction makes another edition beside the first', async () => {
	const district = await enter(people.district, 390);
	const group = await enter(people.group, 1440);
	const governor = await enter(people.governor, 1440);

	await send(district.page, '59.99');
	await decide(group.page, 'ตีกลับที่เลือก', 'ตัวเลขไม่ตรงกับรายงานประจำเดือน');
	await district.page.goto(`${watphon.url}${round}/entry/${own}`);
	expect(await district.page.innerText('main')).toContain('ตัวเลขไม่ตรงกับรายงานประจำเดือน');
	await send(district.page, '96');
	await decide(group.page, 'อนุมัติที่เลือก', null);

	// nobody's but the office's until it is published
	await district.page.goto(`${watphon.url}${round}`);
	expect(new URL(district.page.url()).pathname).toBe(`${round}/districts/${own}`);
	expect(await district.page.innerText('main')).not.toContain('มัธยฐานจังหวัด');
	expect((await governor.page.goto(`${watphon.url}${round}`))?.status()).toBe(403);
	expect(await governor.page.innerText('main')).toContain('ยังไม่เผยแพร่');

	await decideAll(watphon);
	await publish(watphon, 1);
	await governor.page.goto(`${watphon.url}${round}`);
	expect(new URL(governor.page.url()).pathname).toBe(`${round}@e1`);
	const read = async (edition: number) =>
		await (await governor.context.request.get(`${watphon.url}${round}@e${edition}/reports/memo.pdf`)).body();
	const first = await read(1);
	expect(first.subarray(0, 5).toString()).toBe('%PDF-');

	// a paper in hand is enough to ask what it is
	const anybody = await watphon.browser.newContext();
	const asking = await anybody.newPage();
	const file = join(watphon.folder, 'memo.pdf');
	writeFileSync(file, first);
	await asking.goto(`${watphon.url}/verify`);
	await asking.locator('input[type=file]').setInputFiles(file);
	await press(asking, 'ตรวจแฟ้มนี้');
	expect(await asking.innerText('[role=status]')).toContain('ทุกไบต์');

	await send(district.page, '71');
	await decide(group.page, 'อนุมัติที่เลือก', null);
	await publish(watphon, 2, 'ภูผาม่านแก้ร้อยละของแผน');
	const second = await read(2);
	expect(Buffer.compare(await read(1), first)).toBe(0);
	expect(Buffer.compare(second, first)).not.toBe(0);
	await governor.page.goto(`${watphon.url}${round}@e2/editions/2`);
	expect(await governor.page.innerText('main')).toContain('ภูผาม่านแก้ร้อยละของแผน');
}, 300_000);
