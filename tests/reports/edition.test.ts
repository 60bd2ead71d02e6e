// What the documents of an edition carry: its number, time and code on every page, a code to scan on the first, and what it changed.
import { beforeAll, describe, expect, test } from 'vitest';
import type { RoundView } from '../../src/lib/ranking/round.ts';
import type { DocumentRequest } from '../../src/lib/reports/documents.ts';
import { drawQr } from '../../src/lib/reports/typesetting/qr.ts';
import { unpublishedLine } from '../../src/lib/reports/edition/words.ts';
import { printRequest } from '../../src/lib/server/printing/print.ts';
import { regulationPaper } from '../../src/lib/ranking/round.ts';
import { codes, publishFixture, reason } from './edition-view.ts';
import { expectExtracts, runTool, withFile } from './expect-extracts.ts';
import { makeView } from './fixture.ts';
import { listAlternatives, readPages, withoutSpaces } from './read-pdf.ts';

const requests: readonly (readonly [string, DocumentRequest])[] = [
	['memo', { kind: 'memo' }],
	['letter', { kind: 'letter', district: '4001' }],
	['district', { kind: 'district', district: '4001' }],
	['indicator', { kind: 'indicator', section: 'team', indicator: '1' }],
	['book', { kind: 'book' }]
];
const print = (view: RoundView, request: DocumentRequest) => printRequest(request, view, [], 'thai');
const metadata = (bytes: Uint8Array) => withFile(bytes, (path) => runTool('pdfinfo', 'poppler-utils', ['-meta', path]));

describe.each(requests)('a %s', (name, request) => {
	let bytes: Uint8Array = new Uint8Array();
	let pages: readonly string[] = [];
	beforeAll(async () => {
		bytes = await print(publishFixture(1), request);
		pages = (await readPages(bytes)).map(withoutSpaces);
	});

	test('says its edition and code on every page, its digits as they are', () => {
		expect(pages.length).toBeGreaterThan(0);
		for (const page of pages)
			expect(page).toContain(withoutSpaces(`ฉบับที่ ๑ เผยแพร่ ๓ ต.ค. ๒๕๖๕ เวลา ๑๐.๑๒ น. รหัส ${codes[0]}`));
		expect(pages[0]).toContain('kpi.example/verify');
		expect(pages.join('')).not.toContain('ยังไม่เผยแพร่');
	});

	test('has one code to scan, on its first page, with words for who cannot see it', async () => {
		const alt = `คิวอาร์สำหรับตรวจสอบฉบับที่ ๑ รหัส ${codes[0]} เปิดที่ https://kpi.example/verify/${codes[0]}`;
		expect((await listAlternatives(bytes)).map((page) => page.filter((one) => one === alt).length)).toEqual(
			pages.map((_, nth) => (nth === 0 ? 1 : 0))
		);
	});

	test('can be told which document of which edition it is, and is the same printed again', async () => {
		expect(metadata(bytes)).toMatch(
			new RegExp(`<pdf:Keywords>${codes[0]} khon-kaen/2565-2@e1 ${name}[a-z0-9.-]* thai</pdf:Keywords>`)
		);
		expect(Buffer.compare(await print(publishFixture(1), request), bytes)).toBe(0);
	});
});

test.each(requests.filter(([name]) => name !== 'letter'))(
	'a %s of a second edition says what changed and why',
	async (_, request) => {
		const bytes = await print(publishFixture(2), request);
		const text = (await readPages(bytes)).map(withoutSpaces).join('');
		expect(text).toContain(withoutSpaces('การแก้ไขจากฉบับที่ ๑'));
		expect(text).toContain(withoutSpaces(reason));
		expect(text).toContain('๑๒.๕');
		await expectExtracts(bytes, [`รหัส ${codes[1]}`, reason]);
	}
);

test('a letter to every district carries the code on each', { timeout: 180_000 }, async () => {
	const bytes = await print(publishFixture(1), { kind: 'letter', district: null });
	const pages = await listAlternatives(bytes);
	expect(pages.map((page) => page.filter((one) => one.includes(codes[0])).length)).toEqual(pages.map(() => 1));
});

test('a narrow margin at the foot makes room for the code', async () => {
	const margins = { ...regulationPaper.margins, bottom: 0.5 };
	const pages = await readPages(
		await print(publishFixture(1, { paper: { ...regulationPaper, margins } }), { kind: 'memo' })
	);
	expect(pages[0]).toContain(codes[0]);
});

test('a book of an edition prints what proves it', async () => {
	const text = (await readPages(await print(publishFixture(1), { kind: 'book' }))).map(withoutSpaces).join('');
	expect(text).toContain('a'.repeat(64));
	expect(text).toContain('1'.repeat(64));
	expect(text).toContain(withoutSpaces('เผยแพร่เมื่อสมุดบันทึกมี ๒๑ บรรทัด'));
});

test('who ruled, and when, stands with the reading', async () => {
	const ruling = {
		...{ reading: 'X69', indicator: 'team/6', take: { kind: 'recommended' } as const },
		...{ reason: 'มติ', at: '2022-09-14T09:00:00+07:00', who: 'ประธานคณะกรรมการ', line: 3 }
	};
	const text = (await readPages(await print({ ...makeView(), rulings: [ruling] }, { kind: 'book' }))).map(
		withoutSpaces
	);
	expect(text.join('')).toContain(withoutSpaces('วินิจฉัยเมื่อ ๑๔ ก.ย. ๒๕๖๕ เวลา ๐๙.๐๐ น. โดย ประธานคณะกรรมการ'));
});

const decision = { district: '', section: '', indicator: '', stamp: '', at: '', who: '', reason: null, line: 1 };
const [one] = publishFixture(1).editions;
test.each([
	['nothing is known of the way', {}, 'ยังไม่เผยแพร่'],
	[
		'some is approved',
		{
			way: new Map([
				['a', { kind: 'sent' } as const],
				['b', { kind: 'approved', decision: { ...decision, kind: 'approve' } } as const]
			])
		},
		'ยังไม่เผยแพร่ คิดจากผลที่ส่งแล้ว 2 รายการ อนุมัติแล้ว 1 รายการ'
	],
	['an edition was published', { editions: one === undefined ? [] : [one] }, 'ไม่ใช่ฉบับเผยแพร่ ฉบับล่าสุดที่เผยแพร่คือฉบับที่ 1']
])('a document that is not published says what it stands on: %s', (_, parts, sentence) => {
	expect(unpublishedLine({ ...makeView(), ...parts })).toBe(sentence);
});

test('a code is squares on a grid with its three corners, whatever it says', () => {
	const { svg, modules } = drawQr('https://kpi.example/verify/WP-7K3M-Q9XA-02BD');
	expect(modules).toBeGreaterThanOrEqual(29);
	expect((modules - 17) % 4).toBe(0);
	const dark = new Set(
		[...svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].flatMap(([, x, y, width]) =>
			Array.from({ length: Number(width) }, (_, nth) => `${Number(x) + nth} ${y ?? ''}`)
		)
	);
	const corner = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
	for (const [left, top] of [
		[0, 0],
		[modules - 7, 0],
		[0, modules - 7]
	] as const)
		expect(
			corner.map((_, y) =>
				Array.from({ length: 7 }, (__, x) => (dark.has(`${left + x} ${top + y}`) ? '#' : '.')).join('')
			)
		).toEqual(corner);
	expect(drawQr('https://kpi.example/verify/WP-0000-0000-0000').svg).not.toBe(svg);
});
