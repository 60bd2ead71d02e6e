// Files on their way in, as an officer sends them: looked at first, questions answered, a part taken, a receipt kept.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeArchive } from '../submission/make-archive.ts';
import { findBarriers } from './find-barriers.ts';
import { openWatphon, type Watphon } from './open-watphon.ts';

const round = '/khon-kaen/2565-2';
const head = 'อำเภอ,ส่วน,ตัวชี้วัด,รายการ,ค่า\n';
let watphon: Watphon;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
	watphon = await openWatphon();
}, 120_000);
afterAll(() => watphon.close());
const open = async (scripts: boolean) => {
	context = await watphon.open({
		viewport: { width: 1440, height: 900 },
		javaScriptEnabled: scripts,
		reducedMotion: 'reduce'
	});
	page = await context.newPage();
};
afterEach(() => context.close());

const go = (path: string) => page.goto(watphon.url + path);
const rows = () => page.locator('table[aria-labelledby=ranking] tbody tr');
const write = (name: string, content: string | Uint8Array) => {
	const path = join(watphon.folder, name);
	writeFileSync(path, content);
	return path;
};
/** Chooses files and sends the form; stands on the preview after it. */
const send = async (...paths: readonly string[]) => {
	await go(`${round}/submissions`);
	await page.setInputFiles('input[type=file]:not([webkitdirectory])', [...paths]);
	await page.fill('input[name=sender]', 'สพอ.หนองเรือ');
	await page.getByRole('button', { name: 'ตรวจไฟล์' }).click();
	await page.waitForURL('**/submissions/waiting/*');
};
const take = () => page.getByRole('button', { name: /^รับ \d+ รายการ/ });
const lit = () => page.locator('li[aria-current=true] b').innerText();

describe.each([
	['with scripts', true],
	['without scripts', false]
] as const)('%s', (_, scripts) => {
	beforeEach(() => open(scripts));

	test('a file with mistakes is shown with each place, and cancelled it changes nothing', async () => {
		await go(round);
		const before = await rows().allInnerTexts();
		const text = `${head}4004,team,5,otop_online_growth_pct,15\nชุมแพ,team,4,summary_sent_on,31/09/2565\nชุมแพร,team,2,plan_achievement_pct,90\n`;
		await send(write('wrong.csv', text));
		expect(await lit()).toBe('รับบางส่วน');
		expect(await page.innerText('#problems')).toMatch(/^ต้องแก้ 1 จุด/);
		const problem = await page.locator('section[aria-labelledby=problems] li').first().innerText();
		expect(problem).toMatch(/บรรทัด\s3/);
		expect(problem).toContain('31/09/2565');
		expect(await page.locator('td.marked').innerText()).toContain('31/09/2565');
		expect(await page.innerText('#questions')).toBe('ต้องตอบ 1 ข้อ');
		await page.getByRole('button', { name: 'ยกเลิก' }).click();
		await page.waitForURL(`**${round}/submissions`);
		expect(await page.locator('#waiting').count()).toBe(0);
		await go(round);
		expect(await rows().allInnerTexts()).toEqual(before);
	});

	test('a form sent without a file says what to do', async () => {
		await go(`${round}/submissions`);
		await page.getByRole('button', { name: 'ตรวจไฟล์' }).click();
		await page.waitForSelector('text=ยังไม่ได้เลือกไฟล์');
	});
});

describe('a good file', () => {
	beforeEach(() => open(true));

	test('gives a receipt and moves the ranking; the same file again is known by it', async () => {
		await go(round);
		const before = await rows().filter({ hasText: 'หนองเรือ' }).innerText();
		const file = write('nong-ruea.csv', `${head}อำเภอหนองเรือ,team,5,otop_online_growth_pct,๑๕.๐\n`);
		await send(file);
		expect(await page.innerText('#if-taken')).toBe('ถ้ารับ 1 รายการ');
		await take().click();
		await page.waitForURL('**/submissions/2565-0002?taken');
		expect(await page.innerText('h1')).toBe('ใบรับเลขที่ 2565-0002');
		const receipt = await page.innerText('main');
		expect(receipt).toContain('สพอ.หนองเรือ');
		expect(receipt).toMatch(/[0-9a-f]{64}/);
		await page.getByRole('link', { name: 'ดูอันดับ' }).click();
		expect(await rows().filter({ hasText: 'หนองเรือ' }).innerText()).not.toBe(before);
		await send(file);
		expect(await page.innerText('#known')).toBe('รับไว้ก่อนแล้ว 1 ไฟล์');
		expect(await take().count()).toBe(0);
		await page.getByRole('link', { name: 'ใบรับเลขที่ 2565-0002' }).click();
		await page.waitForURL('**/submissions/2565-0002');
		await go(`${round}/submissions`);
		await page.locator('section[aria-labelledby=waiting] a').click();
		await page.getByRole('button', { name: 'ยกเลิก' }).click();
	});

	test('the file comes back as it was sent, under its name, to be saved only', async () => {
		const href = `${round}/submissions/2565-0002/file`;
		const answer = await context.request.get(watphon.url + href);
		expect((await answer.body()).toString('utf8')).toContain('๑๕.๐');
		expect(answer.headers()).toMatchObject({
			'content-disposition': `attachment; filename="nong-ruea.csv"; filename*=UTF-8''nong-ruea.csv`,
			'x-content-type-options': 'nosniff',
			'content-type': 'application/octet-stream'
		});
		expect((await context.request.get(`${watphon.url}${round}/submissions/2565-0099/file`)).status()).toBe(404);
	});
});

