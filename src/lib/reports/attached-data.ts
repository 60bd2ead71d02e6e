// The data of a document as files inside it: exactly what is printed, as CSV that a spreadsheet opens in Thai, and as one JSON.
import { writeCsvText } from '../charts/write-csv.ts';
import type { PrintedTable } from './paper.ts';

/** As pdfmake embeds it; bytes come as a data address. */
export interface AttachedFile {
	readonly src: string;
	readonly name: string;
	readonly type: string;
	readonly description: string;
	readonly creationDate: Date;
	readonly modifiedDate: Date;
	readonly relationship: 'Data';
}

export const writeJson = (title: string, tables: readonly PrintedTable[]): string =>
	`${JSON.stringify({ document: title, tables }, null, '\t')}\n`;

/** `dated`: of the newest data, so that the same data give the same bytes. */
export function attachData(
	title: string,
	tables: readonly PrintedTable[],
	dated: Date
): Readonly<Record<string, AttachedFile>> {
	if (tables.length === 0) return {};
	const attach = (name: string, type: string, description: string, text: string): [string, AttachedFile] => [
		name,
		{
			src: `data:${type};base64,${Buffer.from(text, 'utf8').toString('base64')}`,
			name,
			type,
			description,
			creationDate: dated,
			modifiedDate: dated,
			relationship: 'Data'
		}
	];
	return Object.fromEntries([
		attach('data.json', 'application/json', title, writeJson(title, tables)),
		...tables.map((table) => attach(`${table.name}.csv`, 'text/csv', table.title, writeCsvText(table)))
	]);
}
