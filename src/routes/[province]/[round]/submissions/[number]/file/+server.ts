import { error } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { importWords } from '$lib/server/imports/sentences.ts';
import { findRound } from '../../../find-round.ts';
import { sendKept } from '../../send-kept.ts';
import { readReceiptNumber } from '../read-receipt-number.ts';
import type { RequestHandler } from './$types';

/** The file as it was received. */
export const GET: RequestHandler = async ({ params }) => {
	const number = readReceiptNumber(params.number);
	const { received } = await findRound(params);
	const [round = ''] = `${params.province}/${params.round}`.split('@');
	const seen = received.some((one) => one.number === number);
	const file = number === null || !seen ? null : await (await getApp()).imports.received(round, number);
	if (file === null) error(404, importWords.noReceipt);
	return sendKept(file);
};
