// A result on its way: checked, returned with a reason, sent again, approved, by people who may and as they looked at it.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBarriers } from './find-barriers.ts';
import { openWatphon, type Watphon } from './open-watphon.ts';
import { addAccount, signIn } from './sign-in.ts';

const round = '/khon-kaen/2565-2';
const reason = 'แนบสรุปรายโครงการ';
let watphon: Watphon;
let group: BrowserContext;

/** Somebody of the work group that owns indicator 2 of the team. */
async function openGroup(options = {}): Promise<BrowserContext> {
	const context = await watphon.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
	await context.addCookies([await signIn(watphon.url, 'group@office.example')]);
	return context;
}
beforeAll(async () => {
	watphon = await openWatphon();
	await addAccount(watphon.environment, { email: 'group@office.example', role: 'work_group', groups: 'ยุทธศาสตร์' });
	group = await openGroup({ javaScriptEnabled: false });
}, 180_000);
afterAll(() => watphon.close());

async function onPage<Answer>(
	context: BrowserContext,
	path: string,
	use: (page: Page) => Promise<Answer>
): Promise<Answer> {
	const page = await context.newPage();
	try {
		await page.goto(watphon.url + path);
		return await use(page);
	} finally {
		await page.close();
	}
}
const told = (page: Page) => page.locator('[role=status], [role=alert]').innerText();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const tick = (page: Page, district: string) => page.getByRole('checkbox', { name: district, exact: true });
const strip = (page: Page) => page.getByRole('navigation', { name: 'ใครต้องทำอะไรต่อ' }).innerText();
const row = (page: Page, district: string) =>
	page.locator('main li').filter({ has: page.getByText(district, { exact: true }) });

async function send(district: string, percent: string): Promise<void> {
	const body = `district,section,indicator,input,value\n${district},team,2,plan_achievement_pct,${percent}\n`;
	const answer = await fetch(`${watphon.url}/api${round}/submissions`, {
		method: 'POST',
		headers: {
			...watphon.headers,
			origin: watphon.url,
			'content-type': 'application/octet-stream',
			'x-file-name': `${district}-${percent}.csv`
		},
		body
	});
	if (answer.status !== 200) throw new Error(await answer.text());
}
const review = `${round}/review?indicator=team-2`;

test('a work group finds what waits for it, and looks at the others’ without a tick', async () => {
	await onPage(group, `${round}/review`, async (page) => {
		expect(await page.locator('h1').innerText()).toMatch(/^รอตรวจ \d+ รายการ$/);
		expect(await strip(page)).toContain('รอกลุ่มงานของท่านตรวจ');
		expect(await page.getByRole('heading', { name: /รายทีม ข้อ\s1 / }).count()).toBe(0);
		expect(await page.getByRole('checkbox').count()).toBeGreaterThan(20);
	});
	await onPage(group, `${round}/review?group=all&indicator=team-1`, async (page) => {
		expect(await page.innerText('main')).toContain('ตรวจได้เฉพาะกลุ่มงานเจ้าของตัวชี้วัด');
		expect(await page.getByRole('checkbox').count()).toBe(0);
		expect(await page.getByRole('button', { name: 'อนุมัติที่เลือก' }).count()).toBe(0);
	});
});

test('returned without a reason it is told so, what was ticked stays; with one it goes back and every page says it', async () => {
	await onPage(group, review, async (page) => {
		await tick(page, 'ชุมแพ').check();
		await press(page, 'ตีกลับที่เลือก');
		expect(await told(page)).toContain('ตีกลับต้องบอกเหตุผล');
		expect(await tick(page, 'ชุมแพ').isChecked()).toBe(true);
		await page.getByLabel('เหตุผล').fill(reason);
		await press(page, 'ตีกลับที่เลือก');
		expect(await told(page)).toContain('ตีกลับแล้ว 1 รายการ');
		expect(await tick(page, 'ชุมแพ').count()).toBe(0);
		expect(await strip(page)).toContain('ตีกลับให้ 1 อำเภอแก้ 1 รายการ');
	});
	await onPage(group, `${round}/districts/4005`, async (page) => {
		expect(await page.innerText('main')).toMatch(/ผลของอำเภอนี้: รอตรวจ\s\d+ · ตีกลับ\s1/u);
		expect(await page.locator('#team-2').textContent()).toContain(reason);
		expect(await page.locator('#team-2').textContent()).toContain('โดย ผู้ทดสอบ work_group');
	});
	await onPage(group, `${round}/indicators/team/2`, async (page) => {
		const line = page.locator('tbody tr').filter({ hasText: 'ชุมแพ' }).last();
		await line.locator('summary').click();
		expect(await line.innerText()).toContain(reason);
	});
});

test('sent again it waits again with what was said of it, and is approved', async () => {
	await send('4005', '97.5');
	await onPage(group, review, async (page) => {
		expect(await row(page, 'ชุมแพ').innerText()).toMatch(new RegExp(`97\\.5[^]*เดิม[^]*เคยตีกลับ[^]*${reason}`, 'u'));
		await tick(page, 'ชุมแพ').check();
		await press(page, 'อนุมัติที่เลือก');
		expect(await told(page)).toContain('อนุมัติแล้ว 1 รายการ');
	});
	await onPage(group, `${round}/review?state=approved`, async (page) => {
		expect(await row(page, 'ชุมแพ').innerText()).toContain('อนุมัติแล้ว');
	});
	await onPage(group, round, async (page) => {
		expect(await page.innerText('main')).toMatch(/คิดจากผลที่ส่งแล้ว \d+ รายการ อนุมัติแล้ว 1/);
	});
});

