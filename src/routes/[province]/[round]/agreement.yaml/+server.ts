import { error } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { fileNameOf } from '$lib/server/printing/send-document.ts';
import type { RequestHandler } from './$types';

/** The letter in force of the round, as its text stands. */
export const GET: RequestHandler = async ({ params }) => {
	const desk = await (await getApp()).letter(`${params.province}/${params.round}`);
	if (!desk) error(404, 'ไม่พบรอบนี้');
	return new Response(desk.letter.text, {
		headers: {
			'content-type': 'application/yaml; charset=utf-8',
			'content-disposition': `attachment; filename="${fileNameOf(`${params.province}/${params.round}`)}.yaml"`,
			'cache-control': 'no-cache'
		}
	});
};
