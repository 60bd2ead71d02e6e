// The journal as a file: its lines byte for byte, or a table of what they did.
import { error } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import type { LinesAsked } from '$lib/server/journal/desk.ts';
import { Refusal } from '$lib/server/refusal.ts';

const types: ReadonlyMap<string, string> = new Map([
	['journal.jsonl', 'application/jsonl; charset=utf-8'],
	['journal.csv', 'text/csv; charset=utf-8'],
	['journal.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']
]);

async function write(file: string, asked: LinesAsked, name: string): Promise<Uint8Array> {
	const { journal } = await getApp();
	if (file === 'journal.jsonl') return await journal.raw(asked);
	const table = await journal.table(asked, name);
	const { writeCsv, writeWorkbook } = await import('$lib/server/http/table-file.ts');
	return file === 'journal.csv' ? writeCsv(table) : await writeWorkbook(table);
}

/** `name`: of the file without its ending, Latin. */
export async function sendJournal(file: string, asked: LinesAsked, name: string): Promise<Response> {
	const type = types.get(file);
	if (type === undefined) error(404, 'ไม่พบไฟล์นี้');
	try {
		return new Response(Uint8Array.from(await write(file, asked, name)), {
			headers: {
				'content-type': type,
				'content-disposition': `attachment; filename="${name}.${file.split('.')[1] ?? ''}"`,
				'cache-control': 'private, no-cache',
				'x-content-type-options': 'nosniff'
			}
		});
	} catch (problem) {
		if (!(problem instanceof Refusal)) throw problem;
		error(problem.problems.some(({ code }) => code === 'own_only') ? 403 : 500, problem.message);
	}
}
