// Mistakes that are kept as what makes them: workbooks, archives, and files too large to keep.
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { writeTemplate } from '../../src/lib/submission/template/template.ts';
import { province } from '../submission/letter.ts';
import { makeArchive, workbookParts, type Part } from '../submission/make-archive.ts';
import { letter } from './letter.ts';

const HEAD = ['อำเภอ', 'ส่วน', 'ตัวชี้วัด', 'รายการ', 'ค่า'];
const SPENT = ['ชุมแพ', 'team', '1', 'spent_baht'];
type Rows = NonNullable<WriteSheet['rows']>;
const book = (...sheets: readonly Partial<WriteSheet>[]): Promise<Uint8Array> =>
	writeXlsx({ sheets: sheets.map((sheet, nth) => ({ name: `ผล ${nth + 1}`, ...sheet })) });
const tidy = (rows: Rows, more: Partial<WriteSheet> = {}): Partial<WriteSheet> => ({ rows: [HEAD, ...rows], ...more });
const oneValue = (value: Rows[number][number], cell: object): Promise<Uint8Array> =>
	book(tidy([[...SPENT, value]], { cells: new Map([['1,4', { value, ...cell }]]) }));

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = (rows: readonly string[]): Uint8Array =>
	encode(['district,section,indicator,input,value', ...rows, ''].join('\n'));

const text = (ref: string, word: string): string => `<c r="${ref}" t="inlineStr"><is><t>${word}</t></is></c>`;
const heading = `<row r="1">${HEAD.map((word, nth) => text(`${'ABCDE'[nth] ?? ''}1`, word)).join('')}</row>`;
const value = `<row r="2">${[...SPENT, '5'].map((word, nth) => text(`${'ABCDE'[nth] ?? ''}2`, word)).join('')}</row>`;
const sheet: readonly Part[] = workbookParts(heading + value);
const withParts = (...names: readonly string[]): Uint8Array =>
	makeArchive([...sheet, ...names.map((name) => ({ name, content: '<x/>' }))]);
