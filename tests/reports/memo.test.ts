import { expect, test } from 'vitest';
import { regulationPaper, type PaperSettings, type RoundView } from '../../src/lib/ranking/round.ts';
import { makeRoom } from '../../src/lib/reports/furniture.ts';
import { gatherFacts } from '../../src/lib/reports/memo/facts.ts';
import { writeMemo } from '../../src/lib/reports/memo/memo.ts';
import { layPaper } from '../../src/lib/reports/paper.ts';
import { makeSheet } from '../../src/lib/reports/sheet.ts';
import { printDocument } from '../../src/lib/reports/typesetting/print.ts';
import { printRequest } from '../../src/lib/server/printing/print.ts';
import { toThaiDigits } from '../../src/lib/thai/digits.ts';
import { findClashes, findOverflows, readLayout } from './check-layout.ts';
import { makeCrowdedView } from './crowded.ts';
import { plainEmblem } from './emblem.ts';
import { expectExtracts } from './expect-extracts.ts';
import { makeView, province } from './fixture.ts';
import { sarabun } from './fonts.ts';
import { listTexts } from './list-texts.ts';
import { readPages, withoutSpaces } from './read-pdf.ts';
import { makeUnsettledView } from './unsettled.ts';

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

test('numbers its second page in Thai', async () => {
	const pages = await readPages(await print(makeView()));
	expect(pages[0]).not.toMatch(/- ?๑ ?-/);
	expect(pages[1]).toMatch(/- ?๒ ?-/);
});

test('a memo of a round as it was is not dated back: it says up to when its data came', async () => {
	const view: RoundView = { ...makeView(), as_of: '2022-09-12T14:00' };
	const [page = ''] = await readPages(await print(view));
	const text = withoutSpaces(page);
	expect(text).toContain(withoutSpaces('วันที่ข้อมูลถึงวันที่ ๑๒ กันยายน ๒๕๖๕ เวลา ๑๔.๐๐ น.'));
	expect(text).toContain(withoutSpaces('จากข้อมูลที่ได้รับถึงวันที่ ๑๒ กันยายน ๒๕๖๕ เวลา ๑๔.๐๐ น.'));
	const [before = ''] = await readPages(await print({ ...makeView({ empty: true }), as_of: '2022-04-12' }));
	expect(withoutSpaces(before)).toContain(withoutSpaces('ยังไม่ได้รับข้อมูลถึงวันที่ ๑๒ เมษายน ๒๕๖๕'));
});

const shares = { team: 50, individual: 30, competency: 20 };
const own = {
	name: 'สำนักงานพัฒนาชุมชนจังหวัดพระนครศรีอยุธยา',
	document_number: 'ขก 0019/123',
	signer: 'นายตัวอย่าง สมมติขึ้นเพื่อทดสอบ',
	signer_position: 'พัฒนาการจังหวัดพระนครศรีอยุธยา'
};
const paper = (change: Partial<PaperSettings>): PaperSettings => ({ ...regulationPaper, ...change });
const crowded: readonly [string, RoundView][] = [
	['a usual round', makeView()],
	['a total and grades', makeView({ office: { ...own, shares, bands } })],
	['an emblem', makeView({ office: { shares, paper: paper({ emblem: plainEmblem }) } })],
	['a secret draft', makeView({ office: { bands, paper: paper({ draft: true, secrecy: 'ลับที่สุด' }) } })],
	['large letters', makeView({ office: { shares, paper: paper({ sizes: { title: 32, label: 22, body: 20 } }) } })],
	['wide margins', makeView({ office: { paper: paper({ margins: { top: 2.5, right: 3, bottom: 2.5, left: 4 } }) } })],
	['nothing received', makeView({ empty: true })],
	['32 districts', makeCrowdedView()],
	['32 districts, a total and grades', makeCrowdedView({ office: { ...own, shares, bands } })],
	['32 districts, nothing received', makeCrowdedView({ empty: true })],
	['32 districts of which half is open', makeUnsettledView({ office: { shares, bands } })]
];

