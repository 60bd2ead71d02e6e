import { error } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { fileNameOf } from '$lib/server/printing/send-document.ts';
import { findRound } from '../../../find-round.ts';
import { tableAudit, textAudit } from '../write-audit.ts';
import type { RequestHandler } from './$types';

const types: ReadonlyMap<string, string> = new Map([
	['line.txt', 'text/plain; charset=utf-8'],
	['list.csv', 'text/csv; charset=utf-8'],
	['list.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']
]);

/** The auditor's list: `line.txt` for a chat, `list.csv` and `list.xlsx` for a sheet. */
export const GET: RequestHandler = async ({ params }) => {
	const type = types.get(params.file);
	if (type === undefined) error(404, 'ไม่พบไฟล์นี้');
	const view = await findRound(params);
	const warnings = await (await getApp()).audit(view.id);
	const headers = { 'content-type': type, 'cache-control': 'no-cache' };
	if (params.file === 'line.txt') return new Response(textAudit(view, warnings), { headers });
	const { writeCsv, writeWorkbook } = await import('$lib/server/http/table-file.ts');
	const table = tableAudit(view, warnings);
	const bytes = params.file === 'list.csv' ? writeCsv(table) : await writeWorkbook(table);
	const disposition = `attachment; filename="${fileNameOf(view.id)}-audit.${params.file.split('.')[1] ?? ''}"`;
	return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-disposition': disposition } });
};
