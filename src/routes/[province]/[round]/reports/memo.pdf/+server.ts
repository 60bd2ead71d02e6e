import { readDigits } from '$lib/components/display.ts';
import { getApp } from '$lib/server/app.ts';
import { findRound } from '../../find-round.ts';
import type { RequestHandler } from './$types';

/** The memo is in Thai digits unless the address asks for `?digits=arabic`. */
export const GET: RequestHandler = async ({ params, url }) => {
	const view = await findRound(params);
	const app = await getApp();
	const bytes = await app.memo(view.id, readDigits(url.searchParams.get('digits')) ?? 'thai');
	const name = `memo-${params.province}-${params.round}.pdf`;
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `inline; filename="${name}"`,
			'cache-control': 'no-cache'
		}
	});
};
