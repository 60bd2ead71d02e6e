// The checks of a page's layout find what they look for.
import type { Content } from 'pdfmake/interfaces.js';
import { expect, test } from 'vitest';
import { printDocument } from '../../src/lib/reports/typesetting/print.ts';
import { findClashes, findOverflows, findWidows, readLayout } from './check-layout.ts';
import { sarabun } from './fonts.ts';

const margins = { left: 60, top: 60, right: 60, bottom: 60 };
const lay = async (content: Content) =>
	readLayout(
		await printDocument(
			() => ({
				pageSize: 'A4',
				pageMargins: [60, 60, 60, 60],
				content,
				defaultStyle: { font: 'Sarabun', fontSize: 11, lineHeight: 1.48 }
			}),
			sarabun
		)
	);
const at = (x: number, y: number, text: string): Content => ({ text, absolutePosition: { x, y }, noWrap: true });

test('a page that is well laid has nothing to find', async () => {
	const pages = await lay([
		{ text: 'หัวข้อ', headlineLevel: 1 },
		'ย่อหน้าแรกของหน้านี้ที่ยาวพอจะขึ้นบรรทัดใหม่ '.repeat(20),
		'ย่อหน้าที่สอง'
	]);
	expect(findOverflows(pages, margins)).toEqual([]);
	expect(findClashes(pages)).toEqual([]);
	expect(findWidows(pages, ['หัวข้อ'], margins)).toEqual([]);
});

const run = { text: 'คำ', x: 100, y: 200, length: 50, size: 10, upright: false };
test.each([
	['the right margin', { x: 500 }],
	['the left margin', { x: 50 }],
	['the foot of the text', { y: 786 }],
	['the edge of the paper', { y: 838 }],
	['the right margin, reading upwards', { x: 550, upright: true }]
])('a text over %s is found', (_, differently) => {
	const page = { number: 1, width: 595, height: 842, runs: [run, { ...run, ...differently }] };
	expect(findOverflows([page], margins)).toEqual(['1: คำ']);
});

test('a running head may stand over the text', () => {
	const page = { number: 1, width: 595, height: 842, runs: [{ ...run, y: 40 }] };
	expect(findOverflows([page], margins)).toEqual([]);
});

test('a text over another is found, one under it is not', async () => {
	expect(findClashes(await lay([at(100, 200, 'บรรทัดหนึ่ง'), at(110, 204, 'บรรทัดสอง')])).length).toBe(1);
	expect(findClashes(await lay([at(100, 200, 'บรรทัดหนึ่ง'), at(110, 214, 'บรรทัดสอง')]))).toEqual([]);
	expect(findClashes(await lay([at(100, 200, 'บรรทัดหนึ่ง'), at(200, 204, 'บรรทัดสอง')]))).toEqual([]);
});

test('a heading that ends its page is found', async () => {
	const pages = await lay(['เนื้อความ', { text: 'ข้อ ๑ หัวข้อท้ายหน้า' }, { text: 'หน้าใหม่', pageBreak: 'before' }]);
	expect(findWidows(pages, ['ข้อ ๑ หัวข้อท้ายหน้า'], margins)).toEqual(['1: ข้อ ๑ หัวข้อท้ายหน้า']);
});
