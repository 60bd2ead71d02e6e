import { beforeAll, describe, expect, test } from 'vitest';
import type { RoundView } from '../../src/lib/ranking/round.ts';
import { writeDistrict } from '../../src/lib/reports/district/district.ts';
import { gatherDistrict } from '../../src/lib/reports/district/facts.ts';
import { findings, saySum, showPossible, sumPoints } from '../../src/lib/reports/district/words.ts';
import { layPaper } from '../../src/lib/reports/paper.ts';
import { makeSheet } from '../../src/lib/reports/sheet.ts';
import { printRequest } from '../../src/lib/server/printing/print.ts';
import { toThaiDigits } from '../../src/lib/thai/digits.ts';
import { scaleNumber } from '../../src/lib/thai/numbers.ts';
import { loadDemo, mustBe } from '../demo/load-demo.ts';
import { withApp, withFolder } from '../server/with-store.ts';
import { findClashes, findOverflows, readLayout } from './check-layout.ts';
import { expectExtracts } from './expect-extracts.ts';
import { makeCrowdedView } from './crowded.ts';
import { makeView } from './fixture.ts';
import { listDocumentTexts } from './list-texts.ts';
import { readPages, withoutSpaces } from './read-pdf.ts';

const print = (view: RoundView, district: string, digits: 'thai' | 'arabic' = 'thai') =>
	printRequest({ kind: 'district', district }, view, [], digits);
const read = async (view: RoundView, district: string, digits: 'thai' | 'arabic' = 'thai') =>
	(await readPages(await print(view, district, digits))).map(withoutSpaces);
const count = (text: string, part: string) => text.split(withoutSpaces(part)).length - 1;
const { margins } = makeSheet(makeView().office.paper);

const letters = [
	'chaiyaphum/2562-1',
	'unnamed/2565-2',
	'buriram/2565-2',
	'khon-kaen/2565-2',
	'chachoengsao/2567-q2'
] as const;
const demo: { later?: RoundView; empty: Map<string, RoundView> } = { empty: new Map() };
const later = () => mustBe(demo.later);
beforeAll(async () => {
	demo.later = (await loadDemo()).later;
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			for (const id of letters) demo.empty.set(id, mustBe(await app.round(id)));
		})
	);
}, 120_000);

describe('a sheet of the demo', () => {
	test('has two pages, and every word of it can be copied', async () => {
		const view = later();
		const bytes = await print(view, '4021');
		expect((await readPages(bytes)).length).toBe(2);
		await expectExtracts(bytes, listDocumentTexts(layPaper(view, writeDistrict('4021'), 'thai'), 2));
	});

	test('prints every indicator of the letter once, its title where it applies', async () => {
		const view = later();
		const text = (await read(view, '4021')).join('');
		for (const { section, indicators } of view.agreement.sections) {
			for (const { indicator, title, short } of indicators) {
				const score = mustBe(
					view.answer.scores.find((s) => s.district === '4021' && s.section === section && s.indicator === indicator)
				);
				const applies = score.status !== 'not_applicable';
				expect(count(text, title), title).toBe(applies ? 1 : 0);
				if (!applies) expect(count(text, toThaiDigits(`ข้อ ${indicator} ${short}`)), short).toBe(1);
			}
		}
	});

	test('names the district, its round and its office, the files with their hashes, and two who sign', async () => {
		const [first = '', second = ''] = await read(later(), '4021');
		for (const part of ['อำเภอซำสูง', 'รอบที่๒/๒๕๖๕', 'สำนักงานพัฒนาชุมชนจังหวัดขอนแก่น', 'ตัวเลขทั้งหมดในเอกสารนี้สมมติขึ้น'])
			expect(first).toContain(part);
		for (const part of ['อำเภอซำสูง', 'หมายเหตุ', 'ผู้รายงาน', 'ผู้ตรวจ']) expect(second).toContain(part);
		for (const { sha256 } of gatherDistrict(later(), '4021').received) expect(second).toContain(sha256.slice(0, 8));
	});

	test('is the same twice', async () =>
		expect(Buffer.compare(Buffer.from(await print(later(), '4005')), Buffer.from(await print(later(), '4005')))).toBe(
			0
		));

	test('in Arabic digits only the letter’s own titles keep theirs', async () => {
		const text = (await read(later(), '4001', 'arabic')).join('');
		const titles = later().agreement.sections.flatMap(({ indicators }) =>
			indicators.map(({ title }) => withoutSpaces(title))
		);
		expect(titles.reduce((rest, title) => rest.replaceAll(title, ''), text)).not.toMatch(/[๐-๙]/);
	});
});

test('the weighted points printed add up to the sum printed, and the sum to the percent, for every district', () => {
	const view = later();
	for (const { code } of view.province.districts) {
		const facts = gatherDistrict(view, code);
		for (const { line, items } of facts.sections) {
			const printed = items
				.filter(({ score }) => score.weighted !== null)
				.reduce((sum, item) => sum + scaleNumber(Number(showPossible(item))), 0n);
			const total = scaleNumber(Number(sumPoints(items)));
			expect(printed, `${code} ${line.section}`).toBe(total);
			const percent = scaleNumber(line.percent ?? 0);
			const apart = 100n * total - percent * BigInt(line.weight);
			expect(apart < 1000n && apart > -1000n, `${code} ${line.section}`).toBe(true);
		}
	}
});

