import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { letterNamed } from '../../src/lib/server/rounds/letters.ts';
import { findProvince } from '../../src/lib/server/places.ts';
import { planTemplate } from '../../src/lib/submission/template/template.ts';
import { readZipDirectory } from '../../src/lib/submission/files/zip-directory.ts';
import { fillTemplate } from '../submission/fill-template.ts';
import { openWatphon, type Watphon } from './open-watphon.ts';

const { agreement } = letterNamed('khon-kaen/2565-2', '.');
const province = findProvince(agreement.province);
let watphon: Watphon;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
	watphon = await openWatphon();
}, 120_000);
afterAll(() => watphon.close());
beforeEach(async () => {
	context = await watphon.open({ viewport: { width: 1440, height: 900 } });
	page = await context.newPage();
	await page.goto(`${watphon.url}/khon-kaen/2565-2/submissions`);
});
afterEach(() => context.close());

/** What pressing something saves: its name and its bytes. */
const save = async (press: () => Promise<void>) => {
	const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press()]);
	return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
};
const send = async (name: string, bytes: Uint8Array) => {
	const path = join(watphon.folder, name);
	writeFileSync(path, bytes);
	await page.setInputFiles('input[type=file]:not([webkitdirectory])', path);
	await page.getByRole('button', { name: 'ตรวจไฟล์' }).click();
	await page.waitForURL('**/submissions/waiting/**');
};

test('a district’s template is saved under its name, and what is filled into it can be taken at once', async () => {
	await page.locator('select[name=district]').selectOption('ชุมแพ');
	const saved = await save(() => page.getByRole('button', { name: 'ดาวน์โหลดแบบกรอก' }).click());
	expect(saved.name).toBe('แบบกรอก-khon-kaen-2565-2-4005-ชุมแพ.xlsx');
	const plan = planTemplate(agreement, province, '4005');
	expect(saved.bytes.equals(Buffer.from(await writeXlsx(plan)))).toBe(true);

	const { bytes, entries } = await fillTemplate(plan, agreement);
	await send(saved.name, bytes);
	await page.getByRole('button', { name: `รับ ${entries.length} รายการ` }).click();
	await page.waitForURL('**/submissions/2565-*');
});

test('templates of all districts are saved as one archive', async () => {
	const saved = await save(() => page.getByRole('link', { name: 'อำเภอละแฟ้ม (.zip)' }).click());
	expect(saved.name).toBe('แบบกรอก-khon-kaen-2565-2.zip');
	const archive = readZipDirectory(saved.bytes);
	expect(archive.kind === 'archive' ? archive.names.size : archive.kind).toBe(26);
});

test('a template handed in without a value is told, and there is nothing to take', async () => {
	await send('ว่าง.xlsx', await writeXlsx(planTemplate(agreement, province, '4005')));
	expect(await page.locator('main').innerText()).toContain('แบบกรอกนี้ยังไม่ได้กรอกค่าใดเลย');
	expect(await page.getByRole('button', { name: /^รับ \d/ }).count()).toBe(0);
});
