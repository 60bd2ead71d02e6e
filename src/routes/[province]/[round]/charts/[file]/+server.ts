import { error } from '@sveltejs/kit';
import { paperLook } from '$lib/charts/look.ts';
import { findChart } from '$lib/charts/round-charts.ts';
import type { RequestHandler } from './$types';
import { findRound } from '../../find-round.ts';
import { findEarlier } from '../../find-earlier.ts';

/** Wide enough for a slide; text stays readable beside it. */
const width = 880;

const types: Readonly<Record<string, string>> = {
	svg: 'image/svg+xml; charset=utf-8',
	png: 'image/png',
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/** A chart of the round as a picture (.svg, .png) or its figures (.csv, .xlsx). */
export const GET: RequestHandler = async ({ params }) => {
	const [, name = '', ending = ''] = /^(.+)\.([a-z]+)$/.exec(params.file) ?? [];
	const type = types[ending];
	const view = await findRound(params);
	const sheet = type === undefined ? null : findChart(view, name, await findEarlier(view));
	if (type === undefined || sheet === null) error(404, 'ไม่พบแผนภูมินี้');
	const body = await write(ending);
	return new Response(new Uint8Array(body), {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${params.province}-${params.round}-${name}.${ending}"`,
			'cache-control': 'no-cache'
		}
	});

	async function write(wanted: string): Promise<Uint8Array> {
		if (sheet === null) throw new Error('no chart');
		if (wanted === 'csv' || wanted === 'xlsx') {
			const { writeCsv, writeWorkbook } = await import('$lib/server/table-file.ts');
			return wanted === 'csv' ? writeCsv(sheet.table) : await writeWorkbook(sheet.table);
		}
		const { svg } = sheet.draw({ ...paperLook, size: 14 }, width);
		if (wanted === 'svg') return Buffer.from(svg, 'utf8');
		const { drawPng } = await import('$lib/server/picture.ts');
		return await drawPng(svg);
	}
};
