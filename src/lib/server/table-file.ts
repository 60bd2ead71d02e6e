// A table as a file that Excel opens: CSV or XLSX. Nobody's words become a formula in it.
import { writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import type { DataTable } from '../charts/chart-sheet.ts';

/** What a spreadsheet would run as a formula gets an apostrophe before it, which Excel and LibreOffice show as plain text. */
const defuse = (cell: string | number | null): string | number | null =>
	typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;

/** UTF-8 with BOM, without which Excel takes Thai for windows-1252. */
export function writeCsv({ columns, rows }: DataTable): Uint8Array {
	const text = Papa.unparse([[...columns], ...rows.map((row) => row.map(defuse))], { newline: '\r\n' });
	return Buffer.from(`\ufeff${text}\r\n`, 'utf8');
}

/** One sheet; text is written as text, so it needs no apostrophe. */
export async function writeWorkbook({ title, columns, rows }: DataTable): Promise<Uint8Array> {
	return await writeXlsx({
		sheets: [
			{
				name: title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
				rows: [[...columns], ...rows.map((row) => [...row])],
				columns: columns.map((heading, nth) => ({
					width: Math.min(
						60,
						Math.max(10, ...[heading, ...rows.map((row) => String(row[nth] ?? ''))].map((one) => one.length + 2))
					)
				})),
				freezePane: { rows: 1 }
			}
		]
	});
}
