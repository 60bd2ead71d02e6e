// What is printed comes back letter for letter from poppler, mupdf and pdf.js: in every size, bold, justified, in narrow columns,
// in pictures, heads and feet. pdfmake 0.3.11 and pdfkit 0.19.1 are patched for it: an upgrade that changes them fails here.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { expect, test } from 'vitest';
import { printDocument } from '../../../src/lib/reports/typesetting/print.ts';
import { expectExtracts, readEverywhere } from '../expect-extracts.ts';
import { sarabun } from '../fonts.ts';
import { listDocumentTexts } from '../list-texts.ts';
import { withoutSpaces } from '../read-pdf.ts';

const require = createRequire(import.meta.url);

test.each([
	['pdfmake', '0.3.11'],
	['pdfkit', '0.19.1']
])('%s is %s, whose inside is patched', (name, version) => {
	const path = require.resolve(`${name}/package.json`);
	expect((JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version).toBe(version);
});

const sentences = [
	'ตามที่จังหวัดขอนแก่นวัดผลการดำเนินงานของ ๒๖ อำเภอ ตั้งแต่วันที่ ๑ เมษายน ๒๕๖๕ ถึงวันที่ ๓๐ กันยายน ๒๕๖๕ น้ำหนัก ๑๐๐ ทั้งนี้ ให้ถือว่าสำเร็จ',
	'น้ำพอง ซำสูง ก้ำกึ่ง ป่าชุมชน ญาติผู้ใหญ่ กตัญญู ฐานะ ปฏิญญา ปัญจวัคคีย์ ฤๅษี ฎีกา กฏหมู่ ฬีฬา อัมพาต น้ำค้าง ค่ำคืน',
	'ผู้รับผิดชอบต่าง ๆ ของ สพอ. และ จปฐ. ฯลฯ “ทุนปัญญา” เพิ่มขึ้น ๙๙๙ บาท ≥ ๙๐ % (OTOP AVAVA To. fi) ½ × − – …',
	'เปิ้ล เป๊ปซี่ จ๊ะ จ๋า ปี่ ฝึก ฟื้น ปั้น ฝั่ง ไฟฟ้า โป๊ะ ป้ำ ฟุ่มเฟือย ฐู ญู ฎุ ฏู ฤทธิ์ การณ์ ทฺวิ'
];
const style = { font: 'Sarabun', lineHeight: 1.48, keepTogether: ['ขอนแก่น', 'น้ำพอง', 'ซำสูง'] };

async function expectAll(makeDefinition: () => TDocumentDefinitions, pages: number): Promise<void> {
	await expectExtracts(await printDocument(makeDefinition, sarabun), listDocumentTexts(makeDefinition(), pages));
}

test.each([7.5, 8.2, 8.8, 9.5, 10.8, 13.5, 19.6])('at %d points, plain and bold', async (fontSize) => {
	await expectAll(
		() => ({
			defaultStyle: { ...style, fontSize },
			content: sentences.flatMap((text) => [text, { text, bold: true }])
		}),
		1
	);
});

test.each([120, 180, 300, 455])('justified %d points wide: no space is read where there is none', async (width) => {
	const text = sentences.join(' ');
	const bytes = await printDocument(
		() => ({
			defaultStyle: { ...style, fontSize: 10.8 },
			content: [{ columns: [{ width, text, alignment: 'justify' }] }]
		}),
		sarabun
	);
	await expectExtracts(bytes, [text]);
	const words = text.split(' ').map((word) => word.normalize('NFC'));
	for (const [viewer, [page = '']] of Object.entries(await readEverywhere(bytes, (one) => one.normalize('NFC')))) {
		const read = page.split(/\s+/).filter((word) => word !== '');
		// a line may end inside a word of the list above, never is a piece shorter than a cluster of it
		expect(
			read.filter((piece) => !words.some((word) => word.includes(piece))),
			viewer
		).toEqual([]);
		expect(read.length, viewer).toBeLessThanOrEqual(words.length + page.split('\n').length);
	}
});

test('runs of one paragraph, in lists, tables, contents, heads, feet and a watermark', async () => {
	const makeDefinition = (): TDocumentDefinitions => ({
		defaultStyle: { ...style, fontSize: 10.8 },
		header: (page, pages) => ({ text: `หัวกระดาษน้ำ ${page} จาก ${pages}`, margin: [40, 10, 0, 0] }),
		footer: (page) => ({ text: `ท้ายกระดาษ ${page}`, margin: [40, 10, 0, 0] }),
		watermark: { text: 'ร่าง ข้อมูลสาธิต', opacity: 0.04 },
		content: [
			{ toc: { title: { text: 'สารบัญ' } } },
			{ text: 'ผลการปฏิบัติราชการ', tocItem: true, pageBreak: 'before' },
			{ text: ['ข้อ', { text: 'น้ำ', bold: true }, 'หนัก', { text: 'ที่', color: '#c00000' }, 'กำหนด'] },
			{ ul: ['ทั้งหมด', 'ซ้ำ'] },
			{ ol: ['หนึ่งปี', 'สองน้ำ'] },
			{
				table: {
					headerRows: 1,
					body: [
						['ที่', 'ชื่อ'],
						['๑', 'น้ำพอง']
					]
				}
			}
		]
	});
	await expectAll(makeDefinition, 2);
});

const chart = (inside: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="120" viewBox="0 0 400 120">${inside}</svg>`;
test('labels of a picture are text in the same font, with every mark, whatever turns them', async () => {
	const labels = [
		'<text x="10" y="20" font-family="Sarabun" font-size="12">ร้อยละของน้ำหนักที่ได้</text>',
		'<text x="10" y="50" font-family="sans-serif" font-size="9" font-weight="bold">ภูผาม่าน ๓๔.๕๐</text>',
		'<text transform="translate(200 100) rotate(-40)" text-anchor="end" style="font-size:10px">เขาสวนกวาง ค่ำ</text>',
		'<text x="300" y="60" dominant-baseline="central" fill="#444">กก.&amp;<tspan dy="12">ป้ำ</tspan></text>'
	];
	await expectAll(
		() => ({ defaultStyle: { ...style, fontSize: 10 }, content: [{ svg: chart(labels.join('')), alt: 'แผนภูมิ' }] }),
		1
	);
});

test('every letter, with every vowel and tone it can carry', async () => {
	const consonants = Array.from({ length: 46 }, (_, nth) => String.fromCodePoint(0x0e01 + nth));
	const vowels = ['', 'ิ', 'ี', 'ึ', 'ื', 'ั', 'ุ', 'ู', 'ำ', '็', '์'];
	const tones = ['', '่', '้', '๊', '๋'];
	const mark = (vowel: string, tone: string) => {
		if (vowel === '็' || vowel === '์') return tone === '' ? vowel : null;
		return vowel === 'ำ' ? tone + vowel : vowel + tone;
	};
	const content = vowels.map((vowel) =>
		consonants
			.flatMap((letter) =>
				tones.flatMap((tone) => {
					const marks = mark(vowel, tone);
					return marks === null ? [] : [letter + marks];
				})
			)
			.join(' ')
	);
	const bytes = await printDocument(
		() => ({ defaultStyle: { ...style, fontSize: 9 }, content: [...content] }),
		sarabun
	);
	const wanted = withoutSpaces(content.join(''));
	for (const [viewer, pages] of Object.entries(await readEverywhere(bytes)))
		expect({ viewer, text: pages.join('') }).toEqual({ viewer, text: wanted });
});
