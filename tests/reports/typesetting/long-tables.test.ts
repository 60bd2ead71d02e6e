// No row is ever lost or parted, heads repeat and never stand alone, whatever the rows are; and no heading ends a page.
import fc from 'fast-check';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { expect, test } from 'vitest';
import { layTable } from '../../../src/lib/reports/typesetting/lay-table.ts';
import { printDocument } from '../../../src/lib/reports/typesetting/print.ts';
import { sarabun } from '../fonts.ts';
import { readPages, withoutSpaces } from '../read-pdf.ts';

const style = { font: 'Sarabun', fontSize: 10.8, lineHeight: 1.48 };
const begin = (row: number) => `<${row}:`;
const end = (row: number) => `:${row}>`;
const head = 'หัวตาราง';

/** A row that says where it begins and where it ends, so many lines high. */
const row = (nth: number, lines: number) => [
	{ text: `${begin(nth)} ${Array.from({ length: lines - 1 }, () => 'น้ำ\n').join('')}${end(nth)}` },
	{ text: 'ที่' }
];
const print = async (content: Content): Promise<readonly string[]> =>
	(await readPages(await printDocument((): TDocumentDefinitions => ({ defaultStyle: style, content }), sarabun))).map(
		withoutSpaces
	);

const makeTable = (heights: readonly number[]): Content => ({
	table: layTable({
		widths: ['*', 60],
		heads: [[{ text: head }, { text: 'ที่' }]],
		rows: heights.map((lines, nth) => row(nth, lines))
	})
});

test('tables of any rows lose none, part none and repeat their head', { timeout: 120_000 }, async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 60 }),
			fc.integer({ min: 0, max: 34 }),
			async (heights, above) => {
				const pages = await print([{ text: 'ก่อน\n'.repeat(above) }, makeTable(heights)]);
				const all = pages.join('');
				heights.forEach((_, nth) => {
					expect(all.split(begin(nth)).length, `row ${nth}`).toBe(2);
					expect(
						pages.some((page) => page.includes(begin(nth)) && page.includes(end(nth))),
						`row ${nth} is whole`
					).toBe(true);
				});
				for (const page of pages) expect(page.includes(head)).toBe(page.includes('<'));
			}
		),
		{ numRuns: 30, seed: 2565 }
	);
});

test('a row higher than a page is parted between lines and loses nothing', async () => {
	const words = Array.from({ length: 120 }, (_, nth) => `บรรทัด${nth};`);
	const pages = await print({
		table: layTable({
			widths: ['*', 60],
			heads: [[{ text: head }, { text: 'ที่' }]],
			rows: [row(0, 2), [{ text: words.join('\n') }, { text: 'ที่' }], row(1, 2)]
		})
	});
	const all = pages.join('');
	for (const word of words) expect(all.split(`${word}`).length, word).toBe(2);
	for (const one of [begin(0), end(0), begin(1), end(1)]) expect(all).toContain(one);
	expect(pages.every((page) => page.includes(head))).toBe(true);
});

test('a block that may not be parted and is higher than a page loses nothing', async () => {
	const words = Array.from({ length: 90 }, (_, nth) => `บรรทัด${nth};`);
	const all = (await print({ stack: words.map((text) => ({ text })), unbreakable: true })).join('');
	for (const word of words) expect(all.split(word).length, word).toBe(2);
});

test('a picture higher than a page is refused, not left out', async () => {
	const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="900"><rect width="10" height="900"/></svg>';
	const table = layTable({ widths: [60], heads: [[{ text: head }]], rows: [[{ text: 'ก่อน' }], [{ svg }]] });
	await expect(print({ table })).rejects.toThrow(/higher than a page/);
});

test.each(Array.from({ length: 12 }, (_, nth) => 24 + nth))(
	'a heading after %d lines does not end its page',
	async (lines) => {
		const pages = await print([
			{ text: 'ก่อน\n'.repeat(lines) },
			{ text: 'หัวข้อ', headlineLevel: 2, bold: true },
			makeTable([1, 1, 1])
		]);
		expect(pages.some((page) => page.includes('หัวข้อ') && page.includes(begin(0)))).toBe(true);
	}
);
