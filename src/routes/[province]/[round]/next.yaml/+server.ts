import { error } from '@sveltejs/kit';
import { copyLetter } from '$lib/agreement/next-round.ts';
import { readRoundId } from '$lib/agreement/round-id.ts';
import { getApp } from '$lib/server/app.ts';
import { nextRoundOf } from '../agreement/next-round-of.ts';
import type { RequestHandler } from './$types';

/** The letter in force copied as a draft of the round after it. */
export const GET: RequestHandler = async ({ params }) => {
	const id = `${params.province}/${params.round}`;
	const desk = await (await getApp()).letter(id);
	const from = readRoundId(id);
	if (!desk || !from) error(404, 'ไม่พบรอบนี้');
	const next = nextRoundOf(from);
	return new Response(copyLetter(desk.letter.text, from, next.round).text, {
		headers: {
			'content-type': 'application/yaml; charset=utf-8',
			'content-disposition': `attachment; filename="${next.id.replace('/', '-')}.yaml"`,
			'cache-control': 'no-cache'
		}
	});
};
