// What a document may ask for, and what it is refused.
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { expect, test } from 'vitest';
import { layPaper } from '../../../src/lib/reports/paper.ts';
import { regulationPaper, type PaperSettings } from '../../../src/lib/ranking/round.ts';
import { printDocument } from '../../../src/lib/reports/typesetting/print.ts';
import { expectExtracts } from '../expect-extracts.ts';
import { makeView } from '../fixture.ts';
import { sarabun } from '../fonts.ts';
import { readPages, withoutSpaces } from '../read-pdf.ts';

const style = { font: 'Sarabun', fontSize: 10.8 };
const define = (content: Content) => (): TDocumentDefinitions => ({ defaultStyle: style, content });
const openType = (): Uint8Array => Uint8Array.from([0x4f, 0x54, 0x54, 0x4f, 0, 0, 0, 0, 0, 0, 0, 0]);
/** TrueType by its first bytes, with one table that is not an outline */
const withoutOutlines = (): Uint8Array =>
	Uint8Array.from([0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, ...Buffer.from('CFF '), ...Array.from({ length: 12 }, () => 0)]);

test.each([
	['an OpenType font', openType(), /regular font is not a TrueType file/],
	['no font at all', new Uint8Array(3), /regular font is not a TrueType file/],
	['a font without outlines', withoutOutlines(), /regular font has no glyf, loca, cmap, hmtx/]
])('%s is refused in words', async (_, regular, words) => {
	await expect(printDocument(define('ก'), { regular, bold: sarabun.bold })).rejects.toThrow(words);
});

test.each([
	['an address', { images: { one: 'https://example.org/a.png' }, content: 'ก' }, /may not fetch/],
	['a file', { content: { image: '/etc/hostname' } }, /denied/]
] as [string, TDocumentDefinitions, RegExp][])('%s is never fetched', async (_, definition, words) => {
	await expect(printDocument(() => ({ defaultStyle: style, ...definition }), sarabun)).rejects.toThrow(words);
});

// a dot of one pixel
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const emblem =
	'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="18" fill="#124"/></svg>';
test.each([
	['a PNG', { image: `data:image/png;base64,${png}`, fit: [40, 40] }],
	['an SVG', { svg: emblem, fit: [40, 40] }]
] as [string, Content][])('an emblem may be %s', async (_, picture) => {
	await expectExtracts(await printDocument(define([picture, 'ใต้ตรา']), sarabun), ['ใต้ตรา']);
});

test('a letter that the font has not is a box and no error, and the text around it stays', async () => {
	await expectExtracts(await printDocument(define('ก่อน ☃ หลัง'), sarabun), ['ก่อน', 'หลัง', '☃']);
});

const lay = (settings: Partial<PaperSettings>, demo = false) => {
	const view = makeView({ demo, office: { paper: { ...regulationPaper, ...settings } } });
	return () =>
		layPaper(
			view,
			() => ({ title: 'ก', content: [{ text: 'หน้าแรก' }, { text: 'หน้าสอง', pageBreak: 'before' }], data: [] }),
			'thai'
		);
};
test.each([
	['plain', {}, false, ['ยังไม่เผยแพร่หน้าแรก', '-๒-ยังไม่เผยแพร่หน้าสอง']],
	['secret', { secrecy: 'ลับมาก' }, false, ['ลับมากลับมากยังไม่เผยแพร่หน้าแรก', '-๒-ลับมากลับมากยังไม่เผยแพร่หน้าสอง']],
	['a draft', { draft: true }, false, ['ร่างยังไม่เผยแพร่หน้าแรก', '-๒-ร่างยังไม่เผยแพร่หน้าสอง']],
	['a draft of the demo', { draft: true }, true, ['ร่างข้อมูลสาธิตยังไม่เผยแพร่หน้าแรก', '-๒-ร่างข้อมูลสาธิตยังไม่เผยแพร่หน้าสอง']]
] as [string, Partial<PaperSettings>, boolean, string[]][])(
	'a paper that is %s says so on every page and nothing else',
	async (_, settings, demo, wanted) => {
		const letters = (text: string) => [...text].sort().join('');
		const pages = await readPages(await printDocument(lay(settings, demo), sarabun));
		expect(pages.map((page) => letters(withoutSpaces(page)))).toEqual(wanted.map(letters));
	}
);

test('a secret paper keeps its text clear of the mark', () => {
	const { pageMargins } = lay({ secrecy: 'ลับ', margins: { top: 1, right: 2, bottom: 1, left: 3 } })();
	const [, top = 0, , bottom = 0] = pageMargins as number[];
	expect(Math.min(top, bottom)).toBeGreaterThan(56);
});
