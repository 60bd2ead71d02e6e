// A book of as much as a province can hold: it has to stand as well as one of a small one.
import { beforeAll, expect, test } from 'vitest';
import { writeBook } from '../../src/lib/reports/book/book.ts';
import { layPaper } from '../../src/lib/reports/paper.ts';
import { makeSheet } from '../../src/lib/reports/sheet.ts';
import { printDocument } from '../../src/lib/reports/typesetting/print.ts';
import { toThaiDigits } from '../../src/lib/thai/digits.ts';
import { drawSmall } from '../pages/draw-small.ts';
import { listChanged } from '../pages/hold-sheets.ts';
import { count, readBook, type ReadBook } from './book-reader.ts';
import { findClashes, findOverflows, findWidows } from './check-layout.ts';
import { makeCrowdedView } from './crowded.ts';
import { sarabun } from './fonts.ts';
import { withoutSpaces } from './read-pdf.ts';

const view = makeCrowdedView();
const { margins } = makeSheet(view.office.paper);
let book: ReadBook;
beforeAll(async () => {
	book = await readBook(await printDocument(() => layPaper(view, writeBook, 'thai'), sarabun));
}, 240_000);

/** Every heading of a content, as printed. */
function listHeadings(content: unknown): readonly string[] {
	if (Array.isArray(content)) return content.flatMap(listHeadings);
	if (typeof content !== 'object' || content === null) return [];
	const own = 'headlineLevel' in content && 'text' in content ? [joinText(content.text)] : [];
	return [...own, ...Object.values(content).flatMap(listHeadings)];
}
const joinText = (text: unknown): string =>
	Array.isArray(text)
		? text.map(joinText).join('')
		: typeof text === 'object' && text !== null && 'text' in text
			? joinText(text.text)
			: String(text);

test('is as crowded as it says', () => {
	expect(view.province.districts.length).toBe(32);
	expect(view.agreement.sections.flatMap(({ indicators }) => indicators).length).toBe(24);
	expect(view.received.length).toBe(200);
});

test('no word stands outside the margins and no two lines over each other', () => {
	expect(findOverflows(book.layout, margins)).toEqual([]);
	expect(findClashes(book.layout)).toEqual([]);
});

test('no heading stands at the foot of a page', () => {
	const headings = listHeadings(layPaper(view, writeBook, 'thai').content);
	expect(headings.length).toBeGreaterThan(100);
	expect(findWidows(book.layout, headings, margins)).toEqual([]);
});

test('no page is empty, or holds the key to a chart alone', () => {
	for (const { number, runs } of book.layout) expect(runs.length, `page ${number}`).toBeGreaterThan(9);
});

test('every file, indicator and district is there', () => {
	const text = book.pages.join('');
	for (const { sha256 } of view.received) expect(count(text, sha256)).toBe(1);
	for (const { indicators } of view.agreement.sections)
		for (const { indicator, title } of indicators)
			expect(text).toContain(withoutSpaces(toThaiDigits(`ข้อ ${indicator} ${title}`)));
	expect(book.bookmarks.flatMap(({ items }) => items).length).toBe(32 + 24);
});

test('is small', () => {
	expect(book.bytes.length).toBeLessThanOrEqual(1024 * (60 + 6 * book.pages.length));
});

test('every page looks as it did, of the districts the first three', () => {
	const nth = book.bookmarks.findIndex(({ items }) => items.length === 32);
	const [from, to] = [book.bookmarks[nth]?.items[3]?.page ?? 0, book.bookmarks[nth + 1]?.page ?? 0];
	const pages = book.layout.map(({ number }) => number).filter((number) => number < from || number >= to);
	expect(pages.length).toBeLessThan(book.pages.length);
	expect(listChanged('crowded-book', drawSmall([{ name: 'crowded-book', bytes: book.bytes, pages }]))).toEqual([]);
});
