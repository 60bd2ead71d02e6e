// The book of the demo's newest round, on a real letter with its clauses, readings and a file that came late.
import { beforeAll, expect, test } from 'vitest';
import type { RoundView } from '../../src/lib/ranking/round.ts';
import { makeSheet } from '../../src/lib/reports/sheet.ts';
import { writeText } from '../../src/lib/reports/written-digits.ts';
import { printRequest } from '../../src/lib/server/printing/print.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { count, readBook, textOf, type ReadBook } from './book-reader.ts';
import { findClashes, findOverflows } from './check-layout.ts';
import { withoutSpaces } from './read-pdf.ts';

let view: RoundView;
let book: ReadBook;
beforeAll(async () => {
	view = (await loadDemo()).later;
	book = await readBook(await printRequest({ kind: 'book' }, view, [], 'thai'));
}, 240_000);

const asPrinted = (text: string) => withoutSpaces(writeText(text, 'thai'));
const chapter = (title: string) => textOf(book, book.bookmarks, title);

test('holds every clause of the letter, word for word', () => {
	const text = chapter('ภาคผนวก ก ตัวชี้วัดและเกณฑ์ตามข้อตกลง');
	const ladders = view.agreement.sections
		.flatMap(({ indicators }) => indicators)
		.flatMap(({ ladder, parts = [] }) => [
			...parts.map((part) => part.ladder),
			...(ladder === undefined ? [] : [ladder])
		]);
	const clauses = ladders.flatMap(({ rungs }) => rungs.map((rung) => rung.text));
	expect(clauses.length).toBeGreaterThan(90);
	expect(clauses.filter((clause) => !text.includes(asPrinted(clause)))).toEqual([]);
});

test('holds every reading, and says which wait for a ruling', () => {
	const text = chapter('ภาคผนวก ข การตีความข้อตกลง');
	const readings = Object.entries(view.agreement.readings);
	expect(readings.filter(([id]) => !text.includes(id))).toEqual([]);
	expect(count(text, 'เสนอไว้รอคำวินิจฉัย')).toBe(readings.filter(([, { kind }]) => kind === 'filler').length);
});

test('holds every file with its whole fingerprint, and marks the one that came late', () => {
	const text = chapter('ภาคผนวก จ แฟ้มที่ได้รับ');
	for (const { sha256 } of view.received) expect(count(text, sha256)).toBe(1);
	expect(count(text, 'ส่งหลังกำหนด')).toBe(1 + view.received.filter(({ late }) => late).length);
	expect(text).not.toMatch(/SHA-[๐-๙]/u);
});

test('works a real result out by hand, down to the percent printed in the ranking', () => {
	const text = chapter('ภาคผนวก ค วิธีคิดคะแนนและจัดอันดับ');
	expect(text).toContain('ตัวอย่าง:อำเภอเมืองขอนแก่นรายทีมข้อ๑');
	expect(text).toMatch(/คะแนนถ่วงน้ำหนัก=น้ำหนัก๓๐×๕÷๕=๓๐/u);
	expect(text).toMatch(/ร้อยละ=๑๐๐×๙๖÷น้ำหนักรวม๑๐๐=๙๖\.๐๐ได้อันดับ๑/u);
	const first = view.answer.sections.find(({ district, section }) => district === '4001' && section === 'team');
	expect(first?.percent).toBe(96);
});

test('stands inside its margins, nothing over anything, and is small', () => {
	expect(findOverflows(book.layout, makeSheet(view.office.paper).margins)).toEqual([]);
	expect(findClashes(book.layout)).toEqual([]);
	expect(book.bytes.length).toBeLessThanOrEqual(1024 * (60 + 6 * book.pages.length));
});