test('a question is answered without scripts, a part is taken, and every version stays to be seen', async () => {
	await open(false);
	const text = `${head}แวงนอย,team,2,plan_achievement_pct,97\nหนองเรือ,team,5,otop_online_growth_pct,9\nชุมแพ,team,2,plan_achievement_pct,สูง\n`;
	await send(write('mixed.csv', text));
	expect(await take().innerText()).toBe('รับ 1 รายการที่ถูกต้อง');
	await page.getByRole('radio', { name: 'แวงน้อย' }).check();
	await page.getByRole('button', { name: 'ตอบแล้วตรวจอีกครั้ง' }).click();
	await page.waitForSelector('text=รับ 2 รายการที่ถูกต้อง');
	expect(await page.innerText('#changes')).toBe('ค่าที่เปลี่ยนหรือถอน 2 รายการ');
	expect(await page.locator('section[aria-labelledby=changes]').innerText()).toMatch(/85[\s→]+97/);
	await take().click();
	await page.waitForURL('**/submissions/2565-0003?taken');
	expect(await page.locator('section[aria-labelledby=left-out]').innerText()).toContain('สูง');
	await page.locator('section[aria-labelledby=changes] a').first().click();
	expect(await page.innerText('h1')).toBe('แวงน้อย ส่งรายทีม ข้อ 2 แล้ว 2 ฉบับ');
	await go(`${round}/districts/4004#team-5`);
	expect(await page.locator('#team-5').getByRole('link', { name: 'ทุกฉบับที่ส่ง' }).count()).toBe(1);
});

test('what another has changed meanwhile is shown again, not stored', async () => {
	await open(true);
	await send(write('one.csv', `${head}4010,team,2,plan_achievement_pct,97\n`));
	const waiting = page.url();
	await send(write('two.csv', `${head}4010,team,2,plan_achievement_pct,80\n`));
	await take().click();
	await page.waitForURL('**/submissions/2565-*');
	await page.goto(waiting);
	const stale = await page.locator('input[name=stamp]').getAttribute('value');
	await page.locator('input[name=stamp]').evaluate((input) => input.setAttribute('value', 'of before'));
	expect(stale).not.toBe('of before');
	await take().click();
	expect(await page.getByRole('alert').innerText()).toContain('ผลของรอบเปลี่ยนไป');
	expect(await page.innerText('#changes')).toBe('ค่าที่เปลี่ยนหรือถอน 1 รายการ');
	await page.getByRole('button', { name: 'ยกเลิก' }).click();
});