test('what moved while it was looked at is not taken: it is said from what to what, and nothing typed is lost', async () => {
	await onPage(group, review, async (page) => {
		await tick(page, 'พล').check();
		await tick(page, 'บ้านไผ่').check();
		await page.getByLabel('เหตุผล').fill('ตรวจกับรายงานประจำเดือนแล้ว');
		await send('4012', '44.25');
		await press(page, 'อนุมัติที่เลือก');
		expect(await told(page)).toMatch(/ยังไม่ได้บันทึก[^]*อำเภอพล ข้อ 2 .* ขณะนี้เป็น 44\.25/u);
		expect(await page.getByLabel('เหตุผล').inputValue()).toBe('ตรวจกับรายงานประจำเดือนแล้ว');
		expect(await tick(page, 'พล').isChecked()).toBe(true);
		expect(await tick(page, 'บ้านไผ่').isChecked()).toBe(true);
		expect(await row(page, 'พล').innerText()).toContain('เปลี่ยนไปจากที่เปิดดู');
		// Looked at, it is taken.
		await press(page, 'อนุมัติที่เลือก');
		expect(await told(page)).toContain('อนุมัติแล้ว 2 รายการ');
	});
});

test('of two people at once the second is told who was first', async () => {
	const director = await watphon.open({ javaScriptEnabled: false });
	await onPage(group, review, async (page) => {
		await tick(page, 'น้ำพอง').check();
		await onPage(director, review, async (other) => {
			await tick(other, 'น้ำพอง').check();
			await press(other, 'อนุมัติที่เลือก');
			expect(await told(other)).toContain('อนุมัติแล้ว 1 รายการ');
		});
		await page.getByLabel('เหตุผล').fill('ขอดูเอกสาร');
		await press(page, 'ตีกลับที่เลือก');
		expect(await told(page)).toMatch(/อำเภอน้ำพอง ข้อ 2 .*ผู้ทดสอบ director อนุมัติแล้วเมื่อ/u);
	});
	await director.close();
});

test('all of an indicator that can be approved is ticked by one link', async () => {
	const director = await watphon.open({ javaScriptEnabled: false });
	await onPage(director, `${round}/review?indicator=competency-5`, async (page) => {
		const link = page.getByRole('link', { name: /^เลือกที่อนุมัติได้ \d+ รายการ$/ });
		const count = /\d+/.exec(await link.innerText())?.[0] ?? '';
		await link.click();
		expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(Number(count));
		await press(page, 'อนุมัติที่เลือก');
		expect(await told(page)).toContain(`อนุมัติแล้ว ${count} รายการ`);
		expect(await page.innerText('main')).toContain('ตรวจครบแล้วตามที่กรองไว้');
	});
	await director.close();
});

test('a cell of the colour table leads to where its result is checked', async () => {
	const director = await watphon.open();
	await onPage(director, `${round}/heat`, async (page) => {
		await page.locator('table[role=grid]').waitFor();
		await page.locator('[data-cell="4001/team/2"]').click();
		await page.getByRole('dialog').getByRole('link', { name: 'ตรวจผลข้อนี้' }).click();
		await page.waitForURL(/\/review\?indicator=team-2&district=4001&state=all$/);
		expect(await page.getByRole('checkbox').count()).toBe(1);
	});
	await director.close();
});

test('as it was it is looked at and not decided on; who may not check is not let in', async () => {
	const director = await watphon.open();
	// the day that has begun where the office is; one that has not is the present
	const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
	await onPage(director, `${round}@${today}/review`, async (page) => {
		expect(await page.innerText('main')).toContain('อนุมัติหรือตีกลับได้เมื่อกลับไปดูข้อมูลปัจจุบัน');
		expect(await page.getByRole('checkbox').count()).toBe(0);
	});
	await director.close();
	await addAccount(watphon.environment, { email: 'district@office.example', role: 'district', district: '4005' });
	const cookie = await signIn(watphon.url, 'district@office.example');
	const headers = { cookie: `${cookie.name}=${cookie.value}` };
	expect((await fetch(`${watphon.url}${round}/review`, { headers })).status).toBe(403);
	const decision = { kind: 'approve', results: [] };
	const answer = await fetch(`${watphon.url}/api${round}/decisions`, {
		method: 'POST',
		headers: { ...headers, origin: watphon.url, 'content-type': 'application/json' },
		body: JSON.stringify(decision)
	});
	expect(answer.status).toBe(403);
});

describe.each([1440, 390])('at %i px', (width) => {
	test.each(['light', 'dark'] as const)(
		'nobody is kept out in the %s theme, and nothing runs off sideways',
		async (theme) => {
			const context = await watphon.open({
				viewport: { width, height: 900 },
				colorScheme: theme,
				reducedMotion: 'reduce'
			});
			await onPage(context, `${round}/review?state=all&tick=team-2`, async (page) => {
				expect(await findBarriers(page)).toEqual([]);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
				const strips = page.getByRole('navigation', { name: 'ใครต้องทำอะไรต่อ' });
				expect(await strips.evaluate((nav) => nav.getBoundingClientRect().height)).toBeLessThan(50);
			});
			await context.close();
		}
	);
});
