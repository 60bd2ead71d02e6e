import { describe, expect, test } from 'vitest';
import { convertOffice } from './convert-office.ts';
import { read, show } from './letter.ts';
import { makeArchive, type Part } from './make-archive.ts';
import { cellsOfDocument, documentParts, documentRead, documentWith, flatDocument } from './office-document.ts';

const { row, text, number } = cellsOfDocument;
const sendParts = async (parts: readonly Part[]) => show(await read(makeArchive(parts), 'ผล.ods'));
const sendRows = (rows: string) => sendParts(documentParts(documentWith(rows)));
const HEAD = row(text('อำเภอ') + text('เบิกจ่ายแล้ว'));

describe('a report of an officer goes in whole: merged headings, percents, days, formulas, a hidden row, a signature', () => {
	test('as .ods', async () => {
		expect(await sendParts(documentParts())).toEqual(documentRead);
	});

	test('as flat XML', async () => {
		expect(show(await read(flatDocument, 'ผล.fods'))).toEqual(documentRead);
	});

	test.each(['xlsx', 'ods'] as const)('as LibreOffice itself saves it: .%s', { timeout: 120_000 }, async (kind) => {
		const made = await convertOffice(new Map([['ผล', new TextEncoder().encode(flatDocument)]]), 'fods', kind);
		const bytes = made.get('ผล');
		if (bytes === undefined) throw new Error('LibreOffice made nothing');
		expect(show(await read(bytes, `ผล.${kind}`))).toEqual(documentRead);
	});
});

test('rows in groups and repeated cells are all read, each in its place', async () => {
	const twice = `<table:table-row-group>${row(text('ชุมแพ') + number('5'))}</table:table-row-group>`;
	const wide = row(text('อำเภอ') + text('หมายเหตุ', ' table:number-columns-repeated="3"') + text('เบิกจ่ายแล้ว'));
	const spaced = row(text('น้ำพอง') + cellsOfDocument.empty(3) + number('6'));
	expect((await sendRows(HEAD + twice)).entries).toEqual(['4005 team/1/spent_baht = 5']);
	expect((await read(makeArchive(documentParts(documentWith(wide + spaced))), 'ผล.ods')).entries).toMatchObject([
		{ text: '6', at: { file: 'ผล.ods', sheet: 'ผล', line: 2, cell: 'E2' } }
	]);
});

test.each([
	['a formula without a result', '<table:table-cell table:formula="of:=1+1"/>', 'broken_cell 2 B2'],
	['a day in words', text('๓๑ ก.ย. ๒๕๖๕'), 'not_a_figure 2 B2']
])('%s is a problem', async (_, cell, problem) => {
	expect((await sendRows(HEAD + row(text('ชุมแพ') + cell))).problems).toEqual([problem]);
});

test('a bare number in a column of days counts as its document does', async () => {
	const settings =
		'<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>';
	const head = row(text('อำเภอ') + text('team/1/reported_on'));
	const content = documentWith(head + row(text('ชุมแพ') + number('43343'))).replace(
		'<table:table ',
		`${settings}<table:table `
	);
	expect((await sendParts(documentParts(content))).entries).toEqual(['4005 team/1/reported_on = 2022-09-01']);
});

describe('documents that are not what they seem', () => {
	const filled = row(text('ชุมแพ') + number('5'));
	test('one whose bytes were changed on the way is refused, whichever part of it', async () => {
		const bytes = Buffer.from(makeArchive([...documentParts(), { name: 'meta.xml', content: 'x'.repeat(50) }]));
		bytes.writeUInt8(bytes.readUInt8(bytes.lastIndexOf('PK\x03\x04') + 38) ^ 1, bytes.lastIndexOf('PK\x03\x04') + 38);
		expect(show(await read(new Uint8Array(bytes), 'ผล.ods')).problems).toEqual(['broken_document']);
	});

	test.each([
		['a text document', documentParts(documentWith(''), 'application/vnd.oasis.opendocument.text'), 'word'],
		['slides', documentParts(documentWith(''), 'application/vnd.oasis.opendocument.presentation'), 'slides'],
		[
			'a document with a password',
			documentParts().map((part) =>
				part.name.endsWith('manifest.xml')
					? { ...part, content: '<manifest:manifest><manifest:encryption-data/></manifest:manifest>' }
					: part
			),
			'encrypted'
		],
		['one that is cut', documentParts(documentWith(HEAD + filled).slice(0, -60)), 'broken_document'],
		['one without a table', documentParts(documentWith(row(text('สวัสดี')))), 'no_table'],
		[
			'one whose rows repeat without end',
			documentParts(documentWith(HEAD + row(text('ชุมแพ') + number('5'), ' table:number-rows-repeated="1048570"'))),
			'too_many_cells_in_workbook'
		]
	])('%s is refused', async (_, parts, code) => {
		expect(await sendParts(parts)).toEqual({ readable: false, entries: [], problems: [code] });
	});
});
