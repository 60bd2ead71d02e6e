// A table as a file that Excel opens: CSV or XLSX. Nobody's words become a formula in it.
import { writeXlsx } from 'hucre/xlsx';
import type { DataTable } from '../../charts/chart-sheet.ts';
import { writeCsvText } from '../../charts/write-csv.ts';

/** UTF-8 with its mark. */
export const writeCsv = (table: DataTable): Uint8Array => Buffer.from(writeCsvText(table), 'utf8');

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
