// What only a committee can say: words the letter has lost, and districts exempted from an indicator.
import { describe, expect, test } from 'vitest';
import { findBarriers } from './find-barriers.ts';
import { context, go, goOver, openPages, page, watphon } from './open-page.ts';

const buriram = '/buriram/2565-2';
const khonKaen = '/khon-kaen/2565-2';
const reason = 'มติคณะกรรมการ';
openPages();

const openRulings = async (round: string, width: number) => {
	await page.setViewportSize({ width, height: 900 });
	await go(`${round}/rulings`);
	await page.evaluate(() => document.querySelectorAll('main details').forEach((one) => one.setAttribute('open', '')));
};
const lost = (level: number) => page.locator('#X42 fieldset').filter({ hasText: `ระดับ ${level}:` });
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const record = async () => {
	await page.fill('textarea[name=reason]', reason);
	await press('บันทึกเรื่องที่เลือก');
};
const said = () => page.locator('p[role=status]').innerText();

describe.each([1440, 390])('at %i px', (width) => {
	test('lost words are ruled met, not met, or another condition, and taken back', async () => {
		await goOver('buriram');
		await openRulings(buriram, width);
		const given = await page.locator('section[aria-labelledby=given]').innerText();
		await lost(2).getByRole('radio', { name: 'ถือว่าเข้าเกณฑ์' }).check();
		await lost(3).getByRole('radio', { name: 'ถือว่ายังไม่มีใครเข้าเกณฑ์' }).check();
		await lost(4).getByRole('radio', { name: 'ใช้เงื่อนไขนี้แทน' }).check();
		await lost(4).getByLabel('ข้อมูลที่ 1', { exact: true }).selectOption({ label: 'ร้อยละที่เพิ่มขึ้นของยอดขาย OTOP' });
		await lost(4).getByLabel('ตัวเลขหรือวันที่ ข้อมูลที่ 1').fill('๑๕');
		await press('ดูว่าใครเปลี่ยนก่อน');
		// What was chosen and typed is still there, and nothing is recorded yet.
		expect(await lost(4).getByRole('radio', { name: 'ใช้เงื่อนไขนี้แทน' }).isChecked()).toBe(true);
		expect(await lost(4).getByLabel('ตัวเลขหรือวันที่ ข้อมูลที่ 1').inputValue()).toMatch(/^(?:15|๑๕)$/);
		expect(await page.locator('section[aria-labelledby=given]').innerText()).toBe(given);
		await record();
		expect(await said()).toContain('บันทึกคำวินิจฉัยแล้ว 3 เรื่อง');
		await openRulings(buriram, width);
		for (const level of [2, 3, 4]) expect(await lost(level).innerText()).toContain(reason);
		expect(await lost(2).innerText()).toContain('คงตามที่วินิจฉัยแล้ว');
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
		expect(await findBarriers(page)).toEqual([]);
		await lost(2).getByLabel('ถอนคำวินิจฉัย').check();
		await record();
		await openRulings(buriram, width);
		expect(await lost(2).innerText()).not.toContain(reason);
	});

	test('a condition with a figure that is none is told, and nothing is recorded', async () => {
		await goOver('buriram');
		await openRulings(buriram, width);
		await lost(4).getByRole('radio', { name: 'ใช้เงื่อนไขนี้แทน' }).check();
		await lost(4).getByLabel('ข้อมูลที่ 1', { exact: true }).selectOption({ label: 'ร้อยละที่เพิ่มขึ้นของยอดขาย OTOP' });
		await lost(4).getByLabel('ตัวเลขหรือวันที่ ข้อมูลที่ 1').fill('มาก');
		await record();
		expect(await page.getByRole('alert').innerText()).toContain('“มาก”');
	});

	test('a district is exempted from an indicator, is measured without it, and is brought back', async () => {
		await openRulings(khonKaen, width);
		await page.getByLabel('ตัวชี้วัดที่จะยกเว้น').selectOption({ index: 1 });
		await page.getByLabel('ชุมแพ', { exact: true }).check();
		await press('ดูว่าใครเปลี่ยนก่อน');
		expect(await page.locator('section[aria-labelledby=moves]').innerText()).toContain('ชุมแพ');
		expect(await page.getByLabel('ชุมแพ', { exact: true }).isChecked()).toBe(true);
		await record();
		expect(await said()).toContain('บันทึกคำวินิจฉัยแล้ว 1 เรื่อง');
		await go(`${khonKaen}/districts/4005`);
		expect(await page.innerText('main')).toMatch(new RegExp(`ข้อ\\s\\d+ ยกเว้นให้อำเภอนี้.*${reason}`, 'u'));
		const rank = await context.request.get(`${watphon.url}/api${khonKaen}/rank`);
		expect(rank.status()).toBe(200);
		await openRulings(khonKaen, width);
		await page.getByLabel('ถอนการยกเว้น').check();
		await record();
		await go(`${khonKaen}/districts/4005`);
		expect(await page.innerText('main')).not.toContain('ยกเว้นให้อำเภอนี้');
	});
});
