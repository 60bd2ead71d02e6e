import { readXlsx } from 'hucre/xlsx';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { drawPng } from '../../src/lib/server/printing/picture.ts';
import { writeCsv, writeWorkbook } from '../../src/lib/server/http/table-file.ts';

const table = {
	name: 'ranking-team',
	title: 'อันดับรายทีม: รอบ 2/2565',
	columns: ['อำเภอ', 'ร้อยละ'],
	rows: [
		['น้ำพอง', 94.5],
		['=HYPERLINK("http://x")', null],
		['-1+1', -1.25],
		['@SUM(A1), "ก"', 0]
	]
} as const;

test('CSV opens as Thai and no cell of it is a formula', () => {
	expect(Buffer.from(writeCsv(table)).toString('utf8')).toBe(
		'\ufeffอำเภอ,ร้อยละ\r\nน้ำพอง,94.5\r\n"\'=HYPERLINK(""http://x"")",\r\n\'-1+1,-1.25\r\n"\'@SUM(A1), ""ก""",0\r\n'
	);
});

test('XLSX gives back exactly the rows, text as text', async () => {
	const book = await readXlsx(await writeWorkbook(table));
	expect(book.sheets.map(({ name }) => name)).toEqual(['อันดับรายทีม  รอบ 2 2565']);
	expect(book.sheets[0]?.rows.map((row) => row.slice(0, 2))).toEqual([
		['อำเภอ', 'ร้อยละ'],
		['น้ำพอง', 94.5],
		['=HYPERLINK("http://x")', null],
		['-1+1', -1.25],
		['@SUM(A1), "ก"', 0]
	]);
});

/** Columns of the picture that hold ink. */
function inked(png: Uint8Array): readonly boolean[] {
	const { width, height, data } = PNG.sync.read(Buffer.from(png));
	return Array.from({ length: width }, (_, x) =>
		Array.from({ length: height }, (_, y) => data[4 * (y * width + x)] ?? 255).some((red) => red < 128)
	);
}

test('a picture is drawn in Sarabun, and SARA AM does not stand on the next letter', async () => {
	const draw = (text: string) =>
		drawPng(
			`<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><text x="4" y="28" font-family="Sarabun" font-size="20">${text}</text></svg>`
		);
	const ink = (columns: readonly boolean[]) => columns.lastIndexOf(true);
	const [am, split] = [inked(await draw('น้ำพ')), inked(await draw('น้าพ'))];
	expect(am).toHaveLength(240);
	expect(Math.abs(ink(am) - ink(split))).toBeLessThanOrEqual(2);
});
