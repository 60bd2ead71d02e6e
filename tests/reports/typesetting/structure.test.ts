// What a reading voice is given: the tree of every text in the order of the definition, with nothing of the furniture in it; and
// what an archive is given: the data printed, the fonts, the colours, sound metadata. poppler reads it back.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { beforeAll, expect, test } from 'vitest';
import { layPaper, type Paper } from '../../../src/lib/reports/paper.ts';
import { printDocument } from '../../../src/lib/reports/typesetting/print.ts';
import { runTool, withFile } from '../expect-extracts.ts';
import { makeView } from '../fixture.ts';
import { sarabun } from '../fonts.ts';
import { listTexts } from '../list-texts.ts';
import { withoutSpaces } from '../read-pdf.ts';

const picture =
	'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text x="0" y="12" font-size="10">น้ำหนัก</text></svg>';
const content = (): Content => [
	{ text: 'รายงานผล', headlineLevel: 1, tocItem: true },
	{ text: ['ย่อหน้า', { text: 'ที่หนึ่ง', bold: true }, ' ยาวพอที่จะขึ้นบรรทัดใหม่ '.repeat(12)] },
	{ text: 'ตาราง', headlineLevel: 2 },
	{
		table: {
			headerRows: 1,
			keepWithHeaderRows: 1,
			dontBreakRows: true,
			widths: [120, '*', 60],
			body: [
				[{ text: 'อำเภอ' }, { text: 'ผล', colSpan: 2 }, {}],
				...Array.from({ length: 30 }, (_, nth) => [
					{ text: `แถวที่ ${nth + 1}`, ...{ rowHead: true } },
					{ stack: [{ text: 'ได้คะแนน' }, { text: 'ครบ' }] },
					{ svg: picture, ...{ alt: `น้ำหนักของแถว ${nth + 1}` } }
				])
			]
		}
	},
	{ columns: [{ text: 'ซ้าย' }, { text: 'ขวา' }] },
	{ ul: ['หนึ่ง', { stack: ['สอง', 'สาม'] }] },
	{ ol: ['ก่อน', 'หลัง'] },
	{ text: 'ที่วางไว้ในกรอบ', margin: [0, 4, 0, 0] },
	{ table: { body: [['ป้าย', 'ค่า']] } },
	{ svg: picture },
	{ toc: { title: { text: 'สารบัญ', headlineLevel: 2 } } },
	{ text: 'ลงท้าย' }
];
const paper = (): Paper => ({
	title: 'รายงาน <ผล> & ข้อสังเกต',
	content: content(),
	head: (page) => ({ text: `หัวกระดาษ ${page}`, margin: [40, 20, 0, 0] }),
	foot: (page) => ({ text: `ท้ายกระดาษ ${page}`, margin: [40, 10, 0, 0] }),
	data: [
		{
			name: 'rows',
			title: 'แถวทั้งหมด',
			columns: ['อำเภอ', 'ร้อยละ'],
			rows: [
				['น้ำพอง', 91.11],
				['ซำสูง, "ใหม่"', null]
			]
		}
	]
});
const view = makeView();
const define = (): TDocumentDefinitions => layPaper(view, paper, 'thai');

let bytes: Uint8Array = new Uint8Array();
let tree = '';
beforeAll(async () => {
	bytes = await printDocument(define, sarabun);
	tree = withFile(bytes, (path) => runTool('pdfinfo', 'poppler-utils', ['-struct-text', path]));
}, 60_000);

