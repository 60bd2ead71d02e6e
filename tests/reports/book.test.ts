import { beforeAll, expect, test } from 'vitest';
import { embed } from '../../src/lib/reports/book/districts.ts';
import { listExtremes, listMeasures, sayEnds } from '../../src/lib/reports/book/measures.ts';
import { planBook } from '../../src/lib/reports/book/plan.ts';
import { writeBook } from '../../src/lib/reports/book/book.ts';
import { layPaper } from '../../src/lib/reports/paper.ts';
import { makeSheet } from '../../src/lib/reports/sheet.ts';
import { printDocument } from '../../src/lib/reports/typesetting/print.ts';
import { toThaiDigits } from '../../src/lib/thai/digits.ts';
import { regulationPaper, type RoundView } from '../../src/lib/ranking/round.ts';
import { count, readBook, textOf, type Bookmark, type ReadBook } from './book-reader.ts';
import { expectExtracts } from './expect-extracts.ts';
import { makeView, province } from './fixture.ts';
import { sarabun } from './fonts.ts';
import { listTexts } from './list-texts.ts';
import { withoutSpaces } from './read-pdf.ts';

const print = (view: RoundView, digits: 'thai' | 'arabic' = 'thai') =>
	printDocument(() => layPaper(view, writeBook, digits), sarabun);
const asPrinted = (text: string) => withoutSpaces(toThaiDigits(text));

const view = makeView();
const indicators = view.agreement.sections.flatMap((section) => section.indicators);
let book: ReadBook;
beforeAll(async () => {
	book = await readBook(await print(view));
}, 120_000);

const chapters = [
	'สารบัญ',
	'บทที่ ๑ บทสรุป',
	'บทที่ ๒ อันดับของอำเภอ',
	'บทที่ ๓ ผลรายตัวชี้วัด',
	'บทที่ ๔ ผลรายอำเภอ',
	'ภาคผนวก ก ตัวชี้วัดและเกณฑ์ตามข้อตกลง',
	'ภาคผนวก ข การตีความข้อตกลง',
	'ภาคผนวก ค วิธีคิดคะแนนและจัดอันดับ',
	'ภาคผนวก ง ผลที่ยังค้างและเรื่องที่รอคำวินิจฉัย',
	'ภาคผนวก จ แฟ้มที่ได้รับ'
];
const within = (title: string): readonly Bookmark[] => book.bookmarks.find((one) => one.title === title)?.items ?? [];
const chapter = (title: string): string => textOf(book, book.bookmarks, title);

test('has a bookmark for every chapter, each district and each indicator, in order', () => {
	expect(book.bookmarks.map(({ title }) => title)).toEqual(chapters);
	expect(within('บทที่ ๔ ผลรายอำเภอ').map(({ title }) => title)).toEqual(
		province.districts.map(({ name }) => `อำเภอ${name}`)
	);
	expect(within('ภาคผนวก ก ตัวชี้วัดและเกณฑ์ตามข้อตกลง').length).toBe(indicators.length);
});

test('the contents give the page on which each of them begins', () => {
	const contents = chapter('สารบัญ');
	for (const { title, page } of [
		...book.bookmarks.slice(1),
		...within('บทที่ ๔ ผลรายอำเภอ'),
		...within('ภาคผนวก ก ตัวชี้วัดและเกณฑ์ตามข้อตกลง')
	]) {
		expect(contents).toContain(withoutSpaces(`${title}${toThaiDigits(String(page))}`));
		expect(book.pages[page - 1], title).toContain(withoutSpaces(title.replace(/^.* ข้อ (\S+) .*$/u, 'ข้อ $1')));
	}
});

test('every page but the cover says its number, and a district’s pages its name', () => {
	book.pages.forEach((page, nth) => {
		if (nth > 0) expect(page).toContain(`-${toThaiDigits(String(nth + 1))}-`);
		else expect(page).not.toContain('-๑-');
	});
	const [next] = book.bookmarks.slice(chapters.indexOf('บทที่ ๔ ผลรายอำเภอ') + 1);
	const districts = within('บทที่ ๔ ผลรายอำเภอ');
	districts.forEach(({ title, page }, nth) => {
		const end = districts[nth + 1]?.page ?? next?.page ?? 0;
		expect(end - page).toBeGreaterThanOrEqual(1);
		expect(end - page).toBeLessThanOrEqual(2);
		for (const own of book.pages.slice(page - 1, end - 1)) expect(own).toContain(withoutSpaces(title));
	});
});

test('no indicator, reading or file is lost', () => {
	const letter = chapter('ภาคผนวก ก ตัวชี้วัดและเกณฑ์ตามข้อตกลง');
	for (const { indicator, title } of indicators)
		expect(count(letter, asPrinted(`ข้อ ${indicator} ${title}`)), title).toBe(1);
	const readings = chapter('ภาคผนวก ข การตีความข้อตกลง');
	for (const [id, reading] of Object.entries(view.agreement.readings)) {
		expect(count(readings, id), id).toBeGreaterThanOrEqual(1);
		for (const part of [reading.words, `อ่านว่า ${reading.taken}`, `เพราะ ${reading.why}`])
			expect(readings).toContain(asPrinted(part));
	}
	const files = chapter('ภาคผนวก จ แฟ้มที่ได้รับ');
	for (const { file, sha256 } of view.received) {
		expect(count(files, sha256)).toBe(1);
		expect(files).toContain(file);
	}
	expect(count(files, 'ส่งหลังกำหนด')).toBe(2);
});

