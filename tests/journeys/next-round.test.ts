import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { context, go, openPages, page, watphon } from './open-page.ts';

const round = '/khon-kaen/2565-2';
const letter = readFileSync(new URL('../../data/agreements/khon-kaen/2565-2.yaml', import.meta.url), 'utf8');
const fallen = 'อำเภอ,ส่วน,ตัวชี้วัด,รายการ,ค่า\nชุมแพ,individual,7,women_member_growth_pct,-3\n';
openPages();

const fileOf = (name: string, text: string) => {
	const path = join(watphon.folder, name);
	writeFileSync(path, text);
	return path;
};
const choose = async (path: string) => {
	await go(`${round}/agreement`);
	await page.setInputFiles('input[type=file]', path);
	await page.getByRole('button', { name: 'ตรวจและดูว่าใครเปลี่ยน' }).click();
	await page.waitForSelector('#outcome');
};

test('a clause is ruled on: who would change is shown first, then it is recorded with its reason, then withdrawn', async () => {
	await go(`${round}/submissions`);
	await page.setInputFiles('input[type=file]:not([webkitdirectory])', fileOf('fallen.csv', fallen));
	await page.getByRole('button', { name: 'ตรวจไฟล์' }).click();
	await page.getByRole('button', { name: /^รับ \d+ รายการ/ }).click();
	await page.waitForURL('**/submissions/2565-*');
	await go(`${round}/rulings`);
	const question = page.locator('#X94 fieldset').first();
	expect(await question.innerText()).toContain('1 อำเภอรออยู่');
	await question.getByRole('radio', { name: /ระดับ\s0/ }).check();
	await page.getByRole('button', { name: 'ดูว่าใครเปลี่ยนก่อน' }).click();
	const moves = page.locator('section[aria-labelledby=moves]');
	expect(await moves.innerText()).toMatch(/ชุมแพ\s+รายบุคคล 7\s+ยังชี้ขาดไม่ได้\s+ระดับ\s0/);
	// What was chosen is still chosen, and nothing is recorded without a reason.
	expect(await question.getByRole('radio', { name: /ระดับ\s0/ }).isChecked()).toBe(true);
	await page.getByRole('button', { name: 'บันทึกเรื่องที่เลือก' }).click();
	expect(await page.getByRole('alert').innerText()).toContain('ต้องบอกเหตุผล');
	await page.fill('textarea[name=reason]', 'มติคณะกรรมการ');
	await page.getByRole('button', { name: 'บันทึกเรื่องที่เลือก' }).click();
	expect(await page.locator('p[role=status]').innerText()).toContain('บันทึกคำวินิจฉัยแล้ว 1 เรื่อง');
	expect(await page.locator('section[aria-labelledby=given]').innerText()).toContain('มติคณะกรรมการ');
	await go(`${round}/districts/4005#individual-7`);
	expect(await page.locator('#individual-7').innerText()).toContain('มีคำวินิจฉัย: มติคณะกรรมการ');
	await go(`${round}/rulings`);
	await page.getByText('วินิจฉัยแล้ว', { exact: false }).first().click();
	await page.locator('#X94').getByLabel('ถอนคำวินิจฉัย').check();
	await page.fill('textarea[name=reason]', 'ทบทวน');
	await page.getByRole('button', { name: 'บันทึกเรื่องที่เลือก' }).click();
	expect(await page.locator('#X94 fieldset').first().innerText()).toContain('1 อำเภอรออยู่');
});

test('every proposal is chosen and looked at with one press', async () => {
	await go(`${round}/rulings`);
	await page.getByRole('button', { name: 'เลือกข้อเสนอทุกเรื่องและดูผล' }).click();
	expect(await page.locator('#moves').innerText()).toMatch(/ถ้าวินิจฉัยตามที่เลือก \d+ เรื่อง/);
	const questions = page.locator('fieldset:has(em)');
	expect(await questions.count()).toBeGreaterThan(3);
	expect(await questions.locator('label:has(em) input:not(:checked)').count()).toBe(0);
});

test('a figure typed in that is none is told, and nothing is recorded', async () => {
	await go(`${round}/rulings`);
	await page.evaluate(() => document.querySelectorAll('main details').forEach((one) => one.setAttribute('open', '')));
	await page.locator('#X93 input[inputmode=decimal]').fill('มาก');
	await page.fill('textarea[name=reason]', 'มติ');
	await page.getByRole('button', { name: 'บันทึกเรื่องที่เลือก' }).click();
	expect(await page.getByRole('alert').innerText()).toContain('“มาก” ไม่ใช่ตัวเลข');
});

test('the letter is shown as officers know it, and downloaded as it stands', async () => {
	await go(`${round}/agreement`);
	const first = page.locator('#team tbody tr').first();
	expect(await first.locator('th, td').allInnerTexts()).toEqual([
		'1',
		expect.stringContaining('ร้อยละของการใช้จ่ายเงินงบประมาณ'),
		expect.stringContaining('ไม่น้อยกว่าร้อยละ ๘๐'),
		expect.stringContaining('30'),
		expect.stringContaining('ประสาน'),
		expect.stringContaining('X88')
	]);
	await first.getByText(/^กรณีตัวอย่าง/).click();
	expect(await first.locator('details[open] li').count()).toBeGreaterThan(4);
	const yaml = await context.request.get(`${watphon.url}${round}/agreement.yaml`);
	expect(await yaml.text()).toBe(letter);
});

test('the next round begins with a draft of this letter, and its letter is put in force from the page', async () => {
	const draft = await context.request.get(`${watphon.url}${round}/next.yaml`);
	expect(draft.headers()['content-disposition']).toContain('khon-kaen-2566-1.yaml');
	const text = await draft.text();
	expect(text).toContain('agreement: khon-kaen/2566-1');
	await choose(fileOf('2566-1.yaml', text));
	expect(await page.innerText('#outcome')).toBe('ข้อตกลงของรอบ khon-kaen/2566-1 ใช้ได้');
	expect((await go('/khon-kaen/2566-1'))?.status()).toBe(404);
	await choose(fileOf('2566-1.yaml', text));
	await page.getByRole('button', { name: 'ใช้ข้อตกลงนี้' }).click();
	await page.getByRole('link', { name: 'ดูข้อตกลง' }).click();
	expect(new URL(page.url()).pathname).toBe('/khon-kaen/2566-1/agreement');
	expect(await page.locator('#new ol').innerText()).toContain('2566-1.yaml');
	// Byte for byte, though a form carried it.
	const kept = await context.request.get(`${watphon.url}/khon-kaen/2566-1/agreement.yaml`);
	expect(await kept.text()).toBe(text);
});

test('a letter with mistakes is refused with all of them, and one that moves results says whose', async () => {
	await choose(fileOf('wrong.yaml', letter.replace('weight: 30', 'wieght: 30')));
	expect(await page.innerText('#outcome')).toMatch(/^ยังใช้ข้อตกลงนี้ไม่ได้ ต้องแก้ \d+ จุด$/);
	expect(await page.locator('section[role=status] li').first().innerText()).toMatch(/บรรทัด\s\d+/);
	await choose(
		fileOf(
			'stricter.yaml',
			letter.replace('{ value: achievement, more_than: 95 }', '{ value: achievement, more_than: 97 }')
		)
	);
	expect(await page.locator('section[aria-labelledby=moves]').innerText()).toContain('ระดับ');
	await go(round);
	expect(await page.locator('table[aria-labelledby=ranking] tbody tr').count()).toBe(26);
});