const openDocument = (content: string, manifest = '<manifest:manifest/>'): Uint8Array =>
	makeArchive([
		{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
		{ name: 'content.xml', content },
		{ name: 'META-INF/manifest.xml', content: manifest }
	]);
const document = (...names: readonly string[]): Uint8Array =>
	makeArchive([{ name: '[Content_Types].xml', content: '<Types/>' }, ...names.map((name) => ({ name, content: '<x/>' }))]);

const khonKaen = { ...province, name: 'ขอนแก่น' };
const earlier = { ...letter, agreement: 'khon-kaen/2565-1', round: 'รอบ 1/2565' };
const otherLetter = { ...letter, title: 'ข้อตกลงฉบับแก้ไข', sections: letter.sections.slice(0, 1) };
const repeatRow = (times: number, row: (nth: number) => string): readonly string[] =>
	Array.from({ length: times }, (_, nth) => row(nth));

/** The bytes of each mistake, by the name of its file. */
export const builtMistakes: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
	'hidden-sheet.xlsx': () => book(tidy([[...SPENT, 5]]), tidy([[...SPENT, 6]], { hidden: true })),
	'only-a-hidden-sheet.xlsx': () => book({ rows: [['คำแนะนำ']] }, tidy([[...SPENT, 6]], { hidden: true })),
	'hidden-row.xlsx': () => book(tidy([[...SPENT, 5]], { rowDefs: new Map([[1, { hidden: true }]]) })),
	'hidden-column.xlsx': () =>
		book({
			rows: [
				['อำเภอ', 'เบิกจ่ายแล้ว', 'ร้อยละการใช้จ่าย'],
				['ชุมแพ', 5, 95]
			],
			columns: [{}, { hidden: true }, {}]
		}),
	'value-merged-over-rows.xlsx': () =>
		book(
			tidy(
				[
					[...SPENT, 5],
					['น้ำพอง', 'team', '1', 'spent_baht', null]
				],
				{ merges: [{ startRow: 1, startCol: 4, endRow: 2, endCol: 4 }] }
			)
		),
	'formula-never-worked-out.xlsx': () => oneValue(null, { formula: 'A1+1' }),
	'formula-gone-wrong.xlsx': () => makeArchive(workbookParts(heading + value.replace(text('E2', '5'), '<c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'))),
	'formula-that-calls-out.xlsx': () =>
		makeArchive(workbookParts(heading + value.replace(text('E2', '5'), '<c r="E2"><f>WEBSERVICE("http://203.0.113.9")</f></c>'))),
	'third-of-a-percent.xlsx': () => book(tidy([['ชุมแพ', 'team', '1', 'budget_used_pct', 100 / 3]])),
	'tick-of-a-picture-font.xlsx': () => {
		const cells = new Map([['1,4', { value: 'ü', style: { font: { name: 'Wingdings' } } }]]);
		return book(tidy([['ชุมแพ', 'team', '1', 'disbursed_per_rules', 'ü']], { cells }));
	},
	'sheets-that-differ.xlsx': () => book(tidy([[...SPENT, 5]]), tidy([[...SPENT, 6]])),
	'sheet-without-a-table.xlsx': () => book({ rows: [['เรียน ผู้ว่าราชการจังหวัด']] }),
	'macros.xlsm': () => withParts('xl/vbaProject.bin'),
	'links-to-other-files.xlsx': () => withParts('xl/externalLinks/externalLink1.xml'),
	'with-a-password-of-old.xlsx': () => makeArchive(sheet.map((part) => ({ ...part, encrypted: true }))),
	'unfolds-too-far.xlsx': () => makeArchive(sheet.map((part) => ({ ...part, claimed: 80 * 1024 * 1024 }))),
	'too-many-parts.xlsx': () => makeArchive(Array.from({ length: 10_001 }, (_, nth) => ({ name: `${nth}`, content: '' }))),
	'too-many-sheets.xlsx': () => withParts(...Array.from({ length: 501 }, (_, nth) => `xl/worksheets/s${nth}.xml`)),
	'two-parts-of-one-name.xlsx': () => makeArchive([...sheet, ...sheet.slice(4)]),
	'entities.xlsx': () =>
		makeArchive(sheet.map((part) => ({ ...part, content: `<!DOCTYPE x [<!ENTITY a "b">]>${String(part.content)}` }))),
	'cell-in-the-far-corner.xlsx': () =>
		makeArchive(workbookParts(`${heading}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)),
	'letter.docx': () => document('word/document.xml'),
	'slides.pptx': () => document('ppt/presentation.xml'),
	'binary-workbook.xlsb': () => document('xl/workbook.bin'),
	'apple.numbers': () => makeArchive([{ name: 'Index/Document.iwa', content: 'x' }]),
	'cut-short.ods': () => openDocument('<office:document-content><office:body>'),
	'with-a-password.ods': () => openDocument('x', '<manifest:encryption-data/>'),
	'archive-in-archive.zip': () => makeArchive([{ name: 'ชุมแพ.zip', content: makeArchive([{ name: 'ก.csv', content: 'x' }]) }]),
	'archive-of-nothing.zip': () => makeArchive([{ name: '.DS_Store', content: 'x' }]),
	'archive-that-is-damaged.zip': () => makeArchive([{ name: 'ชุมแพ.csv', content: '', deflated: encode('not deflated'), claimed: 9 }]),
	'archive-of-too-many.zip': () => makeArchive(Array.from({ length: 1002 }, (_, nth) => ({ name: `${nth}.csv`, content: 'x' }))),
	'template-of-another-round.xlsx': () => writeTemplate(earlier, khonKaen, '4005'),
	'template-of-another-letter.xlsx': () => writeTemplate(otherLetter, khonKaen, '4005'),
	'template-not-filled.xlsx': () => writeTemplate(letter, khonKaen, '4005'),
	'too-wide.csv': () => encode(`district,team/1/spent_baht${','.repeat(16_383)}\n4005,5\n`),
	'too-long.csv': () => csv([`ชุมแพ,team,1,spent_baht,${'9'.repeat(32_768)}`]),
	'quote-over-all-the-rest.csv': () => csv([`ชุมแพ,team,1,spent_baht,"5`, ...repeatRow(40_000, () => 'น้ำพอง,team,1,spent_baht,5')]),
	'more-problems.csv': () => csv(repeatRow(1500, (nth) => `ชุมแพ,team,1,spent_baht,ก${nth}`)),
	'too-many-problems.csv': () => csv(repeatRow(7000, (nth) => `ชุมแพ,team,1,spent_baht,ก${nth}`)),
	'more-than-is-read.bin': () => new Uint8Array(257 * 1024 * 1024).fill(0x20)
};
