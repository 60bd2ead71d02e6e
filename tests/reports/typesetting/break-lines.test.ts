// The contract of Thai line ends, held against the dictionary itself and against the paper that comes out.
import { expect, test, vi } from 'vitest';
import { writeMemo } from '../../../src/lib/reports/memo/memo.ts';
import { makeSheet } from '../../../src/lib/reports/sheet.ts';
import { findBreaks } from '../../../src/lib/reports/typesetting/break-lines.ts';
import { keptWords } from '../../../src/lib/reports/typesetting/keep-list.ts';
import { installMergedRuns } from '../../../src/lib/reports/typesetting/merged-runs.ts';
import { Renderer } from '../../../src/lib/reports/typesetting/pdfmake-parts.ts';
import { printDocument } from '../../../src/lib/reports/typesetting/print.ts';
import { makeView, province } from '../fixture.ts';
import { listTexts } from '../list-texts.ts';
import { sarabun } from '../fonts.ts';
import { readPages, withoutSpaces } from '../read-pdf.ts';

const names = [province.name, ...province.districts.map(({ name }) => name)];
const sentences = [
	'ขออำเภอหนองนาคำ เขาสวนกวาง และภูผาม่านส่งผลภายในวันที่ ๑ กันยายน พ.ศ. ๒๕๖๕ เวลา ๑๖.๓๐ น. ตามเป้าหมายงบประมาณ',
	'ได้ร้อยละ 91.11 จาก 26 อำเภอ ระหว่าง 1–15 ก.ย. 2565 (ตัวชี้วัดที่ ๕) โทร ๐๔๓ ๒๓๖ ๗๔๒ ต่อ ๑๒',
	'ผู้รับผิดชอบต่าง ๆ ของ สพอ. และ จปฐ. ฯลฯ “ทุนปัญญา” เพิ่มขึ้น ๙๙๙ บาท',
	'น้ำพอง ซำสูง ก้ำกึ่ง ป่าชุมชน ญาติผู้ใหญ่ กตัญญู ฐานะ ปฏิญญา'
];

const view = makeView();
const titles = view.agreement.sections.flatMap(({ indicators }) => indicators.map(({ title }) => title));
const texts = [
	...new Set([...listTexts(writeMemo(view, makeSheet(view.office.paper)).content), ...titles, ...sentences])
].filter((text) => /\S/.test(text));

const unitsAfterNumbers = /[0-9๐-๙] ?$/u;
const unit = /^ ?(?:อำเภอ|ตัวชี้วัด|ข้อ|รายการ|บาท|คะแนน|น\.|%|ก\.ย\.|กันยายน|เมษายน|เรื่อง|ส่วน)/u;

test('texts of the memo are many and whole', () => {
	expect(texts.length).toBeGreaterThan(80);
	expect(texts.some((text) => text.includes('เขาสวนกวาง'))).toBe(true);
});

test.each(['grapheme', 'word'] as const)('no line ends inside a %s', (granularity) => {
	const segmenter = new Intl.Segmenter('th', { granularity });
	for (const text of texts) {
		const starts = new Set([...segmenter.segment(text)].map(({ index }) => index));
		expect(
			findBreaks(text, names)
				.filter((at) => !starts.has(at))
				.map((at) => `${text.slice(0, at)}|${text.slice(at)}`)
		).toEqual([]);
	}
});

test('no line ends inside a name or a kept word', () => {
	for (const text of texts) {
		for (const word of [...names, ...keptWords]) {
			for (let from = text.indexOf(word); from !== -1; from = text.indexOf(word, from + 1)) {
				expect(findBreaks(text, names).filter((at) => at > from && at < from + word.length)).toEqual([]);
			}
		}
	}
});

test('no line ends between a number and its unit, inside a year or before ๆ ฯ ” ) %', () => {
	for (const text of texts) {
		for (const at of findBreaks(text, names)) {
			const [before, after] = [text.slice(0, at), text.slice(at)];
			expect(unitsAfterNumbers.test(before) && unit.test(after), `${before}|${after}`).toBe(false);
			expect(/พ\.ศ\. ?$/u.test(before), `${before}|${after}`).toBe(false);
			expect(/^[ๆฯ”)%]/u.test(after), `${before}|${after}`).toBe(false);
			expect(/[เแโใไ“(]$/u.test(before), `${before}|${after}`).toBe(false);
		}
	}
});