test('the heat table has a row for each district, and the index one with its page', () => {
	const results = chapter('บทที่ ๓ ผลรายตัวชี้วัด');
	const index = textOf(book, book.bookmarks, 'บทที่ ๔ ผลรายอำเภอ', within('บทที่ ๔ ผลรายอำเภอ')[0]?.page ?? 0);
	for (const { name } of province.districts) {
		expect(count(results, withoutSpaces(name)), name).toBeGreaterThanOrEqual(1);
		expect(index).toContain(withoutSpaces(name));
	}
	for (const { short } of indicators) expect(results).toContain(asPrinted(short));
});

test('all that is written comes back from three viewers letter for letter', async () => {
	await expectExtracts(book.bytes, listTexts(layPaper(view, writeBook, 'thai').content));
}, 240_000);

test('is small, and the same bytes twice', async () => {
	expect(book.bytes.length).toBeLessThanOrEqual(1024 * (60 + 6 * book.pages.length));
	expect(Buffer.compare(Buffer.from(await print(view)), Buffer.from(book.bytes))).toBe(0);
}, 120_000);

test('attaches the rankings, every score and every file', () => {
	const { data } = writeBook(view, makeSheet(view.office.paper));
	expect(data.map(({ name, rows }) => [name, rows.length])).toEqual([
		['ranking-team', 26],
		['ranking-individual', 26],
		['ranking-competency', 26],
		['scores', view.answer.scores.length],
		['files', 2]
	]);
	for (const { columns, rows } of data) for (const row of rows) expect(row.length).toBe(columns.length);
});

test('an empty round is said to be empty: no leader, no lowest indicator, no figure for what was not sent', async () => {
	const empty = await readBook(await print(makeView({ empty: true }), 'arabic'));
	const summary = textOf(empty, empty.bookmarks, 'บทที่ 1 บทสรุป');
	expect(summary).toContain('ยังไม่ได้รับผลของอำเภอใด');
	expect(summary).not.toContain('อันดับ1');
	expect(summary).not.toContain('น้อยที่สุด');
	expect(textOf(empty, empty.bookmarks, 'ภาคผนวก จ แฟ้มที่ได้รับ')).toContain('ยังไม่ได้รับแฟ้มใด');
	expect(textOf(empty, empty.bookmarks, 'ภาคผนวก ค วิธีคิดคะแนนและจัดอันดับ')).not.toContain('ตัวอย่าง');
}, 120_000);

test('says that it is a draft only where it is one, and that figures are invented only where they are', async () => {
	const paper = { ...regulationPaper, draft: true };
	const cover = (text: readonly string[]) => text[0] ?? '';
	const draft = await readBook(await print(makeView({ office: { paper }, demo: false })));
	expect(cover(draft.pages)).toContain('ฉบับร่าง');
	expect(cover(draft.pages)).not.toContain('สมมติ');
	expect(cover(book.pages)).not.toContain('ฉบับร่าง');
	expect(cover(book.pages)).toContain('สมมติ');
}, 120_000);

test('indicators that share the last place named are all named, or none of them is', () => {
	const [measure] = listMeasures(view);
	if (measure === undefined) throw new Error('no indicator');
	const having = (...shares: readonly (number | null)[]) => shares.map((share) => ({ ...measure, share }));
	const lengths = (measures: ReturnType<typeof having>) => {
		const { weakest, strongest } = listExtremes(measures);
		return [weakest.length, strongest.length];
	};
	expect(lengths(having(10, 20, 30, 40, 50, 60, 70))).toEqual([3, 3]);
	expect(lengths(having(10, 20, 30, 30, 50, 60, 70, 80, 90))).toEqual([4, 3]);
	expect(lengths(having(10, 20, 30, 30, 30, 30, 70, 80, 90))).toEqual([2, 3]);
	expect(lengths(having(50, 50, 50, 50, 50, 50))).toEqual([0, 0]);
	expect(lengths(having(50, 60))).toEqual([2, 0]);
	expect(lengths(having(null, null))).toEqual([0, 0]);
	expect(sayEnds(listExtremes(having(10, 10, 20, 30, 40, 50, 60)))).toMatch(
		/น้อยที่สุด .+ และ .+ \(10\.00\) มากที่สุด .+ \(60\.00\)$/
	);
	expect(sayEnds(listExtremes(having(50, 50)))).toBeNull();
});

test('a sheet inside the book keeps its words, and its title is the bookmark', () => {
	const [district] = province.districts;
	if (district === undefined) throw new Error('no district');
	const sheet = [{ text: 'ชื่อ', headlineLevel: 1 }, { stack: [{ text: 'หัวข้อ', headlineLevel: 2, id: 'open' }] }];
	expect(embed(sheet, district, planBook(view))).toEqual([
		{
			text: 'ชื่อ',
			headlineLevel: 2,
			id: 'district-4001',
			outline: true,
			outlineText: 'อำเภอเมืองขอนแก่น',
			outlineParentId: 'chapter-districts'
		},
		{ stack: [{ text: 'หัวข้อ', headlineLevel: 3, room: 90, id: 'district-4001-open' }] }
	]);
});
