import { error } from '@sveltejs/kit';
import type { ChartSheet } from '$lib/charts/chart-sheet.ts';
import { paperLook } from '$lib/charts/look.ts';
import { fileNameOf } from '$lib/server/printing/send-document.ts';

/** Wide enough for a slide; text stays readable beside it. */
const width = 880;

const types: ReadonlyMap<string, string> = new Map([
	['svg', 'image/svg+xml; charset=utf-8'],
	['png', 'image/png'],
	['csv', 'text/csv; charset=utf-8'],
	['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']
]);

/** A chart as a picture (svg, png) or its figures (csv, xlsx), to be saved as `name`; 404 for any other ending. */
export async function sendChart(sheet: ChartSheet, ending: string, name: string): Promise<Response> {
	const type = types.get(ending);
	if (type === undefined) error(404, 'ไม่พบแผนภูมินี้');
	return new Response(new Uint8Array(await writeChart(sheet, ending)), {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${fileNameOf(name)}.${ending}"`,
			'cache-control': 'no-cache'
		}
	});
}

async function writeChart(sheet: ChartSheet, ending: string): Promise<Uint8Array> {
	if (ending === 'csv' || ending === 'xlsx') {
		const { writeCsv, writeWorkbook } = await import('$lib/server/http/table-file.ts');
		return ending === 'csv' ? writeCsv(sheet.table) : await writeWorkbook(sheet.table);
	}
	const { svg } = sheet.draw({ ...paperLook, size: 14 }, width);
	if (ending === 'svg') return Buffer.from(svg, 'utf8');
	const { drawPng } = await import('$lib/server/printing/picture.ts');
	return await drawPng(svg);
}