test('26 files in an archive are one bundle, read by file and by district, and taken together', async () => {
	await open(true);
	const codes = [...Array.from({ length: 25 }, (_, at) => String(4001 + at)), '4029'];
	const parts = codes.map((code, at) => ({
		name: `ส่ง/${code}.csv`,
		content: `${head}${code},individual,7,women_member_growth_pct,${30 + at}\n${code},team,4,pr_channels_count,2\n`
	}));
	await send(write('รวม.zip', makeArchive(parts)));
	expect(await page.innerText('#by-file')).toBe('รายไฟล์ 26 ไฟล์');
	expect(await take().innerText()).toBe('รับ 52 รายการ');
	for (const width of [1440, 768, 390]) {
		await page.setViewportSize({ width, height: 900 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
	}
	await take().click();
	await page.waitForSelector('#outcome');
	expect(await page.innerText('#outcome')).toBe('รับแล้ว 52 รายการ 26 ไฟล์');
});

test('a folder is sent with the paths of its files', async () => {
	await open(true);
	mkdirSync(join(watphon.folder, 'โฟลเดอร์'), { recursive: true });
	write('โฟลเดอร์/a.csv', `${head}4011,team,2,plan_achievement_pct,91\n`);
	write('โฟลเดอร์/b.csv', `${head}4012,team,2,plan_achievement_pct,92\n`);
	await go(`${round}/submissions`);
	await page.locator('form[data-send] summary').click();
	await page.setInputFiles('input[webkitdirectory]', join(watphon.folder, 'โฟลเดอร์'));
	await page.getByRole('button', { name: 'ตรวจไฟล์' }).click();
	await page.waitForURL('**/submissions/waiting/*');
	expect(await page.locator('section[aria-labelledby=by-file] tbody th').allInnerTexts()).toEqual([
		'โฟลเดอร์/a.csv',
		'โฟลเดอร์/b.csv'
	]);
	await page.getByRole('button', { name: 'ยกเลิก' }).click();
});

test('a folder that is dropped is opened, with the folders in it, beside a file', async () => {
	await open(true);
	mkdirSync(join(watphon.folder, 'ลากมา', 'ใน'), { recursive: true });
	const files = [
		write('ลากมา/a.csv', `${head}4013,team,2,plan_achievement_pct,91\n`),
		write('ลากมา/ใน/b.csv', `${head}4014,team,2,plan_achievement_pct,92\n`),
		write('c.csv', `${head}4016,team,2,plan_achievement_pct,93\n`)
	];
	await go(`${round}/submissions`);
	const box = await page.locator('form[data-send]').boundingBox();
	const at = { x: (box?.x ?? 0) + 100, y: (box?.y ?? 0) + 60 };
	// as the system hands it over when something is let go above the page
	const data = { items: [], files: [join(watphon.folder, 'ลากมา'), files[2] ?? ''], dragOperationsMask: 1 };
	const hand = await context.newCDPSession(page);
	for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
		await hand.send('Input.dispatchDragEvent', { type, ...at, data });
	await page.waitForURL('**/submissions/waiting/*');
	expect(await page.locator('section[aria-labelledby=by-file] tbody th').allInnerTexts()).toEqual([
		'ลากมา/a.csv',
		'ลากมา/ใน/b.csv',
		'c.csv'
	]);
	await page.getByRole('button', { name: 'ยกเลิก' }).click();
});

test('a file that takes long to send shows how far it is', async () => {
	await open(true);
	await go(`${round}/submissions`);
	const network = await context.newCDPSession(page);
	const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 60_000 };
	await network.send('Network.emulateNetworkConditions', slow);
	const lines = Array.from({ length: 4000 }, () => '4015,team,2,plan_achievement_pct,93\n').join('');
	await page.setInputFiles('input[type=file]:not([webkitdirectory])', write('long.csv', head + lines));
	await page.getByRole('button', { name: 'ตรวจไฟล์' }).click();
	await page.locator('progress').waitFor({ state: 'visible' });
	await page.waitForSelector('text=/ส่งแล้ว [1-9]0%/');
	await page.waitForURL('**/submissions/waiting/*');
	await page.getByRole('button', { name: 'ยกเลิก' }).click();
});

test('the API says what a file would do, takes it, and refuses one with mistakes', async () => {
	await open(true);
	const address = `${watphon.url}/api${round}/submissions`;
	const origin = watphon.url;
	const post = (query: string, text: string) =>
		context.request.post(address + query, {
			headers: { origin, 'x-file-name': encodeURIComponent('ผ่าน API.csv'), 'content-type': 'application/octet-stream' },
			data: Buffer.from(head + text)
		});
	const good = '4015,team,2,plan_achievement_pct,93\n';
	expect(await (await post('?preview=true', good)).json()).toMatchObject({ preview: true, receipts: [], usable: 1 });
	const taken = (await (await post('', good)).json()) as { receipts: { file: string }[] };
	expect(taken).toMatchObject({ accepted: true, outcome: 'accepted' });
	expect(taken.receipts[0]?.file).toBe('ผ่าน API.csv');
	const refused = await post('', '4016,team,2,plan_achievement_pct,สูง\n');
	expect([refused.status(), ((await refused.json()) as { outcome: string }).outcome]).toEqual([422, 'rejected']);
	expect((await context.request.post(address, { headers: { origin }, data: Buffer.from('x') })).status()).toBe(400);
});

test.each(['light', 'dark'] as const)(
	'preview, receipt and versions keep nobody out in the %s theme',
	async (theme) => {
		await open(true);
		const text = `${head}แวงนอย,team,5,otop_online_growth_pct,7\nชุมแพ,team,4,summary_sent_on,31/09/2565\n4001,team,2,plan_achievement_pct,9${theme.length}\n`;
		await send(write(`${theme}.csv`, text));
		const pages = [
			new URL(page.url()).pathname,
			`${round}/submissions/2565-0003`,
			`${round}/submissions/history?district=4004&section=team&indicator=5`,
			`${round}/submissions`
		];
		for (const path of pages) {
			await go(`${path}${path.includes('?') ? '&' : '?'}theme=${theme}`);
			await page.evaluate(() =>
				document.querySelectorAll('main details').forEach((one) => one.setAttribute('open', ''))
			);
			expect(await findBarriers(page)).toEqual([]);
			for (const width of [768, 390]) {
				await page.setViewportSize({ width, height: 900 });
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
			}
			await page.setViewportSize({ width: 1440, height: 900 });
		}
	}
);
