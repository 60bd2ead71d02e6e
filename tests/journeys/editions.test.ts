// A round is published, corrected and published again, and whoever holds a paper of it can ask what it is.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBarriers } from './find-barriers.ts';
import { context, go, openPages, page, watphon } from './open-page.ts';
import { decideAll } from './publish-all.ts';

const round = '/khon-kaen/2565-2';
openPages();

const fetchPdf = async (path: string) => await (await context.request.get(watphon.url + path)).body();
const open = async (path: string) => {
	await go(path);
	return await page.innerText('main');
};

async function publish(number: number, reason: string | null): Promise<void> {
	await go(`${round}/publish`);
	if (reason !== null) await page.locator('textarea[name=reason]').fill(reason);
	await page.locator('input[name=confirmed]').fill(`เผยแพร่ฉบับที่ ${number}`);
	await page.getByRole('button', { name: `เผยแพร่ฉบับที่ ${number}` }).click();
	await page.waitForURL(`**${round}@e${number}/editions/${number}`);
}

async function send(name: string, lines: readonly string[]): Promise<void> {
	const answer = await context.request.post(`${watphon.url}/api${round}/submissions`, {
		headers: { 'content-type': 'text/csv', 'x-file-name': name, origin: watphon.url },
		data: Buffer.from(['district,section,indicator,input,value', ...lines, ''].join('\n'))
	});
	expect(answer.ok(), await answer.text()).toBe(true);
}

test('from what nobody has looked at to a published round, a correction, and papers that say what they are', async () => {
	expect(await open(`${round}/publish`)).toContain('ยังเผยแพร่ไม่ได้');
	expect(await page.innerText('main')).toContain('ที่ส่งแล้วแต่ยังไม่มีใครอนุมัติหรือตีกลับ');
	expect(await page.locator('input[name=confirmed]').count()).toBe(0);

	await decideAll(watphon);
	await go(`${round}/publish`);
	await page.locator('input[name=confirmed]').fill('ครับ');
	await page.getByRole('button', { name: 'เผยแพร่ฉบับที่ 1' }).click();
	expect(await page.innerText('[role=alert]')).toContain('พิมพ์คำว่า “เผยแพร่ฉบับที่ 1”');
	await publish(1, null);
	expect(await page.innerText('main')).toContain('ฉบับที่ 1 เป็นฉบับแรก');

	const memo = await fetchPdf(`${round}@e1/reports/memo.pdf`);
	const first = await open(`${round}@e1`);
	expect(await page.innerText('aside[aria-label=ฉบับที่แสดง]')).toMatch(/ฉบับที่ 1 เผยแพร่.*รหัส WP-/s);
	for (const path of [
		'heat',
		'districts',
		'districts/4005',
		'indicators/team/1',
		'sensitivity',
		'agreement',
		'rulings',
		'reports',
		'owed',
		'submissions'
	]) {
		await go(`${round}@e1/${path}`);
		expect(await page.locator('main form[method=post] button.primary').count(), path).toBe(0);
	}

	await send('correction.csv', ['4005,team,1,budget_used_pct,10']);
	expect(await open(round)).not.toBe(first);
	expect(await page.innerText('aside[aria-label=เทียบกับฉบับที่เผยแพร่]')).toContain('ตอนนี้ต่างจากฉบับที่ 1');
	await page.getByRole('link', { name: 'ดูสิ่งที่ต่าง' }).click();
	expect(await page.innerText('main')).toContain('correction.csv');
	expect(await open(`${round}@e1`)).toBe(first);

	await decideAll(watphon);
	await publish(2, 'ชุมแพส่งร้อยละการใช้จ่ายใหม่');
	expect(await page.innerText('main')).toMatch(/ฉบับที่ 2 ต่างจากฉบับที่ 1: ค่าเปลี่ยน 1 ค่า/);
	expect(await page.innerText('main')).toContain('ชุมแพส่งร้อยละการใช้จ่ายใหม่');
	const again = await fetchPdf(`${round}@e1/reports/memo.pdf`);
	const corrected = await fetchPdf(`${round}@e2/reports/memo.pdf`);
	expect(Buffer.compare(again, memo)).toBe(0);
	expect(Buffer.compare(corrected, memo)).not.toBe(0);
	await go(`${round}@e1/districts/4005`);
	expect(await page.innerText('aside[aria-label=ฉบับที่แสดง]')).toContain('มีฉบับที่ 2 แล้ว');

	await go(`${round}/editions`);
	const [newest = '', oldest = ''] = await page.locator('a[href^="/verify/"]').allInnerTexts();
	await go('/verify');
	await page.locator('input[name=code]').fill(oldest.toLowerCase().replaceAll('-', ' '));
	await page.getByRole('button', { name: 'ตรวจรหัสนี้' }).click();
	expect(new URL(page.url()).pathname).toBe(`/verify/${oldest}`);
	expect(await page.innerText('main')).toContain('มีฉบับที่ 2 แทนแล้ว');
	expect(await open(`/verify/${newest}`)).toContain('เป็นฉบับล่าสุดของรอบนี้');
	expect(await open('/verify/WP-0000-0000-0000')).toContain('ไม่พบรหัส WP-0000-0000-0000');

	await page.setViewportSize({ width: 390, height: 844 });
	for (const path of [
		`${round}@e1`,
		`${round}/editions`,
		`${round}/editions/2`,
		`/verify/${oldest}`,
		`${round}/publish`
	]) {
		await go(path);
		expect(await findBarriers(page), path).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
	}

	await go('/verify');
	const pdf = join(watphon.folder, 'memo.pdf');
	writeFileSync(pdf, memo);
	await page.locator('input[type=file]').setInputFiles(pdf);
	await page.getByRole('button', { name: 'ตรวจแฟ้มนี้' }).click();
	expect(await page.innerText('[role=status]')).toContain('ทุกไบต์');
	expect(await page.innerText('main')).toContain('มีฉบับที่ 2 แทนแล้ว');
	writeFileSync(pdf, Buffer.concat([memo, Buffer.from('\n')]));
	await page.locator('input[type=file]').setInputFiles(pdf);
	await page.getByRole('button', { name: 'ตรวจแฟ้มนี้' }).click();
	expect(await page.innerText('[role=alert]')).toContain('ไม่ตรงกับ');
}, 300_000);
