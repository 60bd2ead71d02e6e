import { expect, test } from 'vitest';
import type { RoundView } from '../../src/lib/ranking/round.ts';
import { writeMemo } from '../../src/lib/reports/memo.ts';
import { makeSheet } from '../../src/lib/reports/sheet.ts';
import { printDocument } from '../../src/lib/reports/typesetting/print.ts';
import { printRequest } from '../../src/lib/server/print.ts';
import { toThaiDigits } from '../../src/lib/thai/digits.ts';
import { makeView, province } from './fixture.ts';
import { sarabun } from './fonts.ts';
import { readPages, withoutSpaces } from './read-pdf.ts';

const bands = [
	{ grade: 'ก', name: 'ดีเด่น', from: 90 },
	{ grade: 'ข', name: 'ดีมาก', from: 80 }
];
const print = (view: RoundView, digits: 'thai' | 'arabic' = 'thai') => printRequest({ kind: 'memo' }, view, [], digits);
const count = (text: string, part: string) => text.split(part).length - 1;

test('names every district in the ranking of every section, reporting or not', async () => {
	const pages = await readPages(await print(makeView()));
	const ranking = withoutSpaces(pages[1] ?? '');
	for (const { name } of province.districts)
		expect(count(ranking, withoutSpaces(name)), name).toBeGreaterThanOrEqual(3);
	expect(ranking).toContain('ยังไม่มี');
});

test('is three pages at most, numbered in Thai from the second', async () => {
	const pages = await readPages(await print(makeView()));
	expect(pages.length).toBeLessThanOrEqual(3);
	expect(pages[0]).not.toMatch(/- ?๑ ?-/);
	expect(pages[1]).toMatch(/- ?๒ ?-/);
	expect(pages[2]).toMatch(/- ?๓ ?-/);
});

test('prints the same bytes twice, also after another document', async () => {
	const first = await print(makeView());
	await print(makeView({ demo: false }), 'arabic');
	expect(Buffer.compare(Buffer.from(await print(makeView())), Buffer.from(first))).toBe(0);
});

test('has the form of a memo and ends as one', async () => {
	const [letter = ''] = await readPages(await print(makeView()));
	const text = withoutSpaces(letter);
	for (const part of [
		'บันทึกข้อความ',
		'ส่วนราชการ',
		'วันที่๒๘กันยายน๒๕๖๕',
		'เรื่อง',
		'เรียนผู้ว่าราชการจังหวัดขอนแก่น',
		'จึงเรียนมาเพื่อโปรดทราบ',
		'ตำแหน่ง'
	])
		expect(text).toContain(part);
	expect(text).not.toContain('ขอแสดงความนับถือ');
	expect(text).not.toMatch(/[0-9]/);
});

test('prints each percent of the data to two decimals, and the range of what is open', async () => {
	const view = makeView();
	const text = withoutSpaces((await readPages(await print(view))).join(''));
	for (const score of view.answer.sections.filter(({ district }) => district !== '4020')) {
		if ((score.percent ?? 0) > 0) expect(text).toContain(toThaiDigits((score.percent ?? 0).toFixed(2)));
	}
	const open = view.answer.sections.find(({ district, section }) => district === '4004' && section === 'team');
	expect(text).toContain(
		toThaiDigits([open?.percent_worst, open?.percent_best].map((percent) => percent?.toFixed(2)).join('–'))
	);
});

test('says who owes what, what cannot be used, and what waits for a ruling with the reading proposed', async () => {
	const text = withoutSpaces((await readPages(await print(makeView()))).join(''));
	for (const part of [
		'ยังไม่ส่งผลเลย๑อำเภอคือภูผาม่าน',
		'ยังไม่ส่งข้อ๕OTOPออนไลน์(ส่งเสริม)',
		'ค่าใช้ไม่ได้ข้อ๔ขจัดความยากจน(สารสนเทศ)',
		'รอคำวินิจฉัยข้อ๓เว็บไซต์อำเภอ',
		'เสนอระดับ๓:',
		'(การตีความX73)',
		'ผลที่ส่งหลังวันปิดรับมีของโคกโพธิ์ไชย'
	])
		expect(text).toContain(part);
});

test('says how places are made', async () => {
	const text = withoutSpaces((await readPages(await print(makeView()))).join(''));
	expect(text).toContain('ร้อยละเท่ากันได้อันดับเดียวกัน');
	expect(text).toContain('อันดับเรียงตามร้อยละที่ยังไม่ปัดเศษ');
	expect(text).toContain('ไม่ปัดขึ้นไปถึง๑๐๐เมื่อยังไม่ถึงจริง');
});

test.each([
	[true, 1],
	[false, 0]
])('demo %s: the sentence that figures are invented stands %d times', async (demo, times) => {
	const text = withoutSpaces((await readPages(await print(makeView({ demo })))).join(''));
	expect(count(text, 'ตัวเลขทั้งหมดในเอกสารนี้สมมติขึ้น')).toBe(times);
	expect(text.includes('ข้อมูลสาธิต')).toBe(demo);
});

test('a combined total and grades appear only where the office set them', async () => {
	const plain = withoutSpaces((await readPages(await print(makeView()))).join(''));
	expect(plain).not.toContain('รวมทุกส่วน');
	expect(plain).not.toContain('เกรด');
	const set = makeView({ office: { shares: { team: 50, individual: 30, competency: 20 }, bands } });
	const text = withoutSpaces((await readPages(await print(set))).join(''));
	expect(text).toContain('รวมทุกส่วน');
	expect(text).toContain('เกรดตามเกณฑ์ที่สำนักงานกำหนด:กดีเด่นตั้งแต่ร้อยละ๙๐');
});

test('in Arabic digits no figure of ours is Thai', async () => {
	const [letter = ''] = await readPages(await print(makeView(), 'arabic'));
	expect(letter).not.toMatch(/[๐-๙]/);
});

test('a round without data still names every district and makes no finding', async () => {
	const [letter = '', ranking = ''] = await readPages(await print(makeView({ empty: true })));
	expect(withoutSpaces(letter)).toContain('ยังไม่ได้รับผลของอำเภอใด');
	expect(withoutSpaces(letter)).not.toContain('อันดับ๑');
	for (const { name } of province.districts) expect(withoutSpaces(ranking)).toContain(withoutSpaces(name));
});

test('the definition is fresh for each print', () => {
	const view = makeView();
	expect(writeMemo(view, makeSheet(view.office.paper)).content).not.toBe(
		writeMemo(view, makeSheet(view.office.paper)).content
	);
});

test.each([
	['an address', { image: 'https://example.org/a.png' }],
	['a file', { image: '/etc/hostname' }]
])('a document that asks for %s is refused', async (_what, content) => {
	await expect(printDocument(() => ({ content, defaultStyle: { font: 'Sarabun' } }), sarabun)).rejects.toThrow();
});
