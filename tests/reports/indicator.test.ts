import { beforeAll, describe, expect, test } from 'vitest';
import type { RoundView } from '../../src/lib/ranking/round.ts';
import { writeIndicator } from '../../src/lib/reports/indicator/indicator.ts';
import { gatherIndicator } from '../../src/lib/reports/indicator/facts.ts';
import { duties, findings, sayReason, saySources } from '../../src/lib/reports/indicator/words.ts';
import { layPaper } from '../../src/lib/reports/paper.ts';
import { makeSheet } from '../../src/lib/reports/sheet.ts';
import { keepQuoted, writeDigitsOf } from '../../src/lib/reports/written-digits.ts';
import { printRequest } from '../../src/lib/server/printing/print.ts';
import { loadDemo, mustBe } from '../demo/load-demo.ts';
import { findClashes, findOverflows, findWidows, readLayout } from './check-layout.ts';
import { expectExtracts } from './expect-extracts.ts';
import { makeView } from './fixture.ts';
import { listDocumentTexts, listTexts } from './list-texts.ts';
import { readPages, withoutSpaces } from './read-pdf.ts';

const print = (view: RoundView, section: string, indicator: string, digits: 'thai' | 'arabic' = 'thai') =>
	printRequest({ kind: 'indicator', section, indicator }, view, [], digits);
const read = async (view: RoundView, section: string, indicator: string) =>
	(await readPages(await print(view, section, indicator))).map(withoutSpaces).join('');
const { margins } = makeSheet(makeView().office.paper);
const headings = ['อำเภออยู่ที่ใดบนเกณฑ์', 'ผลของทุกอำเภอ', 'ข้อความในข้อตกลง', 'การตีความและคำวินิจฉัยที่ใช้กับข้อนี้', 'ใบรับ'];

const demo: { later?: RoundView } = {};
const later = () => mustBe(demo.later);
beforeAll(async () => {
	demo.later = (await loadDemo()).later;
}, 120_000);

describe('a report of the demo', () => {
	test('every word of it can be copied', async () => {
		const bytes = await print(later(), 'individual', '1');
		const { length } = await readPages(bytes);
		await expectExtracts(
			bytes,
			listDocumentTexts(layPaper(later(), writeIndicator('individual', '1'), 'thai'), length)
		);
	});

	test.each([
		['team', '1'],
		['individual', '2.1'],
		['competency', '3']
	])('%s %s names every district, those it does not apply to as well', async (section, indicator) => {
		const text = await read(later(), section, indicator);
		for (const { name } of later().province.districts) expect(text, name).toContain(withoutSpaces(name));
	});

	test('prints the letter’s own words: title, formula, every rung, and every reading that bears on it', async () => {
		const { indicator, readings } = gatherIndicator(later(), 'team', '1');
		const text = await read(later(), 'team', '1');
		const rungs = (indicator.ladder?.rungs ?? []).map((rung) => rung.text);
		for (const words of [
			indicator.title,
			indicator.formula ?? '',
			...rungs,
			...readings.map(({ reading }) => listTexts(writeDigitsOf(keepQuoted(reading.words), 'thai')).join(''))
		])
			expect(text).toContain(withoutSpaces(words));
		expect(readings.length).toBeGreaterThan(0);
		for (const { id } of readings) expect(text).toContain(id);
	});

	test('stays inside the margins, no line over another, no heading left alone', async () => {
		for (const { section, indicators } of later().agreement.sections) {
			for (const { indicator } of indicators.slice(0, 3)) {
				const pages = await readLayout(await print(later(), section, indicator));
				const at = `${section}/${indicator}`;
				expect(findOverflows(pages, margins), at).toEqual([]);
				expect(findClashes(pages), at).toEqual([]);
				expect(findWidows(pages, headings, margins), at).toEqual([]);
			}
		}
	});

	test('a row says what was worked out and by how much it failed, and names the cells it came from', () => {
		const facts = gatherIndicator(later(), 'individual', '1');
		const line = mustBe(facts.lines.find(({ name }) => name === 'ซำสูง'));
		expect(sayReason(line, facts.indicator)).toBe('ไม่เกิน 30 แต่เกิน 25');
		expect(saySources(line)).toMatch(/^\d+ [A-Z]\d+, [A-Z]\d+$/);
	});

	test('districts little short of a bound are told with what they lack, the nearest first', () => {
		const { near } = gatherIndicator(later(), 'individual', '1');
		expect(near.length).toBeGreaterThan(0);
		const missing = near.map(({ dot }) => dot.gap?.missing ?? 0);
		expect(missing).toEqual(missing.toSorted((a, b) => a - b));
		for (const { dot, line } of near) {
			expect(dot.held).toBe(false);
			expect(line.explanation.next).not.toBeNull();
		}
	});

	test('is the same twice', async () => {
		const [one, other] = [await print(later(), 'team', '5'), await print(later(), 'team', '5')];
		expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(0);
	});
});

describe('its sentences', () => {
	test('count what is scored, by outcome, and name who owes and who waits', () => {
		const view = makeView();
		const facts = gatherIndicator(view, 'competency', '3');
		const outcomes = new Map<unknown, number>();
		for (const { score } of facts.lines)
			if (score.status === 'scored') outcomes.set(score.outcome, (outcomes.get(score.outcome) ?? 0) + 1);
		const said = findings(facts).join(' ');
		expect(said).toContain('คิดคะแนนแล้ว 22 จาก 26 อำเภอที่ใช้ตัวชี้วัดนี้');
		for (const [outcome, number] of outcomes) expect(said).toContain(`ระดับ ${String(outcome)} มี ${number}`);
		expect(duties(view, facts)).toEqual([
			{ title: 'ยังไม่ส่ง 2 อำเภอ', text: 'ภูผาม่าน และ เวียงเก่า กลุ่มงานสารสนเทศติดตามและตรวจ' },
			{
				title: 'รอคำวินิจฉัยของคณะกรรมการประเมิน 2 อำเภอ',
				text: 'ชนบท (X73 เสนอระดับ 3) และ โนนศิลา (X73 เสนอระดับ 3)'
			}
		]);
	});

	test('a late one is named, and counted alone where nothing else is open', () => {
		const facts = gatherIndicator(makeView(), 'team', '1');
		expect(findings(facts)).toContain('ส่งหลังวันปิดรับ 1 อำเภอ คือ โคกโพธิ์ไชย');
	});

	test('of an empty round say only that nothing is scored', async () => {
		const view = makeView({ empty: true });
		const facts = gatherIndicator(view, 'team', '1');
		expect(findings(facts)).toEqual(['คิดคะแนนแล้ว 0 จาก 26 อำเภอที่ใช้ตัวชี้วัดนี้']);
		const text = await read(view, 'team', '1');
		expect(text).toContain('ยังไม่ส่ง๒๖อำเภอ');
		expect(text).not.toContain('ระดับ๐');
		expect(text).not.toMatch(/ค่ากลาง/);
	});

	test('an unknown indicator is refused', () => expect(() => gatherIndicator(makeView(), 'team', '99')).toThrow());
});

test('what is attached is what is printed', () => {
	const view = makeView();
	const { data } = writeIndicator('team', '5')(view, makeSheet(view.office.paper));
	expect(data.map(({ name, rows }) => [name, rows.length])).toEqual([
		['indicator-team-5-districts', 26],
		['indicator-team-5-readings', 0],
		['indicator-team-5-files', 0]
	]);
	expect(data[0]?.rows.find(([name]) => name === 'หนองเรือ')?.slice(1, 4)).toEqual(['ยังไม่ส่ง', null, null]);
});