const said = (text: string) => withoutSpaces([...text.matchAll(/"([^"]*)"/g)].map(([, words]) => words).join(''));
const kinds = (text: string) =>
	text
		.split('\n')
		.map((line) => /^\s*([A-Z]\w*)\b(?! *\()?/.exec(line)?.[1])
		.filter((kind) => kind !== undefined);

test('the tree says every text once, in order, and none of the furniture', () => {
	const texts = listTexts(define().content).map(withoutSpaces);
	const words = said(tree);
	let from = 0;
	// a picture without a description is decoration
	const decoration = texts.lastIndexOf('น้ำหนัก');
	texts.forEach((text, nth) => {
		if (nth === decoration) return;
		const at = words.indexOf(text, from);
		expect(at, `${text} after ${words.slice(Math.max(0, from - 30), from)}`).toBeGreaterThanOrEqual(from);
		from = at + text.length;
	});
	expect(words).not.toMatch(/หัวกระดาษ|ท้ายกระดาษ|ข้อมูลสาธิต/);
	expect(words.split('อำเภอ').length, 'the repeated head is said once').toBe(2);
});

test('headings, lists, tables, figures and contents are what they are', () => {
	const count = (kind: string) => kinds(tree).filter((one) => one === kind).length;
	expect(kinds(tree)[0]).toBe('Document');
	expect(
		Object.fromEntries(
			['H1', 'H2', 'Table', 'TR', 'L', 'LI', 'LBody', 'Lbl', 'TOC', 'TOCI', 'Figure'].map((kind) => [kind, count(kind)])
		)
	).toEqual({
		H1: 1,
		H2: 2,
		Table: 1,
		TR: 31,
		L: 2,
		LI: 4,
		LBody: 4,
		Lbl: 2,
		TOC: 1,
		TOCI: 1,
		Figure: 30
	});
	expect(count('TH')).toBe(32);
	expect(count('TD')).toBe(60);
	expect(tree).toMatch(/TH[^\n]*\n\s*\/Scope \/Column\n\s*\/ColSpan 2/);
	expect(tree).toMatch(/TH[^\n]*\n\s*\/Scope \/Row/);
	expect(tree).toMatch(/Link[\s\S]*?Object/);
});

test('the file says what it is, in its language, and claims no more', () => {
	const about = withFile(bytes, (path) => runTool('pdfinfo', 'poppler-utils', [path]));
	expect(about).toMatch(/Tagged: +yes/);
	expect(about).toMatch(/PDF version: +1\.7/);
	expect(about).toMatch(/Title: +รายงาน <ผล> & ข้อสังเกต/);
	const metadata = withFile(bytes, (path) => runTool('pdfinfo', 'poppler-utils', ['-meta', path]));
	expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
	expect(metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
	expect(metadata).toContain('รายงาน &lt;ผล&gt; &amp; ข้อสังเกต');
	expect(metadata).not.toContain('pdfuaid');
	const root = withFile(bytes, (path) => runTool('mutool', 'mupdf-tools', ['show', path, 'trailer/Root']));
	for (const part of ['/Lang', '/MarkInfo', '/StructTreeRoot', '/OutputIntents', '/AF', '/ViewerPreferences'])
		expect(root).toContain(part);
	const page = withFile(bytes, (path) => runTool('mutool', 'mupdf-tools', ['show', path, 'pages/1']));
	expect(page).toContain('/Tabs /S');
});

test('fonts are parts of ours only, carried in the file', () => {
	const fonts = withFile(bytes, (path) => runTool('pdffonts', 'poppler-utils', [path]))
		.split('\n')
		.slice(2, -1);
	expect(fonts.length).toBe(2);
	for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Sarabun-\w+ +CID TrueType +Identity-H +yes yes yes/);
});

test('the data printed are attached, for a spreadsheet and for a program', () => {
	const list = withFile(bytes, (path) => runTool('pdfdetach', 'poppler-utils', ['-list', path]));
	expect(list).toContain('data.json');
	expect(list).toContain('rows.csv');
	const take = (name: string) =>
		withFile(bytes, (path) => {
			runTool('pdfdetach', 'poppler-utils', ['-savefile', name, '-o', `${path}.out`, path]);
			return readFileSync(`${path}.out`, 'utf8');
		});
	expect(take('rows.csv')).toBe('\ufeffอำเภอ,ร้อยละ\r\nน้ำพอง,91.11\r\n"ซำสูง, ""ใหม่""",\r\n');
	expect(JSON.parse(take('data.json'))).toEqual({ document: paper().title, tables: paper().data });
});

test('another process writes the same bytes', () => {
	const script = fileURLToPath(new URL('./print-again.ts', import.meta.url));
	const loader = fileURLToPath(new URL('../../../src/load-text.js', import.meta.url));
	const words = ['--import', loader, script];
	const [once, again] = [1, 2].map(() => execFileSync(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] }));
	expect(once?.toString()).toMatch(/^[0-9a-f]{64}$/);
	expect(again?.toString()).toBe(once?.toString());
});