test.each(crowded)(
	'with %s it is two pages, nothing outside the margins or over anything else',
	async (_what, view) => {
		const bytes = await print(view);
		const pages = await readLayout(bytes);
		expect(pages.length).toBe(2);
		const { margins } = makeSheet(makeRoom(view.office.paper));
		expect(findOverflows(pages, margins)).toEqual([]);
		expect(findClashes(pages)).toEqual([]);
		const [letter = '', ranking = ''] = (await readPages(bytes)).map(withoutSpaces);
		expect(letter).toContain('จึงเรียนมาเพื่อโปรดทราบ');
		expect(letter).toContain(withoutSpaces(view.office.signer_position ?? 'ตำแหน่ง'));
		for (const { name } of view.province.districts) expect(ranking).toContain(toThaiDigits(withoutSpaces(name)));
	}
);

test.each(crowded.slice(-4))(
	'with %s every district that owes something is named where it is said',
	async (_what, view) => {
		const { open } = gatherFacts(view);
		const [, ranking = ''] = (await readPages(await print(view))).map(withoutSpaces);
		const owing = ranking.slice(ranking.indexOf('วิธีคิดร้อยละ'));
		for (const { line } of open) expect(owing).toContain(toThaiDigits(withoutSpaces(line.name)));
	}
);

test('every text comes back from every viewer', async () => {
	const view = makeView({ office: { ...own, bands } });
	const texts = listTexts(layPaper(view, writeMemo, 'thai').content);
	await expectExtracts(await print(view), texts);
});

test('the data attached are what is printed', () => {
	const view = makeView({ office: { shares, bands } });
	const { data } = writeMemo(view, makeSheet(view.office.paper));
	expect(data.map(({ name }) => name)).toEqual([
		'ranking-team',
		'ranking-individual',
		'ranking-competency',
		'ranking-combined',
		'open',
		'questions'
	]);
	for (const table of data) {
		for (const row of table.rows) expect(row.length).toBe(table.columns.length);
	}
	expect(data[0]?.rows[0]).toEqual(['1', 'เมืองขอนแก่น', '100.00', 'ก', '']);
	expect(data[0]?.rows.at(-1)).toEqual(['26', 'ภูผาม่าน', 'ยังไม่มี', '', 'ยังไม่ส่ง']);
});

test('with a total, rows stand in its order', async () => {
	const view = makeView({ office: { shares } });
	const { rankings } = gatherFacts(view);
	const [, page = ''] = (await readPages(await print(view))).map(withoutSpaces);
	const places = (rankings.at(-1)?.lines ?? []).map(({ name }) => page.indexOf(withoutSpaces(name)));
	expect(places).toEqual(places.toSorted((a, b) => a - b));
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

test('prints each percent of the data to two decimals', async () => {
	const view = makeView();
	const text = withoutSpaces((await readPages(await print(view))).join(''));
	for (const score of view.answer.sections.filter(({ district }) => district !== '4020')) {
		if ((score.percent ?? 0) > 0) expect(text).toContain(toThaiDigits((score.percent ?? 0).toFixed(2)));
	}
});

test('says who owes what, what cannot be used, and what waits for a ruling', async () => {
	const text = withoutSpaces((await readPages(await print(makeView()))).join(''));
	for (const part of [
		'ยังไม่ส่งผลเลย๑อำเภอคือภูผาม่าน',
		'ยังไม่ส่งรายทีม:หนองเรือข้อ๕,เวียงเก่าข้อ๒',
		'เวียงเก่าทั้ง๕ข้อ',
		'ค่าใช้ไม่ได้รายทีม:ซำสูงข้อ๔',
		'สมรรถนะข้อ๓ชนบท(๖๐.๕)และโนนศิลา(๖๐.๕)',
		'เสนอระดับ๓:',
		'(การตีความX73)',
		'ผลที่ส่งหลังวันปิดรับมีของโคกโพธิ์ไชย'
	])
		expect(text).toContain(part);
});

test('a place shared by many is counted, and few open results stand in a table with what is still possible', async () => {
	const settled = makeView();
	const few = new Set(['4004']);
	const view: RoundView = {
		...settled,
		answer: {
			...settled.answer,
			scores: settled.answer.scores.map((score) =>
				few.has(score.district) || score.status === 'scored' ? score : { ...score, status: 'scored', outcome: 3 }
			)
		}
	};
	const text = withoutSpaces((await readPages(await print(view))).join(''));
	const open = view.answer.sections.find(({ district, section }) => district === '4004' && section === 'team');
	expect(text).toContain('ยังไม่ส่งข้อ๕OTOPออนไลน์(ส่งเสริม)');
	expect(text).toContain(
		toThaiDigits([open?.percent_worst, open?.percent_best].map((percent) => percent?.toFixed(2)).join('–'))
	);
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
