import { error } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { nameDownload } from '$lib/server/imports/clean-name.ts';
import { importWords } from '$lib/server/imports/sentences.ts';
import { readReceiptNumber } from '../read-receipt-number.ts';
import type { RequestHandler } from './$types';

/** The file as it was received, to be saved and never to be opened in the browser: it is somebody else's. */
export const GET: RequestHandler = async ({ params }) => {
	const number = readReceiptNumber(params.number);
	const [round = ''] = `${params.province}/${params.round}`.split('@');
	const file = number === null ? null : await (await getApp()).imports.received(round, number);
	if (file === null) error(404, importWords.noReceipt);
	return new Response(new Uint8Array(file.bytes), {
		headers: {
			'content-type': 'application/octet-stream',
			'content-length': String(file.bytes.byteLength),
			'content-disposition': nameDownload(file.name),
			'x-content-type-options': 'nosniff',
			'content-security-policy': "default-src 'none'; sandbox",
			'cache-control': 'private, no-cache'
		}
	});
};