const cut: readonly [string, string][] = [
	['อำเภอเขาสวนกวางและหนองนาคำ', 'อำเภอ|เขาสวนกวาง|และ|หนองนาคำ'],
	['ใช้จ่ายงบประมาณตามเป้าหมาย', 'ใช้จ่าย|งบประมาณ|ตาม|เป้าหมาย'],
	['มี 26 อำเภอ ส่งแล้ว', 'มี |26 อำเภอ |ส่ง|แล้ว'],
	['ปี พ.ศ. ๒๕๖๕ นี้', 'ปี |พ.ศ. ๒๕๖๕ |นี้'],
	['ถึง ๑ กันยายน ๒๕๖๕ เวลา ๑๖.๓๐ น.', 'ถึง ๑ กันยายน ๒๕๖๕ |เวลา ๑๖.๓๐ น.'],
	['จากหนี้ ณ วันที่ 1 ตุลาคม 2564', 'จาก|หนี้ |ณ วันที่ 1 ตุลาคม 2564'],
	['ได้ 3 แต่ยังไม่ถึง 4', 'ได้ |3 |แต่|ยังไม่ถึง 4'],
	['เปลี่ยน 1 ค่า ขอให้ส่ง', 'เปลี่ยน |1 ค่า |ขอให้|ส่ง'],
	['ร้อยละ 95 ค่าเฉลี่ย', 'ร้อยละ 95 |ค่าเฉลี่ย'],
	['ความสุข', 'ความสุข'],
	['', '']
];
test.each(cut)('%s may end where it is cut: %s', (text, expected) => {
	const breaks = findBreaks(text, names);
	expect([0, ...breaks].map((at, nth) => text.slice(at, breaks[nth])).join('|')).toBe(expected);
});

interface SetLine {
	readonly text: string;
	/** points, without the space at its end */
	readonly width: number;
	readonly measure: (text: string) => number;
}

/** Prints each text as a narrow column on a page of its own; the lines as set, before a viewer reads them in its way. */
async function setLines(width: number): Promise<{ readonly bytes: Uint8Array; readonly lines: readonly SetLine[] }> {
	const lines: SetLine[] = [];
	installMergedRuns();
	const spy = vi.spyOn(Renderer.prototype, 'renderLine');
	const bytes = await printDocument(
		() => ({
			content: texts.map((text, nth) => ({
				columns: [{ width, text }],
				...(nth === 0 ? {} : { pageBreak: 'before' as const })
			})),
			defaultStyle: { font: 'Sarabun', fontSize: 10.8, lineHeight: 1.48, ...{ keepTogether: names } }
		}),
		sarabun
	);
	for (const [{ inlines }] of spy.mock.calls) {
		const text = inlines.map((inline) => inline.text).join('');
		const measure = (some: string) => inlines[0]?.font.widthOfString(some.trimEnd(), 10.8) ?? 0;
		lines.push({ text, width: measure(text), measure });
	}
	spy.mockRestore();
	return { bytes, lines };
}

test.each([70, 120, 210, 330])(
	'set %d points wide, every line ends where it may, none leaves its column and no mark is lost',
	async (width) => {
		const { bytes, lines } = await setLines(width);
		expect(lines.length).toBeGreaterThan(texts.length);
		let nth = 0;
		let text = texts[0] ?? '';
		let end = 0;
		for (const line of lines) {
			if (end === text.length) {
				nth += 1;
				text = texts[nth] ?? '';
				end = 0;
			}
			expect(text.slice(end, end + line.text.length)).toBe(line.text);
			expect(line.width, line.text).toBeLessThanOrEqual(width + 0.51);
			end += line.text.length;
			const ends = [0, ...findBreaks(text, names), text.length];
			if (ends.includes(end)) continue;
			// what is cut all the same is wider than the column
			const phrase = text.slice(
				ends.findLast((at) => at < end) ?? 0,
				ends.find((at) => at > end)
			);
			expect(line.measure(phrase), phrase).toBeGreaterThan(width);
		}
		expect(nth).toBe(texts.length - 1);
		const pages = await readPages(bytes);
		expect(pages.map(withoutSpaces)).toEqual(texts.map(withoutSpaces));
	}
);

test('a figure at the end of a paragraph does not stand alone on its last line', () => {
	const text = 'เปลี่ยนเฉพาะน้ำหนัก 1 และ เปลี่ยนเกณฑ์ 13';
	const breaks = findBreaks(text);
	expect(breaks.at(-1)).toBe(text.lastIndexOf('เกณฑ์'));
});
