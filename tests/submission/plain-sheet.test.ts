// The quick reading of a plain sheet gives what the library gives, and leaves every other sheet to it.
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { readXlsx, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readPlainRows } from '../../src/lib/submission/files/plain-sheet.ts';
import { makeArchive, workbookParts } from './make-archive.ts';

type Rows = readonly (readonly unknown[])[];
/** The library fills every row up to the longest, and may end with empty ones. */
const withoutTails = (rows: Rows): Rows => {
	const bare = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1));
	return bare.slice(0, bare.findLastIndex((row) => row.length > 0) + 1);
};
const readByLibrary = async (bytes: Uint8Array) =>
	withoutTails((await readXlsx(bytes, { readStyles: true, sheets: [0] })).sheets[0]?.rows ?? []);
const read = (bytes: Uint8Array) => {
	const rows = readPlainRows(bytes);
	return rows === undefined ? undefined : withoutTails(rows);
};

const value = fc.oneof(
	fc.constant(null),
	fc.constantFrom('อำเภอ', '4001', 'a & b', '<ก>', '"ใช่"', "it's", 'true', '95%', '๙๕'),
	fc.integer({ min: -1_000_000, max: 1_000_000 }),
	fc.double({ noNaN: true, noDefaultInfinity: true })
);

describe('a plain sheet', () => {
	it('is read as the library reads it', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 12 }), async (rows) => {
				const bytes = await writeXlsx({ sheets: [{ name: 'ผล', rows: [['อำเภอ', 'ค่า'], ...rows] }] });
				expect(read(bytes)).toEqual(await readByLibrary(bytes));
			}),
			{ numRuns: 200, seed: 2565 }
		);
	});

	it.each([
		[
			'as Excel writes rows',
			'<row r="2" spans="1:2" x14ac:dyDescent="0.3"><c r="A2"><v>1.50</v></c><c r="B2" t="n"><v>2E3</v></c></row>'
		],
		['rows left out between', '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="C9"><v>3</v></c></row>'],
		['cells and rows without anything', '<row r="1"><c r="A1"/><c r="B1"><v>7</v></c></row><row r="2"/>']
	])('%s', async (_, rows) => {
		const bytes = makeArchive(workbookParts(rows));
		expect(read(bytes)).toEqual(await readByLibrary(bytes));
		expect(read(bytes)).toBeDefined();
	});

	it('whose bytes are not what the archive says is left to the library', () => {
		const parts = workbookParts('<row r="1"><c r="A1"><v>1</v></c></row>');
		const folded = parts.map((part) => ({ ...part, deflated: deflateRawSync(part.content) }));
		expect(readPlainRows(makeArchive(folded))).toBeUndefined();
	});

	const sheet = (more: Partial<WriteSheet>): WriteSheet => ({ name: 'ผล', rows: [['อำเภอ', 1]], ...more });
	it.each<readonly [string, WriteSheet[]]>([
		['two sheets', [sheet({}), sheet({ name: 'สอง' })]],
		['yes or no', [sheet({ rows: [['อำเภอ', true]] })]],
		['a day', [sheet({ rows: [['อำเภอ', new Date(0)]] })]],
		['merged cells', [sheet({ merges: [{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 }] })]],
		['a hidden column', [sheet({ columns: [{ hidden: true }] })]],
		['a hidden row', [sheet({ rowDefs: new Map([[0, { hidden: true }]]) })]],
		['a formula', [sheet({ cells: new Map([['0,1', { value: 3, formula: '1+2' }]]) })]],
		['a percent', [sheet({ cells: new Map([['0,1', { value: 0.95, style: { numFmt: '0%' } }]]) })]],
		[
			'a font of pictures',
			[sheet({ cells: new Map([['0,0', { value: 'ü', style: { font: { name: 'Wingdings' } } }]]) })]
		]
	])('with %s is left to the library', async (_, sheets) => {
		expect(readPlainRows(await writeXlsx({ sheets }))).toBeUndefined();
	});
});
