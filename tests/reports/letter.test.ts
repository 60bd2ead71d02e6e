import { expect, test } from 'vitest';
import { regulationPaper, type PaperSettings, type RoundView } from '../../src/lib/ranking/round.ts';
import { makeRoom } from '../../src/lib/reports/furniture.ts';
import { writeLetters } from '../../src/lib/reports/letter/letter.ts';
import { layPaper } from '../../src/lib/reports/paper.ts';
import { makeSheet } from '../../src/lib/reports/sheet.ts';
import { printRequest } from '../../src/lib/server/printing/print.ts';
import { toThaiDigits } from '../../src/lib/thai/digits.ts';
import { findClashes, findOverflows, readLayout } from './check-layout.ts';
import { makeCrowdedView } from './crowded.ts';
import { plainEmblem } from './emblem.ts';
import { expectExtracts } from './expect-extracts.ts';
import { makeView, province } from './fixture.ts';
import { listTexts } from './list-texts.ts';
import { readPages, withoutSpaces } from './read-pdf.ts';

const print = (view: RoundView, district: string | null, digits: 'thai' | 'arabic' = 'thai') =>
	printRequest({ kind: 'letter', district }, view, [], digits);
const read = async (view: RoundView, district: string) =>
	(await readPages(await print(view, district))).map(withoutSpaces).join('');

const codeOf = (name: string) => province.districts.find((district) => district.name === name)?.code ?? '';
const paper = (change: Partial<PaperSettings>): PaperSettings => ({ ...regulationPaper, ...change });
const own = {
	document_number: 'ขก 0019/123',
	signer: 'นายตัวอย่าง สมมติขึ้นเพื่อทดสอบ',
	signer_position: 'พัฒนาการจังหวัดขอนแก่น',
	paper: paper({
		address: ['ศาลากลางจังหวัดขอนแก่น', 'ถนนหน้าศูนย์ราชการ ขก 40000'],
		contact: ['กลุ่มงานยุทธศาสตร์การพัฒนาชุมชน', 'โทร. 0 0000 0000']
	})
};

test('has the form of an outgoing letter, each part under the one before', async () => {
	const text = await read(makeView({ office: own }), codeOf('บ้านฝาง'));
	const parts = [
		'ที่ขก๐๐๑๙/',
		'สำนักงานพัฒนาชุมชนจังหวัดขอนแก่น',
		'ศาลากลางจังหวัดขอนแก่น',
		'๒๘กันยายน๒๕๖๕',
		'เรื่องแจ้งผลคะแนนตามข้อตกลงของอำเภอรอบที่๒/๒๕๖๕',
		'เรียนพัฒนาการอำเภอบ้านฝาง',
		'อ้างถึงข้อตกลงการปฏิบัติราชการ',
		'สิ่งที่ส่งมาด้วยผลรายตัวชี้วัดของอำเภอบ้านฝาง',
		'จึงเรียนมาเพื่อทราบ',
		'ขอแสดงความนับถือ',
		'(นายตัวอย่างสมมติขึ้นเพื่อทดสอบ)',
		'พัฒนาการจังหวัดขอนแก่น',
		'กลุ่มงานยุทธศาสตร์การพัฒนาชุมชน'
	];
	let from = 0;
	for (const part of parts) {
		const at = text.indexOf(part, from);
		expect(at, part).toBeGreaterThanOrEqual(from);
		from = at + part.length;
	}
	expect(text).not.toMatch(/[0-9]/);
});

test('the running number is left to be filled in: it is not that of the memo', async () => {
	expect(await read(makeView({ office: own }), codeOf('บ้านฝาง'))).not.toContain('๑๒๓');
	expect(await read(makeView(), codeOf('บ้านฝาง'))).toContain('ที่สำนักงาน');
});

test('gives percent and place of every section as they are ranked', async () => {
	const view = makeView();
	const { data } = writeLetters(codeOf('บ้านฝาง'))(view, makeSheet(view.office.paper));
	expect(data[0]?.rows).toEqual([
		['4002', 'บ้านฝาง', 'รายทีม', '84.00', null, '2 จาก 26', null, '2–3'],
		['4002', 'บ้านฝาง', 'รายบุคคล', '83.00', null, '1 จาก 26', null, '1–2'],
		['4002', 'บ้านฝาง', 'สมรรถนะ', '86.00', null, '1 จาก 26', null, '1–3']
	]);
	const text = await read(view, codeOf('บ้านฝาง'));
	for (const cell of ['รายทีม๘๔.๐๐๒จาก๒๖', 'รายบุคคล๘๓.๐๐๑จาก๒๖']) expect(text).toContain(cell);
});