describe('what cannot be said is not said', () => {
	test('a district that sent nothing has no place and no zero, and is told what to send', async () => {
		const text = (await read(makeView(), '4020')).join('');
		expect(text).toContain('ยังไม่มีผลของอำเภอนี้ที่คิดคะแนนได้จาก๑๘ข้อที่ใช้กับอำเภอ');
		expect(count(text, 'ยังไม่มีคะแนน')).toBeGreaterThanOrEqual(3);
		expect(text).toContain('อำเภอส่งผลที่ยังไม่ส่ง๑๘ข้อ');
		expect(text).not.toMatch(/=ร้อยละ/);
		expect(text).not.toContain('ระดับ๐');
		expect(text).not.toContain('ได้คะแนนเต็ม');
	});

	test.each([
		['4004', 'ยังไม่ส่ง', 'อำเภอส่งผลที่ยังไม่ส่ง๑ข้อกลุ่มงานส่งเสริมตรวจ:รายทีมข้อ๕'],
		['4021', 'ค่าใช้ไม่ได้', 'อำเภอแก้ค่าที่ใช้ไม่ได้แล้วส่งใหม่๑ข้อกลุ่มงานสารสนเทศตรวจ:รายทีมข้อ๔'],
		['4023', 'รอคำวินิจฉัย', 'คณะกรรมการประเมินวินิจฉัย๒ข้อรายทีมข้อ๖(X69เสนอระดับ๓)·รายบุคคลข้อ๖(X69เสนอระดับ๓)']
	])('%s is told apart by its words: %s, and who acts', async (district, word, duty) => {
		const text = (await read(makeView(), district)).join('');
		expect(text).toContain(word);
		expect(text).toContain(duty);
		const others = ['ยังไม่ส่ง', 'ค่าใช้ไม่ได้', 'รอคำวินิจฉัย'].filter((other) => other !== word);
		for (const other of others) expect(text.replaceAll('ยังไม่ส่งผล', '')).not.toContain(other);
	});

	test('a district with all its results owes nothing', async () => {
		const text = (await read(makeView(), '4001')).join('');
		expect(text).toContain('ไม่มีเรื่องค้าง');
	});

	test('grades and a combined total appear only where the office set them', async () => {
		expect((await read(makeView(), '4005')).join('')).not.toMatch(/รวมทุกส่วน|เกรด/);
		const bands = [{ grade: 'ก', name: 'ดีเด่น', from: 60 }];
		const set = makeView({ office: { shares: { team: 50, individual: 30, competency: 20 }, bands } });
		const text = (await read(set, '4005')).join('');
		expect(text).toContain('รวมทุกส่วน');
		expect(text).toContain('เกรด');
	});

	test('no comparison is made where nobody has a result', () => {
		const facts = gatherDistrict(makeView({ empty: true }), '4001');
		expect(findings(facts).join(' ')).not.toMatch(/ค่ากลาง/);
		expect(facts.sections.map((section) => saySum(section, [100]))).toEqual([
			'ยังไม่มีคะแนน น้ำหนัก 100',
			'ยังไม่มีคะแนน น้ำหนัก 100',
			'ยังไม่มีคะแนน น้ำหนัก 20'
		]);
	});

	test('an unknown district is refused', () => expect(() => gatherDistrict(makeView(), '9999')).toThrow());
});

describe.each(letters)('the letter %s without results', (id) => {
	test('fits two pages, inside the margins, no line over another, every title once', async () => {
		const view = mustBe(demo.empty.get(id));
		for (const { code } of view.province.districts.slice(0, 2)) {
			const bytes = await print(view, code);
			const pages = await readLayout(bytes);
			expect(pages.length).toBeLessThanOrEqual(2);
			expect(findOverflows(pages, margins)).toEqual([]);
			expect(findClashes(pages)).toEqual([]);
			const text = (await readPages(bytes)).map(withoutSpaces).join('');
			for (const { indicator } of gatherDistrict(view, code).items)
				expect(count(text, indicator.title), indicator.title).toBeGreaterThanOrEqual(1);
		}
	});
});

test('the demo’s fullest sheets and the longest name stay inside the margins on two pages', async () => {
	const view = later();
	const longest = view.province.districts.toSorted((a, b) => b.name.length - a.name.length).slice(0, 2);
	for (const code of [...longest.map((one) => one.code), '4008', '4025']) {
		const pages = await readLayout(await print(view, code));
		expect(pages.length, code).toBe(2);
		expect(findOverflows(pages, margins), code).toEqual([]);
		expect(findClashes(pages), code).toEqual([]);
	}
});

test('a sheet of as many files as there can be stays inside the margins', async () => {
	const pages = await readLayout(await print(makeCrowdedView(), '4003'));
	expect(findOverflows(pages, margins)).toEqual([]);
	expect(findClashes(pages)).toEqual([]);
});

test('what is attached is what is printed', () => {
	const view = makeView();
	const { data } = writeDistrict('4004')(view, makeSheet(view.office.paper));
	expect(data.map(({ name, rows }) => [name, rows.length])).toEqual([
		['district-4004-sections', 3],
		['district-4004-indicators', 18],
		['district-4004-files', 0]
	]);
	const [sections, indicators] = data;
	expect(sections?.rows[0]?.slice(0, 3)).toEqual(['รายทีม', expect.any(Number), 26]);
	expect(indicators?.rows.find(([, number]) => number === '5')?.slice(3, 7)).toEqual(['ยังไม่ส่ง', null, 5, '0–5']);
});