const openOnes: readonly [string, readonly string[]][] = [
	['หนองเรือ', ['ผลที่ยังไม่ส่ง๑ข้อคือรายทีมข้อ๕OTOPออนไลน์(กลุ่มงานส่งเสริม)ขอให้ส่งภายในวันที่๓๐กันยายน๒๕๖๕', 'ทราบและดำเนินการ']],
	['ซำสูง', ['ค่าที่ส่งมาใช้ไม่ได้๑ข้อคือรายทีมข้อ๔', 'ขอให้ตรวจสอบและส่งค่าที่ถูกต้อง']],
	['โนนศิลา', ['ผลที่รอคำวินิจฉัย๑ข้อคือสมรรถนะข้อ๓', 'อำเภอยังไม่ต้องดำเนินการจนกว่าจะมีคำวินิจฉัย']],
	['โคกโพธิ์ไชย', ['มีผลที่ส่งหลังวันปิดรับซึ่งได้คะแนนตามเกณฑ์เดียวกัน']],
	['ภูผาม่าน', ['ยังไม่มีผลของอำเภอภูผาม่านที่คิดคะแนนได้ในทั้ง๑๘ข้อ', 'ผลที่ยังไม่ส่ง๑๘ข้อ']]
];
test.each(openOnes)('%s is told what is open and whose turn it is', async (name, parts) => {
	const text = await read(makeView(), codeOf(name));
	for (const part of parts) expect(text).toContain(part);
});

test('what only waits for a ruling is nothing to act on', async () => {
	const text = await read(makeView(), codeOf('โนนศิลา'));
	expect(text).toContain('จึงเรียนมาเพื่อทราบ');
	expect(text).not.toContain('ทราบและดำเนินการ');
});

test('what is complete has nothing to act on', async () => {
	const text = await read(makeView(), codeOf('บ้านฝาง'));
	expect(text).not.toContain('ดำเนินการจนกว่า');
	expect(text).not.toContain('และดำเนินการ');
	expect(text).toContain('ครบทั้ง๑๘ข้อ');
});

test('past the closing time what is owed is asked for at once, and when it closed is said', async () => {
	const view = makeView();
	const text = await read({ ...view, newest: '2022-10-03T09:05:00+07:00' }, codeOf('หนองเรือ'));
	expect(text).toContain('ขอให้ส่งโดยเร็ว(วันสุดท้ายของรอบคือวันที่๓๐กันยายน๒๕๖๕)');
});

test('a district that sent nothing has no result that could be read as zero', async () => {
	const text = await read(makeView(), codeOf('ภูผาม่าน'));
	expect(text).not.toContain('๐.๐๐');
});

test('before anything was received nothing is scored and nothing is enclosed that says so', async () => {
	const text = await read(makeView({ empty: true }), codeOf('บ้านฝาง'));
	expect(text).toContain('ยังไม่ได้รับผลของอำเภอใด');
	expect(text).not.toContain('ปรากฏตามสิ่งที่ส่งมาด้วย');
});

const settings: readonly [string, RoundView][] = [
	['the regulation', makeView({ office: own })],
	[
		'a total, grades and an emblem',
		makeView({
			office: {
				...own,
				shares: { team: 50, individual: 30, competency: 20 },
				bands: [{ grade: 'ก', name: 'ดีเด่น', from: 90 }],
				paper: { ...own.paper, emblem: plainEmblem }
			}
		})
	],
	['a secret draft', makeView({ office: { paper: paper({ draft: true, secrecy: 'ลับมาก' }) } })],
	['nothing received', makeView({ empty: true })],
	['32 districts with the longest names', makeCrowdedView({ office: own })]
];
test.each(settings)(
	'with %s every district has a letter of one page, and nothing stands over the margins or anything else',
	async (_what, view) => {
		const bytes = await print(view, null);
		const pages = await readLayout(bytes);
		expect(pages.length).toBe(view.province.districts.length);
		const { margins } = makeSheet(makeRoom(view.office.paper));
		expect(findOverflows(pages, margins)).toEqual([]);
		expect(findClashes(pages)).toEqual([]);
		const texts = (await readPages(bytes)).map(withoutSpaces);
		view.province.districts.forEach(({ name }, nth) => {
			expect(texts[nth]).toContain(toThaiDigits(withoutSpaces(`เรียนพัฒนาการอำเภอ${name}`)));
			expect(texts[nth]).not.toMatch(/-[๐-๙]+-/);
		});
	}
);

test('a letter that goes on counts its own pages', async () => {
	const view = makeView({ office: { ...own, paper: { ...own.paper, sizes: { title: 32, label: 24, body: 24 } } } });
	const pages = (await readPages(await print(view, null))).map(withoutSpaces);
	expect(pages.length).toBeGreaterThan(view.province.districts.length);
	for (const page of pages) {
		const begins = page.includes('เรียนพัฒนาการอำเภอ');
		expect(/-[๒๓]-/.test(page)).toBe(!begins);
		expect(page).not.toMatch(/-[๔-๙]-|-[๐-๙]{2}-/);
	}
});

test('one letter is the page of all letters that speaks of its district', async () => {
	const view = makeView({ office: own });
	const [one = ''] = await readPages(await print(view, '4007'));
	const all = await readPages(await print(view, null));
	expect(all[6]).toBe(one);
});

test('every text comes back from every viewer', async () => {
	const view = makeView({ office: own });
	await expectExtracts(await print(view, '4024'), listTexts(layPaper(view, writeLetters('4024'), 'thai').content));
});

test('prints the same bytes twice, and in Arabic digits none of ours is Thai', async () => {
	const first = await print(makeView(), '4004', 'arabic');
	expect(Buffer.compare(Buffer.from(await print(makeView(), '4004', 'arabic')), Buffer.from(first))).toBe(0);
	expect((await readPages(first)).join('')).not.toMatch(/[๐-๙]/);
});

test('a district that is not of the province is our mistake', async () => {
	await expect(print(makeView(), '9999')).rejects.toThrow('no district 9999');
});
